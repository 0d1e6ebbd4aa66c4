package id.narahubung.requests;

import id.narahubung.ledger.By;
import java.time.Duration;
import java.time.Instant;

/** More time for an item, with the reason. It adds to the hours of its round. */
public record Extension(int round, Duration added, String reason, Instant grantedAt, By by) {}
