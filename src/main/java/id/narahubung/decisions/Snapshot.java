package id.narahubung.decisions;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What stood in a decision and its truth table at a moment, so that what changed since can be
 * marked: a text for each of its parts, by name.
 */
public record Snapshot(Map<String, String> parts) {

  public Snapshot {
    parts = Map.copyOf(parts);
  }

  public static Snapshot of(DecisionContent content, Dossier dossier) {
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
    parts.put(
        "words",
        dossier.words().stream()
            .map(word -> word.about() + ": " + word.text())
            .collect(joining("\n")));
    parts.put("status", dossier.status().code() + dossier.since().map(at -> " " + at).orElse(""));
    parts.put("blocks", Integer.toString(dossier.blocks()));
    dossier
        .cells()
        .forEach(cell -> parts.put(cell.key().toString(), told(cell) + course(dossier, cell)));
    return new Snapshot(parts);
  }

  /**
   * State, value, what the portal shows, and waiver: a pass that another pass has followed is not
   * the one that was seen.
   */
  private static String told(Cell cell) {
    List<String> told = new ArrayList<>();
    told.add(cell.row().state().code() + (cell.row().waiverProposed() ? "+proposed" : ""));
    told.add(Integer.toString(cell.row().version()));
    cell.promise().ifPresent(promise -> told.add(promise.target() + " " + promise.dueOn()));
    cell.verified()
        .ifPresent(
            found ->
                told.add(
                    String.join(
                        " ",
                        found.result(),
                        found.value().map(BigDecimal::toPlainString).orElse(""),
                        found.asOf().map(LocalDate::toString).orElse(""),
                        found.step().orElse(""),
                        found.validUntil().map(LocalDate::toString).orElse(""))));
    told.add(cell.text());
    told.add(cell.shown().told());
    cell.waiver()
        .ifPresent(
            waiver ->
                told.add(waiver.until() + " " + waiver.secondBy().isPresent() + waiver.reason()));
    return String.join("|", told);
  }

  /** What was reported and verified of a condition stands in the plot that is signed. */
  private static String course(Dossier dossier, Cell cell) {
    return Optional.ofNullable(dossier.courses().get(cell.key().code())).stream()
        .flatMap(course -> Stream.of(course.reported(), course.verified()))
        .flatMap(List::stream)
        .map(point -> "|" + point.day() + " " + point.value().toPlainString())
        .collect(joining());
  }

  /** The same snapshot has the same hash: what a signer's form names as seen. */
  String sha256() {
    return Frozen.sha256(Frozen.write(this));
  }

  /** The names of the parts that are not as they were. */
  public Set<String> changedSince(Snapshot then) {
    Set<String> names = new TreeSet<>(parts.keySet());
    names.addAll(then.parts.keySet());
    names.removeIf(name -> parts.getOrDefault(name, "").equals(then.parts.getOrDefault(name, "")));
    return names;
  }
}
