package id.narahubung.requests;

import id.narahubung.access.BadInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Where a list sorted by due time goes on: behind this row. Written into the address of a page. */
public record Cursor(Optional<Instant> due, long id) {

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  /** Reads what toString wrote. */
  public static Cursor from(String text) {
    int separator = text.lastIndexOf('_');
    try {
      String due = text.substring(0, Math.max(separator, 0));
      return new Cursor(
          due.isEmpty() ? Optional.empty() : Optional.of(instant(due)),
          Long.parseLong(text.substring(separator + 1)));
    } catch (DateTimeException | NumberFormatException e) {
      throw new BadInput("not a place in a list");
    }
  }

  /** Java's instants reach further than PostgreSQL's. */
  private static Instant instant(String text) {
    Instant due = Instant.parse(text);
    if (due.isBefore(Instant.EPOCH) || due.isAfter(LAST)) {
      throw new BadInput("not a place in a list");
    }
    return due;
  }

  @Override
  public String toString() {
    return due.map(Instant::toString).orElse("") + "_" + id;
  }
}
