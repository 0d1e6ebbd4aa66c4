package id.narahubung.requests;

import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Field;
import id.narahubung.web.Form;
import java.util.List;

/** All that drafts/finding.html may see: the form of a written finding, for some of the items. */
record FindingPage(
    String title,
    String eyebrow,
    String action,
    String back,
    String refusal,
    List<Control> controls,
    List<Form.FieldError> errors) {

  /** The items without a finding are chosen before anybody chose. */
  static FindingPage of(
      TakedownRequest draft, List<Item> items, Form form, Words words, String refusal) {
    Controls c = new Controls(words, form, "finding.");
    boolean chosen = !form.all("row").isEmpty() || !form.isGood();
    List<Field.Choice> rows =
        items.stream()
            .map(
                item ->
                    new Field.Choice(
                        Integer.toString(item.ordinal()),
                        words.say(
                            item.described() ? "finding.choice.written" : "finding.choice",
                            item.shortNumber(),
                            words.say("kind." + item.kind().code())),
                        "",
                        chosen
                            ? form.all("row").contains(Integer.toString(item.ordinal()))
                            : !item.described()))
            .toList();
    return new FindingPage(
        words.say("finding.title"),
        draft.content().subject(),
        "/drafts/" + draft.id() + "/findings",
        "/drafts/" + draft.id(),
        refusal,
        List.of(
            c.of(Kind.CHECKBOXES, "row", true, rows),
            c.of(Kind.AREA, "what", true),
            c.of(Kind.TEXT, "place", true),
            c.of(Kind.TEXT, "found_by", true),
            c.of(Kind.TEXT, "hash", false),
            c.of(Kind.TEXT, "case_number", true)),
        form.errors(words));
  }
}
