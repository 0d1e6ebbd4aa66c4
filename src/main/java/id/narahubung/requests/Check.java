package id.narahubung.requests;

import id.narahubung.ledger.By;
import java.time.Instant;

/**
 * What the ministry found when it looked, and from where. It judges one answer.
 *
 * @param again whether the content had been found down before: such a look moves nothing
 */
public record Check(
    long answerId,
    boolean again,
    Verdict verdict,
    Instant observedAt,
    Instant checkedAt,
    String network,
    String country,
    Surface surface,
    boolean signedIn,
    String note,
    By by) {}
