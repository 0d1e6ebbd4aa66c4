package id.narahubung.verification;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.CommitmentStore;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.By;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.web.Field;
import id.narahubung.web.Filters;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The steps one has to take, on their days, and each with what it came to. */
public final class VerificationPages {

  private static final int ROWS = 100;
  private static final int LAPSING = 20;
  private static final int MOST_OF_A_MONTH = 500;
  private static final int DAYS = 7;

  private final Database db;
  private final Pages pages;
  private final VerificationStore steps;
  private final SampleStore samples;
  private final PlatformStore platforms;
  private final CommitmentStore commitments;
  private final RuleStore rules;

  /** What the pages read. */
  record Stores(
      VerificationStore steps,
      SampleStore samples,
      PlatformStore platforms,
      CommitmentStore commitments,
      RuleStore rules) {}

  VerificationPages(Database db, Pages pages, Stores stores) {
    this.db = db;
    this.pages = pages;
    this.steps = stores.steps();
    this.samples = stores.samples();
    this.platforms = stores.platforms();
    this.commitments = stores.commitments();
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

  void list(Context ctx) {
    Reader reader = Reader.of(ctx);
    Form query = Form.ofQuery(ctx);
    pages.show(
        ctx,
        "verifications/list",
        db.as(
            reader.viewer(),
            tx ->
                reader.viewer().side() == Side.COMPANY
                    ? results(tx, reader.words(), query)
                    : steps(tx, reader.words(), reader.viewer(), query)));
  }

  private VerificationsPage results(Tx tx, Words words, Form query) {
    Optional<Long> before =
        query.has("before") ? Optional.of(query.id("before")) : Optional.empty();
    List<VerificationResult> found = steps.results(tx, before, ROWS + 1);
    List<VerificationResult> shown = found.subList(0, Math.min(ROWS, found.size()));
    return new VerificationsPage(
        words.say("verifications.results"),
        false,
        List.of(),
        "",
        List.of(),
        List.of(),
        List.of(),
        shown.stream().map(result -> row(tx, words, result)).toList(),
        "",
        found.size() > ROWS ? "/verifications?before=" + shown.getLast().id() : "",
        words.say("verifications.empty.results"),
        words.say("verifications.empty.results.text"));
  }

  private VerificationsPage.Result row(Tx tx, Words words, VerificationResult result) {
    VerificationWording wording = new VerificationWording(words);
    return new VerificationsPage.Result(
        result.number(),
        "/verifications/" + result.number(),
        words.date(result.carriedOutOn()),
        wording.method(rules.fetch(tx, result.ruleSetId()), result.methodCode()),
        result.claim(),
        wording.of(result.of()),
        wording.outcome(result));
  }

  private VerificationsPage steps(Tx tx, Words words, PersonViewer viewer, Form query) {
    LocalDate today = VerificationActs.today(tx);
    RuleSet set = rules.inForce(tx);
    VerificationFilter filter =
        new VerificationFilter(
            viewer.may(Permission.RECORD_VERIFICATIONS) || query.has("show")
                ? VerificationFilter.Show.of(query.text("show"))
                : VerificationFilter.Show.OPEN,
            set.findCheckMethod(query.text("method")).map(each -> query.text("method")),
            query.text("platform").matches("\\d{1,18}")
                ? Optional.of(query.id("platform"))
                : Optional.empty(),
            today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
    List<VerificationStep> found = steps.list(tx, filter, ROWS + 1);
    List<VerificationStep> shown = found.subList(0, Math.min(ROWS, found.size()));
    boolean may = viewer.may(Permission.RECORD_VERIFICATIONS);
    Map<VerificationFilter.Show, Integer> counts = steps.count(tx, filter);
    return new VerificationsPage(
        words.say("verifications.title"),
        may,
        Arrays.stream(VerificationFilter.Show.values())
            .filter(show -> may || show != VerificationFilter.Show.MINE)
            .map(
                show ->
                    new VerificationsPage.Counter(
                        words.number(counts.getOrDefault(show, 0)),
                        words.say("verifications.show." + show.code()),
                        "/verifications?show=" + show.code(),
                        show == filter.show()))
            .toList(),
        filter.show().code(),
        filters(tx, words, set, query),
        steps.lapsing(tx, today.plusDays(set.limits().commitmentSoonDays()), LAPSING).stream()
            .map(each -> lapsing(words, each, today))
            .toList(),
        shown.stream().map(step -> row(tx, words, step, today)).toList(),
        List.of(),
        found.size() > ROWS ? words.say("verifications.more", ROWS) : "",
        "",
        words.say("verifications.empty." + filter.show().code()),
        words.say("verifications.empty.text"));
  }

  private List<Field> filters(Tx tx, Words words, RuleSet set, Form query) {
    Filters filters = new Filters(words, query, "verifications.");
    return Stream.of(
            filters.select(
                "method",
                set.checking().methods().stream()
                    .map(each -> filters.choice("method", each.code(), words.label(each.label())))
                    .toList()),
            filters.select(
                "platform",
                platforms.list(tx).stream()
                    .map(each -> filters.choice("platform", Long.toString(each.id()), each.name()))
                    .toList()))
        .filter(each -> each.choices().size() > 1)
        .toList();
  }

  private static VerificationsPage.Lapsing lapsing(
      Words words, VerificationResult result, LocalDate today) {
    LocalDate until = result.validUntil().orElseThrow();
    return new VerificationsPage.Lapsing(
        result.number(),
        "/verifications/" + result.number(),
        words.say(
            until.isBefore(today) ? "verifications.lapsed" : "verifications.lapses",
            result.claim(),
            result.of().platform(),
            words.date(until)),
        "/verifications/new?again=" + result.number());
  }

  private VerificationsPage.Row row(Tx tx, Words words, VerificationStep step, LocalDate today) {
    VerificationWording wording = new VerificationWording(words);
    return new VerificationsPage.Row(
        step.number(),
        "/verifications/" + step.number(),
        wording.when(step.plan()),
        wording.method(rules.fetch(tx, step.ruleSetId()), step.methodCode()),
        step.claim(),
        step.of().platform(),
        step.plan().officer(),
        wording.stage(step, today));
  }

  void calendar(Context ctx) {
    Reader reader = Reader.of(ctx);
    Form query = Form.ofQuery(ctx);
    pages.show(
        ctx,
        "verifications/calendar",
        db.as(reader.viewer(), tx -> month(tx, reader.words(), query)));
  }

  private VerificationCalendarPage month(Tx tx, Words words, Form query) {
    LocalDate today = VerificationActs.today(tx);
    YearMonth month = month(query.text("month")).orElse(YearMonth.from(today));
    LocalDate first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate last = month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    Map<LocalDate, List<VerificationStep>> byDay =
        steps.between(tx, first, last, MOST_OF_A_MONTH).stream()
            .collect(Collectors.groupingBy(step -> step.plan().on()));
    VerificationWording wording = new VerificationWording(words);
    List<VerificationCalendarPage.Day> days =
        first
            .datesUntil(last.plusDays(1))
            .map(
                day ->
                    new VerificationCalendarPage.Day(
                        Integer.toString(day.getDayOfMonth()),
                        words.weekday(day),
                        !YearMonth.from(day).equals(month),
                        day.equals(today),
                        byDay.getOrDefault(day, List.of()).stream()
                            .map(step -> entry(tx, words, wording, step, today))
                            .toList()))
            .toList();
    return new VerificationCalendarPage(
        words.say("verifications.month", name(words, month)),
        "/verifications/calendar?month=" + month.minusMonths(1),
        "/verifications/calendar?month=" + month.plusMonths(1),
        Arrays.stream(DayOfWeek.values())
            .map(day -> day.getDisplayName(TextStyle.SHORT, words.language().locale()))
            .toList(),
        IntStream.range(0, days.size() / DAYS)
            .mapToObj(week -> days.subList(week * DAYS, (week + 1) * DAYS))
            .toList());
  }

  private static String name(Words words, YearMonth month) {
    return month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, words.language().locale())
        + " "
        + month.getYear();
  }

  /** A month as an address of ours names it: of a time in which anything is planned. */
  private static Optional<YearMonth> month(String typed) {
    try {
      return Optional.of(YearMonth.parse(typed))
          .filter(month -> month.getYear() >= 2000 && month.getYear() < 2200);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private VerificationCalendarPage.Entry entry(
      Tx tx, Words words, VerificationWording wording, VerificationStep step, LocalDate today) {
    String method = wording.method(rules.fetch(tx, step.ruleSetId()), step.methodCode());
    return new VerificationCalendarPage.Entry(
        step.number(),
        "/verifications/" + step.number(),
        step.plan().at().map(at -> words.time(at) + " ").orElse("")
            + method
            + ", "
            + step.of().platform(),
        wording.stage(step, today));
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
                    ? result(tx, reader.words(), number)
                    : step(tx, reader.words(), reader.viewer(), number)));
  }

  private VerificationPage result(Tx tx, Words words, String number) {
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
        links(tx, words, result.of()),
        List.of(),
        List.of(),
        List.of(),
        "",
        facts(words, set, result),
        result.sampled().map(wording::sampled).orElse(List.of()),
        "",
        List.of());
  }

