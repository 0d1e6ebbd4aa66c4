/** What people are told by mail: bundled, worded, at the pace each chose. */
@NullMarked
package id.narahubung.notices;

import org.jspecify.annotations.NullMarked;
