package id.narahubung.decisions;

import id.narahubung.commitments.CommitmentPlot;
import id.narahubung.commitments.Course;
import id.narahubung.commitments.Quantity;
import id.narahubung.ledger.By;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.rules.DecisionKind;
import id.narahubung.rules.RuleSet;
import id.narahubung.text.Words;
import id.narahubung.verification.VerificationWording;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decisions in words: what pages, tables and papers say of them. */
public final class DecisionWording {

  private final Words words;

  public DecisionWording(Words words) {
    this.words = words;
  }

  /** 'Normalisasi bersyarat'; by its code where the set has no such kind any more. */
  public String kind(RuleSet rules, String code) {
    return rules.findDecisionKind(code).map(kind -> words.label(kind.label())).orElse(code);
  }

  /** What the table of a decision is called: while it is open, and as its signer saw it. */
  public String table(DecisionKind kind, boolean open) {
    return words.say(
        DecisionRule.closes(kind)
            ? "decision.table.block"
            : open ? "decision.table" : "decision.table.signed");
  }

  /** What a cell of its table is called. */
  public String label(RuleSet set, Decision decision, CellKey key) {
    DecisionKind kind = set.decisionKind(decision.content().kindCode());
    return set.checklist(DecisionRule.list(kind)).stream()
        .filter(entry -> CellKey.check(entry.code()).equals(key))
        .map(entry -> words.label(entry.label()))
        .findFirst()
        .orElse(key.code());
  }

  Tag stage(DecisionStage stage) {
    String css =
        switch (stage) {
          case PREPARED -> "open";
          case ASKED_BACK -> "soon";
          case SIGNED -> "good";
          case WITHDRAWN -> "";
        };
    return new Tag(words.say("decision.stage." + stage.code()), css, "");
  }

  /** Where access stands, and since when. */
  public Tag status(AccessStatus status, Optional<Instant> since) {
    String css =
        switch (status) {
          case OPEN -> "good";
          case CONDITIONAL, TEMPORARY, FROZEN, APP_REMOVED -> "soon";
          case PARTLY_BLOCKED, BLOCKED, REVOKED -> "late";
        };
    return new Tag(
        status(status),
        css,
        since.map(at -> words.say("decision.since", words.instant(at))).orElse(""));
  }

  public String status(AccessStatus status) {
    return words.say("decision.status." + status.code());
  }

  public String target(Target target) {
    return words.say("decision.target." + target.kind().code(), shown(target));
  }

  /** No program is to make a link of a name. */
  private static String shown(Target target) {
    return target.kind() == Target.Kind.DOMAIN
        ? target.value().replace(".", "[.]")
        : target.value();
  }

  public String body(DecisionContent.Body body) {
    String said = words.say("decision.opinion." + body.opinion().code());
    return body.name() + ": " + said + (body.note().isEmpty() ? "" : " (" + body.note() + ")");
  }

  public String watch(DecisionContent.Watch watch) {
    return words.date(watch.on()) + ": " + watch.what();
  }

  /**
   * A cell as a line of the table tells it.
   *
   * @param number of the commitment; empty for an entry of a checklist
   * @param counted what the value was found at; empty where nothing was counted
   * @param step the number of the step that found it; empty of what is no step
   */
  public record Line(
      String id,
      String css,
      String label,
      String number,
      String text,
      String target,
      String value,
      String counted,
      String valueUnder,
      String step,
      String by,
      String byUnder,
      String age,
      String mark) {}

  public Line line(Cell cell, LocalDate today) {
    return new Line(
        anchor(cell.key()),
        css(cell.row()),
        words.label(cell.label()),
        cell.key().kind() == CellKey.Kind.COMMITMENT ? cell.key().code() : "",
        cell.text(),
        cell.promise().map(this::promise).orElse("–"),
        value(cell),
        cell.verified()
            .flatMap(Cell.Verified::counted)
            .map(new VerificationWording(words)::counted)
            .orElse(""),
        valueUnder(cell),
        cell.verified().flatMap(Cell.Verified::step).orElse(""),
        by(cell),
        cell.waiver().map(this::waiver).orElse(""),
        age(cell, today),
        mark(cell.row()));
  }

  /** What was promised, reported and verified of a condition, drawn. */
  public CommitmentPlot plot(Cell cell, Course course) {
    return CommitmentPlot.of(
        words, cell.label(), cell.promise().flatMap(Cell.Promise::unit), course);
  }

