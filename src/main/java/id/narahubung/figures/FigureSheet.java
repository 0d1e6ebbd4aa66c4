package id.narahubung.figures;

import id.narahubung.rules.RuleSet;
import id.narahubung.sampling.Wilson;
import id.narahubung.text.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Figures as rows of a table that programs read, the weekly status among them. */
public final class FigureSheet {

  private static final List<String> COLUMNS =
      List.of(
          "week",
          "company",
          "category",
          "measure",
          "name",
          "part",
          "numerator",
          "denominator",
          "share",
          "low",
          "high",
          "median_minutes",
          "p90_minutes");

  private final Words words;
  private final Map<Long, String> companies;
  private final RuleSet rules;
  private final FigureWording wording;

  public FigureSheet(Words words, Map<Long, String> companies, RuleSet rules) {
    this.words = words;
    this.companies = companies;
    this.rules = rules;
    this.wording = new FigureWording(words);
  }

  public List<Object> heads() {
    return COLUMNS.stream().<Object>map(each -> words.say("figures.column." + each)).toList();
  }

  /** A figure of a week; the measure by its code, too, which is the same in both languages. */
  public List<Object> row(String week, Figure figure) {
    Figure.Key of = figure.of();
    return before(
        counted(figure),
        week,
        of.company().isPresent()
            ? companies.getOrDefault(of.company().getAsLong(), "")
            : words.say("figures.company.all"),
        wording.category(rules, of.category()),
        figure.measure().code(),
        wording.name(figure.measure()),
        of.part().isEmpty() ? "" : wording.part(rules, figure.measure(), of.part()));
  }

  /** The columns of the public report, which tells of no company. */
  static List<Object> reportHeads(Words words) {
    return Stream.of(
            "half",
            "measure",
            "name",
            "category",
            "part",
            "label",
            "numerator",
            "denominator",
            "share",
            "low",
            "high",
            "median_minutes",
            "p90_minutes")
        .<Object>map(each -> words.say("figures.column." + each))
        .toList();
  }

  /** A figure of the public report, with what its category or part was called then. */
  static List<Object> reportRow(Words words, String half, Figure figure, String label) {
    return before(
        counted(figure),
        half,
        figure.measure().code(),
        new FigureWording(words).name(figure.measure()),
        figure.of().category(),
        figure.of().part(),
        label);
  }

  /** What every row ends with, from the numerator on. */
  private static List<Object> counted(Figure figure) {
    Optional<Wilson> interval = figure.interval();
    return List.of(
        figure.numerator(),
        figure.measure().isShare() && figure.of().part().isEmpty() ? figure.denominator() : "",
        figure.share().isPresent() ? rounded(figure.share().getAsDouble()) : "",
        interval.<Object>map(it -> rounded(it.low())).orElse(""),
        interval.<Object>map(it -> rounded(it.high())).orElse(""),
        number(figure.medianMinutes()),
        number(figure.p90Minutes()));
  }

  private static List<Object> before(List<Object> rest, Object... first) {
    List<Object> row = new ArrayList<>(List.of(first));
    row.addAll(rest);
    return row;
  }

  /** A double of this size would be written with an exponent. */
  private static BigDecimal rounded(double share) {
    return BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_UP);
  }

  private static Object number(OptionalInt minutes) {
    return Stream.of(minutes)
        .filter(OptionalInt::isPresent)
        .<Object>map(OptionalInt::getAsInt)
        .findFirst()
        .orElse("");
  }
}
