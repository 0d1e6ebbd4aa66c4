package id.narahubung.requests;

import id.narahubung.text.Words;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Form;
import java.util.List;
import java.util.Optional;

/** More time for items, in whole hours, with the reason. */
final class ExtensionForm implements ActForm {

  private static final int MOST_DIGITS = 3;

  private final ExtendItems extend;

  ExtensionForm(ExtendItems extend) {
    this.extend = extend;
  }

  @Override
  public Optional<Work> read(Picked picked, Form form) {
    new Reading(form).needText("reason");
    int hours = hours(form.text("hours"));
    if (hours < 1 || hours > ExtendItems.MOST_HOURS) {
      form.refuse("hours", "extension.refused.hours", ExtendItems.MOST_HOURS);
    }
    return Optional.of(
        new Work(
            "extension.saved",
            tx -> extend.run(tx, form.act(), ItemActs.refs(form), hours, form.text("reason"))));
  }

  /** A whole number as it was typed; 0 where it is none. */
  private static int hours(String typed) {
    return typed.length() <= MOST_DIGITS && typed.matches("[0-9]+") ? Integer.parseInt(typed) : 0;
  }

  @Override
  public Drawing draw(Picked picked, Form form) {
    Words words = picked.words();
    int count = picked.rows().size();
    Controls controls = new Controls(words, form, "extension.");
    return new Drawing(
        words.say("extension.title", count),
        "/extensions",
        "post",
        List.of(),
        List.of(controls.of(Kind.TEXT, "hours", true), controls.of(Kind.AREA, "reason", true)),
        "",
        words.say("extension.next").lines().toList(),
        words.say("extension.save", count));
  }
}
