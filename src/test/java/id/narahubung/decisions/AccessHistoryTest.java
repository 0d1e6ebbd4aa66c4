package id.narahubung.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.decisions.AccessHistory.Band;
import id.narahubung.decisions.AccessHistory.Signed;
import id.narahubung.ledger.By;
import id.narahubung.rules.DecisionKind.Effect;
import id.narahubung.text.Label;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Access over time, and when a request to open again is complete. */
final class AccessHistoryTest {

  private static final Instant START = Instant.parse("2018-07-03T05:00:00Z");
  private static final Instant NOW = START.plus(Duration.ofDays(40));

  @Property(tries = 400)
  void the_bands_have_neither_gap_nor_overlap(@ForAll("decisions") List<Signed> any) {
    List<Band> bands = AccessHistory.of(any, NOW).bands();
    assertThat(bands.getFirst().from()).isEmpty();
    assertThat(bands.getLast().until()).isEmpty();
    for (int at = 1; at < bands.size(); at++) {
      assertThat(bands.get(at - 1).until()).isPresent().isEqualTo(bands.get(at).from());
      assertThat(bands.get(at).from().orElseThrow()).isBeforeOrEqualTo(NOW);
      assertThat(bands.get(at).from()).isNotEqualTo(bands.get(at - 1).from());
    }
  }

  @Property(tries = 300)
  void the_order_in_which_rows_are_read_does_not_matter(
      @ForAll("decisions") List<Signed> any, @ForAll Random random) {
    List<Signed> mixed = new ArrayList<>(any);
    Collections.shuffle(mixed, random);
    assertThat(AccessHistory.of(mixed, NOW)).isEqualTo(AccessHistory.of(any, NOW));
  }

  @Property(tries = 300)
  void no_status_outlives_its_end_and_nothing_future_counts(@ForAll("decisions") List<Signed> any) {
    AccessHistory history = AccessHistory.of(any, NOW);
    for (Signed each : any) {
      if (each.startsAt().isAfter(NOW)
          || each.endsAt().filter(end -> !end.isAfter(NOW)).isPresent()) {
        assertThat(history.standing()).isNotEqualTo(each.number());
      }
    }
    assertThat(history.blocks())
        .isLessThanOrEqualTo(
            (int) any.stream().filter(d -> AccessHistoryTest.isBlock(d.effect())).count());
  }

  private static boolean isBlock(Effect effect) {
    return effect == Effect.FULL_BLOCK || effect == Effect.PARTIAL_BLOCK;
  }

  @Example
  void the_week_of_2018_is_two_bands_and_one_block() {
    Instant open = Instant.parse("2018-07-10T05:00:00Z");
    AccessHistory history =
        AccessHistory.of(
            List.of(
                signed("KA-1", Effect.PARTIAL_BLOCK, START, Optional.empty()),
                signed("KA-2", Effect.REFUSAL, START.plusSeconds(9), Optional.empty()),
                signed("KA-3", Effect.RESTORE, open, Optional.empty())),
            NOW);
    assertThat(history.bands())
        .extracting(Band::status)
        .containsExactly(AccessStatus.OPEN, AccessStatus.PARTLY_BLOCKED, AccessStatus.OPEN);
    assertThat(history.since()).contains(open);
    assertThat(history.standing()).isEqualTo("KA-3");
    assertThat(history.blocks()).isEqualTo(1);
  }

  @Example
  void a_temporary_restore_that_ends_is_a_block_again_but_not_another_one() {
    Instant open = START.plus(Duration.ofDays(2));
    Instant end = START.plus(Duration.ofDays(5));
    AccessHistory history =
        AccessHistory.of(
            List.of(
                signed("KA-1", Effect.FULL_BLOCK, START, Optional.empty()),
                signed("KA-2", Effect.RESTORE, open, Optional.of(end)),
                signed("KA-3", Effect.FREEZE, end.plusSeconds(60), Optional.empty())),
            NOW);
    assertThat(history.bands())
        .extracting(Band::status)
        .containsExactly(
            AccessStatus.OPEN, AccessStatus.BLOCKED, AccessStatus.TEMPORARY, AccessStatus.BLOCKED);
    assertThat(history.since()).contains(end);
    assertThat(history.standing()).as("of what stands again").isEqualTo("KA-1");
    assertThat(history.blocks()).isEqualTo(1);
  }

