package id.narahubung.demo;

import static id.narahubung.demo.Part.OFFICER_1;
import static id.narahubung.demo.Part.OFFICER_2;
import static id.narahubung.demo.Part.SUPERVISOR_1;
import static id.narahubung.demo.Part.SUPERVISOR_2;

import id.narahubung.commitments.CommitmentDesk;
import id.narahubung.data.Tx;
import id.narahubung.requests.Surface;
import id.narahubung.sampling.Confidence;
import id.narahubung.sampling.ToProve;
import id.narahubung.verification.ConclusionGiven;
import id.narahubung.verification.Entry;
import id.narahubung.verification.Entry.Found;
import id.narahubung.verification.Entry.Seen;
import id.narahubung.verification.Entry.Verdict;
import id.narahubung.verification.FollowUp;
import id.narahubung.verification.Line;
import id.narahubung.verification.PlanGiven;
import id.narahubung.verification.Recorded;
import id.narahubung.verification.VerificationDesk;
import id.narahubung.verification.VerificationOutcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the ministry looked at before it opened again. That it would check first is from the press;
 * who checked what, how, and what was found is made up, and the texts say so.
 */
final class Checks2018 {

  private static final ToProve NINETY_FIVE =
      new ToProve(BigDecimal.valueOf(95), Confidence.NINETY_FIVE);

  /** New videos to draw from, and how many are drawn: so one failure is tolerated. */
  private static final int NEW_VIDEOS = 400;

  private static final int DRAWN = 110;
  private static final List<String> OF_A_SAMPLE =
      List.of("population", "seed", "urgent", "unknown");

  /** Entries that the case gives no occasion for: nothing of the samples is urgent. */
  private static final Set<String> NOT_APPLICABLE = Set.of("urgent", "when", "again");

  private static final String CLEAN_UP = "KM-2018-0001";
  private static final String FILTERING = "KM-2018-0002";
  private static final LocalDate PLANNED = LocalDate.of(2018, 7, 6);
  private static final LocalDate NINTH = LocalDate.of(2018, 7, 9);
  private static final LocalDate TENTH = LocalDate.of(2018, 7, 10);

  private final Scene scene;
  private final VerificationDesk desk;
  private final CommitmentDesk commitments;
  private final Meeting2018 minutes;
  private final long platform;
  private String cleanUp = "";
  private String filtering = "";

  Checks2018(
      Scene scene,
      VerificationDesk desk,
      CommitmentDesk commitments,
      Meeting2018 minutes,
      long platform) {
    this.scene = scene;
    this.desk = desk;
    this.commitments = commitments;
    this.minutes = minutes;
    this.platform = platform;
  }

  /**
   * A check that is told in a form, not drawn.
   *
   * @param key of its texts
   * @param outcome with the value that was found, where there is one
   */
  private record Check(
      String key,
      String commitment,
      String method,
      VerificationOutcome outcome,
      Optional<BigDecimal> value) {

    Optional<FollowUp> followUp() {
      return switch (outcome) {
        case PASS, UNCHECKED -> Optional.empty();
        case PARTLY -> Optional.of(FollowUp.NEW_DUE);
        case FAIL -> Optional.of(FollowUp.DECISION);
      };
    }

    /** The rest was promised for then. */
    Optional<LocalDate> newDue() {
      return followUp().filter(FollowUp.NEW_DUE::equals).map(follow -> LocalDate.of(2018, 12, 31));
    }
  }

  /** What can be read, visited, rung or tried before the tenth. */
  private static final List<Check> REST =
      List.of(
          passed("community_guidelines", "KM-2018-0003", "document", Optional.empty()),
          passed("content_manager", "KM-2018-0004", "document", Optional.empty()),
          passed("government_channel", "KM-2018-0008", "call", Optional.empty()),
          passed("local_office", "KM-2018-0009", "document", Optional.empty()),
          passed("cooperation", "KM-2018-0007", "third_party", amount("1")),
          new Check("staffing", "KM-2018-0005", "visit", VerificationOutcome.PARTLY, amount("20")),
          new Check(
              "report_button", "KM-2018-0010", "device", VerificationOutcome.FAIL, amount("4")));

  private static Check passed(
      String key, String commitment, String method, Optional<BigDecimal> value) {
    return new Check(key, commitment, method, VerificationOutcome.PASS, value);
  }

