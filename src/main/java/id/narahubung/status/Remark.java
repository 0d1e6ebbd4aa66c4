package id.narahubung.status;

import id.narahubung.access.Side;
import id.narahubung.ledger.By;
import java.time.Instant;

/**
 * What somebody of one side said to the other about a number of a week.
 *
 * @param measure which number, by its code
 */
record Remark(long company, String measure, Side ofSide, String text, Instant at, By by) {}
