package id.narahubung.requests;

import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.web.Control;
import id.narahubung.web.Form;
import java.util.List;

/**
 * The form of any act on picked items: answer, check, decide, reply, withdraw.
 *
 * @param refusal why the act was refused as a whole; empty where it was not
 * @param method get while only the way is chosen, post when it is done
 * @param warning why to think twice; empty where the act can be made good again
 * @param carriesItems whether the form names its items, and not the list they are of
 * @param hidden names and values the form carries along
 * @param note what to know before typing; empty where there is nothing
 * @param draft the button that keeps it as a draft; empty where there is none
 * @param passed in a sitting, the place in the queue behind this item; else empty
 * @param next what happens when it is saved, a line each
 */
public record ActPage(
    String title,
    String eyebrow,
    String action,
    String method,
    String refusal,
    List<Picked> items,
    boolean carriesItems,
    List<Fact> hidden,
    List<Control> controls,
    String warning,
    List<String> next,
    String button,
    String note,
    String draft,
    String passed,
    String back,
    List<Form.FieldError> errors) {

  /** A picked item, as it stands now, and what the company's latest answer says. */
  public record Picked(
      String ref,
      String number,
      String href,
      String address,
      String copied,
      Tag claim,
      List<Fact> said) {}

  /** The same about these items as something else tells them. */
  ActPage withItems(List<Picked> others) {
    return new ActPage(
        title,
        eyebrow,
        action,
        method,
        refusal,
        others,
        carriesItems,
        hidden,
        controls,
        warning,
        next,
        button,
        note,
        draft,
        passed,
        back,
        errors);
  }

  public boolean isPost() {
    return method.equals("post");
  }
}
