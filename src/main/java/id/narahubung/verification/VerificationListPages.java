package id.narahubung.verification;

import id.narahubung.access.Permission;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.Address;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.web.Field;
import id.narahubung.web.Filters;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The steps one has to take, as a list and on their days; for a company what they came to. */
public final class VerificationListPages {

  private static final int ROWS = 100;
  private static final int LAPSING = 20;
  private static final int MOST_OF_A_MONTH = 500;
  private static final int DAYS = 7;

  /** What is somebody's own, who does casework. */
  private static final Set<VerificationFilter.Show> OWN =
      EnumSet.of(VerificationFilter.Show.MINE, VerificationFilter.Show.FOLLOW_MINE);

  private final Database db;
  private final Pages pages;
  private final Stores stores;

  /** What the pages read. */
  record Stores(
      VerificationStore steps,
      VerificationListStore lists,
      DueStore due,
      FollowStore follow,
      PlatformStore platforms,
      RuleStore rules) {}

  VerificationListPages(Database db, Pages pages, Stores stores) {
    this.db = db;
    this.pages = pages;
    this.stores = stores;
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
    List<VerificationResult> found = stores.steps().results(tx, before, ROWS + 1);
    List<VerificationResult> shown = found.subList(0, Math.min(ROWS, found.size()));
    return new VerificationsPage(
        words.say("verifications.results"),
        false,
        List.of(),
        "",
        List.of(),
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
        wording.method(stores.rules().fetch(tx, result.ruleSetId()), result.methodCode()),
        result.claim(),
        wording.of(result.of()),
        wording.outcome(result));
  }

  private VerificationsPage steps(Tx tx, Words words, PersonViewer viewer, Form query) {
    LocalDate today = VerificationActs.today(tx);
    RuleSet set = stores.rules().inForce(tx);
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
    Optional<Long> after = query.has("after") ? Optional.of(query.id("after")) : Optional.empty();
    Map<VerificationFilter.Show, Integer> counts = new EnumMap<>(stores.lists().count(tx, filter));
    counts.put(VerificationFilter.Show.DUE, stores.due().count(tx, today));
    counts.put(VerificationFilter.Show.FOLLOW, stores.follow().count(tx, false));
    counts.put(VerificationFilter.Show.FOLLOW_MINE, stores.follow().count(tx, true));
    Rows rows =
        filter.show().follows()
            ? followed(tx, words, viewer, query, filter, after)
            : listed(tx, words, query, filter, today, counts, after);
    boolean may = viewer.may(Permission.RECORD_VERIFICATIONS);
    return new VerificationsPage(
        words.say("verifications.title"),
        may,
        Arrays.stream(VerificationFilter.Show.values())
            .filter(show -> may || !OWN.contains(show))
            .map(
                show ->
                    new VerificationsPage.Counter(
                        words.number(counts.getOrDefault(show, 0)),
                        words.say("verifications.show." + show.code()),
                        "/verifications?show=" + show.code(),
                        show == filter.show()))
            .toList(),
        filter.show().code(),
        filter.show().follows() ? List.of() : filters(tx, words, set, query),
        rows.lapsing(),
        rows.followed(),
        rows.steps(),
        List.of(),
        rows.more(),
        rows.nextHref(),
        words.say("verifications.empty." + filter.show().code()),
        words.say(
            filter.show().follows()
                ? "verifications.empty.follow.text"
                : "verifications.empty.text"));
  }

  /** What one of the lists shows. */
  private record Rows(
      List<VerificationsPage.Lapsing> lapsing,
      List<VerificationsPage.Follow> followed,
      List<VerificationsPage.Row> steps,
      String more,
      String nextHref) {}

  private Rows followed(
      Tx tx,
      Words words,
      PersonViewer viewer,
      Form query,
      VerificationFilter filter,
      Optional<Long> after) {
    List<FollowStore.Following> found =
        stores
            .follow()
            .open(tx, filter.show() == VerificationFilter.Show.FOLLOW_MINE, after, ROWS + 1);
    List<FollowStore.Following> shown = found.stream().limit(ROWS).toList();
    return new Rows(
        List.of(),
        shown.stream().map(each -> follow(words, viewer, each)).toList(),
        List.of(),
        words.say("verifications.follows.since"),
        found.size() > ROWS
            ? Address.of("/verifications", query, List.of("show"))
                .with("after", Long.toString(shown.getLast().result().id()))
                .toString()
            : "");
  }