  @Example
  void a_freeze_neither_ends_what_lies_under_it_nor_is_lost_under_a_block() {
    Instant day = START.plus(Duration.ofDays(1));
    Instant end = START.plus(Duration.ofDays(5));
    AccessHistory history =
        AccessHistory.of(
            List.of(
                signed("KA-1", Effect.FULL_BLOCK, START, Optional.empty()),
                signed("KA-2", Effect.RESTORE, day, Optional.of(end)),
                signed("KA-3", Effect.FREEZE, day.plusSeconds(60), Optional.empty()),
                signed(
                    "KA-4", Effect.RESTORE, end.plusSeconds(60), Optional.of(NOW.minusSeconds(9)))),
            NOW);
    assertThat(history.bands())
        .extracting(Band::status)
        .containsExactly(
            AccessStatus.OPEN,
            AccessStatus.BLOCKED,
            AccessStatus.TEMPORARY,
            AccessStatus.FROZEN,
            AccessStatus.BLOCKED,
            AccessStatus.TEMPORARY,
            AccessStatus.BLOCKED);
    AccessHistory lifted =
        AccessHistory.of(
            List.of(
                signed("KA-1", Effect.FREEZE, START, Optional.empty()),
                signed("KA-2", Effect.FULL_BLOCK, day, Optional.of(end))),
            NOW);
    assertThat(lifted.status()).as("once the block ended").isEqualTo(AccessStatus.FROZEN);
    Signed conditional = new Signed("KA-1", Effect.RESTORE, true, START, START, Optional.empty());
    AccessHistory frozen =
        AccessHistory.of(
            List.of(conditional, signed("KA-2", Effect.FREEZE, day, Optional.empty())), NOW);
    assertThat(frozen.status()).isEqualTo(AccessStatus.FROZEN);
    assertThat(frozen.opening()).as("still watched").contains("KA-1");
  }

  @Example
  void what_has_not_begun_gives_way_to_what_is_signed_later_about_the_same() {
    Instant monday = START.plus(Duration.ofDays(5));
    Signed block = new Signed("KA-1", Effect.FULL_BLOCK, false, START, monday, Optional.empty());
    Instant sunday = monday.minusSeconds(60);
    Signed open = signed("KA-2", Effect.RESTORE, sunday, Optional.empty());
    Signed freeze = signed("KA-2", Effect.FREEZE, sunday, Optional.empty());
    assertThat(AccessHistory.toCome(List.of(block), START)).containsExactly(block);
    assertThat(AccessHistory.nextChange(List.of(block), START))
        .as("open until it begins")
        .contains(new AccessHistory.Turn(monday, AccessStatus.BLOCKED));
    assertThat(AccessHistory.of(List.of(block), NOW).status()).isEqualTo(AccessStatus.BLOCKED);
    AccessHistory lifted = AccessHistory.of(List.of(block, open), NOW);
    assertThat(lifted.status()).isEqualTo(AccessStatus.OPEN);
    assertThat(lifted.blocks()).as("it never began").isZero();
    assertThat(AccessHistory.superseding(List.of(block, open), block)).contains(open);
    assertThat(AccessHistory.toCome(List.of(block, open), sunday)).isEmpty();
    assertThat(AccessHistory.nextChange(List.of(block, open), sunday)).isEmpty();
    assertThat(AccessHistory.of(List.of(block, freeze), NOW).status())
        .as("about something else")
        .isEqualTo(AccessStatus.BLOCKED);
    Signed later = signed("KA-2", Effect.RESTORE, monday, Optional.of(monday.plusSeconds(9)));
    assertThat(AccessHistory.of(List.of(block, later), NOW).status())
        .as("begun before")
        .isEqualTo(AccessStatus.BLOCKED);
    Signed still = signed("KA-3", Effect.FULL_BLOCK, START, Optional.empty());
    Signed hope = new Signed("KA-4", Effect.RESTORE, false, START, monday, Optional.empty());
    Signed refusal = signed("KA-5", Effect.REFUSAL, sunday, Optional.empty());
    assertThat(AccessHistory.of(List.of(still, hope, refusal), NOW).status())
        .isEqualTo(AccessStatus.BLOCKED);
  }

