package id.narahubung.requests;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request: the envelope of its items. Sent, it is an order to the company.
 *
 * @param illustrated whether a picture or a page that both sides see is among its evidence
 */
public record TakedownRequest(
    long id,
    long companyId,
    long ruleSetId,
    Stage stage,
    Optional<String> number,
    int version,
    RequestContent content,
    List<OverrideGiven> overrides,
    Restriction restriction,
    boolean illustrated,
    Counts counts,
    Instant createdAt,
    Instant changedAt,
    Optional<Instant> sentAt,
    Optional<Instant> acknowledgedAt,
    Optional<Instant> withdrawnAt) {

  public TakedownRequest {
    overrides = List.copyOf(overrides);
  }

  public RequestState state() {
    return RequestState.of(stage, counts);
  }

  /** The number of a request that was sent. */
  public String requireNumber() {
    return number.orElseThrow(() -> new IllegalStateException("request " + id + " has no number"));
  }
}
