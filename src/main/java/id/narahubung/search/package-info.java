/** Finding requests, items and messages by words, addresses and numbers. */
@NullMarked
package id.narahubung.search;

import org.jspecify.annotations.NullMarked;
