package id.narahubung.decisions;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What stood in a decision and its truth table at a moment, so that what changed since can be
 * marked: a text for each of its parts, by name.
 */
public record Snapshot(Map<String, String> parts) {

  public Snapshot {
    parts = Map.copyOf(parts);
  }

  public static Snapshot of(DecisionContent content, TruthTable table) {
    Map<String, String> parts = new TreeMap<>();
    parts.put("kind", content.kindCode());
    parts.put("recommendation", content.recommendation());
    parts.put("basis", content.basis());
    parts.put("grounds", content.grounds());
    parts.put("reasons", content.reasons());
    parts.put("statement", content.statement());
    parts.put("scope", content.scope());
    parts.put("starts", content.startsAt().map(Object::toString).orElse(""));
    parts.put("ends", content.endsAt().map(Object::toString).orElse(""));
    parts.put("targets", content.targets().stream().map(Object::toString).collect(joining("\n")));
    parts.put("bodies", content.bodies().stream().map(Object::toString).collect(joining("\n")));
    parts.put("links", String.join("\n", content.links()));
    parts.put("watch", content.watch().stream().map(Object::toString).collect(joining("\n")));
    for (TruthTable.Row row : table.rows()) {
      parts.put(
          row.key().toString(), row.state().code() + (row.waiverProposed() ? "+proposed" : ""));
    }
    return new Snapshot(parts);
  }

  /** The names of the parts that are not as they were. */
  public Set<String> changedSince(Snapshot then) {
    Set<String> names = new TreeSet<>(parts.keySet());
    names.addAll(then.parts.keySet());
    names.removeIf(name -> parts.getOrDefault(name, "").equals(then.parts.getOrDefault(name, "")));
    return names;
  }
}
