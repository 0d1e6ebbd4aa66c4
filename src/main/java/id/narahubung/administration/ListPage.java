package id.narahubung.administration;

import id.narahubung.web.Field;
import id.narahubung.web.FormPage.Link;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All that administration/list.html may see: a list of what is kept, each row a way to its page.
 *
 * @param above the page it was come from
 * @param path where the list stands; its filters ask there again
 * @param filters none for a list too short to be narrowed
 * @param newHref where another one is made; empty where none can be
 * @param empty what to say instead of rows
 * @param nextHref empty on the last page
 * @param exportHref where the list is as a file, its format to be added; empty where there is none
 */
public record ListPage(
    String title,
    Link above,
    String path,
    List<Field> filters,
    List<String> columns,
    List<Row> rows,
    String newHref,
    String newLabel,
    String empty,
    String nextHref,
    String exportHref) {

  public ListPage {
    filters = List.copyOf(filters);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** The column that leads to the thing itself, then the others. */
  public record Row(String href, String lead, List<Cell> cells) {

    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** A cell under its column's label, which a phone shows beside it. */
  public record Cell(String label, String text) {

    /** Cells for the columns after the first, in their order. */
    public static List<Cell> under(List<String> columns, String... texts) {
      return IntStream.range(0, texts.length)
          .mapToObj(n -> new Cell(columns.get(n + 1), texts[n].isEmpty() ? "–" : texts[n]))
          .toList();
    }
  }
}
