package id.narahubung.rules;

import id.narahubung.text.Label;
import java.time.Duration;
import java.util.List;

/**
 * How long a company has: calendar time from delivery, nights and holidays included.
 *
 * @param acknowledgeWithin a target, shown and never enforced
 * @param replyWithin how soon the ministry means to reply to a question; shown and never enforced
 * @param recheckAfter how long after content was found down it is looked at again; none where a
 *     weekly sample takes its place
 * @param mark whether lists mark it, so that it stands out
 * @param article where the law says so
 */
public record Urgency(
    String code,
    Duration span,
    Duration acknowledgeWithin,
    Duration replyWithin,
    List<Duration> recheckAfter,
    boolean mark,
    Label article,
    Label label) {

  public Urgency {
    recheckAfter = List.copyOf(recheckAfter);
  }
}
