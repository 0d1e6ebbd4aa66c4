package id.narahubung.requests;

import id.narahubung.ledger.By;
import java.time.Instant;

/**
 * An answer that was accepted because a sample of its like passed. Nobody looked at the item
 * itself.
 *
 * @param step the number of the verification whose sample it was
 */
public record SampleAcceptance(long answerId, String step, Instant acceptedAt, By by) {}
