package id.narahubung.requests;

import id.narahubung.ledger.By;
import java.time.Instant;
import java.util.Optional;

/** Somebody of one's own side who may work on items, and what they hold. */
public record Colleague(long person, By by, int held, int late, Optional<Instant> nextDue) {}
