package id.narahubung.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * What goes before a company's first order, where the rules want it told how orders work.
 *
 * @param ordered whether the company ever had an order
 * @param toldAt when it was told how orders work
 */
public record FirstOrder(boolean ordered, Optional<Instant> toldAt) {

  /** From when on an order may go to it; empty while it has to be told first. */
  public Optional<Instant> from(Sending sending) {
    return ordered || sending.noticeBeforeFirst().isEmpty()
        ? Optional.of(Instant.MIN)
        : toldAt.map(at -> at.plus(sending.noticeBeforeFirst().get()));
  }
}
