package id.narahubung.evidence;

import id.narahubung.access.Side;
import id.narahubung.text.Words;
import id.narahubung.web.Field;
import id.narahubung.web.Form;
import java.util.List;

/** All that evidence/new.html may see. */
record EvidenceFormPage(
    String title,
    String eyebrow,
    String action,
    String back,
    String item,
    String refusal,
    Field file,
    Field note,
    Field audience,
    List<Form.FieldError> errors) {

  static EvidenceFormPage of(CaseRef request, Form form, Words words, Side side, String refusal) {
    String item = form.text("item");
    return new EvidenceFormPage(
        words.say("evidence.new"),
        item.isEmpty()
            ? words.say("evidence.new.on", request.number().orElse(""), request.subject())
            : words.say("evidence.new.on_item", request.number().orElse(""), item),
        request.href() + "/evidence/uploads",
        request.href() + (item.isEmpty() ? "" : "/items/" + item),
        item,
        refusal,
        new Field(
            "file",
            words.say("evidence.file"),
            words.say("evidence.file.hint", ReceivedFile.MOST_MEGABYTES),
            "",
            form.error("file", words),
            true,
            List.of()),
        new Field(
            "note",
            words.say("evidence.note"),
            words.say("evidence.note.hint"),
            form.raw("note"),
            form.error("note", words),
            false,
            List.of()),
        audience(request, form, words, side),
        form.errors(words));
  }

  private static Field audience(CaseRef request, Form form, Words words, Side side) {
    boolean own = form.text("audience").equals("own");
    return new Field(
        "audience",
        words.say("evidence.audience"),
        "",
        "",
        form.error("audience", words),
        true,
        List.of(
            new Field.Choice(
                "both",
                words.say("evidence.audience.both"),
                request.isDraft() ? words.say("evidence.audience.draft") : "",
                !own),
            new Field.Choice(
                "own",
                words.say(
                    side == Side.MINISTRY
                        ? "evidence.audience.ministry"
                        : "evidence.audience.company"),
                "",
                own)));
  }
}
