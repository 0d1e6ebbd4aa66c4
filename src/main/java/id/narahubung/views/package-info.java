/** Lists as people narrowed them, kept under a name: for oneself, or for one's organisation. */
@NullMarked
package id.narahubung.views;

import org.jspecify.annotations.NullMarked;
