package id.narahubung.requests;

import id.narahubung.ledger.By;
import java.time.Instant;

/** What the ministry found when it looked, and from where. It judges one answer. */
public record Check(
    long answerId,
    Verdict verdict,
    Instant observedAt,
    Instant checkedAt,
    String network,
    String country,
    Surface surface,
    boolean signedIn,
    String note,
    By by) {}
