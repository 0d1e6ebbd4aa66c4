/** Finds the content addresses (URLs) in pasted text and brings them into one canonical form. */
@NullMarked
package id.narahubung.addresses;

import org.jspecify.annotations.NullMarked;