  private Rows listed(
      Tx tx,
      Words words,
      Form query,
      VerificationFilter filter,
      LocalDate today,
      Map<VerificationFilter.Show, Integer> counts,
      Optional<Long> after) {
    List<VerificationStep> found = stores.lists().list(tx, filter, after, ROWS + 1);
    List<VerificationStep> shown = found.stream().limit(ROWS).toList();
    int dues = counts.getOrDefault(VerificationFilter.Show.DUE, 0);
    int lapsing = filter.show() == VerificationFilter.Show.DUE ? ROWS : LAPSING;
    return new Rows(
        Stream.concat(
                stores.due().list(tx, today, lapsing).stream()
                    .map(each -> lapsing(words, each, today)),
                stores.due().lapsed(tx, today, lapsing).stream().map(each -> lapsed(words, each)))
            .limit(lapsing)
            .toList(),
        List.of(),
        shown.stream().map(step -> row(tx, words, step, today)).toList(),
        filter.show() == VerificationFilter.Show.DUE && dues > ROWS
            ? words.say("verifications.more", ROWS, dues - ROWS)
            : "",
        found.size() > ROWS
            ? Address.of("/verifications", query, List.of("show", "method", "platform"))
                .with("after", Long.toString(shown.getLast().id()))
                .toString()
            : "");
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
                stores.platforms().list(tx).stream()
                    .map(each -> filters.choice("platform", Long.toString(each.id()), each.name()))
                    .toList()))
        .filter(each -> each.choices().size() > 1)
        .toList();
  }

  private static VerificationsPage.Lapsing lapsing(Words words, DueStore.Due due, LocalDate today) {
    VerificationResult result = due.result();
    boolean lapses = result.validUntil().filter(due.on()::equals).isPresent();
    return new VerificationsPage.Lapsing(
        result.number(),
        "/verifications/" + result.number(),
        words.say(
            !lapses
                ? "verifications.rhythm"
                : due.on().isBefore(today) ? "verifications.lapsed" : "verifications.lapses",
            result.claim(),
            result.of().platform(),
            words.date(due.on())),
        "/verifications/new?again=" + result.number());
  }

  private static VerificationsPage.Lapsing lapsed(Words words, DueStore.Lapsed each) {
    return new VerificationsPage.Lapsing(
        each.number(),
        "/commitments/" + each.number(),
        words.say("verifications.evidence", each.platform(), words.date(each.until())),
        "/verifications/new?commitment=" + each.number());
  }

  private VerificationsPage.Follow follow(
      Words words, PersonViewer viewer, FollowStore.Following following) {
    VerificationResult result = following.result();
    return new VerificationsPage.Follow(
        result.number(),
        "/verifications/" + result.number(),
        words.say(
            "verifications.follows",
            new VerificationWording(words).follows(result),
            result.claim(),
            result.of().platform(),
            words.date(result.carriedOutOn())),
        new NextStep(words, viewer, stores.follow()).acts(result, following.commitment()));
  }

  private VerificationsPage.Row row(Tx tx, Words words, VerificationStep step, LocalDate today) {
    VerificationWording wording = new VerificationWording(words);
    return new VerificationsPage.Row(
        step.number(),
        "/verifications/" + step.number(),
        wording.when(step.plan()),
        wording.method(stores.rules().fetch(tx, step.ruleSetId()), step.methodCode()),
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
    List<VerificationStep> found = stores.lists().between(tx, first, last, MOST_OF_A_MONTH);
    int more =
        found.size() < MOST_OF_A_MONTH
            ? 0
            : stores.lists().countBetween(tx, first, last) - MOST_OF_A_MONTH;
    Map<LocalDate, List<VerificationStep>> byDay =
        found.stream().collect(Collectors.groupingBy(step -> step.plan().on()));
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
            .toList(),
        more > 0 ? words.say("verifications.month.more", MOST_OF_A_MONTH, more) : "");
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
    String method = wording.method(stores.rules().fetch(tx, step.ruleSetId()), step.methodCode());
    return new VerificationCalendarPage.Entry(
        step.number(),
        "/verifications/" + step.number(),
        step.plan().at().map(at -> words.time(at) + " ").orElse("")
            + method
            + ", "
            + step.of().platform(),
        wording.stage(step, today));
  }
}
