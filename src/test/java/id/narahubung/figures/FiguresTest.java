package id.narahubung.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.Viewer;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.requests.Histories;
import id.narahubung.requests.ItemFacts;
import id.narahubung.requests.WallCase;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
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
        .contains(Arrays.stream(Measure.values()).map(Enum::name).toArray(String[]::new));
    FigureSet frozen = freeze(FIRST.next()).orElseThrow();
    eachFigureIsAsManyRowsAsItSays(frozen);
    aCompanyReadsItsOwn(frozen);

    histories.touchAll();
    histories.live(30, 300);

    for (Week week : WEEKS) {
      for (Measure measure : Measure.values()) {
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
      for (Measure measure : Measure.values()) {
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
    }
    assertThat(frozen.total(Measure.ANSWERED).numerator())
        .isEqualTo(
            frozen.of(Measure.ANSWERED, klip.id()).numerator()
                + frozen.of(Measure.ANSWERED, video.id()).numerator());
  }

  private void aCompanyReadsItsOwn(FigureSet frozen) {
    OptionalLong klips = OptionalLong.of(klip.id());
    FigureSet own = given.as(responder, tx -> figures.ofWeek(tx, FIRST.next()));
    assertThat(own.all())
        .isNotEmpty()
        .isEqualTo(
            frozen.all().stream().filter(each -> each.of().company().equals(klips)).toList());
    for (Measure measure : Measure.values()) {
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
    for (Measure measure : Measure.values()) {
      assertThat(once.getFirst().total(measure).numerator())
          .as("%s", measure)
          .isEqualTo(
              (int)
                  Recount.of(measure, Period.of(week), facts, orders).stream()
                      .filter(Recount.Row::counted)
                      .count());
    }
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
