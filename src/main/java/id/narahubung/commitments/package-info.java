/**
 * Commitments: what a company promises with a number and a date, signed by both sides, reported on
 * by the company and found by somebody else.
 *
 * <p>A commitment is a head and its versions. A version is written by one side and in force once
 * both have signed it; the one in force with the highest number counts. What was done are rows only
 * added; what lists narrow by follows from them and is written by the database (keep_commitment()),
 * so that no side can call its own promise kept. Reports and findings belong to the version that
 * was in force then: a revision asks for both anew. The latest day counts, not the last row typed,
 * and a claim never hides what was found.
 *
 * <p>A kind whose rules ask for something row by row, such as persons by role, language and shift,
 * promises the sum of its rows ({@link Terms.Row}); PostgreSQL adds them up once more.
 */
@NullMarked
package id.narahubung.commitments;

import org.jspecify.annotations.NullMarked;
