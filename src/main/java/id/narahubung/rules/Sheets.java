package id.narahubung.rules;

import id.narahubung.text.Label;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A rule set as tables of rows, section by section: what people read, edit and compare. Pure. */
public final class Sheets {

  private final Map<Section, List<Row>> rows = new EnumMap<>(Section.class);

  private Sheets() {}

  public static Sheets of(RuleSet set) {
    Sheets sheets = new Sheets();
    for (Section section : Section.values()) {
      sheets.rows.put(section, List.copyOf(read(section, set)));
    }
    return sheets;
  }

  /** The rows of a section, in its order. */
  public List<Row> rows(Section section) {
    return rows.getOrDefault(section, List.of());
  }

  public Optional<Row> find(Section section, String key) {
    return rows(section).stream().filter(row -> row.key().equals(key)).findFirst();
  }

  /**
   * The rows that name a row, and would be left without it. Those that belong to it go with it and
   * are not among them.
   */
  List<Row> naming(Section section, String key) {
    List<Row> naming = new ArrayList<>();
    for (Section other : Section.values()) {
      for (Column column : other.columns()) {
        if (!column.isKey() && column.of().filter(of -> of == section).isPresent()) {
          rows(other).stream()
              .filter(row -> row.codes(column.name()).contains(key))
              .filter(row -> !naming.contains(row))
              .forEach(naming::add);
        }
      }
    }
    return naming;
  }

  private static List<Row> read(Section section, RuleSet set) {
    return switch (section) {
      case GENERAL -> List.of(general(set));
      case URGENCIES -> set.urgencies().stream().map(Sheets::urgency).toList();
      case CATEGORIES -> set.categories().stream().map(Sheets::category).toList();
      case STANDARDS -> set.categories().stream().flatMap(Sheets::standard).toList();
      case MEASURES -> set.answering().measures().stream().map(each -> measure(each, set)).toList();
      case ANSWERS -> set.answering().answerTypes().stream().map(Sheets::answer).toList();
      case FIELDS ->
          set.answering().answerTypes().stream()
              .flatMap(type -> type.fields().stream().map(field -> field(type, field)))
              .toList();
      case GROUNDS ->
          set.answering().refusalGrounds().stream()
              .map(each -> of(section).put("code", each.code()).put("label", each.label()).row())
              .toList();
      case BASES ->
          set.legalBases().stream()
              .map(
                  each ->
                      of(section)
                          .put("code", each.code())
                          .put("label", each.label())
                          .put("valid_until", each.validUntil().map(LocalDate::toString).orElse(""))
                          .row())
              .toList();
      case REQUIREMENTS ->
          set.requirements().stream()
              .map(
                  each ->
                      of(section)
                          .put("need", each.need())
                          .put("overridable", each.overridable())
                          .put("article", each.article())
                          .row())
              .toList();
      case LETTERS -> set.warnings().letters().stream().map(Sheets::letter).toList();
      case FINE -> set.warnings().fine().stream().map(Sheets::fine).toList();
      case SCALES ->
          set.warnings().fine().stream()
              .flatMap(fine -> fine.scales().stream())
              .map(Sheets::scale)
              .toList();
      case METHODS -> set.checking().methods().stream().map(Sheets::method).toList();
      case COMMITMENTS ->
          set.checking().commitmentKinds().stream().map(Sheets::commitment).toList();
      case COMMITMENT_FIELDS ->
          set.checking().commitmentKinds().stream()
              .flatMap(kind -> kind.fields().stream().map(field -> field(kind, field)))
              .toList();
      case CHECKLISTS -> set.checking().checklists().stream().map(Sheets::entry).toList();
      case DECISIONS -> set.decisionKinds().stream().map(Sheets::decision).toList();
      case HOLIDAYS -> set.holidays().stream().map(Sheets::holiday).toList();
    };
  }

