package id.narahubung.requests;

import static id.narahubung.requests.SheetRow.Outcome.ALONE;
import static id.narahubung.requests.SheetRow.Outcome.ALREADY;
import static id.narahubung.requests.SheetRow.Outcome.READY;
import static id.narahubung.requests.SheetRow.Outcome.REFUSED;
import static id.narahubung.requests.SheetRow.Outcome.STALE;
import static id.narahubung.requests.SheetRow.Outcome.WAITS;
import static java.util.stream.Collectors.joining;

import id.narahubung.data.Tx;
import id.narahubung.requests.SheetRow.Change;
import id.narahubung.requests.SheetRow.Outcome;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.sheets.Sheet;
import id.narahubung.text.Words;
import id.narahubung.web.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says of each row of an answer sheet what would become of it now: matched by item number, held
 * against the version it was downloaded in, read by the form of a single answer and asked of the
 * command that answers.
 */
final class AnswerSheetRules {

  private static final Pattern NUMBER = Pattern.compile("PA-\\d{4}-\\d{6,9}/\\d{4,7}");

  private final QueueStore queue;
  private final FactStore facts;
  private final RequestStore requests;
  private final RuleStore rules;
  private final AnswerItems answer;

  AnswerSheetRules(
      QueueStore queue,
      FactStore facts,
      RequestStore requests,
      RuleStore rules,
      AnswerItems answer) {
    this.queue = queue;
    this.facts = facts;
    this.requests = requests;
    this.rules = rules;
    this.answer = answer;
  }

  /** Whether a table has the columns without which no row can be matched. */
  static boolean isAnswerSheet(Sheet sheet) {
    return AnswerColumns.of(sheet.rows().getFirst())
        .keySet()
        .containsAll(Set.of(AnswerColumns.ITEM, AnswerColumns.VERSION, AnswerColumns.TYPE));
  }

  /** A row before it was held against anything. */
  private record Line(int line, String number, String version, Map<String, String> cells) {

    boolean isEmpty() {
      return cells.isEmpty();
    }
  }

  List<SheetRow> judge(Tx tx, Words words, Sheet sheet) {
    List<Line> lines = lines(sheet);
    Set<String> numbers = new HashSet<>();
    lines.stream()
        .filter(line -> !line.isEmpty() && NUMBER.matcher(line.number()).matches())
        .forEach(line -> numbers.add(line.number()));
    Map<String, ItemRow> items = new HashMap<>();
    queue.numbered(tx, numbers).forEach(row -> items.put(row.fullNumber(), row));
    Map<Long, ItemFacts> known =
        facts.fetch(tx, items.values().stream().map(row -> row.item().id()).toList());
    Judge judge = new Judge(tx, words, items, known, answer.drafting(tx, known.keySet()));
    return lines.stream().map(judge::row).toList();
  }

