package id.narahubung.commitments;

/**
 * A commitment as somebody proposes it.
 *
 * @param sourceText which meeting, letter or decision; empty for one of one's own accord
 */
public record ProposalGiven(
    long platformId, String kindCode, CommitmentSource source, String sourceText, Terms terms) {}
