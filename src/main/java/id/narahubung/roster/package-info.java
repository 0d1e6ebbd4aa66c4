/** Who is on duty on either side, and whether that person answers. */
@NullMarked
package id.narahubung.roster;

import org.jspecify.annotations.NullMarked;
