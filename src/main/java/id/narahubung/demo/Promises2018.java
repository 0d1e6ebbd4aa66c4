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
import id.narahubung.evidence.FileFault;
import id.narahubung.evidence.ReceivedFile;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ten requirements of July 2018 as what the company promised, each a commitment. The press
 * published the number of moderators and the minimum age in three versions each: here they are one
 * commitment and its revisions. What was signed when is made up, and so is each figure without a
 * source; the texts say so.
 */
final class Promises2018 {

  private static final LocalDate REOPENING = LocalDate.of(2018, 7, 10);
  private static final LocalDate END_OF_YEAR = LocalDate.of(2018, 12, 31);

  private static final String CLEAN_UP = "KM-2018-0001";
  private static final String FILTERING = "KM-2018-0002";
  private static final String STAFFING = "KM-2018-0005";
  private static final String AGE = "KM-2018-0006";
  private static final String BUTTON = "KM-2018-0010";

  private final Scene scene;
  private final CommitmentDesk desk;
  private final long platform;

  Promises2018(Scene scene, CommitmentDesk desk, long platform) {
    this.scene = scene;
    this.desk = desk;
    this.platform = platform;
  }

  /** A requirement: what it promises, of which kind. */
  private record Requirement(String kind, Terms terms) {}

  /** The night after the meeting of 4 July: ten promises, in the order in which they were told. */
  void afterTheMeeting(long meeting) {
    List<Requirement> ten = requirements();
    List<String> numbers = new ArrayList<>();
    for (int n = 0; n < ten.size(); n++) {
      Requirement each = ten.get(n);
      ProposalGiven given =
          new ProposalGiven(
              platform,
              each.kind(),
              CommitmentSource.MEETING,
              scene.text("source"),
              Optional.of(meeting),
              each.terms());
      numbers.add(
          scene.give(
              "2018-07-04T22:%02d".formatted(48 + n),
              BYTEDANCE_LEAD,
              tx -> {
                String number = desk.propose().run(tx, scene.nextAct(), given);
                desk.sign().run(tx, scene.nextAct(), number, 1);
                return number;
              }));
    }
    for (int n = 0; n < numbers.size(); n++) {
      sign("2018-07-04T23:%02d".formatted(5 + n), SUPERVISOR_1, numbers.get(n), 1);
    }
    scene.act(
        "2018-07-04T23:18",
        BYTEDANCE_LEAD,
        tx -> numbers.forEach(number -> desk.takeOn().run(tx, scene.nextAct(), number)));
    report("2018-07-04T23:20", STAFFING, amount(20), "staffing.report", false);
    report("2018-07-04T23:24", CLEAN_UP, amount(100), "clean_up.report", true);
    scene.act(
        "2018-07-04T23:28",
        OFFICER_1,
        tx -> numbers.forEach(number -> desk.takeOn().run(tx, scene.nextAct(), number)));
  }

  private List<Requirement> requirements() {
    return List.of(
        condition("clean_up", Optional.empty(), amount(100), REOPENING, "items"),
        condition(
            "filtering", Optional.empty(), amount(95), REOPENING, "what", "means", "hours_to_load"),
        done("community_guidelines", REOPENING, "address", "language"),
        done("content_manager", REOPENING, "function"),
        new Requirement("staffing", staffing("staffing.1", 200, END_OF_YEAR)),
        new Requirement("age_limit", age("age_limit.1", 16)),
        condition("cooperation", amount(0), amount(1), REOPENING, "partner", "programme"),
        done("government_channel", REOPENING, "channel", "acknowledge_hours"),
        done(
            "local_office",
            END_OF_YEAR,
            "address",
            "legal_entity",
            "licence_number",
            "opening_day"),
        condition("report_button", amount(4), amount(2), REOPENING, "place"));
  }

  private Requirement done(String kind, LocalDate due, String... fields) {
    return condition(kind, Optional.empty(), Optional.empty(), due, fields);
  }

  private Requirement condition(
      String kind,
      Optional<BigDecimal> baseline,
      Optional<BigDecimal> target,
      LocalDate due,
      String... fields) {
    return new Requirement(
        kind, terms(kind, baseline, target, due, true, scene.texts(kind, fields)));
  }

  /** No condition: the second half of the persons was promised for later. */
  private Terms staffing(String key, int target, LocalDate due) {
    return new Terms(
        scene.text(key),
        amount(20),
        amount(target),
        due,
        0,
        false,
        Map.of(),
        List.of(),
        List.of(
            shift("staffing.day", 12, target * 3 / 5),
            shift("staffing.night", 8, target - target * 3 / 5)));
  }

  /** Of the persons the press reported only how many: who works when is made up, and says so. */
  private Terms.Row shift(String key, int baseline, int target) {
    return new Terms.Row(
        List.of(scene.text("staffing.role"), scene.text("staffing.language"), scene.text(key)),
        amount(baseline),
        BigDecimal.valueOf(target));
  }

  private Terms age(String key, int target) {
    return terms(
        key,
        amount(12),
        amount(target),
        LocalDate.of(2018, 9, 30),
        true,
        Map.of("age_from", Integer.toString(target), "gate", scene.text(key + ".gate")));
  }

