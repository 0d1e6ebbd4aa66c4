package id.narahubung.requests;

import id.narahubung.ledger.By;
import java.time.Instant;

/** That an answer was taken back: it stays in the history and counts for nothing. */
public record TakenBack(String reason, Instant at, By by) {}
