package id.narahubung.papers;

import id.narahubung.requests.Wording.Fact;
import java.util.List;

/** All that papers/report.html may see. */
record ProofPage(
    String language,
    String title,
    String heading,
    String number,
    List<Fact> facts,
    String itemsHeading,
    List<Line> items,
    String evidenceHeading,
    List<OrderPaper.File> evidence,
    String lettersHeading,
    List<Line> letters,
    String eventsHeading,
    List<Fact> events) {

  /** An item with everything that happened to it. */
  public record Line(String number, String address, List<String> lines) {}
}
