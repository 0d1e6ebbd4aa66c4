package id.narahubung.rules;

import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Form;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row of the rules as a form: its controls, what stands in them, and what was typed read back
 * into cells. Made from the columns' description alone.
 */
final class RowForm {

  private static final String PLACE = "place";

  /** The address of a row that is not there yet. */
  private static final String NEW = "new";

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_]*");

  private final Section section;
  private final RuleWording wording;
  private final Words words;

  /** The row that is changed; empty for a new one. */
  private final Optional<Row> known;

  RowForm(Section section, Optional<Row> known, RuleWording wording, Words words) {
    this.section = section;
    this.known = known;
    this.wording = wording;
    this.words = words;
  }

  /** What the form shows before anybody typed. */
  Form filled() {
    Form form = Form.empty();
    if (known.isPresent()) {
      for (Column column : section.columns()) {
        for (String cell : column.cells()) {
          form = form.with(cell, shown(column, known.get(), cell));
        }
      }
    }
    return section.isOrdered() ? form.with(PLACE, List.of(Integer.toString(place()))) : form;
  }

  /** Where the row stands, and a new one would. */
  private int place() {
    List<Row> rows = wording.sheets().rows(section);
    return known.map(row -> rows.indexOf(row) + 1).orElse(rows.size() + 1);
  }

  private List<String> shown(Column column, Row row, String cell) {
    String held = row.cell(cell);
    return switch (column.type()) {
      case REFS -> row.codes(cell);
      case SPAN -> held.isEmpty() ? List.of() : List.of(span(held));
      case SPANS ->
          List.of(row.codes(cell).stream().map(this::span).collect(Collectors.joining(", ")));
      default -> List.of(held);
    };
  }

  private String span(String minutes) {
    return SpanText.say(Duration.ofMinutes(Long.parseLong(minutes)), words);
  }

  /** The controls, with what was typed and what is wrong. What names a row is written once. */
  List<Control> controls(Form form) {
    Controls controls = new Controls(words, form, "rules.cell.");
    List<Control> all = new ArrayList<>();
    for (Column column : section.columns()) {
      if (!column.isKey() || known.isEmpty()) {
        column.cells().forEach(cell -> all.add(control(controls, column, cell)));
      }
    }
    if (section.isOrdered()) {
      all.add(controls.of(Kind.TEXT, PLACE, true));
    }
    return all;
  }

  private Control control(Controls controls, Column column, String cell) {
    return controls.of(kind(column), cell, column.required(), choices(controls, column));
  }

  private static Kind kind(Column column) {
    return switch (column.type()) {
      case CODE, LABEL, NUMBER, PERCENT, MONEY, SPAN, SPANS -> Kind.TEXT;
      case TALL_LABEL, TEXT, OPTIONS -> Kind.AREA;
      case DATE -> Kind.DATE;
      case FLAG -> Kind.RADIOS;
      case CHOICE, REF -> Kind.SELECT;
      case REFS -> Kind.CHECKBOXES;
    };
  }

  private List<Choice> choices(Controls controls, Column column) {
    String name = column.name();
    return switch (column.type()) {
      case FLAG ->
          Stream.of("true", "false")
              .map(each -> controls.choice(name, each, words.say("rules.flag." + each)))
              .toList();
      case CHOICE -> {
        List<Choice> choices =
            new ArrayList<>(List.of(controls.choice(name, "", words.say("rules.choose"))));
        column.choices().stream()
            .map(each -> controls.choice(name, each, RuleWording.choice(column, each, words)))
            .forEach(choices::add);
        yield choices;
      }
      case REF -> {
        List<Choice> choices =
            new ArrayList<>(List.of(controls.choice(name, "", words.say("rules.choose"))));
        column.choices().stream()
            .map(each -> controls.choice(name, each, RuleWording.choice(column, each, words)))
            .forEach(choices::add);
        choices.addAll(rows(controls, column));
        yield choices;
      }
      case REFS -> rows(controls, column);
      default -> List.of();
    };
  }

  private List<Choice> rows(Controls controls, Column column) {
    return column.of().map(of -> wording.sheets().rows(of)).orElse(List.of()).stream()
        .map(row -> controls.choice(column.name(), row.key(), wording.title(row)))
        .toList();
  }

  /** Reads what was typed, and notes in the form what is wrong with it. */
  Row read(Form form) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (Column column : section.columns()) {
      for (String cell : column.cells()) {
        String read =
            column.isKey() && known.isPresent() ? known.get().cell(cell) : read(form, column, cell);
        if (!read.isEmpty()) {
          cells.put(cell, read);
        }
      }
    }
    Row row = new Row(section, cells);
    if (form.isGood()) {
      checkWhole(form, row);
    }
    return row;
  }

  /** Where the row shall stand; empty where the section keeps no order. */
  OptionalInt place(Form form) {
    if (!section.isOrdered()) {
      return OptionalInt.empty();
    }
    if (!form.text(PLACE).matches("[1-9]\\d{0,3}")) {
      form.refuse(PLACE, "rules.fault.place");
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(form.text(PLACE)));
  }

  private String read(Form form, Column column, String cell) {
    String typed = form.text(cell);
    if (column.type() == Column.Type.REFS) {
      List<String> codes = form.all(cell).stream().distinct().toList();
      if (!codes.stream().allMatch(code -> isRow(column, code))) {
        form.refuse(cell, "rules.fault.choice");
      }
      return String.join(",", codes);
    }
    if (typed.isEmpty()) {
      if (column.required()) {
        form.refuse(cell, "rules.fault.empty", words.say("rules.cell." + cell));
      }
      return "";
    }
    return switch (column.type()) {
      case CODE -> code(form, column, cell, typed);
      case LABEL, TALL_LABEL, TEXT -> text(form, column, cell, typed);
      case NUMBER, PERCENT, MONEY -> number(form, column, cell, typed);
      case SPAN -> span(form, column, cell, typed);
      case SPANS ->
          Arrays.stream(typed.split("[,;]"))
              .map(each -> span(form, column, cell, each))
              .collect(Collectors.joining(","));
      case FLAG -> oneOf(form, List.of("true", "false"), cell, typed);
      case CHOICE -> oneOf(form, column.choices(), cell, typed);
      case DATE ->
          form.date(cell)
              .map(LocalDate::toString)
              .orElseGet(() -> refused(form, cell, "rules.fault.date"));
      case REF ->
          column.choices().contains(typed) || isRow(column, typed)
              ? typed
              : refused(form, cell, "rules.fault.choice");
      case OPTIONS -> options(form, cell, typed);
      case REFS -> throw new IllegalStateException("read above");
    };
  }

  private boolean isRow(Column column, String code) {
    return column.of().flatMap(of -> wording.find(of, code)).isPresent();
  }

  private static String code(Form form, Column column, String cell, String typed) {
    return typed.length() <= column.most() && CODE.matcher(typed).matches() && !typed.equals(NEW)
        ? typed
        : refused(form, cell, "rules.fault.code");
  }

  private static String text(Form form, Column column, String cell, String typed) {
    if (typed.length() > column.most()) {
      form.refuse(cell, "fault.too_long", (int) column.most());
    }
    return typed;
  }

  private String number(Form form, Column column, String cell, String typed) {
    OptionalLong number = WholeNumber.read(bare(column, typed));
    if (number.isEmpty()
        || number.getAsLong() < column.least()
        || number.getAsLong() > column.most()) {
      form.refuse(
          cell, "rules.fault.number", words.number(column.least()), words.number(column.most()));
      return "";
    }
    return Long.toString(number.getAsLong());
  }

  /** Without the unit, which stands beside the control and is written all the same. */
  private static String bare(Column column, String typed) {
    return switch (column.type()) {
      case MONEY -> typed.replaceFirst("^Rp\\.?\\s*", "");
      case PERCENT -> typed.replaceFirst("\\s*%$", "");
      default -> typed;
    };
  }

  private static String span(Form form, Column column, String cell, String typed) {
    Optional<Long> minutes = SpanText.parse(typed).map(Duration::toMinutes);
    if (minutes.filter(each -> each >= column.least() && each <= column.most()).isEmpty()) {
      return refused(form, cell, "rules.fault.span");
    }
    return Long.toString(minutes.get());
  }

  private static String oneOf(Form form, List<String> codes, String cell, String typed) {
    return codes.contains(typed) ? typed : refused(form, cell, "rules.fault.choice");
  }

  private static String options(Form form, String cell, String typed) {
    try {
      List<AnswerOption> options = AnswerOption.parse(typed);
      if (options.stream()
          .allMatch(each -> CODE.matcher(each.code()).matches() && each.isNamed())) {
        return options.stream().map(AnswerOption::line).collect(Collectors.joining("\n"));
      }
    } catch (IllegalArgumentException e) {
      // Told below, like every line that is none.
    }
    return refused(form, cell, "rules.fault.options");
  }

  private static String refused(Form form, String cell, String key) {
    form.refuse(cell, key);
    return "";
  }

  /** What two cells say together, or a row beside the others. */
  private void checkWhole(Form form, Row row) {
    if (known.isEmpty() && wording.find(section, row.key()).isPresent()) {
      form.refuse(
          section.isSingle()
              ? section.columns().getFirst().cells().getFirst()
              : section.keys().getLast().name(),
          "rules.fault.taken");
    }
    switch (section) {
      case FINE -> {
        if (!row.cell("base").isEmpty()
            && Long.parseLong(row.cell("base")) > Long.parseLong(row.cell("most"))) {
          form.refuse("base", "rules.fault.base");
        }
      }
      case LETTERS -> {
        if (!row.cell("due_minutes").isEmpty() && !row.cell("due_working_days").isEmpty()) {
          form.refuse("due_working_days", "rules.fault.term");
        }
      }
      case SCALES -> {
        if (wording.sheets().rows(Section.FINE).isEmpty()) {
          form.refuse("code", "rules.fault.no_fine");
        }
      }
      case FIELDS -> {
        boolean chooses = row.cell("input").equals("choice");
        if (chooses == row.cell("options").isEmpty()) {
          form.refuse("options", chooses ? "rules.fault.options" : "rules.fault.no_options");
        }
      }
      case MEASURES -> {
        if (row.codes("fully").stream().anyMatch(row.codes("partly")::contains)) {
          form.refuse("partly", "rules.fault.both");
        }
      }
      case METHODS -> {
        if (ChecklistEntry.LISTS.contains(row.key())) {
          form.refuse("code", "rules.fault.list");
        }
        if (!row.cell("form").equals("visit") && hasMinutes(row.key())) {
          form.refuse("form", "rules.fault.method.minutes");
        }
      }
      case COMMITMENTS -> {
        checkCommitment(form, row);
        checkBounds(form, row, !row.cell("direction").equals("done"));
      }
      case COMMITMENT_FIELDS -> {
        checkBounds(form, row, List.of("number", "hours").contains(row.cell("type")));
        if (row.cell("per_row").equals("true") && !row.cell("type").equals("text")) {
          form.refuse("per_row", "rules.fault.per_row");
        } else if (row.cell("per_row").equals("true") && !row.cell("required").equals("true")) {
          form.refuse("required", "rules.fault.per_row.required");
        }
      }
      case CHECKLISTS -> {
        if (row.cell("evidence").equals("minutes_signed") && !isVisit(row.cell("list"))) {
          form.refuse("evidence", "rules.fault.minutes");
        }
        if (!row.cell("list").equals(ChecklistEntry.NORMALISATION)) {
          if (row.cell("needs_file").equals("true")) {
            form.refuse("needs_file", "rules.fault.paper");
          }
          if (!row.cell("least_length").isEmpty()) {
            form.refuse("least_length", "rules.fault.paper");
          }
        }
      }
      default -> {}
    }
  }

  /** Whether a list asks for minutes that both sides signed. */
  private boolean hasMinutes(String list) {
    return wording.sheets().rows(Section.CHECKLISTS).stream()
        .anyMatch(
            entry ->
                entry.cell("list").equals(list) && entry.cell("evidence").equals("minutes_signed"));
  }

  /** Whether a list is that of a method that visits: only of a visit minutes are signed. */
  private boolean isVisit(String list) {
    return wording
        .sheets()
        .find(Section.METHODS, list)
        .filter(method -> method.cell("form").equals("visit"))
        .isPresent();
  }

  /** Only a number has bounds, and the lower is not above the upper. */
  private static void checkBounds(Form form, Row row, boolean isNumber) {
    String least = row.cell("min_value");
    String most = row.cell("max_value");
    if (!isNumber && !(least.isEmpty() && most.isEmpty())) {
      form.refuse(least.isEmpty() ? "max_value" : "min_value", "rules.fault.no_bounds");
    } else if (!least.isEmpty()
        && !most.isEmpty()
        && Long.parseLong(least) > Long.parseLong(most)) {
      form.refuse("max_value", "rules.fault.bounds");
    }
  }

  /** A value has a unit, in both languages, and only a value can be computed. */
  private static void checkCommitment(Form form, Row row) {
    boolean done = row.cell("direction").equals("done");
    for (String cell : List.of("unit_id", "unit_en")) {
      if (row.cell(cell).isEmpty() != done) {
        form.refuse(cell, done ? "rules.fault.no_unit" : "rules.fault.unit");
      }
    }
    if (row.cell("self_measured").equals("true") && !row.cell("direction").equals("rise")) {
      form.refuse("self_measured", "rules.fault.self_measured");
    }
  }
}
