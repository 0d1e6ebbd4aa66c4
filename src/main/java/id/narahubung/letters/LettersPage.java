package id.narahubung.letters;

import id.narahubung.requests.Wording.Tag;
import id.narahubung.views.ViewBar;
import id.narahubung.web.Field;
import java.util.List;

/**
 * All that letters/list.html may see.
 *
 * @param mayDecide whether proposals are told to the reader
 * @param nextHref the next page; empty on the last
 */
public record LettersPage(
    String title,
    boolean mayDecide,
    List<Wanted> wanted,
    List<Field> filters,
    ViewBar views,
    List<Row> rows,
    boolean filtered,
    String nextHref,
    String exportHref) {

  /** A letter that the clock proposes. */
  public record Wanted(String number, String href, String subject, String platform, String text) {}

  /** A letter's row. */
  public record Row(
      String number,
      String href,
      String stage,
      String request,
      String requestHref,
      String platform,
      int items,
      String sent,
      String due,
      String fine,
      Tag state) {}
}
