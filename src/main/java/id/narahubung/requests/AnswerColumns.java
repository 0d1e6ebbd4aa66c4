package id.narahubung.requests;

import id.narahubung.rules.AnswerField;
import id.narahubung.rules.AnswerType;
import id.narahubung.rules.RefusalGround;
import id.narahubung.rules.RuleSet;
import id.narahubung.sheets.SheetWriter;
import id.narahubung.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The columns of an answer sheet: what is known of an item, then what its answer asks for. A
 * heading is in the reader's language and ends with its code, by which it is found again whatever
 * the language, and wherever somebody moved it.
 */
final class AnswerColumns {

  static final String ITEM = "item";
  static final String VERSION = "version";
  static final String TYPE = "type";
  static final String GROUND = "ground";

  /** What stands in a row before anybody answers. */
  private static final List<String> KNOWN =
      List.of(ITEM, VERSION, "address", "category", "due", "measure");

  private static final Pattern CODE = Pattern.compile("\\(([a-z][a-z0-9_]*)\\)\\s*$");

  private final Words words;
  private final Collection<RuleSet> sets;

  AnswerColumns(Words words, Collection<RuleSet> sets) {
    this.words = words;
    this.sets = sets;
  }

  List<String> headings() {
    List<String> headings = new ArrayList<>();
    KNOWN.forEach(code -> headings.add(heading(words.say("answers.column." + code), code)));
    headings.add(heading(words.say("answers.column.type"), TYPE));
    headings.add(heading(words.say("answers.column.ground"), GROUND));
    fields().forEach((code, labels) -> headings.add(heading(String.join(" / ", labels), code)));
    return headings;
  }

  private static String heading(String label, String code) {
    return label + " (" + code + ")";
  }

  /** The fields of all answer types, each with what the types call it. */
  private Map<String, Set<String>> fields() {
    Map<String, Set<String>> fields = new LinkedHashMap<>();
    for (RuleSet set : sets) {
      for (AnswerType type : set.answering().answerTypes()) {
        for (AnswerField field : type.fields()) {
          fields
              .computeIfAbsent(field.code(), code -> new LinkedHashSet<>())
              .add(words.label(field.label()));
        }
      }
    }
    return fields;
  }

  /** Which column of a table has which code, by its headings. */
  static Map<String, Integer> of(List<String> headings) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (int column = 0; column < headings.size(); column++) {
      Matcher code = CODE.matcher(headings.get(column));
      if (code.find()) {
        columns.putIfAbsent(code.group(1), column);
      }
    }
    return columns;
  }

  /** Whether a column is one the company fills in. */
  static boolean isAnswer(String code) {
    return !KNOWN.contains(code);
  }

  /** The codes that may be filled in, as a sheet of their own. */
  void writeLegend(SheetWriter out) {
    out.row(
        List.of(
            words.say("answers.legend.column"),
            words.say("answers.legend.code"),
            words.say("answers.legend.meaning"),
            words.say("answers.legend.needs")));
    Set<List<String>> rows = new LinkedHashSet<>();
    for (RuleSet set : sets) {
      set.answering()
          .answerTypes()
          .forEach(
              type -> rows.add(List.of(TYPE, type.code(), words.label(type.label()), needs(type))));
    }
    for (RuleSet set : sets) {
      for (RefusalGround ground : set.answering().refusalGrounds()) {
        rows.add(List.of(GROUND, ground.code(), words.label(ground.label()), ""));
      }
    }
    for (RuleSet set : sets) {
      set.answering().answerTypes().stream()
          .flatMap(type -> type.fields().stream())
          .forEach(f -> add(rows, f));
    }
    rows.forEach(out::row);
  }

  private void add(Set<List<String>> rows, AnswerField field) {
    field
        .options()
        .forEach(
            option ->
                rows.add(List.of(field.code(), option.code(), words.label(option.label()), "")));
    switch (field.input()) {
      case INSTANT ->
          rows.add(
              List.of(
                  field.code(),
                  "2026-03-02 08:15",
                  words.say("answers.legend.instant", words.zoneName()),
                  ""));
      case DATE ->
          rows.add(List.of(field.code(), "2026-03-02", words.say("answers.legend.date"), ""));
      case LINE, TEXT, CHOICE, ITEM -> {}
    }
  }

  /** 'acted_at, detail?': what a type asks for; what may stay empty has a question mark. */
  private static String needs(AnswerType type) {
    String fields =
        type.fields().stream()
            .map(field -> field.code() + (field.required() ? "" : "?"))
            .collect(Collectors.joining(", "));
    boolean refused = type.answerClass() == id.narahubung.rules.AnswerClass.REFUSED;
    return refused ? GROUND + (fields.isEmpty() ? "" : ", " + fields) : fields;
  }
}
