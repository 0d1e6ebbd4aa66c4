package id.narahubung.demo;

import static id.narahubung.demo.Part.BYTEDANCE_LEAD;
import static id.narahubung.demo.Part.BYTEDANCE_RESPONDER_1;
import static id.narahubung.demo.Part.BYTEDANCE_RESPONDER_2;
import static id.narahubung.demo.Part.OFFICER_1;
import static id.narahubung.demo.Part.OFFICER_2;
import static id.narahubung.demo.Part.SUPERVISOR_1;
import static id.narahubung.demo.Part.SUPERVISOR_2;

import id.narahubung.commitments.CommitmentDesk;
import id.narahubung.decisions.DecisionDesk;
import id.narahubung.ledger.Ledger;
import id.narahubung.requests.Origin;
import id.narahubung.requests.RequestContent;
import id.narahubung.requests.RequesterKind;
import id.narahubung.requests.RulingOutcome;
import id.narahubung.requests.Scope;
import id.narahubung.requests.Surface;
import id.narahubung.requests.Verdict;
import id.narahubung.roster.RosterDesk;
import id.narahubung.verification.VerificationDesk;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The case of 2018 from the reports of 2 July to what became of it in September: what was asked and
 * answered stands here, what was promised, checked and decided in classes of their own. What the
 * press reported names its source; the rest is made up.
 */
final class TikTok2018 {

  private static final int REPORTED = 8;

  private final Turns turns;
  private final Desks desks;
  private final Texts texts;
  private final Says says;

  TikTok2018(Turns turns, Desks desks, Texts texts) {
    this.turns = turns;
    this.desks = desks;
    this.texts = texts;
    this.says = new Says(texts);
  }

  /** What the story is told by, besides requests. */
  record Desks(
      CommitmentDesk commitments,
      VerificationDesk verifications,
      DecisionDesk decisions,
      RosterDesk roster,
      Ledger ledger) {}

  void play(long platform) {
    Access2018 access = new Access2018(scene("access"), desks.decisions(), platform);
    Promises2018 promises = new Promises2018(scene("promise"), desks.commitments(), platform);
    Meeting2018 meetings = new Meeting2018(scene("meeting"), desks.ledger());
    Checks2018 checks =
        new Checks2018(
            scene("verify"), desks.verifications(), desks.commitments(), meetings, platform);
    String reports = report(platform);
    access.block(reports);
    answerTheReports(reports);
    String number = send(platform);
    firstNight(number);
    promises.afterTheMeeting(meetings.play(platform));
    checksOfTheNight(number);
    nextDay(number);
    promises.theDayAfter();
    checks.ofTheCleanUp(number);
    promises.claims();
    access.askToOpen();
    checks.ofTheFilterInVain();
    new Contact2018(scene("contact"), desks.roster()).play();
    checks.ofTheRest();
    promises.claimsAgain();
    checks.ofTheFilterAgain();
    promises.agreesOnTheAge();
    checks.ofTheAge();
    promises.onTheLastDay();
    access.open(List.of(reports, number));
    turns.at(wib("2018-07-10T14:00"), SUPERVISOR_1).write(number, true, text("restored"));
    turns.at(wib("2018-07-10T14:20"), OFFICER_1).write(number, false, text("note_ministry"));
    access.openEverywhere();
    promises.movesTheButton();
    checks.ofTheButton();
    promises.tellsAnotherAge();
    checks.ofTheOtherAge();
  }

  private Scene scene(String thread) {
    return new Scene(turns, texts, thread);
  }

  /** Eight of what the public reported, sent in the night before the block. */
  private String report(long platform) {
    RequestContent content =
        content(platform, "report", "PERAGAAN/02/07/2018", LocalDate.of(2018, 7, 2));
    long draft =
        turns.at(wib("2018-07-02T20:10"), OFFICER_1).draft(content, text("report.addresses"));
    turns.at(wib("2018-07-02T20:40"), OFFICER_1).submit(draft);
    String number = turns.at(wib("2018-07-02T21:10"), SUPERVISOR_1).send(draft);
    turns.at(wib("2018-07-02T21:14"), SUPERVISOR_1).write(number, true, text("report.contacted"));
    return number;
  }

