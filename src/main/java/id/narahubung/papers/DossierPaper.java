package id.narahubung.papers;

import java.util.List;

/** All that papers/dossier.html may see. */
record DossierPaper(
    String title,
    String from,
    Twice heading,
    String number,
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
    Twice weeksHeading,
    Twice weeksAbout,
    List<Twice> weekColumns,
    List<List<String>> weeks,
    Twice check,
    String code,
    String verifyAt) {

  /**
   * A row of the truth table.
   *
   * @param under what was promised, found and let be, line by line
   */
  public record Cell(Twice label, String text, Twice value, List<Twice> under, Twice mark) {}

  /** The company's own words. */
  public record Said(String about, Twice when, String text) {}
}
