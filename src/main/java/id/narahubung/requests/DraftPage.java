package id.narahubung.requests;

import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.web.Field;
import id.narahubung.web.Form;
import java.util.List;

/** All that drafts/show.html may see. */
record DraftPage(
    String title,
    String eyebrow,
    String href,
    int version,
    Tag state,
    String refusal,
    List<Missing> missing,
    List<Fact> content,
    String found,
    List<Good> good,
    String nextHref,
    List<Bad> bad,
    String repeated,
    String due,
    boolean mayEdit,
    boolean maySubmit,
    boolean mayDecide,
    boolean isAuthor,
    Field note,
    List<Form.FieldError> errors,
    List<RequestPage.Note> notes,
    List<RequestPage.Moment> timeline,
    String sendLabel,
    String submitLabel) {

  /** A field still to be filled in, and where. */
  record Missing(String label, String href) {}

  /** An address that will be an item. */
  record Good(int ordinal, String address, boolean schemeAdded) {}

  /** Something that cannot be filed, and why. */
  record Bad(int line, String given, String reason) {}

  public boolean hasBad() {
    return !bad.isEmpty();
  }
}
