package id.narahubung.decisions;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What happened at a platform that may lead to a decision. It proposes none: somebody reads the
 * facts and prepares one, or writes a letter, or does not.
 *
 * @param facts the oldest first
 */
record Cause(Kind kind, long platformId, String platform, List<Fact> facts) {

  /** What is older leads to nothing any more. */
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
  }

  /**
   * One thing that happened.
   *
   * @param number of the order, the commitment or the step; empty for a call, which has none
   */
  record Fact(Kind kind, long platformId, String platform, String number, Instant at) {}

  /**
   * Puts together what happened, by platform.
   *
   * @param happened an order once, with its first missed item; of calls only those that nobody
   *     answered since
   * @param decided when the last decision about a platform was signed: what happened before is in
   *     it
   */
  static List<Cause> of(List<Fact> happened, Map<Long, Instant> decided, Instant now) {
    Map<Long, Map<Kind, List<Fact>>> grouped =
        happened.stream()
            .filter(fact -> fact.at().isAfter(now.minus(WINDOW)))
            .filter(fact -> isSince(fact, Optional.ofNullable(decided.get(fact.platformId()))))
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

  private static boolean isSince(Fact fact, Optional<Instant> decided) {
    return decided.filter(at -> !fact.at().isAfter(at)).isEmpty();
  }

  private static boolean isSilent(List<Fact> calls, Instant now) {
    return !calls.getFirst().at().plus(SILENCE).isAfter(now);
  }

  /** Their numbers, where they have any. */
  List<String> numbers() {
    return facts.stream().map(Fact::number).filter(number -> !number.isEmpty()).toList();
  }
}
