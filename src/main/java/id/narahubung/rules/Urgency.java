package id.narahubung.rules;

import id.narahubung.text.Label;
import java.time.Duration;
import java.util.List;

/**
 * How long a company has: calendar time from delivery, nights and holidays included.
 *
 * @param acknowledgeWithin a target, shown and never enforced
 * @param restarts whether a reply to a question starts the full hours again; else the time left
 *     runs on
 * @param approveWithin how soon the ministry means to approve a draft; like the next three its own
 *     time, shown and never enforced
 * @param replyWithin how soon to reply to a question
 * @param checkWithin how soon to check what was answered
 * @param decideWithin how soon to decide on what was refused
 * @param recheckAfter how long after content was found down it is looked at again; none where a
 *     weekly sample takes its place
 * @param mark whether lists mark it, so that it stands out
 * @param article where the law says so
 */
public record Urgency(
    String code,
    Duration span,
    Duration acknowledgeWithin,
    boolean restarts,
    Duration approveWithin,
    Duration replyWithin,
    Duration checkWithin,
    Duration decideWithin,
    List<Duration> recheckAfter,
    boolean mark,
    Label article,
    Label label) {

  public Urgency {
    recheckAfter = List.copyOf(recheckAfter);
  }
}
