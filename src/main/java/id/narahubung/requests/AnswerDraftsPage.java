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
 * @param hidden what narrows the list, and which drafts the page shows
 * @param releaseAll the button that releases all that the page shows; empty where there is none
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
    String whole,
    String nextHref,
    String exportHref,
    Field reason,
    List<Form.FieldError> errors,
    String emptyTitle) {

  /**
   * Drafts of one writer about one request.
   *
   * @param writerHref the list of this writer's drafts alone; empty where this is it
   */
  public record Group(
      String number,
      String href,
      String subject,
      String caption,
      String writer,
      String writerHref,
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
