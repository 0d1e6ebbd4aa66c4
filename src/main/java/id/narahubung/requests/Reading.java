package id.narahubung.requests;

import static id.narahubung.requests.ActForm.MOST_TEXT;

import id.narahubung.web.Form;
import java.util.Arrays;
import java.util.Optional;

/** Reads the fields that the forms of acts share; what is wrong is noted in the form. */
final class Reading {

  private final Form form;

  Reading(Form form) {
    this.form = form;
  }

  void need(String field, boolean there) {
    if (!there) {
      form.refuse(field, "fault." + field);
    }
  }

  /** A text that must be there, and not too long. */
  void needText(String field) {
    need(field, form.has(field));
    keepShort(field);
  }

  void keepShort(String field) {
    if (form.text(field).length() > MOST_TEXT) {
      form.refuse(field, "fault.too_long", MOST_TEXT);
    }
  }

  /** One of an enum by its code in small letters; it must be there. */
  <E extends Enum<E>> Optional<E> one(Class<E> type, String field) {
    Optional<E> found =
        Arrays.stream(type.getEnumConstants())
            .filter(each -> Wording.lower(each).equals(form.text(field)))
            .findFirst();
    need(field, found.isPresent());
    return found;
  }
}
