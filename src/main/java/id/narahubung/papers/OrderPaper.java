package id.narahubung.papers;

import java.util.List;

/** All that papers/order.html may see. */
record OrderPaper(
    String title,
    String from,
    Twice heading,
    String number,
    List<Fact> facts,
    Twice evidenceHeading,
    List<File> evidence,
    Twice check,
    String code,
    String verifyAt,
    Twice annex,
    String columnNumber,
    Twice columnAddress,
    List<Line> items) {

  /** A label and what stands behind it. */
  public record Fact(Twice label, Twice value) {}

  /** A file of evidence. */
  public record File(String name, String about, String sha256) {}

  /** An item of the annex, and what is said about it. */
  public record Line(String number, String address, List<String> about) {}
}
