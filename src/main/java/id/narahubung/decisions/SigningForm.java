package id.narahubung.decisions;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.rules.DecisionKind;
import id.narahubung.rules.RuleSet;
import id.narahubung.text.Words;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Field;
import id.narahubung.web.Form;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a signer chooses, as it is typed. */
final class SigningForm {

  private static final int MOST_NOTE = 20_000;

  private SigningForm() {}

  /** Reads it; what is wrong is said in the form. */
  static SigningGiven read(Form form) {
    if (!form.has("kind")) {
      form.refuse("kind", "decision.refused.choice");
    }
    if (!form.has("password")) {
      form.refuse("password", "decision.fault.password");
    }
    Optional<Instant> ends = form.instant("ends", Words.WIB);
    if (form.has("ends") && ends.isEmpty()) {
      form.refuse("ends", "decision.fault.time");
    }
    if (form.text("note").length() > MOST_NOTE) {
      form.refuse("note", "fault.too_long", MOST_NOTE);
    }
    return new SigningGiven(
        form.text("kind"),
        ends,
        DecisionForm.watch(form),
        form.text("note"),
        form.text("despite").equals("yes"),
        Optional.of(form.text("seen")));
  }

  /** As it is drawn, for one who may sign. */
  static Optional<DecisionPage.SignForm> draw(
      Words words,
      PersonViewer viewer,
      RuleSet set,
      Decision decision,
      Dossier dossier,
      String seen,
      Optional<Form> typed) {
    if (!DecisionAct.SIGN.isOffered(decision, viewer)) {
      return Optional.empty();
    }
    Form form = typed.orElseGet(() -> DecisionForm.signing(decision));
    Controls controls = new Controls(words, form, "decision.sign.");
    List<DecisionKind> choices =
        DecisionRule.choices(set, set.decisionKind(decision.content().kindCode()));
    List<Field.Choice> kinds =
        choices.stream()
            .map(kind -> controls.choice("kind", kind.code(), words.label(kind.label())))
            .toList();
    boolean often =
        dossier.blocks() > set.limits().maxBlocks()
            && !DecisionRule.closes(set.decisionKind(decision.content().kindCode()));
    return Optional.of(
        new DecisionPage.SignForm(
            decision.path() + "/signature",
            Integer.toString(decision.version()),
            seen,
            controls.of(Kind.RADIOS, "kind", true, kinds).field(),
            controls.of(Kind.DATETIME, "ends", false).field(),
            controls.of(Kind.LINES, "watch", false).field(),
            controls.of(Kind.AREA, "note", false).field(),
            often
                ? Optional.of(
                    controls
                        .of(
                            Kind.CHECKBOXES,
                            "despite",
                            false,
                            List.of(
                                controls.choice(
                                    "despite",
                                    "yes",
                                    words.say("decision.sign.despite.yes", dossier.blocks()))))
                        .field())
                : Optional.empty(),
            controls.of(Kind.TEXT, "password", true).field(),
            form.errors(words)));
  }
}
