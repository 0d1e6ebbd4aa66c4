package id.narahubung.requests;

import id.narahubung.addresses.ContentAddress;
import id.narahubung.addresses.ItemKind;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One item of a request, with the columns lists sort by.
 *
 * @param url what identifies it: its canonical address, or its kind and its name
 */
public record Item(
    long id,
    long requestId,
    long companyId,
    int ordinal,
    String urlGiven,
    boolean schemeAdded,
    String url,
    ItemKind kind,
    int version,
    Standing standing,
    Optional<Instant> dueAt) {

  /** '0047': at least four digits. */
  public String shortNumber() {
    return String.format(Locale.ROOT, "%04d", ordinal);
  }

  /** What somebody pastes to find it: the address, or the name alone. */
  public String copied() {
    return ContentAddress.isAddress(url) ? url : url.substring(url.indexOf(':') + 1);
  }

  public ItemRef ref() {
    return new ItemRef(id, version);
  }
}
