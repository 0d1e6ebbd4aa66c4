package id.narahubung.commitments;

import id.narahubung.text.Label;
import java.time.Instant;
import java.util.Optional;

/**
 * A moment in the life of a commitment that others look back on.
 *
 * @param at of a check the beginning of its day
 * @param version the text that came to count, or under which it was checked
 * @param found how it was found kept; empty where a text came to count
 */
public record CommitmentTurn(
    String number, Label kind, Instant at, int version, Optional<FindingResult> found) {}
