package id.narahubung.rules;

/**
 * What an order of a category usually says: a measure's code, and texts in the language of orders.
 */
public record Standard(String measureCode, String analysis, String redress) {

  /** Stands where a standard text leaves something to be filled in. */
  public static final String BLANK = "[…]";
}
