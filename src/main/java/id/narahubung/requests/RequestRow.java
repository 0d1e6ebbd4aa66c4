package id.narahubung.requests;

import java.time.Instant;
import java.util.Optional;

/**
 * A request as a list shows it.
 *
 * @param submittedAt since when it awaits approval, where it does
 * @param returned whether it is a draft that was given back to be mended
 * @param moved whether somebody else did something since the viewer last looked
 */
public record RequestRow(
    long id,
    long ruleSetId,
    Stage stage,
    Optional<String> number,
    String subject,
    String platform,
    String categoryCode,
    String urgencyCode,
    Counts counts,
    Instant changedAt,
    Optional<Instant> sentAt,
    Optional<Instant> submittedAt,
    boolean returned,
    boolean moved) {

  public RequestState state() {
    return RequestState.of(stage, counts);
  }
}
