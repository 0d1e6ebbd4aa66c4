/**
 * Access decisions: prepared by one, signed by a decision maker on what was verified, carried out
 * by internet providers.
 *
 * <p>A decision is the ministry's alone until it is signed; its signature makes it joint, with all
 * that hangs on it but the questions to who prepared it. What was in it when it was signed, and the
 * truth table the signer saw, are kept as a text with its hash.
 *
 * <p>Nothing opens on a cell that is missing. The command refuses and names it, and so does
 * PostgreSQL, which looks at the commitments itself. A waiver takes two people and an end date, and
 * no waiver of the checklist's line about conditions waives a condition.
 *
 * <p>Where access stands, since when, and how often it was blocked follow from the signed decisions
 * and nothing else ({@link AccessHistory}).
 */
@NullMarked
package id.narahubung.decisions;

import org.jspecify.annotations.NullMarked;
