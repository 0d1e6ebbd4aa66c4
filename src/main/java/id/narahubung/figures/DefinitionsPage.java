package id.narahubung.figures;

import id.narahubung.requests.Wording.Tag;
import java.util.List;

/**
 * All that figures/definitions.html may see.
 *
 * @param seesFigures whether there is a page of figures to go back to
 * @param colours how the weekly status chooses a company's, the gravest first
 */
public record DefinitionsPage(
    String title, boolean seesFigures, List<Block> blocks, List<Colour> colours) {

  /**
   * A colour of a company in the weekly status.
   *
   * @param rules what is looked for, in this order
   */
  public record Colour(Tag tag, List<String> rules) {

    public Colour {
      rules = List.copyOf(rules);
    }
  }

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
