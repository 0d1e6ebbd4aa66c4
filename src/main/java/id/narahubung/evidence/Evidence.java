package id.narahubung.evidence;

import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.ledger.By;
import java.time.Instant;
import java.util.Optional;

/**
 * A file hung on a request, or on one of its items.
 *
 * @param ordinal the item's; none where it hangs on the request
 * @param owner the side that added it
 * @param isPrivate whether that side keeps it to itself
 * @param share who reads it now
 */
public record Evidence(
    long id,
    long requestId,
    Optional<Integer> ordinal,
    Side owner,
    boolean isPrivate,
    Share share,
    StoredFile file,
    String name,
    String note,
    Instant addedAt,
    By by,
    Optional<Removal> removal) {

  /** That it was taken back, and why. */
  public record Removal(String reason, Instant at, By by) {}

  public boolean isRemoved() {
    return removal.isPresent();
  }
}
