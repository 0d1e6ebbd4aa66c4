/** The request, its items, answers, checks and clock. */
@NullMarked
package id.narahubung.requests;

import org.jspecify.annotations.NullMarked;
