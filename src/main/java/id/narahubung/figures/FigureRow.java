package id.narahubung.figures;

import id.narahubung.requests.Item;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * One of the rows behind a figure.
 *
 * @param place where it stands among them
 * @param subject what it is
 * @param of the number of the item's order, or of the commitment or letter itself
 * @param ordinal the item's place in its order; 0 of what is none
 * @param part of which kind; '' where the measure has none
 * @param counted whether it is above the line
 * @param minutes how long it took, where that is measured
 * @param at when what is counted happened, ran out or began
 */
public record FigureRow(
    Place place,
    Measure.Subject subject,
    String of,
    int ordinal,
    String platform,
    String category,
    long ruleSet,
    String part,
    boolean counted,
    OptionalInt minutes,
    Instant at) {

  /**
   * Rows stand in the order of what they are about; a second one about the same item has its own
   * key.
   */
  public record Place(long item, long key) {}

  /** 'PA-2026-000128/0031', 'KM-2026-0005'. */
  public String number() {
    return ordinal == 0 ? of : of + "/" + Item.shortNumber(ordinal);
  }

  /** Where it is shown. */
  String href() {
    return switch (subject) {
      case ITEM -> "/requests/" + of + "/items/" + ordinal;
      case COMMITMENT -> "/commitments/" + of;
      case LETTER -> "/letters/" + of;
    };
  }
}