  private static Row general(RuleSet set) {
    return of(Section.GENERAL)
        .put("label", set.label())
        .put("object_minutes", set.limits().objectWithin())
        .put("decide_objection_minutes", set.limits().decideObjectionWithin())
        .put("questions_per_item", set.limits().questionsPerItem())
        .put("recheck_sample", set.limits().recheckSample())
        .put("recheck_sample_days", set.limits().recheckSampleDays())
        .put("confirm_sending_minutes", set.sending().confirmWithin())
        .put("notice_minutes", set.sending().noticeBeforeFirst())
        .put("max_blocks", set.limits().maxBlocks())
        .put("normalisation_hours", Math.toIntExact(set.limits().normaliseWithin().toHours()))
        .put("commitment_soon_days", set.limits().commitmentSoonDays())
        .put("waiver_days", set.limits().waiverDays())
        .put("contest_days", set.limits().contestDays())
        .put("answer_contest_days", set.limits().answerContestDays())
        .row();
  }

  private static Row urgency(Urgency urgency) {
    return of(Section.URGENCIES)
        .put("code", urgency.code())
        .put("label", urgency.label())
        .put("minutes", urgency.span())
        .put("mark", urgency.mark())
        .put("clarification_restarts", urgency.restarts())
        .put("acknowledge_minutes", urgency.acknowledgeWithin())
        .put("approve_minutes", urgency.approveWithin())
        .put("reply_minutes", urgency.replyWithin())
        .put("check_minutes", urgency.checkWithin())
        .put("decide_minutes", urgency.decideWithin())
        .put(
            "recheck_minutes",
            urgency.recheckAfter().stream().map(span -> Long.toString(span.toMinutes())).toList())
        .put("article", urgency.article())
        .row();
  }

  private static Row category(Category category) {
    return of(Section.CATEGORIES)
        .put("code", category.code())
        .put("label", category.label())
        .put("urgency_code", category.urgencyCode())
        .put("bases", category.basisCodes())
        .put("fine_percent", category.finePercent())
        .put("restricted", category.restricted())
        .row();
  }

  private static Stream<Row> standard(Category category) {
    return category.standard().stream()
        .map(
            standard ->
                of(Section.STANDARDS)
                    .put("category_code", category.code())
                    .put("measure_code", standard.measureCode())
                    .put("analysis", standard.analysis())
                    .put("redress", standard.redress())
                    .row());
  }

  private static Row measure(Measure measure, RuleSet set) {
    return of(Section.MEASURES)
        .put("code", measure.code())
        .put("label", measure.label())
        .put("fully", fulfilling(measure, set, Extent.FULLY))
        .put("partly", fulfilling(measure, set, Extent.PARTLY))
        .row();
  }

  private static List<String> fulfilling(Measure measure, RuleSet set, Extent extent) {
    return set.answering().answerTypes().stream()
        .map(AnswerType::code)
        .filter(code -> measure.fulfilment(code) == extent)
        .toList();
  }

  private static Row answer(AnswerType type) {
    return of(Section.ANSWERS)
        .put("code", type.code())
        .put("label", type.label())
        .put("class", lower(type.answerClass()))
        .put("hint", type.hint())
        .row();
  }

  private static Row field(AnswerType type, AnswerField field) {
    return of(Section.FIELDS)
        .put("answer_code", type.code())
        .put("code", field.code())
        .put("label", field.label())
        .put("input", lower(field.input()))
        .put("required", field.required())
        .put(
            "options",
            field.options().stream().map(AnswerOption::line).collect(Collectors.joining("\n")))
        .row();
  }

  private static Row letter(LetterStage letter) {
    Cells cells =
        of(Section.LETTERS)
            .put("code", letter.code())
            .put("label", letter.label())
            .put("propose_minutes", letter.proposeAfter())
            .put("fined", letter.fined())
            .put("fine_percent", letter.finePercent())
            .put("asks_to_pay", letter.asksToPay())
            .put("article", letter.article());
    return switch (letter.term()) {
      case Term.AsOrdered ordered -> cells.row();
      case Term.Hours hours -> cells.put("due_minutes", hours.span()).row();
      case Term.Days days -> cells.put("due_working_days", days.count()).row();
    };
  }

