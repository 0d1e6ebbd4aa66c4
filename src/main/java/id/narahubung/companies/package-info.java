/** What a company settles for itself, on its own side of the wall. */
@NullMarked
package id.narahubung.companies;

import org.jspecify.annotations.NullMarked;