  @Example
  void what_was_taken_back_takes_nothing_back() {
    Instant monday = START.plus(Duration.ofDays(4));
    Signed block = new Signed("KA-1", Effect.FULL_BLOCK, false, START, monday, Optional.empty());
    Instant friday = START.plus(Duration.ofDays(1));
    Instant sunday = START.plus(Duration.ofDays(3));
    Signed open = new Signed("KA-2", Effect.RESTORE, false, friday, sunday, Optional.empty());
    Signed refusal =
        signed("KA-3", Effect.REFUSAL, START.plus(Duration.ofDays(2)), Optional.empty());
    List<Signed> all = List.of(block, open, refusal);
    assertThat(AccessHistory.of(all, NOW).status())
        .as("a refusal opens nothing")
        .isEqualTo(AccessStatus.BLOCKED);
    assertThat(AccessHistory.superseding(all, block)).isEmpty();
    assertThat(AccessHistory.superseding(all, open)).contains(refusal);
    assertThat(AccessHistory.toCome(all, refusal.signedAt())).containsExactly(block);
  }

  @Example
  void what_stood_for_a_while_in_between_took_no_place() {
    Instant day = START.plus(Duration.ofDays(1));
    Instant end = START.plus(Duration.ofDays(3));
    Signed timed = signed("KA-1", Effect.FULL_BLOCK, START, Optional.of(end.plusSeconds(9)));
    Signed between = signed("KA-2", Effect.PARTIAL_BLOCK, day, Optional.of(end));
    assertThat(AccessHistory.following(List.of(timed, between), timed, end.plusSeconds(99)))
        .as("it stood again, and ended by itself")
        .isEmpty();
    Signed block = signed("KA-1", Effect.FULL_BLOCK, START, Optional.empty());
    Signed open = signed("KA-3", Effect.RESTORE, end.plusSeconds(9), Optional.empty());
    assertThat(AccessHistory.following(List.of(block, between, open), block, end.plusSeconds(99)))
        .as("the last at whose beginning it stood no more")
        .contains(open);
  }

  @Example
  void what_took_a_place_is_named_until_it_is_given_back() {
    Instant day = START.plus(Duration.ofDays(1));
    Instant end = START.plus(Duration.ofDays(3));
    Signed block = signed("KA-1", Effect.FULL_BLOCK, START, Optional.empty());
    Signed open = signed("KA-2", Effect.RESTORE, day, Optional.empty());
    assertThat(AccessHistory.following(List.of(block, open), block, NOW)).contains(open);
    assertThat(AccessHistory.following(List.of(block, open), open, NOW)).isEmpty();
    Signed timed = signed("KA-2", Effect.RESTORE, day, Optional.of(end));
    List<Signed> lent = List.of(block, timed);
    assertThat(AccessHistory.following(lent, block, end.minusSeconds(1))).contains(timed);
    assertThat(AccessHistory.following(lent, block, end)).as("it stands again").isEmpty();
    assertThat(AccessHistory.following(lent, timed, NOW)).as("it ended by itself").isEmpty();
    Signed freeze = signed("KA-3", Effect.FREEZE, day.plusSeconds(9), Optional.empty());
    Signed removal = signed("KA-4", Effect.APP_REMOVAL, end, Optional.empty());
    Signed refusal = signed("KA-5", Effect.REFUSAL, end, Optional.empty());
    List<Signed> beside = List.of(open, freeze, removal, refusal);
    assertThat(beside)
        .as("each runs beside the others")
        .allMatch(each -> AccessHistory.following(beside, each, NOW).isEmpty());
    Signed lifts = signed("KA-6", Effect.RESTORE, end.plusSeconds(9), Optional.empty());
    assertThat(AccessHistory.following(List.of(freeze, lifts), freeze, NOW)).contains(lifts);
  }

