package id.narahubung.papers;

import java.util.List;
import java.util.Optional;

/**
 * All that papers/dossier.html may see.
 *
 * @param number empty before it is signed
 * @param draft that it is not signed, and as of when it tells: every page says so
 * @param check none before it is signed
 */
record DossierPaper(
    String title,
    String from,
    Twice heading,
    String number,
    Optional<Twice> draft,
    List<OrderPaper.Fact> facts,
    Twice tableHeading,
    Twice conditionColumn,
    Twice valueColumn,
    Twice metColumn,
    List<Cell> cells,
    Twice wordsHeading,
    List<Said> words,
    Twice earlierHeading,
    List<OrderPaper.Fact> earlier,
    Twice coursesHeading,
    Twice coursesKey,
    List<Course> courses,
    Optional<Weeks> weeks,
    Optional<Check> check) {

  /** How anybody checks that it is genuine. */
  public record Check(Twice about, String code, String verifyAt) {}

  /**
   * A condition's values over time, drawn and in numbers.
   *
   * @param mark whether it is met
   * @param label what it shows, for who does not see it
   * @param top the value at the upper edge, and below the one at the lower
   */
  public record Course(
      Twice heading,
      String number,
      Twice mark,
      String label,
      Lines lines,
      String top,
      String bottom,
      String from,
      String until,
      List<OrderPaper.Fact> values) {}

  /**
   * What is drawn: heights of the grid, and points as a polyline has them.
   *
   * @param level whether nothing was promised of the way to the target
   */
  public record Lines(
      String grid,
      String promised,
      boolean level,
      String reported,
      String reports,
      String verified) {}

  /** The weeks before, drawn and in numbers. */
  public record Weeks(
      Twice heading,
      Twice about,
      Twice key,
      List<Bars> bars,
      List<Twice> columns,
      List<List<String>> rows) {}

  /** A week as it is drawn: what the company says beside what the ministry found. */
  public record Bars(String week, Optional<Bar> said, Optional<Bar> found) {}

  /**
   * One of its bars.
   *
   * @param css how high it stands, in steps of the style sheet
   */
  public record Bar(String css, String percent) {}

  /**
   * A row of the truth table.
   *
   * @param under what was promised, found and let be, line by line
   */
  public record Cell(Twice label, String text, Twice value, List<Twice> under, Twice mark) {}

  /** The company's own words. */
  public record Said(String about, Twice when, String text) {}
}