  /** The second number of moderators, published on 5 July. */
  void theDayAfter() {
    revise(
        "2018-07-05T22:00",
        OFFICER_1,
        STAFFING,
        staffing("staffing.2", 220, END_OF_YEAR),
        "staffing.2.reason");
    sign("2018-07-05T22:10", SUPERVISOR_2, STAFFING, 2);
    sign("2018-07-05T22:20", BYTEDANCE_LEAD, STAFFING, 2);
  }

  /** What the company says is met, before anybody has looked. */
  void claims() {
    claim("2018-07-08T10:00", FILTERING, amount(96), "filtering.report");
    claim("2018-07-08T10:10", "KM-2018-0003", Optional.empty(), "community_guidelines.report");
    claim("2018-07-08T10:20", "KM-2018-0004", Optional.empty(), "content_manager.report");
    claim("2018-07-08T10:30", "KM-2018-0007", amount(1), "cooperation.report");
    claim("2018-07-08T10:40", "KM-2018-0008", Optional.empty(), "government_channel.report");
    claim("2018-07-08T10:50", "KM-2018-0009", Optional.empty(), "local_office.report");
  }

  /** After the sample that failed. */
  void claimsAgain() {
    claim("2018-07-09T22:00", FILTERING, amount(98), "filtering.report_again");
  }

  /** The second age that was published, agreed on the day of the reopening. */
  void agreesOnTheAge() {
    revise("2018-07-10T09:35", BYTEDANCE_LEAD, AGE, age("age_limit.2", 13), "age_limit.2.reason");
    sign("2018-07-10T09:40", BYTEDANCE_LEAD, AGE, 2);
    sign("2018-07-10T09:45", SUPERVISOR_1, AGE, 2);
    claim("2018-07-10T09:50", AGE, amount(13), "age_limit.2.report");
  }

  /** The third number of moderators, and what is said of the button that is not there yet. */
  void onTheLastDay() {
    report("2018-07-10T10:45", BUTTON, amount(4), "report_button.report", false);
    revise(
        "2018-07-10T11:00",
        BYTEDANCE_LEAD,
        STAFFING,
        staffing("staffing.3", 200, LocalDate.of(2020, 7, 10)),
        "staffing.3.reason");
    sign("2018-07-10T11:05", BYTEDANCE_LEAD, STAFFING, 3);
    sign("2018-07-10T11:10", SUPERVISOR_1, STAFFING, 3);
  }

  void movesTheButton() {
    claim("2018-07-30T10:00", BUTTON, amount(2), "report_button.claim");
  }

  /** The third age, told by the company in September. */
  void tellsAnotherAge() {
    revise("2018-09-14T10:00", BYTEDANCE_LEAD, AGE, age("age_limit.3", 14), "age_limit.3.reason");
    sign("2018-09-14T10:05", BYTEDANCE_LEAD, AGE, 3);
    sign("2018-09-14T15:00", SUPERVISOR_1, AGE, 3);
    claim("2018-09-14T15:30", AGE, amount(14), "age_limit.3.report");
  }

  private void sign(String when, Part who, String number, int version) {
    scene.act(when, who, tx -> desk.sign().run(tx, scene.nextAct(), number, version));
  }

  private void revise(String when, Part who, String number, Terms terms, String reason) {
    scene.act(
        when,
        who,
        tx -> {
          int version = desk.commitments().fetch(tx, number).version();
          desk.revise().run(tx, scene.nextAct(), number, version, terms, scene.text(reason));
        });
  }

  private void claim(String when, String number, Optional<BigDecimal> value, String note) {
    report(when, number, value, note, true);
  }

  private void report(
      String when, String number, Optional<BigDecimal> value, String note, boolean claims) {
    if (!claims) {
      report(when, number, said(when, value, note, false), List.of());
      return;
    }
    byte[] proof = scene.text("proof").getBytes(StandardCharsets.UTF_8);
    try (ReceivedFile file = ReceivedFile.of(new ByteArrayInputStream(proof), "bukti.txt")) {
      report(when, number, said(when, value, note, true), List.of(file));
    } catch (FileFault e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is claimed is proven by a file of that day. */
  private ReportGiven said(String when, Optional<BigDecimal> value, String note, boolean claims) {
    LocalDate day = Scene.day(when);
    return new ReportGiven(
        value,
        day,
        scene.text(note),
        claims,
        claims ? Optional.of(day) : Optional.empty(),
        Optional.empty());
  }

  private void report(String when, String number, ReportGiven given, List<ReceivedFile> files) {
    scene.act(
        when,
        BYTEDANCE_RESPONDER_1,
        tx -> desk.report().run(tx, scene.nextAct(), number, given, files));
  }

  private Terms terms(
      String key,
      Optional<BigDecimal> baseline,
      Optional<BigDecimal> target,
      LocalDate due,
      boolean condition,
      Map<String, String> fields) {
    return new Terms(scene.text(key), baseline, target, due, 0, condition, fields, List.of());
  }

  private static Optional<BigDecimal> amount(int value) {
    return Optional.of(BigDecimal.valueOf(value));
  }
}
