package id.narahubung.platforms;

import id.narahubung.access.Side;
import id.narahubung.platforms.MakeOrganisation.NewOrganisation;
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

/**
 * The fields of an organisation. Its side is settled where it is made: the portal has its ministry.
 */
final class OrganisationForm {

  /** Which field a refusal is about. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "organisation.name_needed", "name",
          "organisation.name_taken", "name",
          "organisation.legal_entity_long", "legal_entity",
          "organisation.tdpse_long", "tdpse");

  private OrganisationForm() {}

  static Form of(KeptOrganisation organisation) {
    return Form.empty()
        .with("name", List.of(organisation.name()))
        .with("legal_entity", organisation.legalEntity().stream().toList())
        .with("tdpse", organisation.tdpse().stream().toList())
        .with("language", List.of(organisation.language().code()));
  }

  static NewOrganisation read(Form form, Side side) {
    return new NewOrganisation(
        side,
        form.text("name"),
        Optional.of(form.text("legal_entity")).filter(text -> !text.isEmpty()),
        Optional.of(form.text("tdpse")).filter(text -> !text.isEmpty()),
        Language.of(form.text("language")));
  }

  static Optional<String> fieldOf(String refusal) {
    return Optional.ofNullable(FIELDS.get(refusal));
  }

  static List<Control> controls(Words words, Form form) {
    Controls controls = new Controls(words, form, "organisation.");
    return List.of(
        controls.of(Kind.TEXT, "name", true),
        controls.of(Kind.TEXT, "legal_entity", false),
        controls.of(Kind.TEXT, "tdpse", false),
        controls.of(
            Kind.SELECT,
            "language",
            true,
            Arrays.stream(Language.values())
                .map(
                    each ->
                        controls.choice(
                            "language", each.code(), words.say("language." + each.code())))
                .toList()));
  }
}
