/** Organisations and the platforms companies run. */
@NullMarked
package id.narahubung.platforms;

import org.jspecify.annotations.NullMarked;
