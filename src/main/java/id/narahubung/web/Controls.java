package id.narahubung.web;

import id.narahubung.text.Words;
import id.narahubung.web.Field.Choice;
import java.util.List;

/**
 * Draws controls from a form: label and hint by the field's key in the message files
 * ('draft.subject' and, where there is one, 'draft.subject.hint'), value and error from the form.
 */
public final class Controls {

  private final Words words;
  private final Form form;
  private final String prefix;

  public Controls(Words words, Form form, String prefix) {
    this.words = words;
    this.form = form;
    this.prefix = prefix;
  }

  public Control of(Control.Kind kind, String name, boolean required) {
    return of(kind, name, required, List.of());
  }

  public Control of(Control.Kind kind, String name, boolean required, List<Choice> choices) {
    return of(kind, name, words.say(prefix + name), required, choices);
  }

  /** A control whose label is a row's, not a message's. */
  public Control of(
      Control.Kind kind, String name, String label, boolean required, List<Choice> choices) {
    return new Control(
        kind,
        new Field(
            name,
            label,
            words.find(prefix + name + ".hint", words.zoneName()).orElse(""),
            form.text(name),
            form.error(name, words),
            required,
            choices));
  }

  /** A choice, chosen when the form says so. */
  public Choice choice(String name, String value, String label, String hint) {
    return new Choice(value, words.capital(label), hint, form.all(name).contains(value));
  }

  public Choice choice(String name, String value, String label) {
    return choice(name, value, label, "");
  }
}
