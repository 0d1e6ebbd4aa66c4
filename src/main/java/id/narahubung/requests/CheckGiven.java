package id.narahubung.requests;

import java.time.Instant;

/**
 * A check as an officer records it: what was seen, when, and from where.
 *
 * @param country where the network is, two letters of ISO 3166
 */
public record CheckGiven(
    Verdict verdict,
    Instant observedAt,
    String network,
    String country,
    Surface surface,
    boolean signedIn,
    String note) {}
