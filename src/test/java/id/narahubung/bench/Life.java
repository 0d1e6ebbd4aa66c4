package id.narahubung.bench;

import java.time.Duration;
import java.util.SplittableRandom;

/** Where an item of a request stands, by what share. */
enum Life {
  /** Sent within a day: most is open. */
  FRESH,
  /** Sent within a week: in work. */
  IN_WORK,
  /** Older, with items left over. */
  STRAGGLING,
  /** Older, everything settled. */
  DONE,
  WITHDRAWN,
  DRAFT,
  AWAITING;

  String standing(SplittableRandom random) {
    int p = random.nextInt(100);
    return switch (this) {
      case FRESH -> p < 80 ? "open" : p < 85 ? "asked" : "claimed";
      case IN_WORK ->
          p < 30
              ? "open"
              : p < 34 ? "asked" : p < 74 ? "claimed" : p < 80 ? "contested" : "confirmed";
      case STRAGGLING ->
          p < 12
              ? "open"
              : p < 20 ? "claimed" : p < 24 ? "contested" : p < 94 ? "confirmed" : "accepted";
      case DONE -> p < 93 ? "confirmed" : p < 98 ? "accepted" : "withdrawn";
      case WITHDRAWN -> "withdrawn";
      case DRAFT, AWAITING -> "draft";
    };
  }

  boolean isSent() {
    return this != DRAFT && this != AWAITING;
  }

  /** That of the request at this place among so many, which was sent so long ago. */
  static Life of(SplittableRandom random, long place, long of, Duration age) {
    long fromTheEnd = of - place;
    if (fromTheEnd < Math.max(4, of / 200)) {
      return Life.DRAFT;
    }
    if (fromTheEnd < Math.max(6, of / 125)) {
      return Life.AWAITING;
    }
    if (age.compareTo(Duration.ofHours(24)) < 0) {
      return Life.FRESH;
    }
    if (age.compareTo(Duration.ofDays(7)) < 0) {
      return Life.IN_WORK;
    }
    int p = random.nextInt(100);
    return p < 12 ? Life.STRAGGLING : p < 14 ? Life.WITHDRAWN : Life.DONE;
  }
}
