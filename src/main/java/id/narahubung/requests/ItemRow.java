package id.narahubung.requests;

import java.time.Instant;
import java.util.Optional;

/**
 * An item in a list over all requests, with what its request says about it, and who of the viewer's
 * side works on it.
 *
 * @param due by the clock of the list: the item's own, or that of an objection or of a look again
 * @param waitsSince since when it waits for the ministry to reply, to check or to decide
 */
public record ItemRow(
    Item item,
    String number,
    String subject,
    String platform,
    long ruleSetId,
    String categoryCode,
    String urgencyCode,
    String measureCode,
    boolean answered,
    Optional<Hold> hold,
    Optional<Instant> due,
    Optional<Instant> waitsSince) {

  /** 'PA-2026-000128/0047'. */
  public String fullNumber() {
    return number + "/" + item.shortNumber();
  }

  /** Where its list goes on behind it. */
  Cursor place() {
    return new Cursor(due, item.id());
  }
}
