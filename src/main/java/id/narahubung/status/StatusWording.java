package id.narahubung.status;

import id.narahubung.commitments.Quantity;
import id.narahubung.figures.Figure;
import id.narahubung.figures.FigureWording;
import id.narahubung.figures.Measure;
import id.narahubung.letters.LetterWording;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.rules.CommitmentKind.Direction;
import id.narahubung.rules.RuleSet;
import id.narahubung.status.CompanyWeek.Finding;
import id.narahubung.status.CompanyWeek.Promise;
import id.narahubung.status.CompanyWeek.Warning;
import id.narahubung.status.Light.Reason;
import id.narahubung.status.Light.Verdict;
import id.narahubung.text.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers, codes and days of a week in words, and where each leads. */
final class StatusWording {

  /** So much of the seal is printed; the whole stands on the page. */
  private static final int SEAL_SHOWN = 16;

  private final Words words;
  private final StatusWeek week;
  private final FigureWording figures;

  StatusWording(Words words, StatusWeek week) {
    this.words = words;
    this.week = week;
    this.figures = new FigureWording(words);
  }

  /** Where the page of the week is. */
  String path() {
    return week.frozen().isPresent() ? "/status/" + week.week().code() : "/status/now";
  }

  /** The rows behind a number. */
  String rows(Measure measure, OptionalLong company) {
    String of = company.isPresent() ? "&company=" + company.getAsLong() : "";
    String when = week.frozen().isPresent() ? "&week=" + week.week().code() : "";
    return "/figures/rows?measure=" + measure.code() + of + when;
  }

  /** Only of what is frozen something can be said: what runs is another number tomorrow. */
  String remark(Measure measure, long company) {
    return week.frozen().isPresent()
        ? path() + "/companies/" + company + "/remarks/new?measure=" + measure.code()
        : "";
  }

  /** Where what waits for a decision is shown. */
  static String href(String kind, String number) {
    return switch (kind) {
      case MatterStore.NORMALISATION -> "/normalisations/" + number;
      case "letter_objection" -> "/letters/" + number;
      case "commitment" -> "/commitments/" + number;
      default -> "/decisions/" + number;
    };
  }

  String reason(Verdict of) {
    return reason(words, of);
  }

  /** '1 merah, 2 kuning, 12 hijau'. */
  static String lights(Words words, List<Verdict> all) {
    Map<Light, Long> counts =
        all.stream().collect(Collectors.groupingBy(Verdict::light, Collectors.counting()));
    return words.say(
        "status.lights",
        counts.getOrDefault(Light.RED, 0L),
        counts.getOrDefault(Light.AMBER, 0L),
        counts.getOrDefault(Light.GREEN, 0L));
  }

  static String reason(Words words, Verdict of) {
    Reason reason = Reason.of(of.reason());
    // Before it told of how many, 'all in time' held the open items as 'none overdue' does.
    boolean older = reason == Reason.ALL_IN_TIME && of.second().isEmpty();
    String key = "status.reason." + (older ? Reason.NONE_OVERDUE : reason).code();
    return switch (reason) {
      case OVERDUE_URGENT,
          OVERDUE,
          SELDOM_ON_TIME,
          NOT_ALWAYS_ON_TIME,
          STILL_UP,
          MOSTLY_ON_TIME,
          ALL_IN_TIME,
          NONE_OVERDUE ->
          words.say(key, number(of.first()), number(of.second()));
      case CONDITION_BROKEN, LETTER_OVERDUE, COMMITMENT_LATE, LETTER_OPEN, EVIDENCE_MISSING ->
          words.say(key, of.first(), number(of.second()) - 1);
      case ACCESS_SHUT, RESTORE_ENDS ->
          words.say(
              key,
              of.first(),
              of.second().isEmpty()
                  ? ""
                  : words.date(LocalDate.ofInstant(Instant.parse(of.second()), Words.WIB)));
      case NOTHING_OPEN -> words.say(key);
    };
  }

