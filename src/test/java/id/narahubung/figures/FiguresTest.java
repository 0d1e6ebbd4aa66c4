package id.narahubung.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.commitments.CommitmentState;
import id.narahubung.commitments.CommitmentState.Mark;
import id.narahubung.commitments.CommitmentState.Word;
import id.narahubung.commitments.FindingResult;
import id.narahubung.data.Database;
import id.narahubung.letters.LetterOutcome;
import id.narahubung.requests.Histories;
import id.narahubung.requests.ItemFacts;
import id.narahubung.requests.WallCase;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.GivenLetters;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Race;
import id.narahubung.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every measure, counted by PostgreSQL and once more in Java from everything people did; and what
 * was counted stays, whatever they do afterwards.
 */
final class FiguresTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static final Week FIRST = Week.of("2026-W10");
  private static final List<Week> WEEKS = List.of(FIRST, FIRST.next(), FIRST.next().next());

  private static final List<Measure> OF_ITEMS =
      Arrays.stream(Measure.values()).filter(Measure::isOfItems).toList();

  // A Tuesday.
  private final FakeClock clock = FakeClock.at("2026-03-03T01:15:00Z");
  private final Database database = db.database(clock);
  private final Given given = new Given(database, clock);
  private final Figures figures = new Figures();
  private Company klip;
  private Company video;
  private PersonViewer responder;
  private Histories histories;

  @BeforeEach
  void twoCompanies() {
    klip = given.company("Klip");
    video = given.company("Video");
    responder = given.responder(klip);
    histories = new Histories(given, 7);
  }

  private void twoCompaniesInWork(int steps) {
    PersonViewer theirs = given.responder(video);
    new WallCase(given).of(klip, responder);
    histories.send(klip, responder, 6, false);
    clock.advance(Duration.ofHours(3));
    histories.send(klip, responder, 5, true);
    histories.send(video, theirs, 4, false);
    histories.live(steps, 180);
    histories.send(video, theirs, 4, true);
    histories.live(steps, 240);
  }

  @Test
  void a_week_is_what_a_recount_of_every_item_says_and_stays_so_whatever_happens_later() {
    twoCompaniesInWork(50);
    clock.set(FIRST.next().next().to().minus(Duration.ofHours(2)));
    histories.leaveWaiting(klip, responder);
    clock.set(FIRST.earlier(-3).from().plusSeconds(60));
    Map<String, List<FigureRow>> before = recounted();
    assertThat(before.entrySet().stream().filter(each -> !each.getValue().isEmpty()))
        .as("the histories say something of every measure")
        .extracting(each -> each.getKey().substring("2026-W10".length()))
        .contains(OF_ITEMS.stream().map(Enum::name).toArray(String[]::new));
    FigureSet frozen = freeze(FIRST.next()).orElseThrow();
    eachFigureIsAsManyRowsAsItSays(frozen);
    aCompanyReadsItsOwn(frozen);

    histories.touchAll();
    histories.live(30, 300);

    for (Week week : WEEKS) {
      for (Measure measure : OF_ITEMS) {
        assertThat(rows(SystemViewer.AUDIT, measure, Period.of(week)))
            .as("%s in %s", measure, week.code())
            .isEqualTo(before.get(week.code() + measure));
      }
    }
    assertThat(given.as(given.officer(), tx -> figures.ofWeek(tx, FIRST.next())).all())
        .isEqualTo(frozen.all());
    assertThatThrownBy(() -> db.asOwner("update figure set numerator = 0"))
        .rootCause()
        .hasMessageContaining("only added, never changed");
  }

  private Map<String, List<FigureRow>> recounted() {
    Map<Long, ItemFacts> facts = facts();
    Map<Long, Recount.Order> orders = orders();
    Map<String, List<FigureRow>> all = new LinkedHashMap<>();
    for (Week week : WEEKS) {
      for (Measure measure : OF_ITEMS) {
        List<FigureRow> rows = rows(SystemViewer.AUDIT, measure, Period.of(week));
        assertThat(rows.stream().map(Recount.Row::of).sorted().toList())
            .as("%s in %s", measure, week.code())
            .isEqualTo(Recount.of(measure, Period.of(week), facts, orders));
        all.put(week.code() + measure, rows);
      }
    }
    return all;
  }

  private void eachFigureIsAsManyRowsAsItSays(FigureSet frozen) {
    assertThat(frozen.all()).isNotEmpty();
    for (Figure figure : frozen.all()) {
      List<FigureRow> rows = rows(given.officer(), figure.of(), frozen.period());
      assertThat(rows.stream().filter(FigureRow::counted))
          .as("%s", figure)
          .hasSize(figure.numerator());
      if (figure.denominator() > 0) {
        assertThat(rows).as("%s", figure).hasSize(figure.denominator());
      }
      ofACategoryItsPartsAreAllOfIt(figure, FIRST.next());
    }
    assertThat(frozen.total(Measure.ANSWERED).numerator())
        .isEqualTo(
            frozen.of(Measure.ANSWERED, klip.id()).numerator()
                + frozen.of(Measure.ANSWERED, video.id()).numerator());
  }

  /** No parts are kept of those, so they are counted when they are asked for. */
  private void ofACategoryItsPartsAreAllOfIt(Figure figure, Week week) {
    Figure.Key of = figure.of();
    if (Set.of(Measure.OPEN, Measure.OVERDUE).contains(of.measure().whole())
        && !of.category().isEmpty()) {
      List<Figure> parts =
          given.as(
              given.officer(),
              tx -> figures.parts(tx, week, of.measure(), of.company(), of.category()));
      assertThat(parts.stream().mapToInt(Figure::numerator).sum())
          .as("%s", figure)
          .isEqualTo(figure.numerator());
    }
  }

  private void aCompanyReadsItsOwn(FigureSet frozen) {
    OptionalLong klips = OptionalLong.of(klip.id());
    FigureSet own = given.as(responder, tx -> figures.ofWeek(tx, FIRST.next()));
    assertThat(own.all())
        .isNotEmpty()
        .isEqualTo(
            frozen.all().stream().filter(each -> each.of().company().equals(klips)).toList());
    for (Measure measure : OF_ITEMS) {
      assertThat(rows(responder, measure, frozen.period()))
          .as("%s", measure)
          .isEqualTo(rows(given.officer(), Figure.Key.of(measure, klips), frozen.period()));
      assertThat(
              rows(responder, Figure.Key.of(measure, OptionalLong.of(video.id())), frozen.period()))
          .as("%s", measure)
          .isEmpty();
    }
  }

  @Test
  void what_two_write_while_a_week_is_counted_is_not_in_it_and_it_is_frozen_once() {
    twoCompaniesInWork(12);
    FigureSet now = given.as(responder, tx -> figures.soFar(tx, klip.id()));
    assertThat(now.companies()).containsExactly(klip.id());
    assertThat(now.of(Measure.OPEN, klip.id()).numerator())
        .isEqualTo(
            Integer.parseInt(
                db.rows(
                        "select count(*) from item where standing = 'open' and company_id = "
                            + klip.id())
                    .getFirst()));
    Week week = Week.containing(clock.instant());
    clock.set(week.to().plusSeconds(60));
    List<Optional<FigureSet>> counted = Collections.synchronizedList(new ArrayList<>());
    Race.atOnce(
        () -> histories.touchAll(),
        () -> Race.atOnce(() -> counted.add(freeze(week)), () -> counted.add(freeze(week))));
    List<FigureSet> once = counted.stream().flatMap(Optional::stream).toList();
    assertThat(counted).hasSize(2);
    assertThat(once).hasSize(1);
    assertThat(db.rows("select code, late from status_week")).containsExactly(week.code() + "|f");
    Map<Long, ItemFacts> facts = facts();
    Map<Long, Recount.Order> orders = orders();
    for (Measure measure : OF_ITEMS) {
      assertThat(once.getFirst().total(measure).numerator())
          .as("%s", measure)
          .isEqualTo(
              (int)
                  Recount.of(measure, Period.of(week), facts, orders).stream()
                      .filter(Recount.Row::counted)
                      .count());
    }
  }

  @Test
  void a_commitment_is_what_its_own_rule_said_of_it_at_the_weeks_end_whatever_happens_later() {
    GivenCommitments commitments = new GivenCommitments(given);
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    Function<Integer, String> agreed =
        days -> commitments.agreed(lead, klip, commitments.moderators(days, 220));
    String met = agreed.apply(4);
    String claimed = agreed.apply(4);
    String partly = agreed.apply(2);
    String silent = agreed.apply(4);
    String last = agreed.apply(5);
    String early = agreed.apply(40);
    String cancelled = agreed.apply(3);
    String proposed = commitments.propose(lead, klip, commitments.moderators(20, 220));
    commitments.cancel(lead, cancelled, "Diganti.");
    for (PersonViewer each :
        List.of(given.supervisor(), given.person(given.ministry(), Role.SUPERVISOR))) {
      commitments.cancel(each, cancelled, "Diganti.");
    }
    for (String each : List.of(met, claimed, early)) {
      commitments.report(responder, each, 220, true);
    }
    commitments.find(given.officer(), met, FindingResult.PASS, 220);
    commitments.find(given.officer(), early, FindingResult.PASS, 220);
    commitments.find(given.officer(), partly, FindingResult.PARTLY, 120);
    clock.set(FIRST.to());

    List<String> all = List.of(met, claimed, partly, silent, last, early, cancelled, proposed);
    Map<String, CommitmentState> states = new LinkedHashMap<>();
    all.forEach(
        each ->
            states.put(
                each,
                CommitmentState.of(
                    commitments.read(lead, each).standing(), commitments.today(), 0)));
    assertThat(states.values()).extracting(CommitmentState::word).contains(Word.VERIFIED);
    List<String> inForce = List.of(met, claimed, partly, silent, last, early);
    List<String> verified = saying(states, each -> each.word() == Word.VERIFIED);
    List<String> late = saying(states, each -> each.is(Mark.LATE));
    assertThat(verified).containsExactly(met, early);
    assertThat(late).containsExactly(partly, silent, last);
    Map<Measure, List<FigureRow>> before = otherRows(responder);
    assertThat(before.get(Measure.COMMITMENTS))
        .extracting(FigureRow::number, FigureRow::part, FigureRow::href)
        .containsExactlyElementsOf(
            inForce.stream().map(each -> tuple(each, "staffing", "/commitments/" + each)).toList());
    assertThat(counted(before, Measure.COMMITMENTS_VERIFIED)).isEqualTo(verified);
    assertThat(counted(before, Measure.COMMITMENTS_LATE)).isEqualTo(late);
    assertThat(before.get(Measure.COMMITMENTS_DUE))
        .extracting(FigureRow::number)
        .containsExactly(met, claimed, partly, silent, last);
    assertThat(counted(before, Measure.COMMITMENTS_DUE)).containsExactly(met);

    commitments.report(responder, silent, 220, true);
    commitments.find(given.officer(), claimed, FindingResult.FAIL, 20);
    commitments.find(given.officer(), last, FindingResult.PASS, 220);
    commitments.sign(given.supervisor(), proposed, 1);
    commitments.sign(lead, proposed, 1);
    commitments.cancel(lead, met, "Diganti.");
    commitments.agreed(lead, klip, commitments.moderators(3, 220));
    clock.advance(Duration.ofDays(2));
    assertThat(otherRows(responder)).isEqualTo(before);
    assertThat(otherRows(given.officer())).isEqualTo(before);
    assertThat(otherRows(given.responder(video)).values()).allMatch(List::isEmpty);
    eachFigureIsAsManyRowsAsItSays(freeze(FIRST).orElseThrow());
    FigureSet kept = given.as(responder, tx -> figures.ofWeek(tx, FIRST));
    assertThat(kept.of(Measure.COMMITMENTS_DUE, klip.id()).share()).hasValue(0.2);
    assertThat(kept.all()).allMatch(each -> each.of().category().isEmpty());

    Week older = FIRST.previous();
    db.asOwner(
        "insert into status_week (code, from_at, to_at, frozen_at, late, measures) values ('"
            + String.join("','", older.code(), older.from().toString(), older.to().toString())
            + "', now(), true, '{open}')");
    FigureSet of = given.as(responder, tx -> figures.ofWeek(tx, older));
    assertThat(of.of(Measure.OPEN, klip.id()).known()).isTrue();
    assertThat(of.of(Measure.COMMITMENTS, klip.id()).known()).as("nobody counted").isFalse();
  }

  @Test
  void a_letter_is_counted_by_its_stage_and_its_fine_as_paid_as_it_stood_at_the_weeks_end() {
    db.asOwner(
        "alter table fine disable trigger fine_released; update fine set adds_up = false;"
            + " alter table fine enable trigger fine_released");
    GivenLetters letters = new GivenLetters(given);
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    PersonViewer judge = given.person(given.ministry(), Role.SUPERVISOR);
    List<Sent> sent =
        Stream.generate(() -> given.request(klip).urgent().withItems(1).sent()).limit(4).toList();
    clock.advance(Duration.ofHours(30));
    Function<Sent, String> first =
        each -> letters.send(given.supervisor(), each.number(), letters.about(each.id(), "ST1", 1));
    String stays = first.apply(sent.get(0));
    String withdrawn = first.apply(sent.get(1));
    String upset = first.apply(sent.get(2));
    String twice = first.apply(sent.get(3));
    letters.object(lead, upset, "Keliru.");
    letters.withdraw(judge, withdrawn, "Salah item.");
    clock.advance(Duration.ofHours(30));
    String fined =
        letters.send(
            given.supervisor(),
            sent.getFirst().number(),
            letters.about(sent.getFirst().id(), "ST2", 1));
    letters.record(judge, fined, letters.paid(5_000_000, "a1b2 c3d4 e5f6 g7h8"));
    Function<String, String> again =
        stage ->
            letters.send(
                given.supervisor(),
                sent.get(3).number(),
                letters.about(sent.get(3).id(), stage, 1));
    String replaced = again.apply("ST2");
    clock.advance(Duration.ofHours(30));
    String unpaid = again.apply("ST3");
    clock.set(FIRST.to());
    Map<Measure, List<FigureRow>> before = otherRows(responder);
    assertThat(before.get(Measure.LETTERS))
        .extracting(FigureRow::number, FigureRow::part, FigureRow::href)
        .containsExactly(
            tuple(stays, "ST1", "/letters/" + stays),
            tuple(upset, "ST1", "/letters/" + upset),
            tuple(twice, "ST1", "/letters/" + twice),
            tuple(fined, "ST2", "/letters/" + fined),
            tuple(replaced, "ST2", "/letters/" + replaced),
            tuple(unpaid, "ST3", "/letters/" + unpaid));
    assertThat(before.get(Measure.FINES_PAID))
        .as("a later fine about the same item took the place of one")
        .extracting(FigureRow::number, FigureRow::counted)
        .containsExactly(tuple(fined, true), tuple(unpaid, false));

    clock.advance(Duration.ofHours(1));
    letters.decide(judge, upset, LetterOutcome.ACCEPTED);
    letters.reverse(judge, fined);
    assertThat(otherRows(responder)).isEqualTo(before);
    assertThat(otherRows(given.officer())).isEqualTo(before);
    assertThat(otherRows(given.responder(video)).values()).allMatch(List::isEmpty);
    eachFigureIsAsManyRowsAsItSays(freeze(FIRST).orElseThrow());
    clock.set(FIRST.next().to().plus(Duration.ofHours(1)));
    Period next = Period.of(FIRST.next());
    assertThat(rows(responder, Measure.LETTERS, next)).isEmpty();
    assertThat(rows(responder, Measure.FINES_PAID, next))
        .extracting(FigureRow::number, FigureRow::counted)
        .containsExactly(tuple(fined, false), tuple(unpaid, false));
  }

  @Test
  void a_clock_that_ran_out_and_is_given_more_time_afterwards_counts_once() {
    clock.set(FIRST.to().minus(Duration.ofHours(30)));
    Sent sent = given.request(klip).withItems(2).sent();
    clock.set(FIRST.to().plus(Duration.ofHours(1)));
    given.as(
        given.supervisor(),
        tx -> given.desk().extend().run(tx, given.act(), sent.ref(1), 24, "Pusat data pindah."));
    clock.set(FIRST.next().to().plus(Duration.ofHours(1)));
    assertThat(rows(SystemViewer.AUDIT, Measure.ON_TIME, Period.of(FIRST)))
        .hasSize(2)
        .noneMatch(FigureRow::counted);
    assertThat(rows(SystemViewer.AUDIT, Measure.ON_TIME, Period.of(FIRST.next()))).isEmpty();
    Period both = new Period(FIRST.from(), FIRST.next().to(), FIRST.next().to());
    assertThat(rows(SystemViewer.AUDIT, Measure.ON_TIME, both)).hasSize(2);
  }

  private static List<String> saying(
      Map<String, CommitmentState> states, Predicate<CommitmentState> what) {
    return states.entrySet().stream()
        .filter(each -> what.test(each.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Map<Measure, List<FigureRow>> otherRows(Viewer viewer) {
    Map<Measure, List<FigureRow>> rows = new LinkedHashMap<>();
    Arrays.stream(Measure.values())
        .filter(each -> !each.isOfItems())
        .forEach(each -> rows.put(each, rows(viewer, each, Period.of(FIRST))));
    return rows;
  }

  private static List<String> counted(Map<Measure, List<FigureRow>> rows, Measure measure) {
    return rows.getOrDefault(measure, List.of()).stream()
        .filter(FigureRow::counted)
        .map(FigureRow::number)
        .toList();
  }

  private Optional<FigureSet> freeze(Week week) {
    return given.as(SystemViewer.AUDIT, tx -> figures.freeze(tx, week, false));
  }

  private List<FigureRow> rows(Viewer viewer, Measure measure, Period period) {
    return rows(viewer, Figure.Key.of(measure, OptionalLong.empty()), period);
  }

  private List<FigureRow> rows(Viewer viewer, Figure.Key figure, Period period) {
    return given.as(
        viewer, tx -> figures.rows(tx, FigureRows.behind(figure, period), Optional.empty(), 1000));
  }

  private Map<Long, ItemFacts> facts() {
    List<Long> items =
        db.rows("select id from item where standing <> 'draft' order by id").stream()
            .map(Long::valueOf)
            .toList();
    return given.as(SystemViewer.AUDIT, tx -> given.desk().facts().fetch(tx, items));
  }

  private Map<Long, Recount.Order> orders() {
    Map<Long, Recount.Order> orders = new LinkedHashMap<>();
    for (String row :
        db.rows(
            "select i.id, u.mark, extract(epoch from r.sent_at) * 1000000,"
                + " u.acknowledge_minutes, (select extract(epoch from min(e.at)) * 1000000 from"
                + " event e where e.request_id = r.id and e.kind in"
                + " ('request.acknowledged', 'items.answered')) from item i join request r"
                + " on r.id = i.request_id join urgency u on u.rule_set_id = r.rule_set_id"
                + " and u.code = r.urgency_code")) {
      String[] parts = row.split("\\|", -1);
      orders.put(
          Long.valueOf(parts[0]),
          new Recount.Order(
              parts[1].equals("t"),
              instant(parts[4]),
              instant(parts[2]).orElseThrow().plus(Duration.ofMinutes(Long.parseLong(parts[3])))));
    }
    return orders;
  }

  private static Optional<Instant> instant(String micros) {
    if (micros.isEmpty() || micros.equals("null")) {
      return Optional.empty();
    }
    long number = new BigDecimal(micros).longValue();
    return Optional.of(Instant.ofEpochSecond(number / 1_000_000, number % 1_000_000 * 1000));
  }
}
