package id.narahubung.figures;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which rows are asked for.
 *
 * @param company of one, or of all that the viewer can see
 * @param category of one; '' is all
 * @param part of one; '' is all
 * @param counted only those above the line, or only those that are not; else both
 */
public record FigureRows(
    Measure measure,
    Period period,
    OptionalLong company,
    String category,
    String part,
    Optional<Boolean> counted) {

  /** All rows behind a figure. */
  public static FigureRows behind(Figure.Key figure, Period period) {
    return new FigureRows(
        figure.measure(),
        period,
        figure.company(),
        figure.category(),
        figure.part(),
        Optional.empty());
  }
}
