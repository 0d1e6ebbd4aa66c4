/** Where those who keep the portal begin, and the shape their lists have. */
@NullMarked
package id.narahubung.administration;

import org.jspecify.annotations.NullMarked;
