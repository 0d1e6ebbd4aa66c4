package id.narahubung.requests;

import id.narahubung.text.Words;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Form;
import java.util.List;
import java.util.Optional;

/**
 * The ministry's decision where the company did not act: accept its reason, or uphold the order.
 */
final class RulingForm implements ActForm {

  private final RuleOnItems rule;

  RulingForm(RuleOnItems rule) {
    this.rule = rule;
  }

  @Override
  public Optional<Work> read(Picked picked, Form form) {
    Reading reading = new Reading(form);
    Optional<RulingOutcome> outcome = reading.one(RulingOutcome.class, "outcome");
    reading.keepShort("reason");
    if (outcome.filter(o -> o == RulingOutcome.UPHELD).isPresent() && !form.has("reason")) {
      form.refuse("reason", "ruling.refused.reason");
    }
    return outcome.map(
        given ->
            new Work(
                "ruling.saved",
                tx -> rule.run(tx, form.act(), ItemActs.refs(form), given, form.text("reason"))));
  }

  @Override
  public Drawing draw(Picked picked, Form form) {
    Words words = picked.words();
    int count = picked.rows().size();
    Controls controls = new Controls(words, form, "ruling.");
    return new Drawing(
        words.say("ruling.items.title", count),
        "/rulings",
        "post",
        List.of(),
        List.of(
            controls.of(
                Kind.RADIOS,
                "outcome",
                true,
                List.of(
                    controls.choice(
                        "outcome",
                        "accepted",
                        words.say("ruling.accept"),
                        words.say("ruling.accept.hint")),
                    controls.choice(
                        "outcome",
                        "upheld",
                        words.say("ruling.uphold"),
                        words.say("ruling.uphold.hint")))),
            controls.of(Kind.AREA, "reason", false)),
        "",
        words.say("ruling.next").lines().toList(),
        words.say("ruling.save", count));
  }
}