  @Example
  void what_comes_next_are_decisions_that_begin_and_waivers_that_counted() {
    Instant monday = START.plus(Duration.ofDays(4));
    Instant end = monday.plus(Duration.ofDays(2));
    Signed block = signed("KA-1", Effect.FULL_BLOCK, START, Optional.of(monday));
    Signed replaced = new Signed("KA-2", Effect.RESTORE, false, START, monday, Optional.empty());
    Signed refusal = new Signed("KA-3", Effect.REFUSAL, false, START, monday, Optional.empty());
    Signed coming =
        new Signed("KA-4", Effect.PARTIAL_BLOCK, false, START, monday, Optional.of(end));
    By by = new By("ministry", "decision_maker", 3, Optional.empty());
    LocalDate until = LocalDate.of(2018, 8, 1);
    Cell.Waiver waiver = new Cell.Waiver("…", until, "Ketua tim", by, START, Optional.of(by));
    Cell.Waiver stale = new Cell.Waiver("…", until, "Ketua lama", by, START, Optional.of(by));
    Dossier saw =
        dossier(
            cell("order_received", CellState.WAIVED, waiver),
            cell("fine_state", CellState.MET, stale));
    Words words = new Words(new Messages(), Language.EN, Words.WIB);
    assertThat(
            new AccessNext(words)
                .lines(
                    List.of(block, replaced, refusal, coming),
                    Optional.empty(),
                    Optional.of(saw),
                    Optional.empty(),
                    START))
        .containsExactly(
            words.say("platforms.next.ends", words.instant(monday), "partly blocked"),
            words.say("platforms.next.starts", words.instant(monday), "KA-4"),
            words.say("platforms.next.waiver", words.date(until), "Ketua tim"),
            words.say("platforms.next.who"));
  }

  private static Cell cell(String code, CellState state, Cell.Waiver waiver) {
    return new Cell(
        new TruthTable.Row(CellKey.check(code), state, state, 0, false),
        new Label(code, code),
        "",
        Optional.empty(),
        Optional.empty(),
        Checklist.Shown.NOTHING,
        Optional.of(waiver));
  }

  private static Dossier dossier(Cell... cells) {
    return new Dossier(
        List.of(cells),
        List.of(),
        List.of(),
        AccessStatus.BLOCKED,
        Optional.empty(),
        1,
        Optional.empty(),
        new Weeks(List.of()),
        Map.of());
  }

  @Example
  void a_week_of_long_ago_does_not_shrink_to_nothing_beside_the_years_since() {
    AccessTimeline.Mark block =
        new AccessTimeline.Mark(AccessTimeline.Kind.DECISION, START, "KA-1", "/decisions/KA-1", "");
    AccessTimeline.Mark open =
        new AccessTimeline.Mark(
            AccessTimeline.Kind.DECISION,
            START.plus(Duration.ofDays(7)),
            "KA-2",
            "/decisions/KA-2",
            "");
    AccessHistory none = AccessHistory.of(List.of(), NOW);
    assertThat(AccessTimeline.of(none, List.of(), NOW)).isEmpty();
    AccessTimeline soon = AccessTimeline.of(none, List.of(open, block), NOW).orElseThrow();
    assertThat(soon.until()).isEqualTo(NOW);
    assertThat(soon.marks()).containsExactly(block, open);
    Instant later = NOW.plus(Duration.ofDays(3_000));
    AccessTimeline line = AccessTimeline.of(none, List.of(block, open), later).orElseThrow();
    assertThat(line.until()).isBefore(later);
    assertThat(Double.parseDouble(line.width(block.at(), open.at()))).isGreaterThan(100);
    assertThat(line.x(later)).isEqualTo("1000.0");
  }

