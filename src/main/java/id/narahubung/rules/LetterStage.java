package id.narahubung.rules;

import id.narahubung.text.Label;
import java.time.Duration;

/**
 * One letter of the ladder that follows a missed due time; the clock proposes it, a person sends
 * it.
 *
 * @param ordinal its place on the ladder, from 1
 * @param proposeAfter how long after the time before it was missed: the order's for the first
 *     letter, else the letter's before it
 * @param term how long the company has then
 * @param fined whether a fine falls due with it, where the set has fines
 * @param finePercent what it makes of the base amount
 * @param asksToPay whether the company is asked to commit in writing to pay
 */
public record LetterStage(
    String code,
    int ordinal,
    Duration proposeAfter,
    Term term,
    boolean fined,
    int finePercent,
    boolean asksToPay,
    Label article,
    Label label) {}
