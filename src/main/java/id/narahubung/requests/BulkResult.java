package id.narahubung.requests;

import java.util.List;

/** What a bulk act did, row by row: nothing is silent. */
public record BulkResult(List<Item> changed, List<Refused> refused) {

  /** A row that was left as it was. The key's sentence says why. */
  public record Refused(Item item, String key) {}

  public BulkResult {
    changed = List.copyOf(changed);
    refused = List.copyOf(refused);
  }
}
