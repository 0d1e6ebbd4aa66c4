package id.narahubung.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the signer chose.
 *
 * @param note what the signer writes beside it; the reason where it refuses what was recommended
 * @param despiteBlocks that it opens though the system was blocked too often
 */
public record SigningGiven(
    String kindCode,
    Optional<Instant> endsAt,
    List<DecisionContent.Watch> watch,
    String note,
    boolean despiteBlocks) {

  public SigningGiven {
    watch = List.copyOf(watch);
  }
}
