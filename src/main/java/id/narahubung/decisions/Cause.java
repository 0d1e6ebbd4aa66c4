package id.narahubung.decisions;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import id.narahubung.ledger.By;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What happened at a platform that may lead to a decision. It proposes none: somebody reads the
 * facts and prepares one, or writes a letter, or puts it aside with a reason.
 *
 * @param facts the oldest first
 */
record Cause(Kind kind, long platformId, String platform, List<Fact> facts) {

  /** What happened longer ago leads to nothing any more; what still is so, does. */
  static final Duration WINDOW = Duration.ofDays(30);

  /** So many urgent orders must be missed in that time. */
  static final int MOST_ORDERS = 3;

  /** A contact that does not answer for so long cannot be reached. */
  static final Duration SILENCE = Duration.ofHours(24);

  Cause {
    facts = List.copyOf(facts);
  }

  /** What kind of thing it is; the order of lists. */
  enum Kind {
    ORDERS,
    CONTACT,
    COMMITMENT,
    SAMPLE;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> find(String code) {
      return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** Whether its facts are of a state that lasts, rather than of a moment. */
    boolean lasts() {
      return this == COMMITMENT;
    }
  }

  /**
   * One thing that happened.
   *
   * @param number of the order, the commitment or the step; empty for a call, which has none
   * @param at when it happened; of a check the end of its day
   * @param known since when the portal knows of it: whoever weighed the platform before did not
   */
  record Fact(
      Kind kind, long platformId, String platform, String number, Instant at, Instant known) {}

  /**
   * What somebody took in hand at a platform.
   *
   * @param until the last decision that was signed or is prepared took in what was known then
   * @param linked the numbers that open ones rest on, whenever they came to it
   */
  record InHand(Instant until, Set<String> linked) {
    InHand {
      linked = Set.copyOf(linked);
    }

    boolean holds(Fact fact) {
      return !fact.known().isAfter(until) || linked.contains(fact.number());
    }
  }

  /** A word that a cause leads to nothing; anything more of its kind brings all of it back. */
  record Aside(long platformId, Kind kind, String reason, Instant at, By by) {

    boolean isOf(Cause cause) {
      return platformId == cause.platformId() && kind == cause.kind();
    }
  }

  /**
   * Puts together what happened, by platform.
   *
   * @param happened an order once, since its first missed item and known since its last; of calls
   *     only those that nobody answered since
   * @param inHand by platform
   */
  static List<Cause> of(List<Fact> happened, Map<Long, InHand> inHand, Instant now) {
    Map<Long, Map<Kind, List<Fact>>> grouped =
        happened.stream()
            .filter(fact -> fact.kind().lasts() || fact.at().isAfter(now.minus(WINDOW)))
            .filter(
                fact ->
                    !inHand.containsKey(fact.platformId())
                        || !inHand.get(fact.platformId()).holds(fact))
            .sorted(Comparator.comparing(Fact::at).thenComparing(Fact::number))
            .collect(
                groupingBy(
                    Fact::platformId,
                    TreeMap::new,
                    groupingBy(Fact::kind, () -> new EnumMap<>(Kind.class), toList())));
    return grouped.values().stream()
        .flatMap(kinds -> kinds.entrySet().stream())
        .filter(each -> each.getKey() != Kind.ORDERS || each.getValue().size() >= MOST_ORDERS)
        .filter(each -> each.getKey() != Kind.CONTACT || isSilent(each.getValue(), now))
        .map(
            each ->
                new Cause(
                    each.getKey(),
                    each.getValue().getFirst().platformId(),
                    each.getValue().getFirst().platform(),
                    each.getValue()))
        .toList();
  }

  /**
   * Whether nothing more of its kind became known since somebody put it aside.
   *
   * @param aside the last word on each kind at each platform
   */
  boolean isCovered(List<Aside> aside) {
    return aside.stream().anyMatch(by -> by.isOf(this) && !lastKnown().isAfter(by.at()));
  }

  private Instant lastKnown() {
    return facts.stream().map(Fact::known).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** Tells whether it is still what somebody read: how many facts, and since when all are known. */
  String mark() {
    return facts.size() + "/" + lastKnown();
  }

  private static boolean isSilent(List<Fact> calls, Instant now) {
    return !calls.getFirst().at().plus(SILENCE).isAfter(now);
  }

  /** Their numbers, where they have any. */
  List<String> numbers() {
    return facts.stream().map(Fact::number).filter(number -> !number.isEmpty()).toList();
  }
}
