/**
 * Who is on duty on either side, and whether that person answers.
 *
 * <p>Who is on duty is told instead of everybody. Of an order, a draft to approve, a question and
 * what the clock tells, only whoever is on duty and may act hears at once, after the minutes of the
 * roster the next on duty, and then everybody; with nobody on duty everybody ({@code audience_of},
 * {@code pass_on_duty}, each minute). Who borrowed the role of one on duty stands in. A roster is
 * plain rows: a week is copied. A test call is one of its hour: who comes on duty later is not rung
 * for it.
 *
 * <p>An urgent order of a second officer stands also when nobody confirms it. Only where the rule
 * set allows it; what is late is the confirmation, and both sides read so.
 */
@NullMarked
package id.narahubung.roster;

import org.jspecify.annotations.NullMarked;
