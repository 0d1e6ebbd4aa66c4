/**
 * Outgoing mail: kept, tried, and sent to a server.
 *
 * <p>What people are told hangs on the act, in its transaction ({@code Ledger.add}, {@code
 * NoticeRule}): one {@code notice} a person, found by a function of the owner, because no side may
 * read whom the other has. A job makes mails of them: an urgent order alone and at once, what must
 * be known bundled over five minutes, the rest as the day's or week's news, as each settles it;
 * quiet hours hold back nothing legal. The worker ({@code side_mail}, which reads no casework)
 * claims a mail, sends it outside any transaction and records the attempt; the Message-ID stands in
 * the row before. What fails rests longer each time, an urgent mail ten minutes at most, and goes
 * once the server is well; it is parked after two days (the status of a week after seven), or at
 * once where there is no such mailbox (never for a policy, nor where one after the other is
 * refused: that is the server), until an administrator sends it again. A status that its reader
 * declined meanwhile, or may read no more, is dropped. Of a restricted category a mail holds number
 * and clock, of no item anything.
 */
@NullMarked
package id.narahubung.mail;

import org.jspecify.annotations.NullMarked;
