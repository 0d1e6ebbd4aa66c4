package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.ledger.By;
import id.narahubung.requests.Deadline.Line;
import id.narahubung.requests.Deadline.Reason;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every clock, whatever happened to it and whenever it began. */
final class DeadlinePropertiesTest {

  private static final By SUPERVISOR = new By("ministry", "supervisor", 1, Optional.empty());

  /** A round with everything that may move its due time. */
  record Case(Round round, List<Pause> pauses, List<Extension> extensions, List<Outage> outages) {

    Deadline deadline() {
      return Deadline.of(round, pauses, extensions, outages);
    }

    Case with(Pause pause) {
      return new Case(round, plus(pauses, pause), extensions, outages);
    }

    Case with(Extension extension) {
      return new Case(round, pauses, plus(extensions, extension), outages);
    }

    Case with(Outage outage) {
      return new Case(round, pauses, extensions, plus(outages, outage));
    }

    Case shuffled(Random random) {
      return new Case(
          round, mixed(pauses, random), mixed(extensions, random), mixed(outages, random));
    }

    /** Without what a reply is still awaited for. */
    Case answered() {
      return new Case(
          round, pauses.stream().filter(p -> p.to().isPresent()).toList(), extensions, outages);
    }

    private static <T> List<T> plus(List<T> list, T more) {
      return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    private static <T> List<T> mixed(List<T> list, Random random) {
      List<T> mixed = new ArrayList<>(list);
      Collections.shuffle(mixed, random);
      return mixed;
    }
  }

  @Property(tries = 500)
  void the_lines_add_up_to_the_due_time(@ForAll("cases") Case any) {
    Deadline deadline = any.deadline();
    assertThat(deadline.lines().stream().map(Line::added).reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.between(any.round().startedAt(), deadline.due()));
    assertThat(deadline.lines()).allMatch(line -> line.added().isPositive());
  }

  @Property(tries = 500)
  void the_due_time_is_that_of_a_clock_that_ticks(@ForAll("cases") Case any) {
    assertThat(any.deadline().due()).isEqualTo(ticking(any));
  }

  @Property(tries = 500)
  void the_lines_stand_in_order_and_none_counts_what_another_did(@ForAll("cases") Case any) {
    List<Line> lines = any.deadline().lines();
    assertThat(lines.getFirst().reason()).isEqualTo(Reason.HOURS);
    int more = 1 + any.extensions().size();
    assertThat(lines.subList(1, more)).allMatch(line -> line.reason() == Reason.EXTENSION);
    Instant counted = any.round().startedAt();
    for (Line line : lines.subList(more, lines.size())) {
      assertThat(line.reason()).isIn(Reason.CLARIFICATION, Reason.OUTAGE);
      assertThat(line.since()).isAfterOrEqualTo(counted);
      counted = line.since().plus(line.added());
    }
  }

  @Property(tries = 500)
  void the_order_in_which_it_is_told_does_not_matter(
      @ForAll("cases") Case any, @ForAll Random random) {
    assertThat(any.shuffled(random).deadline()).isEqualTo(any.deadline());
  }

  @Property(tries = 500)
  void nothing_that_stops_the_clock_makes_an_item_due_earlier(
      @ForAll("cases") Case any, @ForAll("pauses") Pause pause, @ForAll("outages") Outage outage) {
    Instant before = any.answered().deadline().due();
    assertThat(any.answered().with(at(any, pause)).deadline().due()).isAfterOrEqualTo(before);
    assertThat(any.answered().with(at(any, outage)).deadline().due()).isAfterOrEqualTo(before);
  }

  @Property(tries = 500)
  void what_begins_at_the_due_time_or_later_changes_nothing(
      @ForAll("cases") Case any, @ForAll("pauses") Pause pause, @ForAll("outages") Outage outage) {
    Deadline before = any.answered().deadline();
    Case since =
        new Case(
            new Round(1, RoundCause.SENT, before.due(), Duration.ofHours(1)),
            List.of(),
            List.of(),
            List.of());
    Pause late = at(since, pause);
    if (!late.from().isBefore(before.due())) {
      assertThat(any.answered().with(late).deadline()).isEqualTo(before);
      Pause open = new Pause(late.from(), Optional.empty());
      assertThat(any.answered().with(open).deadline()).isEqualTo(before);
    }
    Outage away = at(since, outage);
    if (!away.from().isBefore(before.due())) {
      assertThat(any.answered().with(away).deadline()).isEqualTo(before);
    }
  }

