package id.narahubung.commitments;

import java.util.Optional;

/**
 * A commitment as somebody proposes it.
 *
 * @param sourceText which meeting, letter or decision, where the portal does not keep it
 * @param sourceId which of the platform's it is, where the portal does
 */
public record ProposalGiven(
    long platformId,
    String kindCode,
    CommitmentSource source,
    String sourceText,
    Optional<Long> sourceId,
    Terms terms) {

  /** One whose source is only told. */
  public ProposalGiven(
      long platformId, String kindCode, CommitmentSource source, String sourceText, Terms terms) {
    this(platformId, kindCode, source, sourceText, Optional.empty(), terms);
  }
}
