package id.narahubung.requests;

import id.narahubung.requests.QueuePage.Counter;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Left;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.web.Field;
import id.narahubung.web.Form;
import java.util.List;

/**
 * All that items/drafts.html may see: what a company has drafted, by request and writer.
 *
 * @param refusal why an act was refused as a whole; empty where it was not
 * @param note what a draft does not do while it waits
 * @param releases whether the form releases and returns; else it opens drafts again, or drops them
 * @param hidden what narrows the list, and up to which draft it was seen
 * @param releaseAll the button that releases the whole list; empty where the page shows it whole
 * @param more how many are not shown; empty where all are
 */
record AnswerDraftsPage(
    String title,
    String eyebrow,
    List<Counter> counters,
    String refusal,
    String note,
    List<Group> groups,
    boolean releases,
    List<Fact> hidden,
    String releaseAll,
    String more,
    String whole,
    Field reason,
    List<Form.FieldError> errors,
    String emptyTitle) {

  /** Drafts of one writer about one request. */
  public record Group(
      String number,
      String href,
      String subject,
      String caption,
      boolean mayPick,
      List<Row> rows) {}

  /**
   * A draft.
   *
   * @param value what a chosen row sends; empty where it cannot be chosen
   * @param note why it cannot be released, or why it was returned; empty where neither
   */
  public record Row(
      String value,
      boolean chosen,
      String number,
      String href,
      String address,
      String copied,
      Left left,
      Tag answer,
      List<Fact> facts,
      String note) {}

  public boolean isEmpty() {
    return groups.isEmpty();
  }
}
