package id.narahubung.figures;

import id.narahubung.requests.Item;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * One of the rows behind a figure.
 *
 * @param place where it stands among them
 * @param part of which kind; '' where the measure has none
 * @param counted whether it is above the line
 * @param minutes how long it took, where that is measured
 * @param at when what is counted happened, ran out or began
 */
public record FigureRow(
    Place place,
    String requestNumber,
    int ordinal,
    String platform,
    String category,
    long ruleSet,
    String part,
    boolean counted,
    OptionalInt minutes,
    Instant at) {

  /** Rows stand in the order of their items; a second one about the same item has its own key. */
  public record Place(long item, long key) {}

  /** 'PA-2026-000128/0031'. */
  public String number() {
    return requestNumber + "/" + Item.shortNumber(ordinal);
  }
}
