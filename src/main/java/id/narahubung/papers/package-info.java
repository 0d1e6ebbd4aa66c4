/**
 * What leaves the portal on paper: the order, the proof pack, and the page that tells real from
 * forged.
 */
@NullMarked
package id.narahubung.papers;

import org.jspecify.annotations.NullMarked;
