package id.narahubung.decisions;

import java.time.Instant;

/** What a provider of access did, as it is recorded. */
public record ExecutionGiven(
    String provider, ExecutionState state, Instant happenedAt, String note) {}