  @Example
  void widening_a_block_is_no_further_block_and_blocking_again_is() {
    AccessHistory history =
        AccessHistory.of(
            List.of(
                signed("KA-1", Effect.PARTIAL_BLOCK, START, Optional.empty()),
                signed("KA-2", Effect.FULL_BLOCK, START.plusSeconds(60), Optional.empty()),
                signed("KA-3", Effect.RESTORE, START.plusSeconds(120), Optional.empty()),
                signed("KA-4", Effect.FULL_BLOCK, START.plusSeconds(180), Optional.empty())),
            NOW);
    assertThat(history.blocks()).isEqualTo(2);
    assertThat(history.blockedAt()).contains(START.plusSeconds(180));
    assertThat(history.status()).isEqualTo(AccessStatus.BLOCKED);
  }

  @Property(tries = 200)
  void the_clock_runs_while_every_paper_is_there_and_good_and_at_no_other_time(
      @ForAll("papers") List<Completeness.Step> steps) {
    Set<String> asked = Set.of("letter", "identity", "proof");
    Completeness now = Completeness.of(List.copyOf(asked), steps);
    Set<String> there = new HashSet<>();
    long ran = 0;
    for (int second = 0; second < steps.size(); second++) {
      ran += there.containsAll(asked) ? 1 : 0;
      Completeness.Step step = steps.get(second);
      if (step.counts()) {
        there.add(step.entryCode());
      } else {
        there.remove(step.entryCode());
      }
    }
    Instant last = START.plusSeconds(Math.max(0, steps.size() - 1));
    assertThat(now.isComplete()).isEqualTo(there.containsAll(asked));
    assertThat(now.missing()).noneMatch(there::contains);
    assertThat(now.completeAt().map(at -> Duration.between(at, last)).orElse(Duration.ZERO))
        .as("what ran now and before is what a clock would show")
        .isEqualTo(Duration.ofSeconds(ran).minus(now.spent()));
    assertThat(now.dueAt(Duration.ofDays(2)))
        .as("and what is left runs from now")
        .isEqualTo(
            now.isComplete()
                ? Optional.of(last.plus(Duration.ofDays(2)).minusSeconds(ran))
                : Optional.empty());
  }

  /** One a second. */
  @Provide
  Arbitrary<List<Completeness.Step>> papers() {
    return Combinators.combine(
            Arbitraries.of("letter", "identity", "proof", "something else"),
            Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(true)), Tuple.of(1, Arbitraries.just(false))))
        .as((entry, counts) -> new Completeness.Step(entry, counts, START))
        .list()
        .ofMaxSize(14)
        .map(
            drawn -> {
              List<Completeness.Step> steps = new ArrayList<>();
              for (Completeness.Step each : drawn) {
                Instant at = START.plusSeconds(steps.size());
                steps.add(new Completeness.Step(each.entryCode(), each.counts(), at));
              }
              return steps;
            });
  }

  @Provide
  Arbitrary<List<Signed>> decisions() {
    return Combinators.combine(
            Arbitraries.of(Effect.class),
            Arbitraries.integers().between(0, 45),
            Arbitraries.integers().between(1, 20).optional())
        .as(Drawn::new)
        .list()
        .ofMaxSize(8)
        .map(
            drawn -> {
              List<Signed> all = new ArrayList<>();
              for (Drawn each : drawn) {
                Instant from = START.plus(Duration.ofDays(each.day()));
                all.add(
                    new Signed(
                        "KA-" + all.size(),
                        each.effect(),
                        false,
                        START.plusSeconds(all.size()),
                        from,
                        each.days().map(days -> from.plus(Duration.ofDays(days)))));
              }
              return all;
            });
  }

  /** A decision before it has its number. */
  record Drawn(Effect effect, int day, Optional<Integer> days) {}

  private static Signed signed(String number, Effect effect, Instant from, Optional<Instant> end) {
    return new Signed(number, effect, false, from, from, end);
  }
}
