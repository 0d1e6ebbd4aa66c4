/** Words, numbers and times in the reader's language and zone. */
@NullMarked
package id.narahubung.text;

import org.jspecify.annotations.NullMarked;
