package id.narahubung.requests;

import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Form;
import java.util.List;
import java.util.Optional;

/** Items the ministry takes back, with the reason: this cannot be undone. */
final class WithdrawalForm implements ActForm {

  private final WithdrawItems withdraw;

  WithdrawalForm(WithdrawItems withdraw) {
    this.withdraw = withdraw;
  }

  @Override
  public Optional<Work> read(Picked picked, Form form) {
    Reading reading = new Reading(form);
    reading.needText("reason");
    reading.need("our_error", form.has("our_error"));
    return Optional.of(
        new Work(
            "withdrawal.saved",
            tx ->
                withdraw.run(
                    tx,
                    form.act(),
                    ItemActs.refs(form),
                    form.text("our_error").equals("yes"),
                    form.text("reason"))));
  }

  @Override
  public Drawing draw(Picked picked, Form form) {
    Words words = picked.words();
    int count = picked.rows().size();
    return new Drawing(
        words.say("withdrawal.items.title", count),
        "/withdrawals",
        "post",
        List.of(),
        List.of(
            new Controls(words, form, "withdrawal.").of(Kind.AREA, "reason", true),
            new Control(Kind.RADIOS, WithdrawPage.ourError(form, words))),
        words.say("withdrawal.items.warning", count),
        words.say("withdrawal.next").lines().toList(),
        words.say("withdrawal.save", count));
  }
}
