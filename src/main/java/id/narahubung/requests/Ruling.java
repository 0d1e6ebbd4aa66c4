package id.narahubung.requests;

import id.narahubung.ledger.By;
import java.time.Instant;

/** The ministry's word on an answer that did not act. */
public record Ruling(long answerId, RulingOutcome outcome, String reason, Instant ruledAt, By by) {}
