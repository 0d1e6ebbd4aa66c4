package id.narahubung.rules;

import id.narahubung.text.Language;
import id.narahubung.text.Words;
import id.narahubung.web.Form;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * New rows of a section as lines that were pasted: cells with tabs between, as a spreadsheet copies
 * them, or what names a row and what it is called, with a comma between. Each is read as a form of
 * one row would be; here stands which are good, and what is wrong with the others.
 */
final class RowLines {

  /** So many lines at once. */
  static final int MOST = 500;

  private static final Set<String> YES = Set.of("ya", "yes", "true");
  private static final Set<String> NO = Set.of("tidak", "no", "false");

  private static final List<DateTimeFormatter> DATES =
      Stream.of("d/M/uuuu", "d-M-uuuu", "d.M.uuuu", "d MMMM uuuu", "d MMM uuuu")
          .flatMap(
              pattern ->
                  Arrays.stream(Language.values())
                      .map(
                          language ->
                              new DateTimeFormatterBuilder()
                                  .parseCaseInsensitive()
                                  .appendPattern(pattern)
                                  .toFormatter(language.locale())
                                  .withResolverStyle(ResolverStyle.STRICT)))
          .toList();

  private final Section section;
  private final RuleWording wording;
  private final Words words;
  private final List<Row> good = new ArrayList<>();
  private final List<Bad> bad = new ArrayList<>();
  private final Map<String, Integer> lineOf = new HashMap<>();

  /** A line that is none of a row yet. */
  record Bad(int line, String given, List<String> faults) {}

  private RowLines(Section section, RuleWording wording, Words words) {
    this.section = section;
    this.wording = wording;
    this.words = words;
  }

  static RowLines read(String text, Section section, RuleWording wording, Words words) {
    RowLines lines = new RowLines(section, wording, words);
    int line = 0;
    for (String given : text.split("\n", -1)) {
      line++;
      if (!given.isBlank()) {
        lines.read(line, given);
      }
    }
    return lines;
  }

  /** Whether a line can hold a row of it: not where a cell has lines of its own. */
  static boolean canRead(Section section) {
    return !section.isSingle()
        && section.columns().stream()
            .map(Column::type)
            .noneMatch(
                type ->
                    type == Column.Type.TEXT
                        || type == Column.Type.TALL_LABEL
                        || type == Column.Type.OPTIONS);
  }

  /** The cells of a line, in their order. */
  static List<String> cells(Section section) {
    return section.columns().stream().flatMap(column -> column.cells().stream()).toList();
  }

  /** Those that a comma can separate: what comes behind may hold commas itself. */
  static List<String> cellsByComma(Section section) {
    return cells(section).subList(0, section.keys().size() + 1);
  }

  List<Row> good() {
    return good;
  }

  List<Bad> bad() {
    return bad;
  }

  private void read(int line, String given) {
    String[] cells = split(given);
    List<String> names = cells(section);
    if (cells.length > names.size()) {
      bad.add(new Bad(line, given, List.of(words.say("rules.fault.columns", names.size()))));
      return;
    }
    Map<String, String> typed = new LinkedHashMap<>();
    for (int at = 0; at < cells.length; at++) {
      typed.put(names.get(at), cells[at].strip());
    }
    Form form = form(typed);
    Row row = new RowForm(section, Optional.empty(), wording, words).read(form);
    List<String> faults =
        new ArrayList<>(form.errors(words).stream().map(Form.FieldError::text).toList());
    if (form.isGood()) {
      Integer first = lineOf.putIfAbsent(row.key(), line);
      if (first != null) {
        faults.add(words.say("rules.fault.twice", first));
      }
    }
    if (faults.isEmpty()) {
      good.add(row);
    } else {
      bad.add(new Bad(line, given, faults));
    }
  }

  private String[] split(String given) {
    for (String separator : List.of("\t", ";")) {
      if (given.contains(separator)) {
        return given.split(separator, -1);
      }
    }
    return given.split(",", cellsByComma(section).size());
  }

  /** What a person would have put into the form. */
  private Form form(Map<String, String> typed) {
    Form form = Form.empty();
    for (Column column : section.columns()) {
      for (String cell : column.cells()) {
        form = form.with(cell, values(column, cell, typed));
      }
    }
    return form;
  }

  private List<String> values(Column column, String cell, Map<String, String> typed) {
    String given = typed.getOrDefault(cell, "");
    return switch (column.type()) {
      case REFS ->
          Stream.of(given.split(",")).map(String::strip).filter(c -> !c.isEmpty()).toList();
      case LABEL ->
          List.of(given.isEmpty() ? typed.getOrDefault(column.name() + "_id", "") : given);
      case FLAG -> List.of(flag(given));
      case CHOICE -> List.of(choice(column, given, typed));
      case DATE -> List.of(date(given));
      default -> List.of(given);
    };
  }

  /** Not said is no. */
  private static String flag(String given) {
    String said = given.toLowerCase(Locale.ROOT);
    return YES.contains(said) ? "true" : said.isEmpty() || NO.contains(said) ? "false" : given;
  }

  /** By its code or by its name; whose leave a holiday is stands in what it is called. */
  private String choice(Column column, String given, Map<String, String> typed) {
    if (given.isEmpty() && section == Section.HOLIDAYS) {
      boolean joint =
          typed.getOrDefault("label_id", "").toLowerCase(Locale.ROOT).startsWith("cuti bersama");
      return (joint ? Holiday.Kind.JOINT_LEAVE : Holiday.Kind.NATIONAL)
          .name()
          .toLowerCase(Locale.ROOT);
    }
    return column.choices().stream()
        .filter(code -> RuleWording.choice(column, code, words).equalsIgnoreCase(given))
        .findFirst()
        .orElse(given);
  }

  private static String date(String given) {
    for (DateTimeFormatter written : DATES) {
      try {
        return LocalDate.parse(given, written).toString();
      } catch (DateTimeParseException e) {
        // The next way to write one, or none.
      }
    }
    return given;
  }
}
