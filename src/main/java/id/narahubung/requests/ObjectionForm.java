package id.narahubung.requests;

import id.narahubung.text.Words;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Form;
import java.util.List;
import java.util.Optional;

/** What a company has against a decision; or that it takes its objection back. */
final class ObjectionForm implements ActForm {

  private final ObjectToDecision object;

  ObjectionForm(ObjectToDecision object) {
    this.object = object;
  }

  @Override
  public Optional<Work> read(Picked picked, Form form) {
    new Reading(form).needText("reason");
    return Optional.of(
        new Work(
            "objection.saved",
            tx -> object.run(tx, form.act(), ItemActs.refs(form), form.text("reason"))));
  }

  @Override
  public Drawing draw(Picked picked, Form form) {
    Words words = picked.words();
    int count = picked.rows().size();
    return new Drawing(
        words.say("objection.items.title", count),
        "/objections",
        "post",
        List.of(),
        List.of(new Controls(words, form, "objection.").of(Kind.AREA, "reason", true)),
        "",
        words
            .say(
                "objection.next",
                words.span(picked.rules().limits().objectWithin()),
                words.span(picked.rules().limits().decideObjectionWithin()))
            .lines()
            .toList(),
        words.say("objection.save", count));
  }
}
