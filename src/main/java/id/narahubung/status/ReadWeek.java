package id.narahubung.status;

import id.narahubung.commitments.CommitmentState;
import id.narahubung.commitments.CommitmentState.Mark;
import id.narahubung.commitments.CommitmentState.Word;
import id.narahubung.data.Tx;
import id.narahubung.decisions.AccessHistory;
import id.narahubung.decisions.AccessStatus;
import id.narahubung.figures.Figure;
import id.narahubung.figures.FigureRow;
import id.narahubung.figures.FigureRows;
import id.narahubung.figures.FigureSet;
import id.narahubung.figures.Figures;
import id.narahubung.figures.Measure;
import id.narahubung.figures.Period;
import id.narahubung.status.CompanyWeek.Access;
import id.narahubung.status.CompanyWeek.Contested;
import id.narahubung.status.CompanyWeek.Failed;
import id.narahubung.status.CompanyWeek.Finding;
import id.narahubung.status.CompanyWeek.Matter;
import id.narahubung.status.CompanyWeek.Promise;
import id.narahubung.status.CompanyWeek.Signing;
import id.narahubung.status.CompanyWeek.Todo;
import id.narahubung.status.CompanyWeek.Warning;
import id.narahubung.status.SaidStore.Heard;
import id.narahubung.status.WeekFactStore.Look;
import id.narahubung.status.WeekFactStore.Order;
import id.narahubung.status.WeekFactStore.Promised;
import id.narahubung.text.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a period was for companies and for the ministry, as of its end: frozen or so far. */
final class ReadWeek {

  /** So many orders, and commitments, of a company stand in its week; of the others how many. */
  private static final int MOST_TODO = 40;

  private static final int MOST_FAILED = 20;
  private static final int MOST_PROMISES = 20;

  private final Figures figures;
  private final WeekFactStore facts;
  private final SaidStore said = new SaidStore();
  private final MatterStore matters = new MatterStore();
  private final NeedStore needs = new NeedStore(matters);

  ReadWeek(Figures figures, WeekFactStore facts) {
    this.figures = figures;
    this.facts = facts;
  }

  /**
   * Of each of these companies, with its figures.
   *
   * @param withTodo whether what each has to do, and what was found up, is listed, too
   */
  Map<Long, CompanyWeek> companies(
      Tx tx, Collection<Long> companies, FigureSet set, boolean withTodo) {
    Period period = set.period();
    LocalDate today = LocalDate.ofInstant(period.to(), Words.WIB);
    var signed = facts.signed(tx, companies, period);
    Map<Long, List<Promised>> promised = facts.promised(tx, companies, period);
    Map<Long, List<Warning>> letters = facts.letters(tx, companies, period);
    Map<Long, List<Contested>> objections = facts.objections(tx, companies, period);
    Map<Long, List<Matter>> asked =
        matters.list(tx, companies, period).stream()
            .collect(
                Collectors.groupingBy(
                    MatterStore.Of::company,
                    Collectors.mapping(MatterStore.Of::matter, Collectors.toList())));
    Map<Long, List<Finding>> findings = facts.findings(tx, companies, period);
    Map<Long, Signing> signing = facts.signing(tx, companies, period);
    Map<Long, Integer> duty = facts.dutyHours(tx, companies, period);
    Map<Long, Heard> heard = said.heard(tx, companies, period);
    Map<Long, CompanyWeek> weeks = new LinkedHashMap<>();
    for (Long company : companies) {
      List<Access> access = access(signed.getOrDefault(company, Map.of()), period.asOf());
      List<Promise> promises =
          promised.getOrDefault(company, List.of()).stream()
              .map(each -> promise(each, today))
              .filter(each -> !each.word().equals(Word.PROPOSED.code()))
              .filter(each -> !each.word().equals(Word.CANCELLED.code()))
              .sorted(BY_PRESSURE)
              .toList();
      List<Warning> warnings = letters.getOrDefault(company, List.of());
      List<Todo> todo =
          withTodo && set.of(Measure.OPEN, company).numerator() > 0
              ? todo(tx, company, period)
              : List.of();
      Heard told = heard.getOrDefault(company, Heard.NOTHING);
      List<Failed> up = withTodo ? failed(tx, company, set) : List.of();
      weeks.put(
          company,
          new CompanyWeek(
              Light.of(looked(set, company, access, promises, warnings, today)),
              access,
              todo.stream().limit(MOST_TODO).toList(),
              Math.max(0, todo.size() - MOST_TODO),
              up.stream().limit(MOST_FAILED).toList(),
              Math.max(0, up.size() - MOST_FAILED),
              findings.getOrDefault(company, List.of()),
              promises.stream().limit(MOST_PROMISES).toList(),
              Math.max(0, promises.size() - MOST_PROMISES),
              warnings,
              objections.getOrDefault(company, List.of()),
              asked.getOrDefault(company, List.of()),
              signing.getOrDefault(company, new Signing(0, 0, 0, 0)),
              duty.getOrDefault(company, 0),
              told.said(),
              told.companyMore(),
              told.ministryMore()));
    }
    return weeks;
  }

