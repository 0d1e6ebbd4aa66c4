package id.narahubung.demo;

import static id.narahubung.demo.Part.BYTEDANCE_LEAD;
import static id.narahubung.demo.Part.BYTEDANCE_RESPONDER_1;
import static id.narahubung.demo.Part.OFFICER_1;
import static id.narahubung.demo.Part.SUPERVISOR_1;
import static id.narahubung.demo.Part.SUPERVISOR_2;

import id.narahubung.commitments.CommitmentDesk;
import id.narahubung.commitments.CommitmentSource;
import id.narahubung.commitments.ProposalGiven;
import id.narahubung.commitments.ReportGiven;
import id.narahubung.commitments.Terms;
import id.narahubung.data.Tx;
import id.narahubung.text.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the company promised in the week of July 2018. The press published the number of moderators
 * in three versions: here they are one commitment and its revisions. That and when they were signed
 * is made up, and so is each figure without a source; the texts say so.
 */
final class Promises2018 {

  private static final LocalDate END_OF_YEAR = LocalDate.of(2018, 12, 31);

  private final Turns turns;
  private final CommitmentDesk desk;
  private final Texts texts;
  private final long platform;
  private String staffing = "";

  Promises2018(Turns turns, CommitmentDesk desk, Texts texts, long platform) {
    this.turns = turns;
    this.desk = desk;
    this.texts = texts;
    this.platform = platform;
  }

  /** The night after the meeting of 4 July. */
  void afterTheMeeting() {
    staffing =
        propose(
            "2018-07-04T22:50",
            "staffing",
            terms("staffing.1", amount(20), amount(200), END_OF_YEAR, false, staff()));
    sign("2018-07-04T22:52", BYTEDANCE_LEAD, staffing, 1);
    sign("2018-07-04T23:05", SUPERVISOR_1, staffing, 1);
    act("2018-07-04T23:08", BYTEDANCE_LEAD, tx -> desk.takeOn().run(tx, turns.nextAct(), staffing));
    act(
        "2018-07-04T23:10",
        BYTEDANCE_RESPONDER_1,
        tx ->
            desk.report()
                .run(tx, turns.nextAct(), staffing, said(20, "staffing.report", false), List.of()));
    String filtering =
        propose(
            "2018-07-04T23:12",
            "filtering",
            terms(
                "filtering",
                Optional.empty(),
                amount(95),
                LocalDate.of(2018, 7, 10),
                true,
                fields("filtering", "what", "means", "hours_to_load")));
    sign("2018-07-04T23:14", BYTEDANCE_LEAD, filtering, 1);
    sign("2018-07-04T23:20", SUPERVISOR_1, filtering, 1);
    String office =
        propose(
            "2018-07-04T23:22",
            "local_office",
            terms(
                "office",
                Optional.empty(),
                Optional.empty(),
                END_OF_YEAR,
                true,
                fields("office", "address", "legal_entity", "licence_number", "opening_day")));
    sign("2018-07-04T23:24", BYTEDANCE_LEAD, office, 1);
    sign("2018-07-04T23:28", SUPERVISOR_1, office, 1);
  }

  /** The second number, published on 5 July. */
  void theDayAfter() {
    revise(
        "2018-07-05T22:00",
        OFFICER_1,
        terms("staffing.2", amount(20), amount(220), END_OF_YEAR, false, staff()),
        "staffing.2.reason");
    sign("2018-07-05T22:10", SUPERVISOR_2, staffing, 2);
    sign("2018-07-05T22:20", BYTEDANCE_LEAD, staffing, 2);
  }

  /** The third, published on the day access was opened again, and what was claimed before it. */
  void onTheLastDay() {
    act(
        "2018-07-10T09:00",
        BYTEDANCE_RESPONDER_1,
        tx ->
            desk.report()
                .run(
                    tx,
                    turns.nextAct(),
                    "KM-2018-0002",
                    said(96, "filtering.report", true),
                    List.of()));
    revise(
        "2018-07-10T11:00",
        BYTEDANCE_LEAD,
        terms("staffing.3", amount(20), amount(200), LocalDate.of(2020, 7, 10), false, staff()),
        "staffing.3.reason");
    sign("2018-07-10T11:05", BYTEDANCE_LEAD, staffing, 3);
    sign("2018-07-10T11:30", SUPERVISOR_1, staffing, 3);
  }

  private String propose(String when, String kind, Terms terms) {
    ProposalGiven given =
        new ProposalGiven(platform, kind, CommitmentSource.MEETING, text("source"), terms);
    return turns.at(
        wib(when),
        turns.person(BYTEDANCE_LEAD),
        tx -> desk.propose().run(tx, turns.nextAct(), given));
  }

  private void sign(String when, Part who, String number, int version) {
    act(when, who, tx -> desk.sign().run(tx, turns.nextAct(), number, version));
  }

  private void revise(String when, Part who, Terms terms, String reason) {
    act(
        when,
        who,
        tx -> {
          int version = desk.commitments().fetch(tx, staffing).version();
          desk.revise().run(tx, turns.nextAct(), staffing, version, terms, text(reason));
        });
  }

  private void act(String when, Part who, Consumer<Tx> work) {
    turns.at(
        wib(when),
        turns.person(who),
        tx -> {
          work.accept(tx);
          return true;
        });
  }

  private Terms terms(
      String key,
      Optional<BigDecimal> baseline,
      Optional<BigDecimal> target,
      LocalDate due,
      boolean condition,
      Map<String, String> fields) {
    return new Terms(text(key), baseline, target, due, 0, condition, fields, List.of());
  }

  private Map<String, String> staff() {
    return fields("staffing", "role", "language", "shift");
  }

  private Map<String, String> fields(String kind, String... codes) {
    return Stream.of(codes)
        .collect(Collectors.toMap(code -> code, code -> text(kind + "." + code)));
  }

  private ReportGiven said(int value, String note, boolean claims) {
    return new ReportGiven(
        amount(value),
        claims ? LocalDate.of(2018, 7, 10) : LocalDate.of(2018, 7, 4),
        text(note),
        claims,
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<BigDecimal> amount(int value) {
    return Optional.of(BigDecimal.valueOf(value));
  }

  private String text(String key) {
    return texts.get("promise." + key);
  }

  private static Instant wib(String time) {
    return LocalDateTime.parse(time).atZone(Words.WIB).toInstant();
  }
}
