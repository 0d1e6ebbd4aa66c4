package id.narahubung.requests;

import id.narahubung.addresses.ContentAddress;
import id.narahubung.addresses.ItemKind;
import java.time.Instant;
import java.util.Optional;

/**
 * One item of a request, with the columns lists sort by.
 *
 * @param url what identifies it: its canonical address, or its kind and its name; empty where the
 *     item is restricted and was not opened
 * @param described whether a restricted item has its written finding
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
    boolean restricted,
    boolean described,
    int version,
    Standing standing,
    Optional<Instant> dueAt) {

  /** '0047': at least four digits. */
  public String shortNumber() {
    return shortNumber(ordinal);
  }

  public static String shortNumber(int ordinal) {
    String digits = Integer.toString(ordinal);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }

  /**
   * What somebody pastes to find it: the address, or the name alone; of a restricted item, nothing.
   */
  public String copied() {
    return restricted ? "" : identity();
  }

  /** The same of an opened item, restricted or not. */
  String identity() {
    return ContentAddress.isAddress(url) ? url : url.substring(url.indexOf(':') + 1);
  }

  /** The same with what identifies it, for whoever was given the permission. */
  Item opened(String given, String identity) {
    return new Item(
        id,
        requestId,
        companyId,
        ordinal,
        given,
        schemeAdded,
        identity,
        kind,
        restricted,
        described,
        version,
        standing,
        dueAt);
  }

  public ItemRef ref() {
    return new ItemRef(id, version);
  }
}