  @Property(tries = 500)
  void an_outage_in_a_pause_counts_once(@ForAll("cases") Case any) {
    Case once = any.answered();
    for (Outage outage : any.outages()) {
      once = once.with(new Pause(outage.from(), Optional.of(outage.to())));
    }
    assertThat(once.deadline().due()).isEqualTo(any.answered().deadline().due());
    assertThat(once.deadline().lines()).noneMatch(line -> line.reason() == Reason.OUTAGE);
  }

  @Property(tries = 500)
  void a_credit_never_exceeds_what_the_portal_was_away(@ForAll("cases") Case any) {
    for (Line line : any.deadline().lines()) {
      if (line.reason() == Reason.OUTAGE) {
        assertThat(any.outages())
            .anyMatch(
                outage ->
                    !line.since().isBefore(outage.from()) && line.since().isBefore(outage.to()));
      }
    }
    long away = minutes(any).filter(at -> isAway(any, at)).count();
    assertThat(
            any.deadline().lines().stream()
                .filter(line -> line.reason() == Reason.OUTAGE)
                .map(Line::added)
                .reduce(Duration.ZERO, Duration::plus))
        .isLessThanOrEqualTo(Duration.ofMinutes(away));
  }

  @Property(tries = 500)
  void an_extension_adds_plainly(@ForAll("cases") Case any, @ForAll("extensions") Extension more) {
    Instant due = any.deadline().due();
    Case before =
        new Case(
            any.round(),
            any.pauses().stream().filter(pause -> pause.from().isBefore(due)).toList(),
            any.extensions(),
            any.outages().stream().filter(outage -> outage.from().isBefore(due)).toList());
    assertThat(any.with(more).deadline().due()).isAfterOrEqualTo(due.plus(more.added()));
    assertThat(before.with(more).deadline().due()).isEqualTo(due.plus(more.added()));
  }

  @Example
  void four_hours_run_over_new_year() {
    Deadline deadline =
        Deadline.of(
            new Round(
                1, RoundCause.SENT, Instant.parse("2026-12-31T15:30:00Z"), Duration.ofHours(4)),
            List.of());
    Words words = new Words(new Messages(), Language.ID, Words.WIB);
    assertThat(words.instant(deadline.round().startedAt())).isEqualTo("31 Des 2026 22.30 WIB");
    assertThat(words.instant(deadline.due())).isEqualTo("1 Jan 2027 02.30 WIB");
  }

  /** Summer time begins in New York at 02:00 on 8 March: 24 hours are 24 hours there, too. */
  @Example
  void summer_time_abroad_moves_what_is_shown_and_nothing_else() {
    Deadline deadline =
        Deadline.of(
            new Round(
                1, RoundCause.SENT, Instant.parse("2026-03-07T15:00:00Z"), Duration.ofHours(24)),
            List.of());
    Words there = new Words(new Messages(), Language.EN, ZoneId.of("America/New_York"));
    assertThat(there.instantHere(deadline.round().startedAt())).startsWith("10:00");
    assertThat(there.instantHere(deadline.due())).startsWith("11:00");
    assertThat(there.clockDuration(deadline.lines().getFirst().added())).isEqualTo("+ 24:00");
  }

  /** Minute by minute: hours and extensions run off, except while it stands still. */
  private static Instant ticking(Case any) {
    Instant now = any.round().startedAt();
    long left = any.round().span().toMinutes();
    for (Extension more : any.extensions()) {
      left += more.added().toMinutes();
    }
    while (left > 0) {
      Instant at = now;
      boolean closed =
          any.pauses().stream()
              .anyMatch(p -> !p.from().isAfter(at) && p.to().filter(at::isBefore).isPresent());
      boolean open = any.pauses().stream().anyMatch(p -> !p.from().isAfter(at) && p.to().isEmpty());
      if (open && !closed) {
        return now.plus(Duration.ofMinutes(left));
      }
      left -= closed || isAway(any, at) ? 0 : 1;
      now = now.plus(Duration.ofMinutes(1));
    }
    return now;
  }

