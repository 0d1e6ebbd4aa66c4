package id.narahubung.papers;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.narahubung.ledger.By;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How instants, people and what there is none of stand in proof.json. */
final class ProofFields {

  static final ObjectMapper JSON = new ObjectMapper();

  private ProofFields() {}

  /** That something was taken back. */
  record Undone(String reason, Instant at, By by) {}

  static void undone(JsonGenerator json, String name, Optional<Undone> undone) throws IOException {
    if (undone.isEmpty()) {
      json.writeNullField(name);
      return;
    }
    json.writeObjectFieldStart(name);
    json.writeStringField("reason", undone.get().reason());
    instant(json, "at", Optional.of(undone.get().at()));
    by(json, undone.get().by());
    json.writeEndObject();
  }

  static void by(JsonGenerator json, By by) throws IOException {
    json.writeObjectFieldStart("by");
    json.writeStringField("side", by.side());
    json.writeStringField("role", by.role());
    json.writeNumberField("code", by.code());
    if (by.lent().isPresent()) {
      json.writeObjectFieldStart("for");
      json.writeStringField("role", by.lent().get().role());
      json.writeNumberField("code", by.lent().get().code());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  static void map(JsonGenerator json, String name, Map<String, ?> values) throws IOException {
    json.writeFieldName(name);
    JSON.writeValue(json, new TreeMap<>(values));
  }

  static void instant(JsonGenerator json, String name, Optional<Instant> at) throws IOException {
    text(json, name, at.map(Instant::toString));
  }

  static void text(JsonGenerator json, String name, Optional<String> text) throws IOException {
    if (text.isEmpty()) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, text.get());
    }
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
