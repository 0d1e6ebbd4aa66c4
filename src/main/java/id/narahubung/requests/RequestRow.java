package id.narahubung.requests;

import java.time.Instant;
import java.util.Optional;

/** A request as a list shows it. */
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
    Optional<Instant> sentAt) {

  public RequestState state() {
    return RequestState.of(stage, counts);
  }
}
