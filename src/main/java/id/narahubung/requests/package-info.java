/**
 * The request, its items, answers, checks and clock.
 *
 * <p>One pure function ({@code Deadline}) gives an item's due time and the lines that add up to it:
 * the hours, what a supervisor added, what a question paused, what the portal itself was away. Each
 * instance gives a sign of life every minute; where none did for more than five, the next one
 * writes the outage down, and a supervisor decides whether the clocks that ran meanwhile count it.
 *
 * <p>What identifies an item of a restricted category (child abuse), and the written finding that
 * stands in the place of a picture, are rows of their own behind a policy that asks for the
 * permission; the item itself holds none of it, so a list, a search, a file or a paper cannot show
 * what it does not have. Whoever was given the permission asks for it, sees it once, and the
 * showing is an event.
 *
 * <p>A company keeps drafts to itself: the ministry's role has no grant on their table, their
 * events are the company's own, and no item moves by them, not even its version. Where its lead
 * settles it ({@code /company}, off at first), whatever a responder answers, one item, many or a
 * spreadsheet, becomes a draft by the same path ({@code AnswerItems}), and a lead releases or
 * returns it ({@code /answer-drafts}). Released it is the lead's act to the ministry, and stays the
 * responder's words in the company's own history. Off, a kept draft hides no item from 'next'; of a
 * settled item no draft waits. The demonstration has it off, and one draft.
 *
 * <p>What was confirmed down is looked at again: urgent items after 24 hours, 7 and 30 days, of the
 * rest a sample per company and week, drawn from a closed population by a seed that is kept ({@code
 * DrawRechecks}, daily at 05:00 WIB, each week once). The samples, what was found in them, and how
 * anybody draws them again stand on {@code /recheck-samples}. The plan ({@code recheck}) is the
 * ministry's alone; what was found is a check both sides see, and moves nothing. Content that came
 * back has a row ({@code reappearance}) until an item that asks for it anew is sent, and waits in
 * the queue until a draft does ({@code RedraftItems}); at sending, an item whose address had been
 * confirmed down is linked to the old one, whoever filed it and why.
 *
 * <p>Who works on an item is no event. A hold (elsewhere: a claim; here that is what a company
 * states) is a note among colleagues that ends by itself with its holder's shift on duty, after
 * eight hours at most; it blocks nothing, because versions do, and "next item" passes over it.
 *
 * <p>An objection moves no deadline. The order stands until it is decided; accepted, what was said
 * does not count any more, and narrowed, a round with full hours begins. Somebody else decides than
 * whoever decided first. Its times are rows of the rule set.
 *
 * <p>Content that came back leaves its item settled. The old item's answer was true when it was
 * checked; the new one has a clock of its own, and the chain of both is what counts as
 * reappearance. How often to look and how many to draw are rows of the rule set.
 *
 * <p>A draft of an answer is a row apart from answers. An answer that is not one yet would have to
 * be left out of every clock, count and list; a row of the company's own cannot be forgotten there.
 * A form says whether a lead must release what it sends, and is refused when that was settled
 * otherwise since. Taking answers back is then the lead's, too; objections and messages still go
 * straight.
 *
 * <p>Each order brings a screenshot of its own. A picture or a PDF for both sides is asked for with
 * every order, or left out for a reason the order prints; the finding stands in its place where the
 * category is restricted. Rows that are split off take no picture along: it may show another
 * company's content, or what nobody should look at.
 *
 * <p>A draft that nobody needs is discarded, never deleted. That is a stage which leads back to the
 * draft alone; what asks, counts, lists or finds leaves it out, and nothing of it changes. What
 * awaits approval has to be returned first.
 *
 * <p>Rows leave a draft by leaving its paste. What was pasted is the one source of a draft's items:
 * splitting rows off, or leaving bad ones behind, edits the text and reads it anew. What an
 * uploaded table says beside is carried over by canonical address.
 *
 * <p>What came back is a row, not a question. To find it by looking through every look ever made
 * took 2 s at ten million items. The row is written by a look, ended by sending, written again by a
 * withdrawal, in their transactions, and compared with the looks every night.
 *
 * <p>A sent item repeats its request's platform, category and urgency. They never change after
 * sending; in the index of the queue they let a narrowed list be read in the order of its due
 * times. No foreign key of three columns holds them, the nightly check does.
 */
@NullMarked
package id.narahubung.requests;

import org.jspecify.annotations.NullMarked;
