package id.narahubung.verification;

import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Form;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a step comes to, as it is typed. */
final class ConclusionForm {

  private static final int MOST_FINDINGS = 4_000;
  private static final int MOST_CLAIM = 1_000;
  private static final int MOST_PLACE = 500;
  private static final int MOST_REASON = 1_000;

  private ConclusionForm() {}

  /** What was typed; empty, and said in the form, where something is wrong. */
  static Optional<ConclusionGiven> read(Form form) {
    Optional<VerificationOutcome> outcome = VerificationOutcome.find(form.text("outcome"));
    if (outcome.isEmpty()) {
      form.refuse("outcome", "verification.fault.outcome");
    }
    Optional<BigDecimal> value = value(form.text("value"));
    if (form.has("value") && value.isEmpty()) {
      form.refuse("value", "verification.fault.value");
    }
    form.need("findings", "verification.refused.findings", MOST_FINDINGS);
    form.need("claim", "verification.fault.claim", MOST_CLAIM);
    if (form.text("place").length() > MOST_PLACE) {
      form.refuse("place", "fault.too_long", MOST_PLACE);
    }
    if (form.text("nothing_because").length() > MOST_REASON) {
      form.refuse("nothing_because", "fault.too_long", MOST_REASON);
    }
    Optional<LocalDate> newDue = day(form, "new_due_on");
    Optional<LocalDate> until = day(form, "valid_until");
    return form.isGood()
        ? Optional.of(
            new ConclusionGiven(
                outcome.orElseThrow(),
                value,
                form.text("findings"),
                FollowUp.find(form.text("follow_up")),
                newDue,
                form.text("nothing_because"),
                until,
                form.has("settles"),
                Optional.of(new ConclusionGiven.Told(form.text("claim"), form.text("place")))))
        : Optional.empty();
  }

  /** A value as it is typed, with a comma or a point; none where it is no number. */
  static Optional<BigDecimal> value(String typed) {
    return Optional.of(typed.replace(',', '.'))
        .filter(each -> each.matches("\\d{1,12}(\\.\\d{1,4})?"))
        .map(BigDecimal::new);
  }

  private static Optional<LocalDate> day(Form form, String field) {
    Optional<LocalDate> day = form.date(field);
    if (form.has(field) && day.isEmpty()) {
      form.refuse(field, "verification.fault.date");
    }
    return day;
  }

  /**
   * What is asked for.
   *
   * @param heads that a visit counted, beside the value
   */
  static List<Control> controls(
      Words words,
      Controls controls,
      boolean maySettle,
      boolean counted,
      Optional<BigDecimal> heads) {
    List<Choice> next =
        Stream.concat(
                Stream.of(controls.choice("follow_up", "", words.say("verification.form.choose"))),
                Arrays.stream(FollowUp.values())
                    .map(
                        each ->
                            controls.choice(
                                "follow_up",
                                each.code(),
                                words.say("verification.follow_up." + each.code()))))
            .toList();
    List<Control> all = new ArrayList<>();
    all.add(
        controls.of(
            Kind.RADIOS,
            "outcome",
            true,
            Arrays.stream(VerificationOutcome.values())
                .map(
                    each ->
                        controls.choice(
                            "outcome",
                            each.code(),
                            words.say("verification.outcome." + each.code())))
                .toList()));
    if (!counted) {
      String label =
          heads
              .map(sum -> words.say("verification.form.value.heads", sum))
              .orElseGet(() -> words.say("verification.form.value"));
      all.add(controls.of(Kind.TEXT, "value", label, false, List.of()));
    }
    all.add(controls.of(Kind.AREA, "claim", true));
    all.add(controls.of(Kind.TEXT, "place", false));
    all.add(controls.of(Kind.AREA, "findings", true));
    if (maySettle) {
      all.add(
          controls.of(
              Kind.CHECKBOXES,
              "settles",
              false,
              List.of(
                  controls.choice("settles", "yes", words.say("verification.form.settles.yes")))));
    }
    all.add(controls.of(Kind.SELECT, "follow_up", false, next));
    all.add(controls.of(Kind.DATE, "new_due_on", false));
    all.add(controls.of(Kind.AREA, "nothing_because", false));
    all.add(controls.of(Kind.DATE, "valid_until", false));
    return all;
  }
}
