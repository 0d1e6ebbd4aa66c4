package id.narahubung.requests;

import id.narahubung.rules.AnswerField;
import id.narahubung.rules.AnswerOption;
import id.narahubung.rules.AnswerType;
import id.narahubung.rules.RuleSet;
import id.narahubung.web.Form;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The answer cells of one row, turned into what the form of a single answer would have sent: codes
 * for what people write as labels, a time as its control sends it. What it cannot make out stays as
 * it is, for the form's rules to refuse.
 */
final class AnswerCells {

  private final RuleSet rules;
  private final ZoneId zone;

  AnswerCells(RuleSet rules, ZoneId zone) {
    this.rules = rules;
    this.zone = zone;
  }

  Form form(Map<String, String> cells) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    Optional<AnswerType> type = type(cells);
    values.put(AnswerColumns.TYPE, List.of(type.map(AnswerType::code).orElse("")));
    String ground = cells.getOrDefault(AnswerColumns.GROUND, "");
    values.put(AnswerColumns.GROUND, List.of(code(ground)));
    type.ifPresent(
        known ->
            known
                .fields()
                .forEach(
                    field ->
                        values.put(
                            field.code(),
                            List.of(value(field, cells.getOrDefault(field.code(), ""))))));
    return Form.of(values);
  }

  /** Filled columns that the row's type does not ask for: somebody meant another type. */
  List<String> notAsked(Map<String, String> cells) {
    Optional<AnswerType> type = type(cells);
    if (type.isEmpty()) {
      return List.of();
    }
    Set<String> own = Set.of(AnswerColumns.TYPE);
    List<String> extra = new ArrayList<>();
    cells.forEach(
        (code, cell) -> {
          boolean asked =
              own.contains(code)
                  || type.get().findField(code).isPresent()
                  || (code.equals(AnswerColumns.GROUND)
                      && type.get().answerClass() == id.narahubung.rules.AnswerClass.REFUSED);
          if (!cell.isEmpty() && !asked) {
            extra.add(code);
          }
        });
    return extra;
  }

  private Optional<AnswerType> type(Map<String, String> cells) {
    return rules.findAnswerType(code(cells.getOrDefault(AnswerColumns.TYPE, "")));
  }

  /** 'D1', 'd1' and 'D1 Dihapus' are the same code. */
  private static String code(String cell) {
    return cell.strip().split("\\s", 2)[0].toUpperCase(Locale.ROOT);
  }

  private String value(AnswerField field, String cell) {
    return switch (field.input()) {
      case LINE, TEXT -> cell;
      case ITEM -> cell.toUpperCase(Locale.ROOT);
      case CHOICE ->
          field.options().stream()
              .filter(option -> isMeant(option, cell))
              .findFirst()
              .map(AnswerOption::code)
              .orElse(cell);
      case DATE -> date(cell);
      case INSTANT -> instant(cell);
    };
  }

  private static boolean isMeant(AnswerOption option, String cell) {
    return cell.equalsIgnoreCase(option.code())
        || cell.equalsIgnoreCase(option.label().id())
        || cell.equalsIgnoreCase(option.label().en());
  }

  private static String date(String cell) {
    try {
      return cell.length() > 10 ? LocalDateTime.parse(iso(cell)).toLocalDate().toString() : cell;
    } catch (DateTimeException e) {
      return cell;
    }
  }

  /** With its offset, or as the reader's clock shows it; a day alone begins at midnight. */
  private String instant(String cell) {
    String iso = iso(cell);
    try {
      return OffsetDateTime.parse(iso).atZoneSameInstant(zone).toLocalDateTime().toString();
    } catch (DateTimeException noOffset) {
      try {
        return LocalDate.parse(iso).atStartOfDay().toString();
      } catch (DateTimeException noDay) {
        return iso;
      }
    }
  }

  private static String iso(String cell) {
    return cell.length() > 10 && cell.charAt(10) == ' '
        ? cell.substring(0, 10) + "T" + cell.substring(11)
        : cell;
  }
}
