package id.narahubung.commitments;

import id.narahubung.requests.Wording.Tag;
import id.narahubung.views.ViewBar;
import id.narahubung.web.Field;
import java.util.List;

/**
 * All that commitments/list.html may see.
 *
 * @param counters each a link that narrows the list
 * @param filtered whether anything narrows the list
 * @param nextHref the next page; empty on the last
 */
public record CommitmentsPage(
    String title,
    boolean mayPropose,
    List<Counter> counters,
    List<Field> filters,
    ViewBar views,
    List<Row> rows,
    boolean filtered,
    String nextHref,
    String exportHref,
    String setHref) {

  /** A number that leads to its rows. */
  public record Counter(String css, String href, boolean current, String number, String label) {}

  /** A commitment's row. */
  public record Row(
      String number,
      String href,
      String kind,
      String text,
      String platform,
      String due,
      boolean condition,
      String target,
      String reported,
      String verified,
      Tag state,
      List<Tag> marks) {}
}
