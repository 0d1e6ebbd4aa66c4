/**
 * Letters of warning and their fines: proposed by the clock, sent by a supervisor, paid or
 * contested by the company.
 *
 * <p>A letter is withdrawn by one supervisor. It takes nothing from the company, and both sides
 * read the reason; whoever withdraws says whether another may follow in its place, for a slip in a
 * letter is no reason to let its items be.
 */
@NullMarked
package id.narahubung.letters;

import org.jspecify.annotations.NullMarked;
