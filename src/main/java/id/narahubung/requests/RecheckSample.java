package id.narahubung.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A company's sample of one week.
 *
 * @param looked how many of it were looked at since, and could be
 * @param up how many of those were up again, in part or whole
 */
record RecheckSample(
    long id,
    String company,
    LocalDate week,
    Instant drawnAt,
    UUID seed,
    int population,
    int size,
    int looked,
    int up) {

  /** An item that was drawn, in the order of the draw, and what the first look since then found. */
  record Drawn(long item, String number, int ordinal, String hash) {}
}
