package id.narahubung.requests;

import id.narahubung.text.Words;
import id.narahubung.web.Field;
import id.narahubung.web.Form;
import java.util.List;

/** Asks why a request is withdrawn; a destructive step asks before it is taken. */
public record WithdrawPage(
    String title,
    String number,
    String subject,
    int version,
    String warning,
    String refusal,
    Field reason,
    Field ourError,
    List<Form.FieldError> errors) {

  static WithdrawPage of(TakedownRequest request, Form form, Words words, String refusal) {
    return new WithdrawPage(
        words.say("withdrawal.title", request.requireNumber()),
        request.requireNumber(),
        request.content().subject(),
        request.version(),
        words.say("withdrawal.warning", request.counts().items()),
        refusal,
        new Field(
            "reason",
            words.say("withdrawal.reason"),
            words.say("withdrawal.reason.hint"),
            form.text("reason"),
            form.error("reason", words),
            true,
            List.of()),
        ourError(form, words),
        form.errors(words));
  }

  /** Whether it was the ministry's error: counted in its own error rate. */
  static Field ourError(Form form, Words words) {
    String chosen = form.text("our_error");
    return new Field(
        "our_error",
        words.say("withdrawal.our_error"),
        words.say("withdrawal.our_error.hint"),
        chosen,
        form.error("our_error", words),
        true,
        List.of(
            new Field.Choice(
                "yes", words.say("withdrawal.our_error.yes"), "", chosen.equals("yes")),
            new Field.Choice("no", words.say("withdrawal.our_error.no"), "", chosen.equals("no"))));
  }
}