  private static boolean isAway(Case any, Instant at) {
    return any.outages().stream().anyMatch(o -> !o.from().isAfter(at) && at.isBefore(o.to()));
  }

  /** The minutes from the start until everything is over. */
  private static Stream<Instant> minutes(Case any) {
    return Stream.iterate(any.round().startedAt(), at -> at.plus(Duration.ofMinutes(1)))
        .limit(Duration.ofDays(4).toMinutes());
  }

  @Provide
  Arbitrary<Case> cases() {
    return Combinators.combine(
            starts(),
            Arbitraries.of(1L, 60L, 90L, 240L, 1440L),
            pauses().list().ofMaxSize(5),
            Arbitraries.integers().between(0, 300).injectNull(0.7).map(Optional::ofNullable),
            extensions().list().ofMaxSize(3),
            outages().list().ofMaxSize(3))
        .as(
            (start, span, pauses, open, extensions, outages) -> {
              Round round = new Round(1, RoundCause.SENT, start, Duration.ofMinutes(span));
              Case none = new Case(round, List.of(), List.of(), List.of());
              List<Pause> all = new ArrayList<>(pauses.stream().map(p -> at(none, p)).toList());
              Instant last =
                  all.stream()
                      .map(Pause::from)
                      .reduce(start, (one, other) -> one.isAfter(other) ? one : other);
              open.ifPresent(
                  after ->
                      all.add(new Pause(last.plusSeconds(60L + 60L * after), Optional.empty())));
              return new Case(
                  round, all, extensions, outages.stream().map(o -> at(none, o)).toList());
            });
  }

  /** Around midnight in Jakarta, the ends of months and years, leap days and summer times. */
  private static Arbitrary<Instant> starts() {
    return Combinators.combine(
            Arbitraries.of(
                "2026-03-02T17:00:00Z",
                "2026-04-30T17:00:00Z",
                "2026-12-31T17:00:00Z",
                "2026-12-31T23:59:00Z",
                "2027-02-28T17:00:00Z",
                "2028-02-28T17:00:00Z",
                "2028-02-29T17:00:00Z",
                "2026-03-08T07:00:00Z",
                "2026-10-25T01:00:00Z"),
            Arbitraries.integers().between(-1500, 1500))
        .as((near, minutes) -> Instant.parse(near).plus(Duration.ofMinutes(minutes)));
  }

  /** Told from 1970 on, to be moved to where a case begins. */
  @Provide
  Arbitrary<Pause> pauses() {
    return stretches()
        .map(
            minutes -> new Pause(minute(minutes[0]), Optional.of(minute(minutes[0] + minutes[1]))));
  }

  @Provide
  Arbitrary<Outage> outages() {
    return stretches()
        .map(minutes -> new Outage(minute(minutes[0]), minute(minutes[0] + minutes[1] + 1)));
  }

  @Provide
  Arbitrary<Extension> extensions() {
    return Combinators.combine(
            Arbitraries.of(60, 240, 1440), Arbitraries.integers().between(0, 3000))
        .as(
            (added, at) ->
                new Extension(1, Duration.ofMinutes(added), "Alasan.", minute(at), SUPERVISOR));
  }

  private static Arbitrary<int[]> stretches() {
    return Combinators.combine(
            Arbitraries.integers().between(-60, 1800), Arbitraries.integers().between(0, 240))
        .as((from, length) -> new int[] {from, length});
  }

  private static Instant minute(int minute) {
    return Instant.EPOCH.plus(Duration.ofMinutes(minute));
  }

  private static Pause at(Case any, Pause pause) {
    return new Pause(moved(any, pause.from()), pause.to().map(end -> moved(any, end)));
  }

  private static Outage at(Case any, Outage outage) {
    return new Outage(moved(any, outage.from()), moved(any, outage.to()));
  }

  private static Instant moved(Case any, Instant at) {
    return any.round().startedAt().plus(Duration.between(Instant.EPOCH, at));
  }
}