  MinistryWeek ministry(Tx tx, Collection<Long> companies, Period period) {
    List<String> openings =
        facts.signed(tx, companies, period).values().stream()
            .flatMap(platforms -> platforms.values().stream())
            .flatMap(signed -> AccessHistory.of(signed, period.asOf()).opening().stream())
            .toList();
    return new MinistryWeek(needs.needed(tx, companies, openings, period));
  }

  private static List<Access> access(
      Map<Long, List<AccessHistory.Signed>> platforms, Instant asOf) {
    return platforms.entrySet().stream()
        .map(
            each -> {
              AccessHistory history = AccessHistory.of(each.getValue(), asOf);
              return new Access(
                  each.getKey(),
                  history.status().code(),
                  history.since().map(Instant::toString).orElse(""),
                  history.standing(),
                  each.getValue().stream()
                      .filter(one -> one.number().equals(history.standing()))
                      .flatMap(one -> one.endsAt().stream())
                      .findFirst()
                      .map(Instant::toString)
                      .orElse(""),
                  history.blocks());
            })
        .toList();
  }

  /** What is late first, then what presses, what is not verified, what was checked in the week. */
  private static final Comparator<Promise> BY_PRESSURE =
      Comparator.comparing((Promise each) -> !each.marks().contains(Mark.LATE.code()))
          .thenComparing(each -> each.marks().isEmpty())
          .thenComparing(each -> each.word().equals(Word.VERIFIED.code()))
          .thenComparing(each -> !each.fresh())
          .thenComparing(Promise::due)
          .thenComparing(Promise::number);

  private static Promise promise(Promised of, LocalDate today) {
    CommitmentState state = CommitmentState.of(of.standing(), today, of.soonDays());
    return new Promise(
        of.number(),
        of.platform(),
        of.ruleSet(),
        of.kind(),
        state.word().code(),
        state.marks().stream().map(Mark::code).sorted().toList(),
        of.standing().dueOn().toString(),
        text(of.target()),
        text(of.standing().reported().flatMap(reported -> reported.value())),
        text(of.standing().verifiedValue()),
        of.standing().verifiedOn().map(LocalDate::toString).orElse(""),
        of.standing().condition(),
        of.fresh());
  }

  private static String text(Optional<BigDecimal> value) {
    return value.map(each -> each.stripTrailingZeros().toPlainString()).orElse("");
  }

