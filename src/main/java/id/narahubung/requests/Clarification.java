package id.narahubung.requests;

import id.narahubung.ledger.By;
import java.time.Instant;

/** The ministry's reply to a question the company asked about an item. */
public record Clarification(long answerId, String reply, Instant repliedAt, By by) {}
