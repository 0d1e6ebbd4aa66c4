package id.narahubung.decisions;

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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lists what may lead to a decision. Of a platform that is shut, or about which one is prepared
 * already, nothing; and of a condition under which access stands its review tells, not this.
 */
final class Causes {

  /** More broken conditions than anybody weighs at once. */
  private static final int MOST_BROKEN = 200;

  private final DecisionStore decisions;
  private final DecisionRowStore rows;
  private final CommitmentStore commitments;
  private final CauseStore store = new CauseStore();

  Causes(DecisionStore decisions, DecisionRowStore rows, CommitmentStore commitments) {
    this.decisions = decisions;
    this.rows = rows;
    this.commitments = commitments;
  }

  /** Of every platform. */
  List<Cause> open(Tx tx) {
    return read(tx, Optional.empty());
  }

  List<Cause> of(Tx tx, long platform) {
    return read(tx, Optional.of(platform));
  }

  private List<Cause> read(Tx tx, Optional<Long> platform) {
    Map<Long, List<AccessHistory.Signed>> signed = decisions.signed(tx, platform);
    Set<Long> prepared =
        rows.open(tx).stream().map(DecisionRowStore.Row::platformId).collect(Collectors.toSet());
    List<Cause.Fact> facts = new ArrayList<>();
    facts.addAll(store.missed(tx, platform));
    facts.addAll(store.unanswered(tx, platform));
    facts.addAll(store.failedSamples(tx, platform));
    broken(tx, platform).stream()
        .filter(fact -> !isReviewed(signed.get(fact.platformId()), tx.now()))
        .forEach(facts::add);
    facts.removeIf(
        fact ->
            prepared.contains(fact.platformId())
                || isShut(signed.get(fact.platformId()), tx.now()));
    Map<Long, Instant> decided = new HashMap<>();
    signed.forEach(
        (id, all) ->
            all.stream()
                .map(AccessHistory.Signed::signedAt)
                .max(Instant::compareTo)
                .ifPresent(at -> decided.put(id, at)));
    return Cause.of(facts, decided, tx.now());
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
    List<Cause.Fact> facts = new ArrayList<>();
    Set<String> late = new HashSet<>();
    for (Commitment each : those(tx, platform, Optional.empty(), Optional.of(Mark.LATE))) {
      late.add(each.number());
      facts.add(
          fact(each, each.standing().lateAfter().plusDays(1).atStartOfDay(Words.WIB).toInstant()));
    }
    for (Commitment each : those(tx, platform, Optional.of(Word.FAILED), Optional.empty())) {
      each.standing()
          .verifiedOn()
          .filter(day -> !late.contains(each.number()))
          .ifPresent(day -> facts.add(fact(each, CauseStore.endOf(day))));
    }
    return facts;
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

  private static Cause.Fact fact(Commitment of, Instant at) {
    return new Cause.Fact(
        Cause.Kind.COMMITMENT, of.of().platformId(), of.of().platform(), of.number(), at);
  }
}
