package id.narahubung.web;

import id.narahubung.text.Words;
import id.narahubung.web.Field.Choice;
import java.util.ArrayList;
import java.util.List;

/**
 * The selects that narrow a list, as its query fills them in. Their labels stand in the message
 * files behind the prefix ('letters.stage').
 */
public final class Filters {

  private final Words words;
  private final Form query;
  private final String prefix;

  public Filters(Words words, Form query, String prefix) {
    this.words = words;
    this.query = query;
    this.prefix = prefix;
  }

  public Choice choice(String name, String value, String label) {
    return new Choice(value, label, "", query.text(name).equals(value));
  }

  /** With all of it first. */
  public Field select(String name, List<Choice> choices) {
    List<Choice> all = new ArrayList<>();
    all.add(new Choice("", words.say("requests.all"), "", !query.has(name)));
    all.addAll(choices);
    return new Field(name, words.say(prefix + name), "", query.text(name), "", false, all);
  }
}
