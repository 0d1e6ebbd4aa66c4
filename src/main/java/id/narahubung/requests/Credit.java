package id.narahubung.requests;

import id.narahubung.ledger.By;
import java.time.Instant;

/** An outage that an item's clock does not count, granted by a supervisor. */
public record Credit(Outage outage, Instant grantedAt, By by) {}