  /** Open items by order and due time; what is overdue stands first by itself. */
  private List<Todo> todo(Tx tx, long company, Period period) {
    record Due(String request, Instant at) {}
    Map<Due, Integer> items = new LinkedHashMap<>();
    figures.eachRow(
        tx,
        FigureRows.behind(Figure.Key.of(Measure.OPEN, OptionalLong.of(company)), period),
        row -> items.merge(new Due(row.of(), row.at()), 1, Integer::sum));
    Map<String, Order> orders =
        facts.orders(tx, items.keySet().stream().map(Due::request).distinct().toList());
    return items.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<Due, Integer> each) -> each.getKey().at())
                .thenComparing(each -> each.getKey().request()))
        .map(
            each -> {
              Order order = orders.getOrDefault(each.getKey().request(), new Order(false, false));
              return new Todo(
                  each.getKey().request(),
                  each.getKey().at().toString(),
                  order.restricted() ? 0 : each.getValue(),
                  order.urgent(),
                  each.getKey().at().isBefore(period.asOf()));
            })
        .toList();
  }

  /**
   * The rows that the share of what was verified does not count, and those that the share of what
   * came back does, the newest looks first.
   */
  private List<Failed> failed(Tx tx, long company, FigureSet set) {
    Figure verified = set.of(Measure.VERIFIED, company);
    List<FigureRow> up = new ArrayList<>();
    if (verified.numerator() < verified.denominator()) {
      figures.eachRow(tx, counted(Measure.VERIFIED, company, set, false), up::add);
    }
    if (set.of(Measure.REAPPEARED, company).numerator() > 0) {
      figures.eachRow(tx, counted(Measure.REAPPEARED, company, set, true), up::add);
    }
    Map<Long, Look> looks = facts.looks(tx, up.stream().map(each -> each.place().key()).toList());
    return up.stream()
        .sorted(
            Comparator.comparing(FigureRow::at)
                .thenComparingLong(each -> each.place().key())
                .reversed())
        .flatMap(
            each ->
                Optional.ofNullable(looks.get(each.place().key()))
                    .map(look -> failed(each, look))
                    .stream())
        .toList();
  }

  private static FigureRows counted(Measure measure, long company, FigureSet set, boolean above) {
    return new FigureRows(
        measure, set.period(), OptionalLong.of(company), "", "", Optional.of(above));
  }

  private static Failed failed(FigureRow of, Look look) {
    return new Failed(
        of.number(),
        look.verdict(),
        of.at().toString(),
        look.again(),
        look.surface(),
        look.country(),
        look.signedIn() ? "yes" : "no");
  }

  private static Light.Facts looked(
      FigureSet set,
      long company,
      List<Access> access,
      List<Promise> promises,
      List<Warning> letters,
      LocalDate today) {
    Figure onTime = set.of(Measure.ON_TIME, company);
    Figure verified = set.of(Measure.VERIFIED, company);
    return new Light.Facts(
        set.of(Measure.OPEN, company).numerator(),
        set.of(Measure.OVERDUE, company).numerator(),
        set.of(Measure.OVERDUE_URGENT, company).numerator(),
        onTime.numerator(),
        onTime.denominator(),
        verified.denominator(),
        verified.numerator(),
        access.stream()
            .filter(each -> isRestricted(status(each)))
            .map(each -> new Light.Dated(each.decision(), each.since()))
            .toList(),
        numbers(promises.stream().filter(each -> each.condition() && isBroken(each))),
        numbers(
            promises.stream()
                .filter(each -> !each.condition() && each.marks().contains(Mark.LATE.code()))),
        letters.stream().filter(Warning::overdue).map(Warning::number).toList(),
        letters.stream()
            .filter(each -> each.open() && !each.overdue())
            .map(Warning::number)
            .toList(),
        access.stream()
            .filter(each -> status(each) == AccessStatus.TEMPORARY && !each.ends().isEmpty())
            .filter(
                each ->
                    ChronoUnit.DAYS.between(
                            today, LocalDate.ofInstant(Instant.parse(each.ends()), Words.WIB))
                        <= Light.ENDS_SOON_DAYS)
            .map(each -> new Light.Dated(each.decision(), each.ends()))
            .toList(),
        numbers(
            promises.stream().filter(each -> each.marks().contains(Mark.EVIDENCE_MISSING.code()))));
  }

  /** Closed, or on its way out of use though the service still opens. */
  private static boolean isRestricted(AccessStatus status) {
    return status.isShut() || status == AccessStatus.FROZEN || status == AccessStatus.APP_REMOVED;
  }

  private static AccessStatus status(Access access) {
    return AccessStatus.valueOf(access.status().toUpperCase(Locale.ROOT));
  }

  private static boolean isBroken(Promise each) {
    return each.word().equals(Word.FAILED.code()) || each.marks().contains(Mark.LATE.code());
  }

  private static List<String> numbers(Stream<Promise> promises) {
    return promises.map(Promise::number).toList();
  }
}
