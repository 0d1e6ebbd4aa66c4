/** Evidence: files on requests and items, stored once, shown with care. */
@NullMarked
package id.narahubung.evidence;

import org.jspecify.annotations.NullMarked;
