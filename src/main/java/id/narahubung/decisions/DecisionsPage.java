package id.narahubung.decisions;

import id.narahubung.requests.Wording.Tag;
import id.narahubung.views.ViewBar;
import id.narahubung.web.Field;
import java.util.List;

/**
 * All that decisions/list.html may see.
 *
 * @param tellsTasks whether what waits is told: to the ministry always, else where there is some
 * @param nextHref the next page; empty on the last
 */
public record DecisionsPage(
    String title,
    boolean tellsTasks,
    boolean mayPrepare,
    List<Task> tasks,
    List<Field> filters,
    ViewBar views,
    List<Row> rows,
    boolean filtered,
    String nextHref,
    String exportHref) {

  /** Something that waits for somebody. */
  public record Task(String href, String label, String platform, String text, Tag tag) {}

  /** A decision's row. */
  public record Row(
      String number,
      String href,
      String kind,
      String platform,
      String platformHref,
      String signed,
      String starts,
      String ends,
      Tag stage) {}
}