  private static Row fine(Fine fine) {
    return of(Section.FINE)
        .put("base", fine.base().map(sum -> Long.toString(sum)).orElse(""))
        .put("most", Long.toString(fine.most()))
        .put("adds_up", fine.addsUp())
        .put("article", fine.article())
        .row();
  }

  private static Row scale(Fine.CompanyScale scale) {
    return of(Section.SCALES)
        .put("code", scale.code())
        .put("label", scale.label())
        .put("fine_percent", scale.percent())
        .row();
  }

  private static Row method(CheckMethod method) {
    return of(Section.METHODS)
        .put("code", method.code())
        .put("label", method.label())
        .put("form", lower(method.form()))
        .put("second_person", method.secondPerson())
        .row();
  }

  private static Row commitment(CommitmentKind kind) {
    Cells cells =
        of(Section.COMMITMENTS)
            .put("code", kind.code())
            .put("label", kind.label())
            .put("direction", lower(kind.direction()))
            .put("proof", kind.proof())
            .put("method_code", kind.methodCode())
            .put("check_every_days", kind.checkEveryDays().map(String::valueOf).orElse(""))
            .put("proof_valid_days", kind.proofValidDays().map(String::valueOf).orElse(""))
            .put("self_measured", kind.selfMeasured())
            .put("min_value", kind.bounds().least().map(String::valueOf).orElse(""))
            .put("max_value", kind.bounds().most().map(String::valueOf).orElse(""));
    return kind.unit().map(unit -> cells.put("unit", unit)).orElse(cells).row();
  }

  private static Row field(CommitmentKind kind, CommitmentField field) {
    return of(Section.COMMITMENT_FIELDS)
        .put("kind_code", kind.code())
        .put("code", field.code())
        .put("label", field.label())
        .put("type", lower(field.type()))
        .put("required", field.required())
        .put("per_row", field.perRow())
        .put("min_value", field.bounds().least().map(String::valueOf).orElse(""))
        .put("max_value", field.bounds().most().map(String::valueOf).orElse(""))
        .row();
  }

  private static Row entry(ChecklistEntry entry) {
    return of(Section.CHECKLISTS)
        .put("list", entry.list())
        .put("code", entry.code())
        .put("label", entry.label())
        .put("evidence", entry.evidence().map(Sheets::lower).orElse(""))
        .put("needs_file", entry.needsFile())
        .put("least_length", entry.leastLength().map(String::valueOf).orElse(""))
        .row();
  }

  private static Row decision(DecisionKind kind) {
    return of(Section.DECISIONS)
        .put("code", kind.code())
        .put("label", kind.label())
        .put("effect", lower(kind.effect()))
        .put("is_reblock", kind.isReblock())
        .put("needs_end", kind.needsEnd())
        .put("needs_conditions", kind.needsConditions())
        .put("needs_watch", kind.needsWatch())
        .row();
  }

  private static Row holiday(Holiday holiday) {
    return of(Section.HOLIDAYS)
        .put("day", holiday.day().toString())
        .put("label", holiday.label())
        .put("kind", lower(holiday.kind()))
        .put("provisional", holiday.provisional())
        .row();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static Cells of(Section section) {
    return new Cells(section, new LinkedHashMap<>());
  }

  /** A row being written. */
  private record Cells(Section section, Map<String, String> cells) {

    Cells put(String name, String cell) {
      cells.put(name, cell);
      return this;
    }

    Cells put(String name, Label label) {
      return put(name + "_id", label.id()).put(name + "_en", label.en());
    }

    Cells put(String name, Duration span) {
      return put(name, Long.toString(span.toMinutes()));
    }

    Cells put(String name, Optional<Duration> span) {
      return span.map(known -> put(name, known)).orElse(this);
    }

    Cells put(String name, int number) {
      return put(name, Integer.toString(number));
    }

    Cells put(String name, boolean flag) {
      return put(name, Boolean.toString(flag));
    }

    Cells put(String name, Collection<String> codes) {
      return put(name, String.join(",", codes));
    }

    Row row() {
      return new Row(section, cells);
    }
  }
}