  /** What the company says it did is looked at as a whole: the list is short. */
  void ofTheCleanUp(String request) {
    cleanUp =
        scene.give(
            at(PLANNED, 9, 0),
            OFFICER_1,
            tx ->
                plan(
                    tx,
                    from(tx, CLEAN_UP, Optional.of(request), Optional.empty()),
                    "sample",
                    "clean_up",
                    LocalDate.of(2018, 7, 7),
                    OFFICER_2));
    filtering =
        scene.give(
            at(PLANNED, 9, 10),
            OFFICER_1,
            tx -> plan(tx, from(tx, FILTERING), "sample", "filtering", NINTH, OFFICER_1));
    scene.act(
        "2018-07-07T10:00",
        OFFICER_2,
        tx -> {
          desk.closeList().ofRequests(tx, scene.nextAct(), cleanUp, List.of(request));
          // A list as short as this is looked at as a whole, whatever is chosen.
          desk.draw().run(tx, scene.nextAct(), cleanUp, NINETY_FIVE, 1);
        });
    look("2018-07-07T11:20", OFFICER_2, cleanUp, 0, OF_A_SAMPLE);
    conclude(
        "2018-07-08T09:30",
        SUPERVISOR_2,
        cleanUp,
        passed("clean_up", CLEAN_UP, "sample", amount("100")));
  }

  /** New videos are sampled the day before the reopening, and too many fail. */
  void ofTheFilterInVain() {
    List<String> videos =
        IntStream.rangeClosed(1, NEW_VIDEOS)
            .mapToObj("https://www.tiktok.example/@peragaan/video/658%06d2018"::formatted)
            .toList();
    scene.act(
        at(NINTH, 8, 0),
        OFFICER_1,
        tx -> {
          desk.closeList().ofAddresses(tx, scene.nextAct(), filtering, videos);
          desk.draw().run(tx, scene.nextAct(), filtering, NINETY_FIVE, DRAWN);
        });
    look(at(NINTH, 9, 55), OFFICER_1, filtering, 12, OF_A_SAMPLE);
    conclude(
        at(NINTH, 15, 0),
        SUPERVISOR_1,
        filtering,
        new ConclusionGiven(
            VerificationOutcome.FAIL,
            amount("89.1"),
            scene.text("filtering.findings"),
            Optional.of(FollowUp.NEW_DUE),
            Optional.of(TENTH),
            Optional.empty(),
            false));
  }

  void ofTheRest() {
    List<String> numbers =
        scene.give(
            at(NINTH, 10, 0),
            OFFICER_1,
            tx ->
                REST.stream()
                    .map(
                        each ->
                            plan(
                                tx,
                                from(tx, each.commitment()),
                                each.method(),
                                each.key(),
                                NINTH,
                                OFFICER_2))
                    .toList());
    for (int n = 0; n < REST.size(); n++) {
      record(at(NINTH, 11, 10 * n + 5), OFFICER_2, numbers.get(n), REST.get(n));
    }
    for (int n = 0; n < REST.size(); n++) {
      if (REST.get(n).method().equals("visit")) {
        minutes.ofVisit(platform, numbers.get(n), NINTH);
      }
    }
    for (int n = 0; n < REST.size(); n++) {
      conclude(at(NINTH, 15, 5 * n + 10), SUPERVISOR_2, numbers.get(n), REST.get(n));
    }
  }

  /**
   * The same list once more, which the plan brings along, drawn anew on the morning of the tenth.
   */
  void ofTheFilterAgain() {
    String again =
        scene.give(
            at(TENTH, 7, 30),
            OFFICER_1,
            tx -> {
              String number =
                  plan(
                      tx,
                      from(tx, FILTERING, Optional.empty(), Optional.of(filtering)),
                      "recheck",
                      "filtering_again",
                      TENTH,
                      OFFICER_1);
              desk.draw().run(tx, scene.nextAct(), number, NINETY_FIVE, DRAWN);
              return number;
            });
    look(at(TENTH, 9, 0), OFFICER_1, again, 1, List.of("same", "when", "again"));
    conclude(
        at(TENTH, 9, 20),
        SUPERVISOR_1,
        again,
        passed("filtering_again", FILTERING, "recheck", amount("99.1")));
  }

  void ofTheAge() {
    play(TENTH, 10, passed("age_limit", "KM-2018-0006", "device", amount("13")));
  }

  void ofTheButton() {
    play(
        LocalDate.of(2018, 8, 6),
        10,
        passed("report_button_again", "KM-2018-0010", "device", amount("2")));
  }

  void ofTheOtherAge() {
    play(
        LocalDate.of(2018, 9, 20),
        10,
        passed("age_limit_again", "KM-2018-0006", "device", amount("14")));
  }

  /** Planned, carried out and concluded within half an hour. */
  private void play(LocalDate day, int hour, Check check) {
    String number =
        scene.give(
            at(day, hour, 10),
            OFFICER_2,
            tx ->
                plan(
                    tx, from(tx, check.commitment()), check.method(), check.key(), day, OFFICER_2));
    record(at(day, hour, 30), OFFICER_2, number, check);
    conclude(at(day, hour, 40), SUPERVISOR_2, number, check);
  }