  /** What it was planned from. */
  private List<Link> links(Tx tx, Words words, VerificationStep.Of of) {
    return Stream.concat(
            of.request().stream()
                .map(request -> new Link("/requests/" + request, words.say("item.back", request))),
            of.commitmentId().stream()
                .map(id -> commitments.fetch(tx, id).number())
                .map(
                    number ->
                        new Link(
                            "/commitments/" + number,
                            words.say("verification.commitment", number))))
        .toList();
  }

  private static List<Fact> facts(Words words, RuleSet rules, VerificationResult result) {
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
                facts.add(new Fact(words.say("verification.form.value"), wording.value(value))));
    facts.add(new Fact(words.say("verification.form.findings"), result.findings()));
    result
        .followUp()
        .ifPresent(
            next ->
                facts.add(
                    new Fact(
                        words.say("verification.form.follow_up"),
                        words.say("verification.follow_up." + next.code())
                            + result.newDueOn().map(day -> ": " + words.date(day)).orElse(""))));
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
    return new VerificationPage(
        step.claim(),
        number,
        Optional.of(wording.stage(step, VerificationActs.today(tx))),
        result.map(wording::outcome),
        plan(words, set, step),
        links(tx, words, step.of()),
        recorded.map(each -> wording.recorded(step, each, set)).orElse(List.of()),
        recorded.map(each -> lines(words, set, step, each)).orElse(List.of()),
        checks(words, set, step, recorded),
        recorders.isEmpty()
            ? ""
            : words.say(
                "verification.recorded_by",
                recorders.stream()
                    .map(by -> by.told(words))
                    .distinct()
                    .collect(Collectors.joining(", "))),
        result.map(each -> facts(words, set, each)).orElse(List.of()),
        result
            .flatMap(VerificationResult::sampled)
            .or(() -> samples.find(tx, step).flatMap(Sample::result))
            .map(wording::sampled)
            .orElse(List.of()),
        why(words, viewer, set, step, recorders),
        actions(words, viewer, set, step));
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
      Words words, RuleSet rules, VerificationStep step, Recorded recorded) {
    VerificationWording wording = new VerificationWording(words);
    return Recorded.lines(rules.checkMethod(step.methodCode()).form()).stream()
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
      Words words, RuleSet rules, VerificationStep step, Optional<Recorded> recorded) {
    Map<String, Recorded.Checked> found =
        recorded.map(Recorded::checks).orElse(List.of()).stream()
            .collect(Collectors.toMap(Recorded.Checked::entry, each -> each));
    return rules.checklist(step.methodCode()).stream()
        .map(
            entry ->
                Optional.ofNullable(found.get(entry.code()))
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
                            new VerificationPage.Check(
                                words.label(entry.label()),
                                new Tag(words.say("verification.check.none"), "none", ""),
                                "")))
        .toList();
  }

  private static String why(
      Words words, PersonViewer viewer, RuleSet rules, VerificationStep step, List<By> recorders) {
    return VerificationAct.CONCLUDE.isOffered(step, viewer)
            && ConcludeVerification.isOwn(rules, step, recorders, viewer)
        ? words.say("verification.refused.second_person")
        : "";
  }

  private static List<VerificationPage.Action> actions(
      Words words, PersonViewer viewer, RuleSet rules, VerificationStep step) {
    List<Link> all = links(words, viewer, rules, step);
    return IntStream.range(0, all.size())
        .mapToObj(
            at ->
                new VerificationPage.Action(
                    all.get(at).href(), all.get(at).label(), at == 0 ? "button" : "button quiet"))
        .toList();
  }

  private static List<Link> links(
      Words words, PersonViewer viewer, RuleSet rules, VerificationStep step) {
    String href = "/verifications/" + step.number();
    List<Link> actions = new ArrayList<>();
    if (viewer.may(Permission.RECORD_VERIFICATIONS)
        && step.stage() != VerificationStage.CALLED_OFF
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
