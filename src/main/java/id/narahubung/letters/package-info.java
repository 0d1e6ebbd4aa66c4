/**
 * Letters of warning and their fines: proposed by the clock, sent by a supervisor, paid or
 * contested by the company.
 *
 * <p>A letter is withdrawn by one supervisor. It takes nothing from the company, and both sides
 * read the reason; whoever withdraws says whether another may follow in its place, for a slip in a
 * letter is no reason to let its items be.
 *
 * <p>Where the fines of a rule set do not add up, a later one takes the place of those before it
 * for the same items. What was paid for these beyond what they still ask for is credited to the
 * letters that took their place, the oldest first, within the request: the view letter_account says
 * how much, and nothing else does.
 */
@NullMarked
package id.narahubung.letters;

import org.jspecify.annotations.NullMarked;
