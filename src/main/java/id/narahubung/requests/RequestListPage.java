package id.narahubung.requests;

import id.narahubung.requests.Wording.Left;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.views.ViewBar;
import id.narahubung.web.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that requests/list.html may see. */
record RequestListPage(
    String title,
    Field number,
    List<Field> filters,
    boolean overdue,
    List<Chip> chips,
    ViewBar views,
    String sort,
    String sortedBy,
    String sortHref,
    String sortLabel,
    List<Row> rows,
    String nextHref,
    String exportHref,
    boolean filtered,
    boolean mayDraft) {

  /** A filter in force; its link takes it away. */
  record Chip(String text, String href) {}

  /** A request. A tally is how many items are settled. */
  record Row(
      boolean fresh,
      String number,
      String href,
      String subject,
      String platform,
      String category,
      boolean urgent,
      String urgentLabel,
      Tag state,
      String tally,
      String sent,
      @Nullable Left left) {}
}
