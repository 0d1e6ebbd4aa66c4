package id.narahubung.requests;

import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How objections end: as the ministry decides, or because the company takes its own back. */
final class ObjectionDecisionForm implements ActForm {

  private final DecideObjection decide;
  private final boolean own;

  /**
   * The form of one side.
   *
   * @param own whether a company takes its own objection back
   */
  ObjectionDecisionForm(DecideObjection decide, boolean own) {
    this.decide = decide;
    this.own = own;
  }

  private String prefix() {
    return own ? "objection.withdrawal." : "objection.decision.";
  }

  @Override
  public Optional<Work> read(Picked picked, Form form) {
    Reading reading = new Reading(form);
    Optional<ObjectionOutcome> outcome =
        own
            ? Optional.of(ObjectionOutcome.WITHDRAWN)
            : reading
                .one(ObjectionOutcome.class, "outcome")
                .filter(ObjectionOutcome.BY_MINISTRY::contains);
    reading.needText("reason");
    return outcome.map(
        end ->
            new Work(
                prefix() + "saved",
                tx -> decide.run(tx, form.act(), ItemActs.refs(form), end, form.text("reason"))));
  }

  @Override
  public Drawing draw(Picked picked, Form form) {
    Words words = picked.words();
    int count = picked.rows().size();
    Controls controls = new Controls(words, form, prefix());
    List<Control> all = new ArrayList<>();
    if (!own) {
      all.add(
          controls.of(
              Kind.RADIOS,
              "outcome",
              true,
              ObjectionOutcome.BY_MINISTRY.stream()
                  .map(ObjectionOutcome::code)
                  .map(
                      code ->
                          controls.choice(
                              "outcome",
                              code,
                              words.say("objection.end." + code),
                              words.say("objection.end." + code + ".hint")))
                  .toList()));
    }
    all.add(controls.of(Kind.AREA, "reason", true));
    return new Drawing(
        words.say(prefix() + "items.title", count),
        own ? "/objections/withdrawals" : "/objections/decisions",
        "post",
        List.of(),
        all,
        "",
        words.say(prefix() + "next").lines().toList(),
        words.say(prefix() + "save", count));
  }
}
