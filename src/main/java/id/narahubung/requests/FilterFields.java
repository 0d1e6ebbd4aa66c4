package id.narahubung.requests;

import id.narahubung.data.Tx;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.RequestListPage.Chip;
import id.narahubung.rules.RuleSet;
import id.narahubung.text.Words;
import id.narahubung.web.Field;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Form;
import java.util.ArrayList;
import java.util.List;

/** The fields that narrow a list, as the query fills them in, and a chip for each that does. */
final class FilterFields {

  private final Words words;
  private final Form query;

  FilterFields(Words words, Form query) {
    this.words = words;
    this.query = query;
  }

  Field platform(Tx tx, PlatformStore platforms) {
    return select(
        "platform",
        platforms.list(tx).stream()
            .map(each -> choice("platform", Long.toString(each.id()), each.name()))
            .toList());
  }

  Field category(RuleSet set) {
    return select(
        "category",
        set.categories().stream()
            .map(each -> choice("category", each.code(), words.label(each.label())))
            .toList());
  }

  Field urgency(RuleSet set) {
    return select(
        "urgency",
        set.urgencies().stream()
            .map(each -> choice("urgency", each.code(), words.label(each.label())))
            .toList());
  }

  Choice choice(String name, String value, String label) {
    return new Choice(value, label, "", query.text(name).equals(value));
  }

  Field select(String name, List<Choice> choices) {
    List<Choice> all = new ArrayList<>();
    all.add(new Choice("", words.say("requests.all"), "", !query.has(name)));
    all.addAll(choices);
    return new Field(name, words.say("requests." + name), "", query.text(name), "", false, all);
  }

  /** One for each field that narrows, with the address without it. */
  List<Chip> chips(List<Field> filters, Address address) {
    List<Chip> chips = new ArrayList<>();
    for (Field filter : filters) {
      filter.choices().stream()
          .filter(choice -> choice.chosen() && !choice.value().isEmpty())
          .forEach(
              choice ->
                  chips.add(
                      new Chip(
                          words.say("requests.chip", filter.label(), choice.label()),
                          address.with(filter.name(), "").toString())));
    }
    return chips;
  }
}