  private static int number(String text) {
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  /** '+3 dari pekan lalu', 'sama dengan pekan lalu'. */
  String against(int change) {
    return change == 0
        ? words.say("status.against.same")
        : words.say("status.against", (change > 0 ? "+" : "−") + words.number(Math.abs(change)));
  }

  /** '37 dari 40 (92,5%)'; a dash of nothing. */
  String share(Figure of) {
    return figures.ofAll(of);
  }

  String interval(Figure of) {
    return of.interval()
        .map(wilson -> words.say("status.interval", figures.interval(wilson)))
        .orElse("");
  }

  int bar(Figure of) {
    return of.share().isPresent() ? (int) Math.round(of.share().getAsDouble() * 100) : -1;
  }

  /** 'tenggat 9 Jul 2018 10.00 WIB, terlambat 2 jam'. */
  String due(Instant due) {
    return words.say("status.due", words.instant(due), words.left(due, week.asOf()));
  }

  String until(Instant due) {
    return words.say("status.until", words.instant(due));
  }

  private Optional<RuleSet> rules(long id) {
    return Optional.ofNullable(week.rules().get(id));
  }

  String promise(Promise of) {
    return promise(of.ruleSet(), of.kind(), of.number(), of.platform());
  }

  /** 'Moderator (KM-2018-0005), Tik Tok'. */
  String promise(long ruleSet, String code, String number, long platform) {
    String kind =
        rules(ruleSet)
            .flatMap(set -> set.findCommitmentKind(code))
            .map(each -> words.label(each.label()))
            .orElse(code);
    return words.say("status.promise", kind, number, week.platform(platform));
  }

  /** '120 orang'; empty of nothing. */
  String found(Finding of) {
    String unit =
        rules(of.ruleSet())
            .flatMap(set -> set.findCommitmentKind(of.kind()))
            .flatMap(CommitmentKind::unit)
            .map(words::label)
            .orElse("");
    return of.value().isEmpty() ? "" : (amount(of.value()) + " " + unit).strip();
  }

  /** '148 dari 220 orang per 31 Des 2018'. */
  String reached(Promise of) {
    String due = words.date(LocalDate.parse(of.due()));
    String value = of.verified().isEmpty() ? of.reported() : of.verified();
    if (of.target().isEmpty()) {
      return words.say("status.promise.by", due);
    }
    Optional<CommitmentKind> kind =
        rules(of.ruleSet()).flatMap(set -> set.findCommitmentKind(of.kind()));
    String unit = kind.flatMap(CommitmentKind::unit).map(words::label).orElse("");
    boolean falls = kind.filter(each -> each.direction() == Direction.FALL).isPresent();
    boolean over =
        !value.isEmpty() && new BigDecimal(value).compareTo(new BigDecimal(of.target())) > 0;
    String key = (value.isEmpty() ? "target" : "reached") + (falls ? "_most" : over ? "_over" : "");
    return words
        .say("status.promise." + key, amount(value), amount(of.target()), unit, due)
        .replace("  ", " ");
  }

  private String amount(String value) {
    return value.isEmpty() ? "" : Quantity.say(words, new BigDecimal(value));
  }

  /** What is claimed, and what was found: 'terlambat; dilaporkan 148, diperiksa 120 pada …'. */
  String standing(Promise of) {
    Stream<String> marks = of.marks().stream().map(mark -> words.say("commitment.mark." + mark));
    String values =
        of.target().isEmpty() || of.reported().isEmpty()
            ? ""
            : words.say("status.promise.reported", amount(of.reported()));
    String found =
        of.verifiedOn().isEmpty()
            ? words.say("status.promise.unverified")
            : words.say(
                of.verified().isEmpty() ? "status.promise.verified_on" : "status.promise.verified",
                amount(of.verified()),
                words.date(LocalDate.parse(of.verifiedOn())));
    return Stream.concat(
            Stream.concat(Stream.of(words.say("commitment.word." + of.word())), marks),
            Stream.of(values, found, of.condition() ? words.say("status.promise.condition") : ""))
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining("; "));
  }

  String stage(Warning of) {
    return rules(of.ruleSet())
        .map(set -> new LetterWording(words).stage(set, of.stage()))
        .orElse(of.stage());
  }

  String seal() {
    String all = week.seal();
    return all.length() > SEAL_SHOWN ? all.substring(0, SEAL_SHOWN) : all;
  }
}
