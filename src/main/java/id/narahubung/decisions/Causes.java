package id.narahubung.decisions;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import id.narahubung.commitments.Commitment;
import id.narahubung.commitments.CommitmentFilter;
import id.narahubung.commitments.CommitmentState.Mark;
import id.narahubung.commitments.CommitmentState.Word;
import id.narahubung.commitments.CommitmentStore;
import id.narahubung.data.Tx;
import id.narahubung.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists what may lead to a decision. Of a platform that is shut nothing; while one is prepared,
 * what came after it and is not linked to it; and of a condition under which access stands its
 * review tells, not this.
 */
final class Causes {

  /** More broken conditions than anybody weighs at once. */
  private static final int MOST_BROKEN = 200;

  private final DecisionStore decisions;
  private final CommitmentStore commitments;
  private final CauseStore store;

  Causes(DecisionStore decisions, CommitmentStore commitments, CauseStore store) {
    this.decisions = decisions;
    this.commitments = commitments;
    this.store = store;
  }

  /** Of every platform. */
  List<Cause> open(Tx tx) {
    return weighed(tx, Optional.empty()).open();
  }

  /**
   * What is to be weighed, and what was.
   *
   * @param aside what was put aside lately or silences something still, and was not brought back
   */
  record Weighed(List<Cause> open, List<Cause.Aside> aside) {}

  Weighed of(Tx tx, long platform) {
    return weighed(tx, Optional.of(platform));
  }

  private Weighed weighed(Tx tx, Optional<Long> platform) {
    List<Cause> all = all(tx, platform);
    List<Cause.Aside> said = store.aside(tx, platform);
    List<Cause> open = all.stream().filter(cause -> !cause.isCovered(said)).toList();
    Instant lately = tx.now().minus(Cause.WINDOW);
    return new Weighed(
        open,
        said.stream()
            .filter(each -> each.at().isAfter(lately) || all.stream().anyMatch(each::isOf))
            .filter(each -> open.stream().noneMatch(each::isOf))
            .toList());
  }

  private List<Cause> all(Tx tx, Optional<Long> platform) {
    Map<Long, List<AccessHistory.Signed>> signed = decisions.signed(tx, platform);
    List<Cause.Fact> facts = new ArrayList<>();
    facts.addAll(store.missed(tx, platform));
    facts.addAll(store.unanswered(tx, platform));
    facts.addAll(store.failedSamples(tx, platform));
    broken(tx, platform).stream()
        .filter(fact -> !isReviewed(signed.get(fact.platformId()), tx.now()))
        .forEach(facts::add);
    facts.removeIf(fact -> isShut(signed.get(fact.platformId()), tx.now()));
    return Cause.of(facts, inHand(tx, signed, platform), tx.now());
  }

  Optional<Cause> find(Tx tx, long platform, Cause.Kind kind) {
    return of(tx, platform).open().stream().filter(each -> each.kind() == kind).findFirst();
  }

  /** The last signature, or the last draft that is open, whichever came later. */
  private Map<Long, Cause.InHand> inHand(
      Tx tx, Map<Long, List<AccessHistory.Signed>> signed, Optional<Long> platform) {
    Map<Long, Cause.InHand> inHand = new HashMap<>();
    signed.forEach(
        (id, all) ->
            all.stream()
                .map(AccessHistory.Signed::signedAt)
                .max(Instant::compareTo)
                .ifPresent(at -> inHand.put(id, new Cause.InHand(at, Set.of()))));
    store.prepared(tx, platform).forEach((id, draft) -> inHand.merge(id, draft, Causes::both));
    return inHand;
  }

  static Cause.InHand both(Cause.InHand one, Cause.InHand other) {
    return new Cause.InHand(
        later(one.until(), other.until()),
        Stream.concat(one.linked().stream(), other.linked().stream()).collect(toSet()));
  }

  private static boolean isShut(@Nullable List<AccessHistory.Signed> signed, Instant now) {
    return signed != null && AccessHistory.of(signed, now).status().isShut();
  }

  /** Whether access stands by an opening that hangs on conditions. */
  private static boolean isReviewed(@Nullable List<AccessHistory.Signed> signed, Instant now) {
    return signed != null
        && AccessHistory.of(signed, now)
            .opening()
            .filter(
                number ->
                    signed.stream()
                        .anyMatch(each -> each.onConditions() && each.number().equals(number)))
            .isPresent();
  }

  /** Conditions that were missed beyond their grace, or found not to be kept. */
  private List<Cause.Fact> broken(Tx tx, Optional<Long> platform) {
    Map<String, Cause.Fact> facts = new LinkedHashMap<>();
    for (Commitment each : those(tx, platform, Optional.empty(), Optional.of(Mark.LATE))) {
      Instant since = each.standing().lateAfter().plusDays(1).atStartOfDay(Words.WIB).toInstant();
      facts.put(each.number(), fact(each, since, since));
    }
    List<Commitment> failed = those(tx, platform, Optional.of(Word.FAILED), Optional.empty());
    Map<String, Instant> found =
        store.foundBroken(tx, failed.stream().map(Commitment::number).toList());
    for (Commitment each : failed) {
      Instant known = requireNonNull(found.get(each.number()));
      each.standing()
          .verifiedOn()
          .ifPresent(
              day ->
                  facts.merge(
                      each.number(),
                      fact(each, CauseStore.endOf(day), known),
                      (late, then) -> fact(each, late.at(), later(late.known(), then.known()))));
    }
    return List.copyOf(facts.values());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private List<Commitment> those(
      Tx tx, Optional<Long> platform, Optional<Word> word, Optional<Mark> mark) {
    return commitments.list(
        tx,
        new CommitmentFilter(
            platform,
            Optional.empty(),
            Optional.empty(),
            word,
            mark,
            true,
            false,
            false,
            Optional.empty()),
        Optional.empty(),
        MOST_BROKEN);
  }

  private static Cause.Fact fact(Commitment of, Instant at, Instant known) {
    return new Cause.Fact(
        Cause.Kind.COMMITMENT, of.of().platformId(), of.of().platform(), of.number(), at, known);
  }
}
