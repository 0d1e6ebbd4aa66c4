package id.narahubung.decisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import id.narahubung.commitments.Commitment.Point;
import id.narahubung.commitments.Course;
import id.narahubung.ledger.By;
import id.narahubung.rules.CommitmentKind.Direction;
import id.narahubung.sampling.SampleResult;
import id.narahubung.text.Label;
import id.narahubung.verification.Counted;
import id.narahubung.verification.Recorded;
import id.narahubung.verification.VerificationResult.Sampled;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A dossier as a text that never changes, and back: what a signer saw is read from here by
 * everybody after, whatever happened to the commitments since. Names of people are not in it.
 */
final class Frozen {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private Frozen() {}

  /** The same dossier is the same text, to the last character. */
  static String write(Decision decision, Dossier dossier) {
    Map<String, Object> all = new TreeMap<>();
    all.put("decision", snapshot(decision, dossier));
    all.put("cells", dossier.cells().stream().map(Frozen::cell).toList());
    all.put("words", dossier.words().stream().map(Frozen::word).toList());
    all.put("earlier", dossier.earlier().stream().map(Frozen::earlier).toList());
    all.put("status", dossier.status().name());
    all.put("blocks", dossier.blocks());
    put(all, "since", dossier.since());
    put(all, "paper_due", dossier.paperDue());
    all.put("weeks", dossier.weeks().rows().stream().map(Frozen::week).toList());
    Map<String, Object> courses = new TreeMap<>();
    dossier.courses().forEach((number, course) -> courses.put(number, course(course)));
    all.put("courses", courses);
    try {
      return JSON.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static String sha256(String content) {
    return HexFormat.of().formatHex(hash(content));
  }

  static byte[] hash(String content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Small maps of texts, as the ledger's bodies are. */
  static String write(Snapshot snapshot) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(snapshot.parts()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static Snapshot readSnapshot(String json) {
    Map<String, String> parts = new TreeMap<>();
    tree(json).properties().forEach(each -> parts.put(each.getKey(), each.getValue().asText()));
    return new Snapshot(parts);
  }

  /** The dossier that the act of a signing names by its hash. */
  static Optional<String> named(String body) {
    return text(tree(body), "dossier");
  }

  static Dossier read(String content) {
    JsonNode all = tree(content);
    return new Dossier(
        list(all.path("cells"), Frozen::cell),
        list(all.path("words"), Frozen::word),
        list(all.path("earlier"), Frozen::earlier),
        AccessStatus.valueOf(all.path("status").asText()),
        instant(all, "since"),
        all.path("blocks").asInt(),
        instant(all, "paper_due"),
        new Weeks(list(all.path("weeks"), Frozen::week)),
        // What was signed before they were kept has none.
        all.path("courses").properties().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> course(each.getValue()))));
  }

  private static Map<String, Object> course(Course course) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("since", course.since().toString());
    map.put("promised", course.promised().stream().map(Frozen::point).toList());
    map.put("reported", course.reported().stream().map(Frozen::point).toList());
    map.put("verified", course.verified().stream().map(Frozen::point).toList());
    return map;
  }

  private static Course course(JsonNode node) {
    return new Course(
        LocalDate.parse(node.path("since").asText()),
        list(node.path("promised"), Frozen::point),
        list(node.path("reported"), Frozen::point),
        list(node.path("verified"), Frozen::point));
  }

  private static List<String> point(Point point) {
    return List.of(point.day().toString(), point.value().toPlainString());
  }

  private static Point point(JsonNode node) {
    return new Point(LocalDate.parse(node.path(0).asText()), new BigDecimal(node.path(1).asText()));
  }

  private static Map<String, Object> week(Weeks.Week week) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("monday", week.monday().toString());
    map.put("due", week.due());
    map.put("in_time", week.inTime());
    map.put("checked", week.checked());
    map.put("gone", week.gone());
    return map;
  }

  private static Weeks.Week week(JsonNode node) {
    return new Weeks.Week(
        LocalDate.parse(node.path("monday").asText()),
        node.path("due").asInt(),
        node.path("in_time").asInt(),
        node.path("checked").asInt(),
        node.path("gone").asInt());
  }

