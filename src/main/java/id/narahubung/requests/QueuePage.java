package id.narahubung.requests;

import id.narahubung.requests.RequestListPage.Chip;
import id.narahubung.requests.Wording.Left;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.roster.DutyCard;
import id.narahubung.views.ViewBar;
import id.narahubung.web.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that queue/show.html may see. */
public record QueuePage(
    String title,
    String eyebrow,
    DutyCard duty,
    List<Counter> counters,
    String caption,
    List<Row> items,
    List<RequestLine> requests,
    String choose,
    String chooseAll,
    String show,
    String chooseAction,
    List<Field> filters,
    List<Chip> chips,
    ViewBar views,
    boolean mayHold,
    String address,
    List<Load> load,
    String nextHref,
    String exportHref,
    String emptyTitle,
    String emptyText,
    boolean mayDraft,
    String answerHref) {

  /** A number that is a filter; css late, soon, good or nothing. */
  public record Counter(String css, String number, String label, String href, boolean current) {}

  /** An item. */
  public record Row(
      String ref,
      String number,
      String href,
      String subject,
      String address,
      String copied,
      String category,
      boolean urgent,
      String urgentLabel,
      Left left,
      Tag state,
      String hold,
      String drafted) {}

  /** A person's share of the work, and the list narrowed to it. */
  public record Load(String name, String href, String held, String next) {}

  /** A draft to approve, with what is left of the ministry's own time, or to go on with. */
  public record RequestLine(
      String href,
      String subject,
      String platform,
      String category,
      int items,
      Tag state,
      String when,
      @Nullable Left left) {}

  /** Whether the drafts have a clock. */
  public boolean isTimed() {
    return requests.stream().anyMatch(line -> line.left() != null);
  }

  public boolean isEmpty() {
    return items.isEmpty() && requests.isEmpty();
  }

  public boolean mayChoose() {
    return !choose.isEmpty() && !items.isEmpty();
  }
}
