/**
 * What is counted, and how: the weekly status, the pages of figures and the report all read it
 * here.
 *
 * <p>A figure is a predicate over facts that are only added, as of an instant ({@code Measure}).
 * Each is one query of rows; counting groups them by company and category, and the page behind a
 * number lists them. Whoever asks later asks the same predicate as of the same instant, and gets
 * the same rows, whatever happened since.
 *
 * <p>Where an item stood at an instant is read from the rows of its events: each says where it
 * stood before, since when, and where it stands after. They tile the item's time, so that a stock
 * of a year ago is one walk along an index. The Java twin is {@code ItemFacts.asOf}; a test
 * compares both.
 *
 * <p>A commitment stands at an instant as {@code commitments_at} says: by its versions, signatures,
 * reports and findings of before, and a letter as {@code letters_at} does. Neither has a category.
 *
 * <p>A week's figures are frozen once ({@code status_week}, {@code figure}): one statement a
 * measure for all companies at once, in the transaction that freezes the week. What is zero has no
 * row; {@code status_week.measures} says what was counted, so that a measure of later is unknown
 * and not zero. A week that began before rows of events said where items stood is never counted.
 * Likewise a half-year is counted once, when it is over ({@code transparency_count}), and what an
 * administrator publishes is what was kept.
 *
 * <p>In time is who answered by the due time, not who was found to have done it by then: how fast
 * the ministry checks must not move a company's share. What the check found is the share of
 * verified removals.
 */
@NullMarked
package id.narahubung.figures;

import org.jspecify.annotations.NullMarked;