  private static List<Line> lines(Sheet sheet) {
    Map<String, Integer> columns = AnswerColumns.of(sheet.rows().getFirst());
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i < sheet.rows().size(); i++) {
      List<String> row = sheet.rows().get(i);
      Map<String, String> cells = new LinkedHashMap<>();
      columns.forEach(
          (code, column) -> {
            String cell = Sheet.cell(row, column);
            if (AnswerColumns.isAnswer(code) && !cell.isEmpty()) {
              cells.put(code, cell);
            }
          });
      lines.add(
          new Line(
              i + 1,
              Sheet.cell(row, columns.getOrDefault(AnswerColumns.ITEM, 0)),
              Sheet.cell(row, columns.getOrDefault(AnswerColumns.VERSION, 0)),
              cells));
    }
    return lines;
  }

  /** Goes through the rows of one sheet. */
  private final class Judge {

    private final Tx tx;
    private final Words words;
    private final Map<String, ItemRow> items;
    private final Map<Long, ItemFacts> known;
    private final Drafting drafting;
    private final Set<String> seen = new HashSet<>();
    private final Map<Long, TakedownRequest> envelopes = new HashMap<>();

    Judge(
        Tx tx,
        Words words,
        Map<String, ItemRow> items,
        Map<Long, ItemFacts> known,
        Drafting drafting) {
      this.tx = tx;
      this.words = words;
      this.items = items;
      this.known = known;
      this.drafting = drafting;
    }

    SheetRow row(Line line) {
      if (line.isEmpty()) {
        return told(line, ALONE, "");
      }
      ItemRow item = items.get(line.number());
      if (item == null) {
        return told(line, REFUSED, words.say("answers.refused.unknown"));
      }
      if (!line.version().matches("\\d{1,9}")) {
        return told(line, REFUSED, words.say("answers.refused.version"));
      }
      if (!seen.add(line.number())) {
        return told(line, REFUSED, words.say("answers.refused.twice"));
      }
      RuleSet set = rules.fetch(tx, item.ruleSetId());
      AnswerCells cells = new AnswerCells(set, words.zone());
      Form form = cells.form(line.cells());
      Optional<AnswerGiven> given = AnswerForm.given(set, words, form, tx.now());
      List<String> extra = cells.notAsked(line.cells());
      if (given.isEmpty()) {
        return told(line, REFUSED, faults(form, line.cells()));
      }
      if (!extra.isEmpty()) {
        return told(
            line,
            REFUSED,
            words.say(
                "answers.refused.not_asked", given.get().typeCode(), String.join(", ", extra)));
      }
      return held(line, item, given.get());
    }

    /** What is wrong, with the column it stands in and what was read there. */
    private String faults(Form form, Map<String, String> cells) {
      return form.errors(words).stream()
          .map(error -> fault(error, cells.getOrDefault(error.field(), "")))
          .distinct()
          .collect(joining(" "));
    }

    private String fault(Form.FieldError error, String cell) {
      return cell.isEmpty()
          ? words.say("answers.refused.blank", error.field(), error.text())
          : words.say("answers.refused.cell", error.field(), shortened(cell), error.text());
    }

    private static String shortened(String cell) {
      return cell.codePointCount(0, cell.length()) > 60
          ? cell.substring(0, cell.offsetByCodePoints(0, 59)) + "…"
          : cell;
    }

    /** A readable answer, held against the item as it stands. */
    private SheetRow held(Line line, ItemRow row, AnswerGiven given) {
      ItemFacts facts = known.getOrDefault(row.item().id(), NOTHING_KNOWN);
      boolean same = row.item().version() == Integer.parseInt(line.version());
      if (saysSo(facts, given) && (!same || isUntouched(facts))) {
        return told(line, ALREADY, "");
      }
      if (!same) {
        return told(line, STALE, words.say("answers.refused.stale") + changedBy(facts));
      }
      if (drafting.waits() && isDrafted(row.item(), given)) {
        return told(line, WAITS, "");
      }
      TakedownRequest request =
          envelopes.computeIfAbsent(row.item().requestId(), id -> requests.fetch(tx, id));
      return answer
          .refusal(tx, new ItemDesk.Case(request, row.item(), facts), given, drafting)
          .map(key -> told(line, REFUSED, words.say(key)))
          .orElseGet(
              () ->
                  new SheetRow(
                      line.line(),
                      line.number(),
                      READY,
                      "",
                      Optional.of(new Change(row.item().ref(), given))));
    }

    /** Whether a draft that waits says just that of the item as it stands. */
    private boolean isDrafted(Item item, AnswerGiven given) {
      return Optional.ofNullable(drafting.drafts().get(item.id()))
          .filter(draft -> draft.state() == AnswerDraft.State.OPEN)
          .filter(draft -> draft.itemVersion() == item.version())
          .filter(draft -> draft.given().equals(given))
          .isPresent();
    }

    private String changedBy(ItemFacts facts) {
      Wording wording = new Wording(words, tx.now());
      return facts
          .lastMove()
          .map(
              move ->
                  " "
                      + words.say(
                          "request.changed_by", wording.by(move.by()), words.instant(move.at())))
          .orElse("");
    }

    private SheetRow told(Line line, Outcome outcome, String reason) {
      return new SheetRow(line.line(), line.number(), outcome, reason, Optional.empty());
    }
  }

  private static final ItemFacts NOTHING_KNOWN = ItemFacts.none(0);

  private static boolean saysSo(ItemFacts facts, AnswerGiven given) {
    return facts
        .latestAnswer()
        .filter(latest -> latest.code().equals(given.typeCode()))
        .filter(latest -> latest.ground().equals(given.ground()))
        .filter(latest -> latest.details().equals(given.details()))
        .isPresent();
  }

  /** Whether the ministry has not said anything to the latest answer. */
  private static boolean isUntouched(ItemFacts facts) {
    return facts
        .latestAnswer()
        .filter(latest -> facts.checks().stream().noneMatch(c -> c.answerId() == latest.id()))
        .filter(latest -> facts.rulingOn(latest).isEmpty())
        .filter(latest -> facts.clarificationOf(latest).isEmpty())
        .isPresent();
  }
}