  /** Only after the block, and so more than half a day late. */
  private void answerTheReports(String number) {
    turns.at(wib("2018-07-04T09:00"), BYTEDANCE_RESPONDER_1).open(number);
    turns.at(wib("2018-07-04T09:05"), BYTEDANCE_RESPONDER_1).acknowledge(number);
    Turn removes = turns.at(wib("2018-07-04T10:30"), BYTEDANCE_RESPONDER_1);
    removes.answer(number, IntStream.rangeClosed(1, REPORTED), says.removed(removes));
    Turn looks = turns.at(wib("2018-07-04T15:30"), OFFICER_2);
    looks.check(
        number,
        IntStream.rangeClosed(1, REPORTED),
        says.found(looks, Verdict.DOWN, Surface.APP, "down"));
  }

  private String send(long platform) {
    Turn officer = turns.at(wib("2018-07-04T18:10"), OFFICER_1);
    long draft =
        officer.draft(
            content(platform, "order", "PERAGAAN/04/07/2018", LocalDate.of(2018, 7, 4)),
            text("addresses"));
    turns.at(wib("2018-07-04T18:40"), OFFICER_1).submit(draft);
    String number = turns.at(wib("2018-07-04T19:10"), SUPERVISOR_1).send(draft);
    turns.at(wib("2018-07-04T19:14"), SUPERVISOR_1).write(number, true, text("meeting"));
    return number;
  }

  private RequestContent content(long platform, String key, String letter, LocalDate day) {
    return new RequestContent(
        platform,
        text(key + ".subject"),
        "02",
        "ordinary",
        text(key + ".urgency"),
        RequesterKind.AGENCY,
        text("requester"),
        text("contact"),
        Origin.PUBLIC_REPORT,
        letter + " (rekaan untuk peragaan)",
        Optional.of(day),
        List.of("uu44_2008", "uu35_2014", "ite_27_1", "ite_40"),
        text(key + ".analysis"),
        "remove",
        Scope.INDONESIA,
        true,
        text("redress"),
        text("english"));
  }

  private void firstNight(String number) {
    turns.at(wib("2018-07-04T19:25"), BYTEDANCE_RESPONDER_1).open(number);
    turns.at(wib("2018-07-04T19:32"), BYTEDANCE_RESPONDER_1).acknowledge(number);
    turns.at(wib("2018-07-04T20:05"), BYTEDANCE_LEAD).write(number, false, text("note_company"));
    turns
        .at(wib("2018-07-04T20:20"), BYTEDANCE_RESPONDER_1)
        .answer(number, IntStream.of(23), says.asks(text("question")));
    Turn removes = turns.at(wib("2018-07-04T20:55"), BYTEDANCE_RESPONDER_1);
    removes.answer(number, IntStream.rangeClosed(1, 22), says.removed(removes));
    turns.at(wib("2018-07-04T21:05"), OFFICER_1).reply(number, 23, text("reply"));
    Turn limits = turns.at(wib("2018-07-04T21:20"), BYTEDANCE_RESPONDER_2);
    limits.answer(number, IntStream.rangeClosed(24, 29), says.limited(limits));
    turns
        .at(wib("2018-07-04T21:30"), BYTEDANCE_RESPONDER_2)
        .answer(number, IntStream.of(30, 31), says.removedByUploader(text("by_uploader")));
    turns
        .at(wib("2018-07-04T21:35"), BYTEDANCE_RESPONDER_2)
        .answer(number, IntStream.of(32, 33), says.goneBefore());
    turns
        .at(wib("2018-07-04T21:50"), BYTEDANCE_RESPONDER_1)
        .answer(number, IntStream.of(34), says.refuses("R6", text("refusal_34")));
    turns
        .at(wib("2018-07-04T21:55"), BYTEDANCE_RESPONDER_1)
        .answer(number, IntStream.of(35), says.refuses("R1", text("refusal_35")));
    Turn cuts = turns.at(wib("2018-07-04T22:05"), BYTEDANCE_RESPONDER_2);
    cuts.answer(number, IntStream.of(36), says.partly(cuts, text("partly")));
    Turn closes = turns.at(wib("2018-07-04T22:15"), BYTEDANCE_RESPONDER_1);
    closes.answer(number, IntStream.of(23), says.accountClosed(closes));
    turns
        .at(wib("2018-07-04T22:20"), BYTEDANCE_RESPONDER_2)
        .answer(number, IntStream.of(37, 39), says.underReview(wib("2018-07-05T17:00")));
    turns
        .at(wib("2018-07-04T22:25"), BYTEDANCE_RESPONDER_2)
        .answer(number, IntStream.of(38), says.duplicateOf(number + "/0002"));
    turns.at(wib("2018-07-04T22:40"), BYTEDANCE_LEAD).write(number, true, text("claim"));
  }

