package id.narahubung.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the signer chose.
 *
 * @param note what the signer writes beside it; the reason where it refuses what was recommended
 * @param seen the hash of what the signer's page showed; empty where nobody signs from a page
 * @param despiteBlocks that it opens though the system was blocked too often
 */
public record SigningGiven(
    String kindCode,
    Optional<Instant> endsAt,
    List<DecisionContent.Watch> watch,
    String note,
    boolean despiteBlocks,
    Optional<String> seen) {

  public SigningGiven {
    watch = List.copyOf(watch);
  }

  /** What is signed from no page. */
  public SigningGiven(
      String kindCode,
      Optional<Instant> endsAt,
      List<DecisionContent.Watch> watch,
      String note,
      boolean despiteBlocks) {
    this(kindCode, endsAt, watch, note, despiteBlocks, Optional.empty());
  }
}
