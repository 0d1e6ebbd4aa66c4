package id.narahubung.figures;

import id.narahubung.web.Field;
import java.util.List;
import java.util.Optional;

/**
 * All that figures/show.html may see.
 *
 * @param about which weeks, and as of when; empty where none is frozen yet
 * @param without what is not shown, and why; empty where everything is
 * @param parts what a measure is made of
 * @param tables the last week company by company, where there are several, and by category
 */
public record FiguresPage(
    String title,
    String about,
    String scorecardHref,
    List<Field> filters,
    String without,
    List<Card> cards,
    List<Parts> parts,
    List<Comparison> tables,
    String exportHref) {

  /**
   * A measure: its last week, its plot, and the table behind it.
   *
   * @param plot none where nothing was counted in any of the weeks
   */
  public record Card(
      String id,
      String name,
      String means,
      String value,
      String href,
      String change,
      Optional<FigurePlot> plot,
      String key,
      List<String> heads,
      List<Row> rows) {}

  /** A week; each number leads to its rows. */
  public record Row(String week, List<Cell> cells) {}

  /**
   * A number.
   *
   * @param href empty where there is nothing behind it
   * @param head what its column is called, where the row may be a card of its own; else empty
   */
  public record Cell(String text, String href, String head) {

    Cell(String text, String href) {
      this(text, href, "");
    }

    Cell under(String head) {
      return new Cell(text, href, head);
    }
  }

  /** A measure by its parts, as lengths of the largest, in hundredths. */
  public record Parts(String id, String title, List<Part> rows) {}

  public record Part(String name, String number, String href, String width) {}

  /** One week, of one kind of thing after the other. */
  public record Comparison(
      String id, String title, String head, List<String> heads, List<Compared> rows) {}

  public record Compared(String name, String href, List<Cell> cells) {}
}
