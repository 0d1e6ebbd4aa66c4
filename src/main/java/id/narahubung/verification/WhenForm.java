package id.narahubung.verification;

import id.narahubung.access.RuleBroken;
import id.narahubung.text.Words;
import id.narahubung.verification.PlanGiven.When;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Form;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** When a step is carried out, where and by whom, as it is typed. */
final class WhenForm {

  private static final int MOST_PLACE = 500;

  /** Which field a refusal is about. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "verification.refused.past", "day",
          "verification.refused.officer", "officer",
          "verification.refused.again", "method");

  private WhenForm() {}

  /** What was typed; empty, and said in the form, where something is wrong. */
  static Optional<When> read(Form form) {
    Optional<LocalDate> on = form.date("day");
    if (on.isEmpty()) {
      form.refuse("day", "verification.fault.date");
    }
    Optional<LocalTime> at = form.time("time");
    if (form.has("time") && at.isEmpty()) {
      form.refuse("time", "verification.fault.time");
    }
    if (form.text("place").length() > MOST_PLACE) {
      form.refuse("place", "fault.too_long", MOST_PLACE);
    }
    if (!form.text("officer").matches("\\d{1,18}")) {
      form.refuse("officer", "verification.refused.officer");
    }
    return form.isGood()
        ? Optional.of(new When(on.orElseThrow(), at, form.text("place"), form.id("officer")))
        : Optional.empty();
  }

  static void refuse(Form form, RuleBroken e) {
    String field = FIELDS.get(e.key());
    if (field == null) {
      throw e;
    }
    form.refuse(field, e.key(), e.arguments().toArray());
  }

  static List<Choice> some(Controls controls, String name, Words words, Stream<Choice> choices) {
    return Stream.concat(
            Stream.of(controls.choice(name, "", words.say("verification.form.choose"))), choices)
        .toList();
  }

  static List<Control> controls(
      Words words, Controls controls, List<VerificationStore.Officer> officers) {
    return List.of(
        controls.of(Kind.DATE, "day", true),
        controls.of(Kind.TIME, "time", false),
        controls.of(Kind.TEXT, "place", false),
        controls.of(
            Kind.SELECT,
            "officer",
            true,
            some(
                controls,
                "officer",
                words,
                officers.stream()
                    .map(
                        each ->
                            controls.choice("officer", Long.toString(each.id()), each.name())))));
  }
}
