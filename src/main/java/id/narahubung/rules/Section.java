package id.narahubung.rules;

import static id.narahubung.rules.Column.choice;
import static id.narahubung.rules.Column.date;
import static id.narahubung.rules.Column.flag;
import static id.narahubung.rules.Column.label;
import static id.narahubung.rules.Column.money;
import static id.narahubung.rules.Column.named;
import static id.narahubung.rules.Column.number;
import static id.narahubung.rules.Column.options;
import static id.narahubung.rules.Column.ref;
import static id.narahubung.rules.Column.refOr;
import static id.narahubung.rules.Column.refs;
import static id.narahubung.rules.Column.span;
import static id.narahubung.rules.Column.spans;
import static id.narahubung.rules.Column.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The parts of a rule set, each a table of rows whose columns are described here and nowhere else:
 * pages, forms, differences and the store read this one description. Each stands behind those whose
 * rows it names.
 */
public enum Section {
  GENERAL(
      Kind.ONE,
      label("label", 200),
      span("object_minutes"),
      span("decide_objection_minutes"),
      number("questions_per_item", 1, 20),
      number("recheck_sample", 1, 1000),
      number("recheck_sample_days", 7, 366),
      span("confirm_sending_minutes").optional(),
      span("notice_minutes").optional(),
      number("max_blocks", 0, 100),
      number("normalisation_hours", 1, 8784),
      number("commitment_soon_days", 1, 366),
      number("waiver_days", 1, 3660),
      number("contest_days", 1, 366),
      number("answer_contest_days", 1, 366)),
  URGENCIES(
      Kind.ORDERED,
      named("code"),
      label("label", 200),
      span("minutes"),
      flag("mark"),
      flag("clarification_restarts"),
      span("acknowledge_minutes"),
      span("approve_minutes"),
      span("reply_minutes"),
      span("check_minutes"),
      span("decide_minutes"),
      spans("recheck_minutes").optional(),
      label("article", 500)),
  BASES(Kind.ORDERED, named("code"), label("label", 500), date("valid_until").optional()),
  CATEGORIES(
      Kind.ORDERED,
      named("code"),
      label("label", 200),
      ref("urgency_code", URGENCIES),
      refs("bases", BASES).optional(),
      number("fine_percent", 1, 10_000),
      flag("restricted")),
  ANSWERS(
      Kind.ORDERED,
      named("code"),
      label("label", 200),
      choice("class", AnswerClass.values()),
      label("hint", 1000).tall()),
  FIELDS(
      Kind.ORDERED,
      ref("answer_code", ANSWERS).key(),
      named("code"),
      label("label", 200),
      choice("input", AnswerField.Input.values()),
      flag("required"),
      options("options").optional()),
  MEASURES(
      Kind.ORDERED,
      named("code"),
      label("label", 200),
      refs("fully", ANSWERS).optional(),
      refs("partly", ANSWERS).optional()),
  STANDARDS(
      Kind.LOOSE,
      ref("category_code", CATEGORIES).key(),
      ref("measure_code", MEASURES),
      text("analysis", 5000),
      text("redress", 5000)),
  GROUNDS(Kind.ORDERED, named("code"), label("label", 200)),
  REQUIREMENTS(
      Kind.ORDERED,
      choice(
              "need",
              "items",
              "requester_body",
              "requester_contact",
              "letter_number",
              "letter_date",
              "basis",
              "analysis",
              "urgency_reason",
              "redress",
              "evidence",
              "finding")
          .key(),
      flag("overridable"),
      label("article", 500)),
  LETTERS(
      Kind.ORDERED,
      named("code"),
      label("label", 200),
      span("propose_minutes").orZero(),
      span("due_minutes").optional(),
      number("due_working_days", 1, 366).optional(),
      flag("fined"),
      number("fine_percent", 1, 10_000),
      flag("asks_to_pay"),
      label("article", 500)),
  FINE(
      Kind.ONE_OR_NONE,
      money("base").optional(),
      money("most"),
      flag("adds_up"),
      label("article", 500)),
  SCALES(Kind.ORDERED, named("code"), label("label", 200), number("fine_percent", 1, 10_000)),
  METHODS(
      Kind.ORDERED,
      named("code"),
      label("label", 200),
      choice("form", CheckMethod.Form.values()),
      flag("second_person")),
  COMMITMENTS(
      Kind.ORDERED,
      named("code"),
      label("label", 200),
      choice("direction", CommitmentKind.Direction.values()),
      label("unit", 30).optional(),
      label("proof", 500),
      ref("method_code", METHODS),
      number("check_every_days", 1, 3660).optional(),
      number("proof_valid_days", 1, 3660).optional(),
      flag("self_measured"),
      number("min_value", 0, 1_000_000_000).optional(),
      number("max_value", 0, 1_000_000_000).optional()),
  COMMITMENT_FIELDS(
      Kind.ORDERED,
      ref("kind_code", COMMITMENTS).key(),
      named("code"),
      label("label", 200),
      choice("type", CommitmentField.Type.values()),
      flag("required"),
      flag("per_row"),
      number("min_value", 0, 1_000_000_000).optional(),
      number("max_value", 0, 1_000_000_000).optional()),
  CHECKLISTS(
      Kind.ORDERED,
      refOr("list", METHODS, ChecklistEntry.LISTS).key(),
      named("code"),
      label("label", 500),
      choice("evidence", ChecklistEntry.Evidence.values()).optional(),
      flag("needs_file"),
      number("least_length", 1, 1000).optional()),
  DECISIONS(
      Kind.ORDERED,
      named("code"),
      label("label", 200),
      choice("effect", DecisionKind.Effect.values()),
      flag("is_reblock"),
      flag("needs_end"),
      flag("needs_conditions"),
      flag("needs_watch")),
  HOLIDAYS(
      Kind.LOOSE,
      date("day").key(),
      label("label", 200),
      choice("kind", Holiday.Kind.values()),
      flag("provisional"));

  /** How many rows a section has, and whether their order is somebody's choice. */
  enum Kind {
    ONE,
    ONE_OR_NONE,
    ORDERED,
    LOOSE
  }

  private final Kind kind;

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, of records
  private final List<Column> columns;

  Section(Kind kind, Column... columns) {
    this.kind = kind;
    this.columns = List.of(columns);
  }

  /** As it stands in addresses, events and message keys: 'urgencies'. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Section> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }

  public List<Column> columns() {
    return columns;
  }

  /** The columns that tell its rows apart; none where there is but one. */
  List<Column> keys() {
    return columns.stream().filter(Column::isKey).toList();
  }

  /** Whether its rows stand in an order that somebody chose. */
  boolean isOrdered() {
    return kind == Kind.ORDERED;
  }

  /** Whether it has one row, which has no name of its own. */
  boolean isSingle() {
    return kind == Kind.ONE || kind == Kind.ONE_OR_NONE;
  }

  /** Whether the row may be missing, or rows be taken out. */
  boolean mayShrink() {
    return kind != Kind.ONE;
  }

  /** Whether a row of it belongs to a row of another section, and goes with it. */
  boolean isOwnedBy(Section other) {
    return keys().stream().anyMatch(key -> key.of().filter(of -> of == other).isPresent());
  }
}
