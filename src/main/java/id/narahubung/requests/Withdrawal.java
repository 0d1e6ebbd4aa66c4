package id.narahubung.requests;

import id.narahubung.ledger.By;
import java.time.Instant;

/** The ministry took an item back. */
public record Withdrawal(boolean ourError, String reason, Instant withdrawnAt, By by) {}
