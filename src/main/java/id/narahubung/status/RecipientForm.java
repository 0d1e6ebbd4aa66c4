package id.narahubung.status;

import id.narahubung.status.OutsideRecipient.Content;
import id.narahubung.text.Language;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields of an office outside the portal. */
final class RecipientForm {

  /** Which field a refusal is about. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "status_recipient.address_needed", "address",
          "status_recipient.address_taken", "address",
          "status_recipient.office_needed", "office");

  private RecipientForm() {}

  static Form of(OutsideRecipient recipient) {
    return Form.empty()
        .with("address", List.of(recipient.content().address()))
        .with("office", List.of(recipient.content().office()))
        .with("language", List.of(recipient.content().language().code()))
        .with("active", List.of(recipient.active() ? "yes" : "no"));
  }

  static Content read(Form form) {
    return new Content(
        form.text("address"), form.text("office"), Language.of(form.text("language")));
  }

  static boolean isActive(Form form) {
    return !form.text("active").equals("no");
  }

  static Optional<String> fieldOf(String refusal) {
    return Optional.ofNullable(FIELDS.get(refusal));
  }

  /** One that is new is written to. */
  static List<Control> controls(Words words, Form form, boolean isNew) {
    Controls controls = new Controls(words, form, "status_recipient.");
    Stream<Control> all =
        Stream.of(
            controls.of(Kind.TEXT, "office", true),
            controls.of(Kind.TEXT, "address", true),
            controls.of(
                Kind.SELECT,
                "language",
                true,
                Arrays.stream(Language.values())
                    .map(
                        each ->
                            controls.choice(
                                "language", each.code(), words.say("language." + each.code())))
                    .toList()),
            controls.of(
                Kind.SELECT,
                "active",
                true,
                Stream.of("yes", "no")
                    .map(
                        each ->
                            controls.choice(
                                "active", each, words.say("status_recipient.active." + each)))
                    .toList()));
    return all.limit(isNew ? 3 : 4).toList();
  }
}
