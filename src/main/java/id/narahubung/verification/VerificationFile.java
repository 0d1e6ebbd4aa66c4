package id.narahubung.verification;

import id.narahubung.evidence.StoredFile;
import id.narahubung.ledger.By;
import java.time.Instant;

/** A photo, minutes or a screenshot that was added to a step: the ministry's own. */
public record VerificationFile(
    long id, StoredFile file, String name, String note, Instant addedAt, By by) {}
