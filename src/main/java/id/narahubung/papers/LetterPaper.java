package id.narahubung.papers;

import java.util.List;

/**
 * All that papers/letter.html may see.
 *
 * @param receipt the fine, line by line; empty where there is none
 */
record LetterPaper(
    String title,
    String from,
    Twice heading,
    String number,
    List<OrderPaper.Fact> facts,
    List<Twice> text,
    Twice receiptHeading,
    List<OrderPaper.Fact> receipt,
    Twice check,
    String code,
    String verifyAt,
    Twice annex,
    String columnNumber,
    Twice columnAddress,
    Twice columnMissed,
    List<Line> items) {

  /** An item, and the time that was missed. */
  public record Line(String number, String address, String missed) {}
}
