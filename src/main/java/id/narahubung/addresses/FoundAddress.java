package id.narahubung.addresses;

import java.util.Map;

/**
 * A content address seen for the first time in a pasted text, or another thing that a line names.
 *
 * @param line the line of the text, from 1
 * @param given the address as it stands in the text, without invisible characters; the whole line
 *     where that names a kind, so that the same is found in it again
 * @param schemeAdded whether the text gave a bare host, so that {@code https} is our assumption
 * @param identifiers by their codes
 */
public record FoundAddress(
    int line,
    String given,
    ContentAddress address,
    boolean schemeAdded,
    ItemKind kind,
    Map<String, String> identifiers) {

  public FoundAddress {
    identifiers = Map.copyOf(identifiers);
  }

  /** An address and nothing else. */
  public FoundAddress(int line, String given, ContentAddress address, boolean schemeAdded) {
    this(line, given, address, schemeAdded, ItemKind.URL, Map.of());
  }
}