  private void checksOfTheNight(String number) {
    Turn web = turns.at(wib("2018-07-04T23:30"), OFFICER_2);
    web.check(
        number, IntStream.rangeClosed(1, 14), says.found(web, Verdict.DOWN, Surface.WEB, "down"));
    Turn app = turns.at(wib("2018-07-05T08:30"), OFFICER_1);
    app.check(
        number, IntStream.rangeClosed(15, 19), says.found(app, Verdict.DOWN, Surface.APP, "down"));
    Turn again = turns.at(wib("2018-07-05T08:45"), OFFICER_1);
    again.check(
        number, IntStream.of(20), says.found(again, Verdict.STILL_UP, Surface.APP, "still_up"));
    Turn unable = turns.at(wib("2018-07-05T08:55"), OFFICER_1);
    unable.check(
        number, IntStream.of(21), says.found(unable, Verdict.UNCHECKED, Surface.APP, "unchecked"));
    Turn part = turns.at(wib("2018-07-05T09:05"), OFFICER_1);
    part.check(
        number, IntStream.of(36), says.found(part, Verdict.PARTLY, Surface.WEB, "part_left"));
    Turn others = turns.at(wib("2018-07-05T09:20"), OFFICER_2);
    others.check(
        number,
        IntStream.of(23, 24, 25, 30, 32),
        says.found(others, Verdict.DOWN, Surface.WEB, "down"));
  }

  private void nextDay(String number) {
    turns
        .at(wib("2018-07-05T10:00"), SUPERVISOR_2)
        .rule(number, 34, RulingOutcome.UPHELD, text("upheld_34"));
    turns
        .at(wib("2018-07-05T10:10"), SUPERVISOR_2)
        .rule(number, 35, RulingOutcome.ACCEPTED, text("accepted_35"));
    turns
        .at(wib("2018-07-05T10:15"), SUPERVISOR_2)
        .rule(number, 38, RulingOutcome.ACCEPTED, text("accepted_38"));
    Turn morning = turns.at(wib("2018-07-05T10:30"), BYTEDANCE_RESPONDER_1);
    morning.answer(number, IntStream.of(20, 36), says.removed(morning));
    Turn afternoon = turns.at(wib("2018-07-05T14:00"), BYTEDANCE_RESPONDER_1);
    afternoon.answer(number, IntStream.of(34), says.removed(afternoon));
    Turn promised = turns.at(wib("2018-07-05T16:40"), BYTEDANCE_RESPONDER_2);
    promised.answer(number, IntStream.of(37), says.removed(promised));
    Turn checks = turns.at(wib("2018-07-05T17:15"), OFFICER_2);
    checks.check(
        number,
        IntStream.of(20, 34, 36),
        says.found(checks, Verdict.DOWN, Surface.WEB, "down_again"));
    // Two hours and twenty minutes late; item 40 is never answered.
    Turn late = turns.at(wib("2018-07-05T21:30"), BYTEDANCE_RESPONDER_2);
    late.answer(number, IntStream.of(39), says.removed(late));
  }

  private String text(String key) {
    return texts.get("tiktok." + key);
  }

  private static Instant wib(String time) {
    return Scene.wib(time);
  }
}
