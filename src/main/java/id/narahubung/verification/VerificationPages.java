package id.narahubung.verification;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.Commitment;
import id.narahubung.commitments.CommitmentStage;
import id.narahubung.commitments.CommitmentStore;
import id.narahubung.commitments.Quantity;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.By;
import id.narahubung.meetings.Meeting;
import id.narahubung.meetings.MeetingStore;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.rules.CheckMethod;
import id.narahubung.rules.ChecklistEntry;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A step: what was planned, recorded and found; the company sees what it came to. */
public final class VerificationPages {

  private final Database db;
  private final Pages pages;
  private final VerificationStore steps;
  private final SampleStore samples;
  private final DrawingStore drawings;
  private final VerificationFileStore files;
  private final CommitmentStore commitments;
  private final MeetingStore meetings;
  private final FollowStore follow;
  private final RuleStore rules;

  /** What the pages read. */
  record Stores(
      VerificationStore steps,
      SampleStore samples,
      DrawingStore drawings,
      VerificationFileStore files,
      CommitmentStore commitments,
      MeetingStore meetings,
      FollowStore follow,
      RuleStore rules) {}

  VerificationPages(Database db, Pages pages, Stores stores) {
    this.db = db;
    this.pages = pages;
    this.steps = stores.steps();
    this.samples = stores.samples();
    this.drawings = stores.drawings();
    this.files = stores.files();
    this.commitments = stores.commitments();
    this.meetings = stores.meetings();
    this.follow = stores.follow();
    this.rules = stores.rules();
  }

  /** The number in the path; what is none is a step that does not exist. */
  static String number(Context ctx) {
    String number = ctx.pathParam("verification");
    if (!number.matches("VR-\\d{4}-\\d{4,9}")) {
      throw new NotFound("verification");
    }
    return number;
  }

  void show(Context ctx) {
    Reader reader = Reader.of(ctx);
    String number = number(ctx);
    pages.show(
        ctx,
        "verifications/show",
        db.as(
            reader.viewer(),
            tx ->
                reader.viewer().side() == Side.COMPANY
                    ? result(tx, reader.words(), reader.viewer(), number)
                    : step(tx, reader.words(), reader.viewer(), number)));
  }

  private VerificationPage result(Tx tx, Words words, PersonViewer viewer, String number) {
    VerificationResult result =
        steps.findResult(tx, number).orElseThrow(() -> new NotFound(number));
    VerificationWording wording = new VerificationWording(words);
    RuleSet set = rules.fetch(tx, result.ruleSetId());
    return new VerificationPage(
        result.claim(),
        number,
        Optional.empty(),
        Optional.of(wording.outcome(result)),
        List.of(),
        links(tx, words, result.of(), meetings.ofVisit(tx, number)),
        List.of(),
        List.of(),
        List.of(),
        "",
        facts(tx, words, set, result),
        wording.sampled(
            result.sampled(), result.sampled().flatMap(each -> drawings.find(tx, number))),
        Optional.empty(),
        "",
        buttons(acts(tx, new NextStep(words, viewer, follow), result)));
  }

  /** What follows from it, as the acts that it is. */
  private List<Link> acts(Tx tx, NextStep next, VerificationResult result) {
    return next.acts(
        tx,
        result,
        result
            .of()
            .commitmentId()
            .map(id -> commitments.fetch(tx, id))
            .filter(each -> each.standing().stage() != CommitmentStage.CANCELLED)
            .map(Commitment::number));
  }

  private static List<VerificationPage.Action> buttons(List<Link> all) {
    return IntStream.range(0, all.size())
        .mapToObj(
            at ->
                new VerificationPage.Action(
                    all.get(at).href(), all.get(at).label(), at == 0 ? "button" : "button quiet"))
        .toList();
  }

  /** What it was planned from. */
  private List<Link> links(Tx tx, Words words, VerificationStep.Of of, Optional<Meeting> minutes) {
    return Stream.of(
            of.request().stream()
                .map(request -> new Link("/requests/" + request, words.say("item.back", request))),
            of.commitmentId().stream()
                .map(id -> commitments.fetch(tx, id).number())
                .map(
                    number ->
                        new Link(
                            "/commitments/" + number,
                            words.say("verification.commitment", number))),
            of.decision().stream()
                .map(
                    path ->
                        new Link("/decisions/" + path, words.say("verification.decision", path))),
            minutes.stream()
                .map(
                    written ->
                        new Link(
                            "/meetings/" + written.id(),
                            words.say(
                                written.latest().isSigned()
                                    ? "verification.minutes.signed"
                                    : "verification.minutes.waiting"))))
        .flatMap(each -> each)
        .toList();
  }

