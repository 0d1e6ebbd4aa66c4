package id.narahubung.commitments;

import id.narahubung.access.RuleBroken;
import id.narahubung.rules.Bounds;
import id.narahubung.rules.CommitmentField;
import id.narahubung.rules.CommitmentKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a version promises.
 *
 * @param text the promise in words, as it is signed
 * @param baseline where it starts from; empty where the kind has no value, or nobody knows
 * @param graceDays so many days behind the due day it counts as late
 * @param condition whether access to the platform hangs on it
 * @param fields what the kind asks for, by code
 * @param milestones in the order of their days
 * @param rows of a kind that has them: baseline and target are their sums
 */
public record Terms(
    String text,
    Optional<BigDecimal> baseline,
    Optional<BigDecimal> target,
    LocalDate dueOn,
    int graceDays,
    boolean condition,
    Map<String, String> fields,
    List<Milestone> milestones,
    List<Row> rows) {

  static final int MOST_TEXT = 4_000;
  static final int MOST_FIELD = 1_000;
  static final int MOST_MILESTONES = 24;
  static final int MOST_GRACE = 365;
  static final int MOST_ROWS = 60;
  static final int MOST_CELL = 200;

  /** So that all rows together are less than a column of the database holds. */
  static final BigDecimal MOST_OF_ROW = BigDecimal.valueOf(1_000_000_000);

  /** A value to be reached by a day on the way. */
  public record Milestone(LocalDate onDay, BigDecimal value) {}

  /**
   * A part of what is promised.
   *
   * @param cells what the kind asks of each row, in its order, such as role, language and shift
   * @param baseline empty where nobody knows it
   */
  public record Row(List<String> cells, Optional<BigDecimal> baseline, BigDecimal target) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** What a kind without rows promises. */
  public Terms(
      String text,
      Optional<BigDecimal> baseline,
      Optional<BigDecimal> target,
      LocalDate dueOn,
      int graceDays,
      boolean condition,
      Map<String, String> fields,
      List<Milestone> milestones) {
    this(text, baseline, target, dueOn, graceDays, condition, fields, milestones, List.of());
  }

  /** What rows come to; empty where there are none, or one of them is not known. */
  static Optional<BigDecimal> baselineOf(List<Row> rows) {
    return rows.isEmpty() || rows.stream().anyMatch(row -> row.baseline().isEmpty())
        ? Optional.empty()
        : Optional.of(
            rows.stream()
                .flatMap(row -> row.baseline().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** The same of their targets. */
  static Optional<BigDecimal> targetOf(List<Row> rows) {
    return rows.stream().map(Row::target).reduce(BigDecimal::add);
  }

  /**
   * What is wrong with a field of the form.
   *
   * @param key of the sentence that says what to do
   * @param arguments of the sentence; a label of the rules in both languages
   */
  public record Fault(String field, String key, List<Object> arguments) {

    static Fault of(String field, String key, Object... arguments) {
      return new Fault(field, key, List.of(arguments));
    }
  }

  public Terms {
    fields = Map.copyOf(fields);
    milestones = List.copyOf(milestones);
    rows = List.copyOf(rows);
  }

  /**
   * All that keeps this from being promised from today on: a text missing or too long, a target
   * missing, on the wrong side of the baseline or given where the kind has none, a due day that has
   * passed, milestones behind it, out of order or not on the way to the target, a value beyond what
   * the kind allows, a field of the kind missing, unreadable or out of its bounds, what runs up to
   * less than it runs from, rows missing, too many, incomplete or twice the same, or that come to
   * another sum than is promised.
   *
   * @param standing the due day of the version in force, which may have passed: whatever else is
   *     mended, nobody has to promise it anew
   */
  public List<Fault> faults(CommitmentKind kind, LocalDate today, Optional<LocalDate> standing) {
    List<Fault> faults = new ArrayList<>();
    if (text.isBlank()) {
      faults.add(Fault.of("text", "commitment.fault.text"));
    } else if (text.length() > MOST_TEXT) {
      faults.add(Fault.of("text", "fault.too_long", MOST_TEXT));
    }
    if (kind.direction() == CommitmentKind.Direction.DONE) {
      if (target.isPresent() || baseline.isPresent() || !milestones.isEmpty()) {
        faults.add(Fault.of("target", "commitment.fault.no_value"));
      }
    } else {
      addOfRows(kind, faults);
      addOfValues(kind, faults);
    }
    if (dueOn.isBefore(today) && standing.filter(dueOn::equals).isEmpty()) {
      faults.add(Fault.of("due_on", "commitment.fault.due_on"));
    }
    if (graceDays < 0 || graceDays > MOST_GRACE) {
      faults.add(Fault.of("grace_days", "commitment.fault.grace_days", MOST_GRACE));
    }
    for (CommitmentField field : kind.ownFields()) {
      faultOf(kind, field).ifPresent(faults::add);
    }
    return faults;
  }

  /** Whether this value keeps the promise; a kind without one is kept by being done. */
  boolean isMetBy(CommitmentKind kind, Optional<BigDecimal> value) {
    return kind.direction() == CommitmentKind.Direction.DONE
        || (value.isPresent() && target.isPresent() && leads(kind, target.get(), value.get()));
  }

  /** Whether a version of these would change nothing; 20 and 20,0 are the same. */
  boolean saysTheSameAs(Terms other) {
    return plain().equals(other.plain());
  }

  private Terms plain() {
    return new Terms(
        text,
        baseline.map(BigDecimal::stripTrailingZeros),
        target.map(BigDecimal::stripTrailingZeros),
        dueOn,
        graceDays,
        condition,
        fields,
        milestones.stream()
            .map(each -> new Milestone(each.onDay(), each.value().stripTrailingZeros()))
            .toList(),
        rows.stream()
            .map(
                each ->
                    new Row(
                        each.cells(),
                        each.baseline().map(BigDecimal::stripTrailingZeros),
                        each.target().stripTrailingZeros()))
            .toList());
  }

  /** Refuses by the first of them. */
  void require(CommitmentKind kind, LocalDate today, Optional<LocalDate> standing) {
    List<Fault> faults = faults(kind, today, standing);
    if (!faults.isEmpty()) {
      Fault first = faults.getFirst();
      throw new RuleBroken(first.key(), first.arguments().toArray());
    }
  }

  private void addOfRows(CommitmentKind kind, List<Fault> faults) {
    if (!kind.hasRows()) {
      if (!rows.isEmpty()) {
        faults.add(Fault.of(ROWS, "commitment.fault.rows.none"));
      }
      return;
    }
    if (rows.isEmpty()) {
      faults.add(Fault.of(ROWS, "commitment.fault.rows"));
    } else if (rows.size() > MOST_ROWS) {
      faults.add(Fault.of(ROWS, "commitment.fault.rows.many", MOST_ROWS));
    } else if (rows.stream().anyMatch(row -> row.target().compareTo(MOST_OF_ROW) > 0)
        || baselines().anyMatch(each -> each.compareTo(MOST_OF_ROW) > 0)) {
      faults.add(Fault.of(ROWS, "commitment.fault.rows.most", MOST_OF_ROW));
    } else if (!isSum(baseline, baselineOf(rows)) || !isSum(target, targetOf(rows))) {
      faults.add(Fault.of(ROWS, "commitment.fault.rows.sum"));
    }
    Set<List<String>> before = new HashSet<>();
    for (Row row : rows) {
      String said = String.join("; ", row.cells());
      if (row.cells().size() != kind.rowFields().size()
          || row.cells().stream().anyMatch(cell -> cell.isBlank() || cell.length() > MOST_CELL)) {
        faults.add(Fault.of(ROWS, "commitment.fault.rows.cells", said, MOST_CELL));
      } else if (!before.add(row.cells())) {
        faults.add(Fault.of(ROWS, "commitment.fault.rows.twice", said));
      } else if (row.target().signum() < 0
          || row.baseline().filter(each -> each.signum() < 0).isPresent()) {
        faults.add(Fault.of(ROWS, "commitment.fault.rows.negative", said));
      }
    }
  }

  private Stream<BigDecimal> baselines() {
    return rows.stream().flatMap(row -> row.baseline().stream());
  }

  private static boolean isSum(Optional<BigDecimal> promised, Optional<BigDecimal> sum) {
    return promised
        .map(BigDecimal::stripTrailingZeros)
        .equals(sum.map(BigDecimal::stripTrailingZeros));
  }

  private void addOfValues(CommitmentKind kind, List<Fault> faults) {
    if (target.isEmpty()) {
      if (!kind.hasRows()) {
        faults.add(Fault.of("target", "commitment.fault.target"));
      }
      return;
    }
    BigDecimal goal = target.get();
    String typed = kind.hasRows() ? ROWS : "target";
    beyond(typed, kind.bounds(), target).ifPresent(faults::add);
    beyond(kind.hasRows() ? ROWS : "baseline", kind.bounds(), baseline).ifPresent(faults::add);
    milestones.stream()
        .flatMap(each -> beyond("milestones", kind.bounds(), Optional.of(each.value())).stream())
        .findFirst()
        .ifPresent(faults::add);
    if (!faults.isEmpty() && faults.getLast().key().startsWith(BEYOND)) {
      return;
    }
    if (baseline.isPresent() && !leads(kind, baseline.get(), goal)) {
      faults.add(Fault.of(typed, "commitment.fault.target." + code(kind)));
    }
    if (milestones.size() > MOST_MILESTONES) {
      faults.add(Fault.of("milestones", "commitment.fault.milestones.many", MOST_MILESTONES));
    }
    Optional<BigDecimal> before = baseline;
    Optional<LocalDate> dayBefore = Optional.empty();
    for (Milestone each : milestones) {
      if (each.onDay().isAfter(dueOn)) {
        faults.add(Fault.of("milestones", "commitment.fault.milestones.late"));
      } else if (dayBefore.isPresent() && !each.onDay().isAfter(dayBefore.get())) {
        faults.add(Fault.of("milestones", "commitment.fault.milestones.order"));
      } else if (before.isPresent() && !leads(kind, before.get(), each.value())) {
        faults.add(Fault.of("milestones", "commitment.fault.milestones." + code(kind)));
      } else if (!leads(kind, each.value(), goal)) {
        faults.add(Fault.of("milestones", "commitment.fault.milestones.beyond"));
      } else {
        before = Optional.of(each.value());
        dayBefore = Optional.of(each.onDay());
        continue;
      }
      return;
    }
  }

  /** Whether going from one value to the next is no step back. */
  private static boolean leads(CommitmentKind kind, BigDecimal from, BigDecimal to) {
    return kind.direction() == CommitmentKind.Direction.FALL
        ? to.compareTo(from) <= 0
        : to.compareTo(from) >= 0;
  }

  private static String code(CommitmentKind kind) {
    return kind.direction() == CommitmentKind.Direction.FALL ? "fall" : "rise";
  }

  /** What to say of a value that is not within its bounds. */
  static Optional<Fault> beyond(String name, Bounds bounds, Optional<BigDecimal> value) {
    if (value.filter(each -> !bounds.hold(each)).isEmpty()) {
      return Optional.empty();
    }
    List<Object> ends =
        Stream.of(bounds.least(), bounds.most()).<Object>flatMap(Optional::stream).toList();
    String which =
        bounds.least().isPresent() ? bounds.most().isPresent() ? "between" : "least" : "most";
    return Optional.of(new Fault(name, BEYOND + which, ends));
  }

  private Optional<Fault> faultOf(CommitmentKind kind, CommitmentField field) {
    String typed = fields.getOrDefault(field.code(), "");
    String name = FIELD + field.code();
    if (typed.isBlank()) {
      return field.required()
          ? Optional.of(Fault.of(name, "commitment.fault.field", field.label()))
          : Optional.empty();
    }
    if (typed.length() > MOST_FIELD) {
      return Optional.of(Fault.of(name, "fault.too_long", MOST_FIELD));
    }
    return switch (field.type()) {
      case TEXT -> Optional.empty();
      case DAY ->
          isDay(typed)
              ? Optional.empty()
              : Optional.of(Fault.of(name, "commitment.fault.field.day"));
      case NUMBER, HOURS ->
          Quantity.read(typed)
              .map(
                  read ->
                      beyond(name, field.bounds(), Optional.of(read))
                          .or(() -> faultOfEnd(kind, field, read)))
              .orElseGet(() -> Optional.of(Fault.of(name, "commitment.fault.number")));
    };
  }

  /** What a kind asks for as '…_to' is not less than what it asks for as '…_from'. */
  private Optional<Fault> faultOfEnd(CommitmentKind kind, CommitmentField field, BigDecimal to) {
    if (!field.code().endsWith("_to")) {
      return Optional.empty();
    }
    return kind.findField(field.code().replaceFirst("_to$", "_from"))
        .filter(
            start ->
                Quantity.read(fields.getOrDefault(start.code(), ""))
                    .filter(from -> to.compareTo(from) < 0)
                    .isPresent())
        .map(start -> Fault.of(FIELD + field.code(), "commitment.fault.field.end", start.label()));
  }

  private static boolean isDay(String typed) {
    try {
      LocalDate day = LocalDate.parse(typed);
      return day.getYear() >= 1900 && day.getYear() <= 9999;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** What a kind's field is called in the form, before its code. */
  static final String FIELD = "field_";

  /** What the rows are called in the form. */
  static final String ROWS = "rows";

  private static final String BEYOND = "commitment.fault.beyond.";
}
