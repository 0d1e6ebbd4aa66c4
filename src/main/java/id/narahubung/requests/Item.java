package id.narahubung.requests;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** One content address of a request, with the columns lists sort by. */
public record Item(
    long id,
    long requestId,
    long companyId,
    int ordinal,
    String urlGiven,
    boolean schemeAdded,
    String url,
    int version,
    Standing standing,
    Optional<Instant> dueAt) {

  /** '0047': at least four digits. */
  public String shortNumber() {
    return String.format(Locale.ROOT, "%04d", ordinal);
  }

  public ItemRef ref() {
    return new ItemRef(id, version);
  }
}
