package id.narahubung.requests;

import id.narahubung.text.Words;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Form;
import java.util.List;
import java.util.Optional;

/** The ministry's reply to what the company asked about items: their clocks run again. */
final class ClarificationForm implements ActForm {

  private final ReplyToClarification reply;

  ClarificationForm(ReplyToClarification reply) {
    this.reply = reply;
  }

  @Override
  public Optional<Work> read(Picked picked, Form form) {
    new Reading(form).needText("reply");
    return Optional.of(
        new Work(
            "clarification.saved",
            tx -> reply.run(tx, form.act(), ItemActs.refs(form), form.text("reply"))));
  }

  @Override
  public Drawing draw(Picked picked, Form form) {
    Words words = picked.words();
    int count = picked.rows().size();
    return new Drawing(
        words.say("clarification.items.title", count),
        "/clarifications",
        "post",
        List.of(),
        List.of(new Controls(words, form, "clarification.").of(Kind.AREA, "reply", true)),
        "",
        words.say("clarification.next").lines().toList(),
        words.say("clarification.save", count));
  }
}
