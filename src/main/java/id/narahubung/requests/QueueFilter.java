package id.narahubung.requests;

import id.narahubung.web.Form;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a queue is narrowed to, beside where its items stand. */
public record QueueFilter(
    Optional<Long> platform,
    Optional<String> category,
    Optional<String> urgency,
    Optional<Long> holder,
    boolean free) {

  /** The names in an address. */
  static final List<String> NAMES = List.of("platform", "category", "urgency", "holder");

  /** The holder's place in an address when nobody is meant. */
  static final String FREE = "none";

  static QueueFilter none() {
    return new QueueFilter(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  static QueueFilter of(Form query) {
    boolean free = query.text("holder").equals(FREE);
    return new QueueFilter(
        query.has("platform") ? Optional.of(query.id("platform")) : Optional.empty(),
        query.has("category") ? Optional.of(query.text("category")) : Optional.empty(),
        query.has("urgency") ? Optional.of(query.text("urgency")) : Optional.empty(),
        query.has("holder") && !free ? Optional.of(query.id("holder")) : Optional.empty(),
        free);
  }

  /** Its values, by the names that a statement has for them. */
  Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    platform.ifPresent(id -> values.put("platform", id));
    category.ifPresent(code -> values.put("category", code));
    urgency.ifPresent(code -> values.put("urgency", code));
    holder.ifPresent(id -> values.put("holder", id));
    return values;
  }

  /** Whether it asks what an item was filed under. */
  boolean isOfKind() {
    return platform.isPresent() || category.isPresent() || urgency.isPresent();
  }

  /** The same items, whoever holds them. */
  QueueFilter heldByAnybody() {
    return new QueueFilter(platform, category, urgency, Optional.empty(), false);
  }

  /** As it stands in an address. */
  static Map<String, String> typed(Form query) {
    Map<String, String> typed = new LinkedHashMap<>();
    NAMES.stream().filter(query::has).forEach(name -> typed.put(name, query.text(name)));
    return typed;
  }

  boolean isNone() {
    return equals(none());
  }
}
