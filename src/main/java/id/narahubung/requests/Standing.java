package id.narahubung.requests;

import id.narahubung.access.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Where an item stands. Derived from its rounds, answers, checks and rulings, never set by hand.
 */
public enum Standing {
  /** Not sent yet. */
  DRAFT,
  /** The company is to act; the clock runs. */
  OPEN,
  /** The company asked about it; the clock waits for the ministry. */
  ASKED,
  /** The company says it acted; the ministry is to check. */
  CLAIMED,
  /** The company did not act and said why; the ministry is to decide. */
  CONTESTED,
  /** Settled: the latest check found it down. */
  CONFIRMED,
  /** Settled: nobody looked at it, but a sample of its like passed. Counted apart. */
  SAMPLED,
  /** Settled: the ministry accepted why nothing was done. */
  ACCEPTED,
  /** Settled: the ministry withdrew it. */
  WITHDRAWN;

  /** Where the next word is this side's. */
  static Set<Standing> waitingFor(Side side) {
    return switch (side) {
      case COMPANY -> Set.of(OPEN);
      case MINISTRY -> Set.of(ASKED, CLAIMED, CONTESTED);
    };
  }

  /** Those that ask nothing more of anybody. */
  public static List<Standing> settled() {
    return Arrays.stream(values()).filter(Standing::isSettled).toList();
  }

  public boolean isSettled() {
    return switch (this) {
      case CONFIRMED, SAMPLED, ACCEPTED, WITHDRAWN -> true;
      case DRAFT, OPEN, ASKED, CLAIMED, CONTESTED -> false;
    };
  }
}