  private PlanGiven.From from(Tx tx, String commitment) {
    return from(tx, commitment, Optional.empty(), Optional.empty());
  }

  private PlanGiven.From from(
      Tx tx, String commitment, Optional<String> request, Optional<String> again) {
    long id = commitments.commitments().fetch(tx, commitment).id();
    return new PlanGiven.From(platform, Optional.of(id), request, again);
  }

  private String plan(
      Tx tx, PlanGiven.From from, String method, String key, LocalDate day, Part officer) {
    return desk.plan()
        .run(
            tx,
            scene.nextAct(),
            new PlanGiven(
                from,
                method,
                scene.text(key + ".claim"),
                new PlanGiven.When(
                    day, Optional.empty(), scene.text("place"), scene.idOf(officer))));
  }

  /**
   * Those drawn, of which the first so many are found as they should not be, with the checklist.
   */
  private void look(String when, Part who, String number, int failures, List<String> entries) {
    scene.act(
        when,
        who,
        tx -> {
          List<Entry> drawn = desk.toLook(tx, number);
          List<Found> found = new ArrayList<>();
          for (Entry each : drawn) {
            boolean fails = found.size() < failures;
            found.add(
                new Found(
                    each.ordinal(),
                    fails ? Verdict.FAILED : Verdict.GOOD,
                    fails ? scene.text("failed") : ""));
          }
          Seen seen = new Seen(scene.text("network"), "ID", Surface.APP, true, tx.now());
          desk.look().run(tx, scene.nextAct(), number, found, seen);
          desk.record()
              .run(
                  tx,
                  scene.nextAct(),
                  number,
                  desk.steps().fetch(tx, number).version(),
                  recorded(Scene.day(when), Map.of(), List.of(), entries));
        });
  }

  private void record(String when, Part who, String number, Check check) {
    LocalDate day = Scene.day(when);
    scene.act(
        when,
        who,
        tx ->
            desk.record()
                .run(
                    tx,
                    scene.nextAct(),
                    number,
                    desk.steps().fetch(tx, number).version(),
                    recorded(check, day)));
  }

  private Recorded recorded(Check check, LocalDate day) {
    String key = check.key();
    return switch (check.method()) {
      case "document" ->
          recorded(
              day,
              scene.texts(key, "document", "document_from", "document_says"),
              List.of(),
              List.of("origin", "claim", "validity"));
      case "visit" ->
          recorded(
              day,
              Map.of(),
              Stream.concat(
                      lines(Line.Kind.MET, key + ".met"),
                      lines(Line.Kind.HEADCOUNT, key + ".headcount"))
                  .toList(),
              List.of("address", "people", "headcount"));
      case "device" ->
          recorded(
              day,
              scene.texts(key, "account_age", "account_made", "devices"),
              lines(Line.Kind.STEP, key + ".steps").toList(),
              List.of("account", "devices", "steps"));
      case "call" ->
          recorded(
              day,
              scene.texts(key, "called"),
              lines(Line.Kind.CALL, key + ".calls").toList(),
              List.of("rung", "answered"));
      case "third_party" ->
          recorded(day, scene.texts(key, "source", "said"), List.of(), List.of("source", "said"));
      default -> throw new IllegalStateException(check.method());
    };
  }

  private Recorded recorded(
      LocalDate day, Map<String, String> fields, List<Line> lines, List<String> entries) {
    return new Recorded(
        day,
        scene.text("place"),
        scene.text("network"),
        "",
        fields,
        lines,
        entries.stream()
            .map(
                entry ->
                    new Recorded.Checked(
                        entry,
                        NOT_APPLICABLE.contains(entry)
                            ? Recorded.Answer.NOT_APPLICABLE
                            : Recorded.Answer.GOOD,
                        ""))
            .toList());
  }

  private Stream<Line> lines(Line.Kind kind, String key) {
    return scene.text(key).lines().map(line -> Line.read(kind, line).orElseThrow());
  }

  private void conclude(String when, Part who, String number, Check check) {
    conclude(
        when,
        who,
        number,
        new ConclusionGiven(
            check.outcome(),
            check.value(),
            scene.text(check.key() + ".findings"),
            check.followUp(),
            check.newDue(),
            Optional.empty(),
            false));
  }

  private void conclude(String when, Part who, String number, ConclusionGiven given) {
    scene.act(
        when,
        who,
        tx ->
            desk.conclude()
                .run(tx, scene.nextAct(), number, desk.steps().fetch(tx, number).version(), given));
  }

  private static String at(LocalDate day, int hour, int minute) {
    return day.atTime(LocalTime.of(hour, 0).plusMinutes(minute)).toString();
  }

  private static Optional<BigDecimal> amount(String value) {
    return Optional.of(new BigDecimal(value));
  }
}
