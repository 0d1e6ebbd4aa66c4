/**
 * Access decisions: prepared by one, signed by a decision maker on what was verified, carried out
 * by internet providers.
 *
 * <p>A decision is the ministry's alone until it is signed; its signature makes it joint, with all
 * that hangs on it but the questions to who prepared it. What was in it when it was signed, the
 * truth table the signer saw, how each value in it was found, and what was promised, reported and
 * verified over time are kept as a text with its hash.
 *
 * <p>Who signs signs what the page showed: the form names the hash of it, and anything else that is
 * found or promised meanwhile is shown before it can be signed. The act that signs names the hash
 * of the kept text, which is read by everybody after and printed as a dossier.
 *
 * <p>Nothing opens on a cell that is missing. Nobody's word stands for what was to be looked at and
 * was not, and where there is no condition none is verified. The command refuses and names it, and
 * so does PostgreSQL, which looks at the commitments itself. A waiver takes two people of whom
 * neither prepared the decision, and an end date, and covers what was known when it was proposed;
 * no waiver of the checklist's line about conditions waives a condition.
 *
 * <p>Where access stands, since when, and how often it was blocked follow from the signed decisions
 * and nothing else ({@link AccessHistory}). What may lead to one (urgent orders missed, a contact
 * that does not answer, a condition that is broken, a sample that failed) is a list of facts with
 * links ({@link Cause}), weighed or put aside with a reason; so is what a company says against one
 * ({@link Objection}): how it ends moves no access, and another decision has to be signed.
 *
 * <p>A request to open again is complete when there is a paper for every entry of the list that
 * nobody called insufficient since; while it is not, the clock rests ({@link Completeness}).
 */
@NullMarked
package id.narahubung.decisions;

import org.jspecify.annotations.NullMarked;