  /** Where a cell stands on its page. */
  static String anchor(CellKey key) {
    return "cell-" + key.code();
  }

  private static String css(TruthTable.Row row) {
    return switch (row.state()) {
      case MET -> "yes";
      case WAIVED -> "waived";
      case NOT_MET, EXPIRED, MISSING -> row.waiverProposed() ? "waived" : "no";
    };
  }

  private String mark(TruthTable.Row row) {
    return row.waiverProposed()
        ? words.say("decision.cell.proposed")
        : words.say("decision.cell." + row.state().code());
  }

  private String promise(Cell.Promise promise) {
    String unit = promise.unit().map(words::label).orElse("");
    String due = words.date(promise.dueOn());
    return promise
        .target()
        .map(
            target ->
                switch (promise.direction()) {
                  case RISE ->
                      words.say("decision.promise.rise", Quantity.say(words, target), unit, due);
                  case FALL ->
                      words.say("decision.promise.fall", Quantity.say(words, target), unit, due);
                  case DONE -> words.say("decision.promise.done", due);
                })
        .orElseGet(() -> words.say("decision.promise.done", due));
  }

  private String value(Cell cell) {
    if (cell.key().kind() == CellKey.Kind.COMMITMENT) {
      return cell.verified()
          .map(
              found ->
                  found
                      .value()
                      .map(value -> withUnit(cell, value))
                      .orElseGet(() -> words.say("decision.found." + found.result())))
          .orElseGet(() -> words.say("decision.found.none"));
    }
    return cell.shown().key().isEmpty()
        ? words.say(
            cell.row().found() == CellState.MISSING ? "decision.found.none" : "decision.found.said")
        : words.say(
            "decision.shown." + cell.shown().key(), cell.shown().count(), cell.shown().of());
  }

  private String withUnit(Cell cell, BigDecimal value) {
    return cell.promise()
        .flatMap(Cell.Promise::unit)
        .map(unit -> Quantity.say(words, value) + " " + words.label(unit))
        .orElseGet(() -> Quantity.say(words, value));
  }

  private String valueUnder(Cell cell) {
    List<String> under = new ArrayList<>();
    cell.verified()
        .filter(found -> found.value().isPresent())
        .ifPresent(found -> under.add(words.say("decision.found." + found.result())));
    cell.verified()
        .flatMap(Cell.Verified::asOf)
        .ifPresent(day -> under.add(words.say("decision.checked", words.date(day))));
    cell.verified()
        .flatMap(Cell.Verified::validUntil)
        .ifPresent(day -> under.add(words.say("decision.valid_until", words.date(day))));
    return String.join("; ", under);
  }

  private String by(Cell cell) {
    Optional<By> who = cell.verified().flatMap(Cell.Verified::by);
    if (who.isEmpty() && cell.verified().isPresent()) {
      // What a kind measures by itself nobody concludes.
      return words.say("decision.by.portal");
    }
    if (who.isEmpty() && cell.key().kind() == CellKey.Kind.CHECK) {
      return words.say(cell.shown().isPortals() ? "decision.by.portal" : "decision.by.preparer");
    }
    return who.map(by -> by.told(words)).orElse("–");
  }

  /** Reason, end, owner, and who signed it. */
  public String waiver(Cell.Waiver waiver) {
    return words.say(
        waiver.secondBy().isPresent() ? "decision.waived" : "decision.waiver_wanted",
        waiver.reason(),
        words.date(waiver.until()),
        waiver.owner(),
        waiver.proposedBy().told(words),
        waiver.secondBy().map(by -> by.told(words)).orElse(""));
  }

  /** Of the evidence where there is some, else of the check. */
  private String age(Cell cell, LocalDate today) {
    return cell.verified()
        .flatMap(found -> found.evidenceOn().or(found::asOf))
        .map(day -> words.say("decision.age", ChronoUnit.DAYS.between(day, today)))
        .orElse("–");
  }

  /** '2 × 24 jam', as the law says it; in hours where they make no whole days. */
  String within(Duration duration) {
    return duration.toHours() % 24 == 0
        ? words.say("decision.within", duration.toDays())
        : words.span(duration);
  }

  public String signed(Instant at, By by) {
    return words.instant(at) + ", " + by.told(words);
  }
}
