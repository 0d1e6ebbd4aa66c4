package id.narahubung.figures;

import id.narahubung.rules.Category;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.rules.RuleSet;
import id.narahubung.sampling.Wilson;
import id.narahubung.text.Words;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Measures and figures as both sides read them. */
public final class FigureWording {

  static final String NOTHING = "–";

  private final Words words;

  public FigureWording(Words words) {
    this.words = words;
  }

  public String name(Measure measure) {
    return words.say("measure." + measure.code() + ".name");
  }

  /** What is above the line, or what a plain number counts. */
  public String numerator(Measure measure) {
    return words.say("measure." + measure.code() + ".numerator");
  }

  /** What is below the line; none of a plain number. */
  public Optional<String> denominator(Measure measure) {
    return words.find("measure." + measure.code() + ".denominator");
  }

  /**
   * What is counted of what, in one line: 'Item yang …', 'Yang terbukti …, dari komitmen yang …'.
   */
  public String means(Measure measure) {
    return words.capital(
        denominator(measure)
            .map(below -> words.say("figures.of", numerator(measure), below))
            .orElseGet(() -> numerator(measure)));
  }

  /** '38 dari 40 (95%)', '12', 'median 3 jam 5 mnt, 90% dalam 20 jam (14 item)'. */
  public String value(Figure figure) {
    if (!figure.known()) {
      return NOTHING;
    }
    return switch (figure.measure().shape()) {
      case COUNT, STOCK -> words.number(figure.numerator());
      case SHARE, SAMPLE -> share(figure);
      case TIME -> time(figure);
    };
  }

  private String share(Figure figure) {
    if (figure.denominator() == 0) {
      // A part of what is shared stands for itself.
      return figure.of().part().isEmpty() ? NOTHING : words.number(figure.numerator());
    }
    return figure
        .interval()
        .map(
            interval ->
                words.say(
                    "figure.sample",
                    figure.numerator(),
                    figure.denominator(),
                    percent(figure.share().orElse(0)),
                    interval(interval)))
        .orElseGet(() -> ofAll(figure));
  }

  /** '38 dari 40 (95%)', without its interval; a dash of nothing. */
  public String ofAll(Figure figure) {
    return figure.share().isEmpty()
        ? NOTHING
        : words.say(
            "figure.share",
            figure.numerator(),
            figure.denominator(),
            percent(figure.share().getAsDouble()));
  }

  private String time(Figure figure) {
    return figure.median().isEmpty()
        ? NOTHING
        : words.say(
            "figure.time", duration(figure.median()), duration(figure.p90()), figure.numerator());
  }

  /** The short form for a table's cell: '95%', '12', '3 jam 5 mnt'. */
  public String brief(Figure figure) {
    if (!figure.known()) {
      return NOTHING;
    }
    return switch (figure.measure().shape()) {
      case COUNT, STOCK -> words.number(figure.numerator());
      case SHARE, SAMPLE ->
          figure.share().isPresent() ? percent(figure.share().getAsDouble()) : NOTHING;
      case TIME -> duration(figure.median());
    };
  }

  String duration(Optional<Duration> duration) {
    return duration.map(words::duration).orElse(NOTHING);
  }

  /** '79,2%'; never 100 where one was missing, nor 0 where one was there. */
  public String percent(double share) {
    double shown = share > 0 && share < 1 ? Math.clamp(share, 0.001, 0.999) : share;
    NumberFormat format = NumberFormat.getPercentInstance(words.language().locale());
    format.setMaximumFractionDigits(1);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(shown);
  }

  /** '84,2%–98,9%'. */
  public String interval(Wilson interval) {
    return words.say("figure.interval", percent(interval.low()), percent(interval.high()));
  }

  /**
   * A part as its measure tells it: an age, an answer's type, a ground, a commitment's kind, a
   * letter's stage.
   */
  public String part(RuleSet rules, Measure measure, String part) {
    return switch (measure.whole()) {
      case OPEN, OVERDUE -> Age.find(part).map(age -> words.say("age." + age.code())).orElse(part);
      case ANSWERED ->
          rules
              .findAnswerType(part)
              .map(type -> coded(part, words.label(type.label())))
              .orElse(part);
      case REFUSED ->
          rules
              .findGround(part)
              .map(ground -> coded(part, words.label(ground.label())))
              .orElse(part);
      case COMMITMENTS, COMMITMENTS_VERIFIED, COMMITMENTS_LATE, COMMITMENTS_DUE ->
          rules.findCommitmentKind(part).map(CommitmentKind::label).map(words::label).orElse(part);
      case LETTERS, FINES_PAID ->
          rules.warnings().letters().stream()
              .filter(each -> each.code().equals(part))
              .map(each -> coded(part, words.label(each.label())))
              .findFirst()
              .orElse(part);
      default -> part;
    };
  }

  private String coded(String code, String label) {
    return words.say("figure.coded", code, label);
  }

  public String category(RuleSet rules, String code) {
    return code.isEmpty()
        ? words.say("figures.category.all")
        : rules.findCategory(code).map(Category::label).map(words::label).orElse(code);
  }

  /** Up to which week a page tells, and as of when; empty where none is frozen. */
  String about(List<FrozenWeek> frozen) {
    if (frozen.isEmpty()) {
      return "";
    }
    FrozenWeek last = frozen.getFirst();
    return words.say(
        last.late() ? "figures.about.late" : "figures.about",
        week(last.week()),
        words.instant(last.week().to()),
        words.instant(last.frozenAt()));
  }

  /** 'W27, 2–8 Jul 2018'. */
  public String week(Week week) {
    return words.say(
        "figures.week", week.code(), words.date(week.monday()), words.date(week.sunday()));
  }
}
