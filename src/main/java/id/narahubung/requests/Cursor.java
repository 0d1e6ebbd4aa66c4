package id.narahubung.requests;

import id.narahubung.access.BadInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Where a list sorted by due time goes on: behind this row. Written into the address of a page. */
public record Cursor(Optional<Instant> due, long id) {

  /** '2026-11-04T12:10:00.123456Z': a year of more digits would be out of PostgreSQL's range. */
  private static final int MAX_INSTANT = 27;

  /** Reads what toString wrote. */
  public static Cursor from(String text) {
    int separator = text.lastIndexOf('_');
    try {
      String due = text.substring(0, Math.max(separator, 0));
      if (due.length() > MAX_INSTANT) {
        throw new BadInput("no instant of ours");
      }
      return new Cursor(
          due.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(due)),
          Long.parseLong(text.substring(separator + 1)));
    } catch (DateTimeException | NumberFormatException e) {
      throw new BadInput("not a place in a list");
    }
  }

  @Override
  public String toString() {
    return due.map(Instant::toString).orElse("") + "_" + id;
  }
}