  private static Map<String, Object> snapshot(Decision decision, Dossier dossier) {
    Map<String, Object> map = new TreeMap<>(Snapshot.of(decision.content(), dossier).parts());
    map.put("number", decision.number().orElse(""));
    map.put("note", decision.signerNote());
    map.put("despite_blocks", decision.despiteBlocks());
    map.put("platform", decision.of().platformId() + " " + decision.of().platform());
    map.put("company", decision.of().companyId() + " " + decision.of().company());
    map.put("prepared_by", by(decision.preparedBy().withoutName()));
    map.put("prepared_at", decision.preparedAt().toString());
    decision
        .signature()
        .ifPresent(
            signature -> {
              map.put("signed_by", by(signature.by().withoutName()));
              map.put("signed_at", signature.at().toString());
            });
    map.put("checks", checks(decision.content()));
    return map;
  }

  private static Map<String, Object> checks(DecisionContent content) {
    Map<String, Object> map = new TreeMap<>();
    content
        .checks()
        .forEach(
            (code, said) ->
                map.put(
                    code,
                    Map.of(
                        "yes", said.yes().map(String::valueOf).orElse(""), "note", said.note())));
    return map;
  }

  private static Map<String, Object> cell(Cell cell) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("key", cell.key().toString());
    map.put("state", cell.row().state().name());
    map.put("found", cell.row().found().name());
    map.put("version", cell.row().version());
    map.put("label_id", cell.label().id());
    map.put("label_en", cell.label().en());
    map.put("text", cell.text());
    cell.promise().ifPresent(promise -> map.put("promise", promise(promise)));
    cell.verified().ifPresent(verified -> map.put("verified", verified(verified)));
    if (!cell.shown().key().isEmpty()) {
      map.put("shown", cell.shown().key());
      map.put("count", cell.shown().count());
      map.put("of", cell.shown().of());
      put(map, "yes", cell.shown().yes());
    }
    cell.waiver().ifPresent(waiver -> map.put("waiver", waiver(waiver)));
    return map;
  }

  private static Cell cell(JsonNode node) {
    return new Cell(
        new TruthTable.Row(
            CellKey.read(node.path("key").asText()).orElseThrow(),
            CellState.valueOf(node.path("state").asText()),
            CellState.valueOf(node.path("found").asText()),
            node.path("version").asInt(),
            false),
        new Label(node.path("label_id").asText(), node.path("label_en").asText()),
        node.path("text").asText(),
        sub(node, "promise", Frozen::promise),
        sub(node, "verified", Frozen::verified),
        new Checklist.Shown(
            node.has("yes")
                ? Optional.of(Boolean.valueOf(node.path("yes").asText()))
                : Optional.empty(),
            node.path("shown").asText(""),
            node.path("count").asLong(),
            node.path("of").asLong()),
        sub(node, "waiver", Frozen::waiver));
  }

  private static Map<String, Object> promise(Cell.Promise promise) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("direction", promise.direction().name());
    put(map, "target", promise.target().map(BigDecimal::toPlainString));
    put(map, "unit_id", promise.unit().map(Label::id));
    put(map, "unit_en", promise.unit().map(Label::en));
    map.put("due", promise.dueOn().toString());
    return map;
  }

  private static Cell.Promise promise(JsonNode node) {
    return new Cell.Promise(
        Direction.valueOf(node.path("direction").asText()),
        text(node, "target").map(BigDecimal::new),
        text(node, "unit_id").map(id -> new Label(id, node.path("unit_en").asText())),
        LocalDate.parse(node.path("due").asText()));
  }

  private static Map<String, Object> verified(Cell.Verified verified) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("result", verified.result());
    put(map, "value", verified.value().map(BigDecimal::toPlainString));
    put(map, "as_of", verified.asOf());
    verified.by().ifPresent(by -> map.put("by", by(by)));
    put(map, "step", verified.step());
    verified.counted().ifPresent(counted -> map.put("counted", counted(counted)));
    put(map, "valid_until", verified.validUntil());
    put(map, "evidence_on", verified.evidenceOn());
    return map;
  }

  private static Cell.Verified verified(JsonNode node) {
    return new Cell.Verified(
        node.path("result").asText(),
        text(node, "value").map(BigDecimal::new),
        day(node, "as_of"),
        sub(node, "by", Frozen::by),
        text(node, "step"),
        sub(node, "counted", Frozen::counted),
        day(node, "valid_until"),
        day(node, "evidence_on"));
  }

  private static Map<String, Object> counted(Counted counted) {
    Map<String, Object> map = new LinkedHashMap<>();
    switch (counted) {
      case Recorded.Uploads uploads -> {
        map.put("uploaded", uploads.uploaded());
        map.put("caught", uploads.caught());
      }
      case Sampled sampled -> {
        SampleResult random = sampled.random();
        map.put("list", random.list());
        map.put("n", random.n());
        map.put("failed", random.failed());
        map.put("unchecked", random.unchecked());
        map.put("left", random.left());
        map.put("urgent", sampled.urgent());
        map.put("urgent_failed", sampled.urgentFailed());
        map.put("urgent_unchecked", sampled.urgentUnchecked());
        map.put("urgent_left", sampled.urgentLeft());
        map.put("percent", random.proof().percent().toPlainString());
        map.put("confidence", random.proof().confidence().percent());
      }
    }
    return map;
  }

  private static Counted counted(JsonNode node) {
    return node.has("uploaded")
        ? new Recorded.Uploads(node.path("uploaded").asInt(), node.path("caught").asInt())
        : Sampled.of(
            node.path("list").asInt(),
            node.path("n").asInt(),
            node.path("failed").asInt(),
            node.path("unchecked").asInt(),
            node.path("left").asInt(),
            node.path("urgent").asInt(),
            node.path("urgent_failed").asInt(),
            node.path("urgent_unchecked").asInt(),
            node.path("urgent_left").asInt(),
            new BigDecimal(node.path("percent").asText()),
            node.path("confidence").asInt());
  }

  private static Map<String, Object> waiver(Cell.Waiver waiver) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("reason", waiver.reason());
    map.put("until", waiver.until().toString());
    map.put("owner", waiver.owner());
    map.put("proposed_by", by(waiver.proposedBy()));
    map.put("proposed_at", waiver.proposedAt().toString());
    waiver.secondBy().ifPresent(by -> map.put("second_by", by(by)));
    return map;
  }

  private static Cell.Waiver waiver(JsonNode node) {
    return new Cell.Waiver(
        node.path("reason").asText(),
        LocalDate.parse(node.path("until").asText()),
        node.path("owner").asText(),
        by(node.path("proposed_by")),
        Instant.parse(node.path("proposed_at").asText()),
        sub(node, "second_by", Frozen::by));
  }

  private static Map<String, Object> word(Dossier.Word word) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("about", word.about());
    map.put("text", word.text());
    map.put("at", word.at().toString());
    map.put("by", by(word.by()));
    return map;
  }

  private static Dossier.Word word(JsonNode node) {
    return new Dossier.Word(
        node.path("about").asText(),
        node.path("text").asText(),
        Instant.parse(node.path("at").asText()),
        by(node.path("by")));
  }

  private static Map<String, Object> earlier(Dossier.Earlier each) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("number", each.number());
    map.put("kind_id", each.kind().id());
    map.put("kind_en", each.kind().en());
    map.put("signed", each.signedAt().toString());
    map.put("starts", each.startsAt().toString());
    put(map, "ends", each.endsAt());
    return map;
  }

  private static Dossier.Earlier earlier(JsonNode node) {
    return new Dossier.Earlier(
        node.path("number").asText(),
        new Label(node.path("kind_id").asText(), node.path("kind_en").asText()),
        Instant.parse(node.path("signed").asText()),
        Instant.parse(node.path("starts").asText()),
        instant(node, "ends"));
  }

  private static Map<String, Object> by(By by) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("side", by.side());
    map.put("role", by.role());
    map.put("code", by.code());
    by.lent()
        .ifPresent(
            lent -> {
              map.put("for_role", lent.role());
              map.put("for_code", lent.code());
            });
    return map;
  }

  private static By by(JsonNode node) {
    return new By(
        node.path("side").asText(),
        node.path("role").asText(),
        node.path("code").asInt(),
        Optional.empty(),
        text(node, "for_role").map(role -> new By.Lent(role, node.path("for_code").asInt())));
  }

  private static void put(Map<String, Object> map, String key, Optional<?> value) {
    value.ifPresent(present -> map.put(key, present.toString()));
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a frozen dossier is not JSON", e);
    }
  }

  private static <T> List<T> list(JsonNode nodes, Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    nodes.forEach(node -> all.add(read.apply(node)));
    return all;
  }

  private static <T> Optional<T> sub(JsonNode node, String key, Function<JsonNode, T> read) {
    return node.has(key) ? Optional.of(read.apply(node.path(key))) : Optional.empty();
  }

  private static Optional<String> text(JsonNode node, String key) {
    return node.has(key) ? Optional.of(node.path(key).asText()) : Optional.empty();
  }

  private static Optional<Instant> instant(JsonNode node, String key) {
    return text(node, key).map(Instant::parse);
  }

  private static Optional<LocalDate> day(JsonNode node, String key) {
    return text(node, key).map(LocalDate::parse);
  }
}
