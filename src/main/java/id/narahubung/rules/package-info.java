/** Rule sets: dated data that say how urgent, how long, which answers. */
@NullMarked
package id.narahubung.rules;

import org.jspecify.annotations.NullMarked;