  private List<Fact> facts(Tx tx, Words words, RuleSet rules, VerificationResult result) {
    VerificationWording wording = new VerificationWording(words);
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.say("verification.of"), wording.of(result.of())));
    facts.add(
        new Fact(words.say("verification.method"), wording.method(rules, result.methodCode())));
    facts.add(new Fact(words.say("verification.carried_out"), words.date(result.carriedOutOn())));
    if (!result.place().isEmpty()) {
      facts.add(new Fact(words.say("verification.form.place"), result.place()));
    }
    facts.add(new Fact(words.say("verification.outcome"), wording.outcome(result.outcome())));
    result
        .value()
        .ifPresent(
            value ->
                facts.add(
                    new Fact(
                        words.say("verification.form.value"),
                        Quantity.say(
                            words,
                            value,
                            result
                                .of()
                                .commitmentId()
                                .flatMap(id -> commitments.fetch(tx, id).kind().unit())))));
    // What was drawn stands below it as a section of its own.
    result
        .uploads()
        .ifPresent(
            each -> facts.add(new Fact(words.say("verification.counted"), wording.counted(each))));
    facts.add(new Fact(words.say("verification.form.findings"), result.findings()));
    result
        .followUp()
        .ifPresent(
            next ->
                facts.add(
                    new Fact(words.say("verification.form.follow_up"), wording.follows(result))));
    result
        .validUntil()
        .ifPresent(
            day ->
                facts.add(new Fact(words.say("verification.form.valid_until"), words.date(day))));
    if (result.settled() > 0) {
      facts.add(
          new Fact(
              words.say("verification.settled"),
              words.say("verification.settled.value", result.settled())));
    }
    facts.add(
        new Fact(
            words.say("verification.concluded"),
            words.instant(result.concludedAt()) + ", " + result.by().told(words)));
    return facts;
  }

  private VerificationPage step(Tx tx, Words words, PersonViewer viewer, String number) {
    VerificationStep step = steps.fetch(tx, number);
    RuleSet set = rules.fetch(tx, step.ruleSetId());
    VerificationWording wording = new VerificationWording(words);
    Optional<Recorded> recorded = steps.recorded(tx, step);
    List<By> recorders = steps.recorders(tx, step);
    Optional<VerificationResult> result = steps.findResult(tx, number);
    Optional<Sample> sample = samples.find(tx, step);
    Optional<Meeting> minutes = meetings.ofVisit(tx, number);
    NextStep next = new NextStep(words, viewer, follow);
    return new VerificationPage(
        step.claim(),
        number,
        Optional.of(wording.stage(step, VerificationActs.today(tx))),
        result.map(wording::outcome),
        plan(words, set, step),
        links(tx, words, step.of(), minutes),
        recorded.map(each -> wording.recorded(step, each, set)).orElse(List.of()),
        recorded.map(each -> lines(words, step, each)).orElse(List.of()),
        checks(words, set, step, recorded, minutes),
        recorders.isEmpty()
            ? ""
            : words.say(
                "verification.recorded_by",
                recorders.stream()
                    .map(by -> by.told(words))
                    .distinct()
                    .collect(Collectors.joining(", "))),
        Stream.concat(
                result.map(each -> facts(tx, words, set, each)).orElse(List.of()).stream(),
                result.flatMap(each -> next.state(tx, each)).stream())
            .toList(),
        wording.sampled(
            result.flatMap(VerificationResult::sampled).or(() -> sample.flatMap(Sample::result)),
            sample.filter(each -> result.isPresent()).flatMap(each -> drawings.find(tx, number))),
        Optional.of(VerificationFilePages.card(words, viewer, step, files.list(tx, step))),
        why(words, viewer, set, step, sample, recorders),
        buttons(
            Stream.concat(
                    result.map(each -> acts(tx, next, each)).orElse(List.of()).stream(),
                    actions(words, viewer, set, step, recorded, minutes.isEmpty()).stream())
                .toList()));
  }

  private static List<Fact> plan(Words words, RuleSet rules, VerificationStep step) {
    VerificationWording wording = new VerificationWording(words);
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.say("verification.of"), wording.of(step.of())));
    facts.add(new Fact(words.say("verification.method"), wording.method(rules, step.methodCode())));
    facts.add(new Fact(words.say("verification.planned"), wording.when(step.plan())));
    if (!step.plan().place().isEmpty()) {
      facts.add(new Fact(words.say("verification.form.place"), step.plan().place()));
    }
    facts.add(new Fact(words.say("verification.form.officer"), step.plan().officer()));
    step.again().ifPresent(again -> facts.add(new Fact(words.say("verification.again"), again)));
    if (!step.callOffReason().isEmpty()) {
      facts.add(new Fact(words.say("verification.called_off"), step.callOffReason()));
    }
    return facts;
  }

  private static List<VerificationPage.Lines> lines(
      Words words, VerificationStep step, Recorded recorded) {
    VerificationWording wording = new VerificationWording(words);
    return Recorded.lines(step.looksAs()).stream()
        .map(
            kind ->
                new VerificationPage.Lines(
                    words.say("verification.lines." + kind.code()),
                    recorded.lines().stream()
                        .filter(line -> line.kind() == kind)
                        .map(wording::line)
                        .toList()))
        .filter(each -> !each.lines().isEmpty())
        .toList();
  }

  /** The method's checklist, gone through or not. */
  private static List<VerificationPage.Check> checks(
      Words words,
      RuleSet rules,
      VerificationStep step,
      Optional<Recorded> recorded,
      Optional<Meeting> minutes) {
    Map<String, Recorded.Checked> found =
        recorded.map(Recorded::checks).orElse(List.of()).stream()
            .collect(Collectors.toMap(Recorded.Checked::entry, each -> each));
    return rules.checklist(step.methodCode()).stream()
        .map(
            entry ->
                Optional.ofNullable(found.get(entry.code()))
                    // Ticked before the portal answered it, it counts only where it has counted.
                    .filter(check -> !entry.isOfMinutes() || !step.stage().isOpen())
                    .map(
                        check ->
                            new VerificationPage.Check(
                                words.label(entry.label()),
                                new Tag(
                                    words.say("verification.check." + check.answer().code()),
                                    switch (check.answer()) {
                                      case GOOD -> "good";
                                      case BAD -> "up";
                                      case NOT_APPLICABLE -> "unchecked";
                                    },
                                    ""),
                                check.note()))
                    .orElseGet(
                        () ->
                            entry.isOfMinutes()
                                ? signed(words, entry, minutes)
                                : new VerificationPage.Check(
                                    words.label(entry.label()),
                                    new Tag(words.say("verification.check.none"), "none", ""),
                                    "")))
        .toList();
  }

  /** What the portal answers by itself: both sides signed the minutes of the visit, or have not. */
  private static VerificationPage.Check signed(
      Words words, ChecklistEntry entry, Optional<Meeting> minutes) {
    boolean signed = ConcludeVerification.isSigned(minutes);
    String state = signed ? "signed" : minutes.isPresent() ? "waiting" : "unwritten";
    return new VerificationPage.Check(
        words.label(entry.label()),
        new Tag(
            words.say("verification.check.minutes." + state), signed ? "good" : "unchecked", ""),
        words.say("verification.check.by_portal"));
  }

  private static String why(
      Words words,
      PersonViewer viewer,
      RuleSet rules,
      VerificationStep step,
      Optional<Sample> sample,
      List<By> recorders) {
    return VerificationAct.CONCLUDE.isOffered(step, viewer)
            && ConcludeVerification.isOwn(rules, step, sample, recorders, viewer)
        ? words.say("verification.refused.second_person")
        : "";
  }

  private static List<Link> actions(
      Words words,
      PersonViewer viewer,
      RuleSet rules,
      VerificationStep step,
      Optional<Recorded> recorded,
      boolean unwritten) {
    List<Link> all = links(words, viewer, rules, step);
    recorded
        .filter(each -> unwritten && viewer.may(Permission.WRITE_MINUTES))
        .filter(each -> step.looksAs() == CheckMethod.Form.VISIT)
        .ifPresent(
            each ->
                all.add(
                    new Link(
                        "/meetings/new?visit=" + step.number(),
                        words.say("verification.minutes.link"))));
    return all;
  }

  private static List<Link> links(
      Words words, PersonViewer viewer, RuleSet rules, VerificationStep step) {
    String href = "/verifications/" + step.number();
    List<Link> actions = new ArrayList<>();
    if (step.stage() != VerificationStage.CALLED_OFF
        && CloseList.isSampled(rules.checkMethod(step.methodCode()))) {
      actions.add(new Link(href + "/sample", words.say("sample.link")));
    }
    for (VerificationAct act : VerificationAct.values()) {
      if (act.isOffered(step, viewer)) {
        actions.add(
            new Link(href + "/" + act.path(), words.say("verification." + act.code() + ".link")));
      }
    }
    boolean may = viewer.may(Permission.RECORD_VERIFICATIONS);
    if (may && step.stage() == VerificationStage.PLANNED) {
      actions.add(new Link(href + "/plan", words.say("verification.plan.link")));
    }
    if (may && step.stage() == VerificationStage.CONCLUDED) {
      actions.add(
          new Link(
              "/verifications/new?again=" + step.number(), words.say("verification.again.link")));
    }
    return actions;
  }
}
