package id.narahubung.rules;

import id.narahubung.text.Language;
import id.narahubung.text.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the rows of one version say, in the words of one reader. */
final class RuleWording {

  private static final String NOTHING = "–";

  private final Words words;
  private final RuleSet set;
  private final Sheets sheets;

  RuleWording(Words words, RuleSet set) {
    this.words = words;
    this.set = set;
    this.sheets = Sheets.of(set);
  }

  Sheets sheets() {
    return sheets;
  }

  static String section(Section section, Words words) {
    return words.say("rules.section." + section.code());
  }

  static String column(Column column, Words words) {
    return words.say("rules.cell." + column.name());
  }

  /** What a row is called: its name, else the names of what it belongs to. */
  String title(Row row) {
    return switch (row.section()) {
      case GENERAL, FINE -> section(row.section(), words);
      case STANDARDS -> named(Section.CATEGORIES, row.cell("category_code"));
      case FIELDS -> named(Section.ANSWERS, row.cell("answer_code")) + ": " + label(row, "label");
      case COMMITMENT_FIELDS ->
          named(Section.COMMITMENTS, row.cell("kind_code")) + ": " + label(row, "label");
      case CHECKLISTS -> cell(row, row.section().keys().getFirst()) + ": " + label(row, "label");
      case ANSWERS -> row.cell("code") + " " + label(row, "label");
      case REQUIREMENTS -> words.say("need." + row.cell("need"));
      case HOLIDAYS -> words.date(LocalDate.parse(row.cell("day"))) + ": " + label(row, "label");
      default -> label(row, "label");
    };
  }

  /** What a row says in a column. */
  String cell(Row row, Column column) {
    String held = column.isLabel() ? label(row, column.name()) : row.cell(column.name());
    if (held.isEmpty()) {
      return words.find("rules.cell." + column.name() + ".none").orElse(NOTHING);
    }
    return switch (column.type()) {
      case CODE, LABEL, TALL_LABEL, TEXT -> held;
      case NUMBER -> words.number(Long.parseLong(held));
      case PERCENT -> words.number(Long.parseLong(held)) + " %";
      case MONEY -> words.say("rules.money", words.number(Long.parseLong(held)));
      case SPAN -> span(held);
      case SPANS ->
          row.codes(column.name()).stream().map(this::span).collect(Collectors.joining(", "));
      case FLAG -> words.say("rules.flag." + held);
      case CHOICE -> choice(column, held, words);
      case DATE -> words.date(LocalDate.parse(held));
      case REF ->
          column.choices().contains(held)
              ? choice(column, held, words)
              : column.of().map(of -> named(of, held)).orElse(held);
      case REFS ->
          row.codes(column.name()).stream()
              .map(code -> column.of().map(of -> named(of, code)).orElse(code))
              .collect(Collectors.joining("; "));
      case OPTIONS ->
          AnswerOption.parse(held).stream()
              .map(option -> words.label(option.label()))
              .collect(Collectors.joining("; "));
    };
  }

  /** The same where only the other language says something else. */
  String cellOf(Row row, Column column, Row other) {
    if (column.isLabel() && label(row, column.name()).equals(label(other, column.name()))) {
      Language unread = words.language().other();
      return unread.code().toUpperCase(java.util.Locale.ROOT)
          + ": "
          + row.cell(column.name() + "_" + unread.code());
    }
    return cell(row, column);
  }

  static String choice(Column column, String code, Words words) {
    return words.say(
        column.name().equals("need")
            ? "need." + code
            : "rules.choice." + column.name() + "." + code);
  }

  /** How another row names this one; an urgency with its hours. */
  private String named(Section section, String code) {
    if (section == Section.URGENCIES) {
      return set.findUrgency(code)
          .map(
              urgency ->
                  words.say(
                      "rules.urgency",
                      words.label(urgency.label()),
                      SpanText.say(urgency.span(), words)))
          .orElse(code);
    }
    return sheets.find(section, code).map(this::title).orElse(code);
  }

  private String label(Row row, String name) {
    return row.cell(name + "_" + words.language().code());
  }

  private String span(String minutes) {
    return SpanText.say(Duration.ofMinutes(Long.parseLong(minutes)), words);
  }

  /** The rows that name a row, for the sentence why it cannot go. */
  List<String> naming(Section section, String key) {
    return sheets.naming(section, key).stream().map(this::title).toList();
  }

  /** A difference in words, section by section; each version speaks of its own rows. */
  static List<Told> tell(
      Difference difference, RuleWording before, RuleWording after, Words words) {
    return difference.changes().stream()
        .collect(Collectors.groupingBy(Difference.Change::section))
        .entrySet()
        .stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .map(
            each ->
                new Told(
                    section(each.getKey(), words),
                    each.getValue().stream()
                        .map(change -> line(change, before, after, words))
                        .toList()))
        .toList();
  }

  private static Line line(
      Difference.Change change, RuleWording before, RuleWording after, Words words) {
    return switch (change) {
      case Difference.Added added -> new Line(after.title(added.row()), words.say("rules.added"));
      case Difference.Removed gone ->
          new Line(before.title(gone.row()), words.say("rules.removed"));
      case Difference.Reordered reordered -> new Line("", words.say("rules.reordered"));
      case Difference.Changed changed ->
          new Line(
              changed.after().section().isSingle() ? "" : after.title(changed.after()),
              words.say(
                  "rules.changed",
                  column(changed.column(), words),
                  before.cellOf(changed.before(), changed.column(), changed.after()),
                  after.cellOf(changed.after(), changed.column(), changed.before())));
    };
  }

  /** What a section says otherwise. */
  public record Told(String section, List<Line> lines) {}

  /**
   * One difference.
   *
   * @param row which row it is about; empty where the section has but one
   */
  public record Line(String row, String text) {}

  /** The row of this name with what a form shows of it, or an empty one. */
  Optional<Row> find(Section section, String key) {
    return sheets.find(section, key);
  }
}
