package id.narahubung.figures;

import java.util.List;

/**
 * All that figures/definitions.html may see.
 *
 * @param seesFigures whether there is a page of figures to go back to
 */
public record DefinitionsPage(String title, boolean seesFigures, List<Block> blocks) {

  public record Block(String title, List<Definition> definitions) {}

  /**
   * A measure in words.
   *
   * @param denominator empty where it is a plain number
   * @param note empty where there is nothing more to say
   */
  public record Definition(
      String id, String name, String shape, String numerator, String denominator, String note) {}
}
