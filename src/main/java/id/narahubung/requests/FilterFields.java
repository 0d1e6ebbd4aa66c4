package id.narahubung.requests;

import id.narahubung.data.Tx;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.RequestListPage.Chip;
import id.narahubung.rules.RuleSet;
import id.narahubung.text.Words;
import id.narahubung.web.Field;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Filters;
import id.narahubung.web.Form;
import java.util.ArrayList;
import java.util.List;

/** The fields that narrow a list, as the query fills them in, and a chip for each that does. */
final class FilterFields {

  private final Words words;
  private final Filters selects;

  FilterFields(Words words, Form query) {
    this.words = words;
    this.selects = new Filters(words, query, "requests.");
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
    return selects.choice(name, value, label);
  }

  Field select(String name, List<Choice> choices) {
    return selects.select(name, choices);
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
