/**
 * The weekly status: what a week came to, frozen once, and who gets it by mail.
 *
 * <p>A week is frozen when it is over ({@code FreezeWeek}), in one transaction: the figures as the
 * package of figures counts them, and beside them what stood then of commitments, letters,
 * decisions and of what waits for whom, read as of the week's end and kept as canonical JSON of
 * ids, numbers and codes with a hash over all of it. Page, mail and file draw from that and from
 * nothing else, so that both sides read the same; words are made when it is shown, in the reader's
 * language, but for the mail, which is kept as it was sent. The job looks every minute and knows by
 * rows what is done: a week is frozen once, and each reader gets one mail of it, whoever else does
 * the same at the same moment and wherever it was broken off.
 */
@NullMarked
package id.narahubung.status;

import org.jspecify.annotations.NullMarked;
