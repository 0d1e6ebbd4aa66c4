package id.narahubung.figures;

import id.narahubung.sampling.Wilson;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One number with what it was counted from.
 *
 * @param of what was counted, of whom
 * @param numerator how many, or how many of the denominator
 * @param denominator of how many; 0 where it is a plain number, or there was nothing
 * @param medianMinutes of what takes time, where there was any
 * @param p90Minutes what nine of ten stayed at or below
 * @param known whether it was counted at all: a measure that came later was not
 */
public record Figure(
    Key of,
    int numerator,
    int denominator,
    OptionalInt medianMinutes,
    OptionalInt p90Minutes,
    boolean known) {

  public Figure(
      Key of, int numerator, int denominator, OptionalInt medianMinutes, OptionalInt p90Minutes) {
    this(of, numerator, denominator, medianMinutes, p90Minutes, true);
  }

  /**
   * What tells a week's figures apart.
   *
   * @param company whose; none is all companies together
   * @param category of which items; '' is all
   * @param part of which kind, such as a refusal's ground; '' is all
   */
  public record Key(Measure measure, OptionalLong company, String category, String part) {

    public static Key of(Measure measure, OptionalLong company) {
      return new Key(measure, company, "", "");
    }
  }

  public Measure measure() {
    return of.measure();
  }

  /** Where nothing was found to count. */
  public static Figure none(Key of) {
    return new Figure(of, 0, 0, OptionalInt.empty(), OptionalInt.empty());
  }

  /** Where nobody counted. */
  static Figure unknown(Key of) {
    return new Figure(of, 0, 0, OptionalInt.empty(), OptionalInt.empty(), false);
  }

  /**
   * Of weeks one after the other, at least one: what happened adds up, and so do shares. What stood
   * at their ends does not, nor does what took time.
   */
  static Figure sum(List<Figure> weeks) {
    return new Figure(
        weeks.getFirst().of(),
        weeks.stream().mapToInt(Figure::numerator).sum(),
        weeks.stream().mapToInt(Figure::denominator).sum(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        weeks.stream().anyMatch(Figure::known));
  }

  /** From 0 to 1; none where it is no share, or of nothing. */
  public OptionalDouble share() {
    return denominator == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) numerator / denominator);
  }

  /** What a share of looks says of all there was to look at, 95 per cent sure. */
  public Optional<Wilson> interval() {
    return measure().shape() == Measure.Shape.SAMPLE && denominator > 0
        ? Optional.of(Wilson.of(numerator, denominator))
        : Optional.empty();
  }

  public Optional<Duration> median() {
    return minutes(medianMinutes);
  }

  public Optional<Duration> p90() {
    return minutes(p90Minutes);
  }

  private static Optional<Duration> minutes(OptionalInt minutes) {
    return minutes.isPresent()
        ? Optional.of(Duration.ofMinutes(minutes.getAsInt()))
        : Optional.empty();
  }
}
