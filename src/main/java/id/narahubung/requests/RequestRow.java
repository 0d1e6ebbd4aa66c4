package id.narahubung.requests;

import java.time.Instant;
import java.util.Optional;

/**
 * A request as a list shows it.
 *
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
    boolean returned,
    boolean moved) {

  public RequestState state() {
    return RequestState.of(stage, counts);
  }
}
