package id.narahubung.accounts;

import id.narahubung.ledger.Act;
import java.time.Instant;
import java.util.Optional;

/**
 * How far an auditor's role reaches.
 *
 * @param request the one request it is for, by its id; all of them without one
 * @param until the first instant at which it no longer counts; for good without one
 */
public record Limits(Optional<Long> request, Optional<Instant> until) {

  public static final Limits NONE = new Limits(Optional.empty(), Optional.empty());

  Act tellIn(Act act) {
    Act told = request.map(id -> act.with("request", id)).orElse(act);
    return until.isPresent() ? told.with("until", until.get().toString()) : told;
  }

  boolean isOverAt(Instant now) {
    return until.filter(end -> !now.isBefore(end)).isPresent();
  }
}
