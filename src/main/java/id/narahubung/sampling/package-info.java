/**
 * What a sample says of the list it was drawn from: how large it must be, who is drawn, and what
 * its findings prove. Pure arithmetic, shared by all that samples.
 */
@NullMarked
package id.narahubung.sampling;

import org.jspecify.annotations.NullMarked;
