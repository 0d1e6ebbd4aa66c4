package id.narahubung.requests;

import static id.narahubung.requests.SheetRow.Outcome.ALREADY;
import static id.narahubung.requests.SheetRow.Outcome.CHANGED;
import static id.narahubung.requests.SheetRow.Outcome.READY;
import static id.narahubung.requests.SheetRow.Outcome.REFUSED;
import static id.narahubung.requests.SheetRow.Outcome.STALE;
import static id.narahubung.requests.SheetRow.Outcome.WAITS;

import id.narahubung.access.RuleBroken;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.Once;
import id.narahubung.requests.SheetRow.Change;
import id.narahubung.sheets.Sheet;
import id.narahubung.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Gives the answers of a sheet: rows with the same answer are one act, as many as one act takes,
 * done once and in a transaction of its own, so that what was given stays given when a later act
 * fails. Its id follows from the form's and from what it says of which items, so that a repeated
 * send does nothing twice; and a sheet uploaded again finds its rows answered already.
 */
final class AnswerBySheet {

  /** More different answers than anybody gives by hand; each is an act. */
  static final int MOST_ACTS = 2_000;

  private final Database db;
  private final Once once;
  private final AnswerSheetRules judge;
  private final AnswerItems answer;

  AnswerBySheet(Database db, Once once, AnswerSheetRules judge, AnswerItems answer) {
    this.db = db;
    this.once = once;
    this.judge = judge;
    this.answer = answer;
  }

  /** The rows that say the same, in the order of the sheet. */
  static Map<AnswerGiven, List<SheetRow>> acts(List<SheetRow> rows) {
    Map<AnswerGiven, List<SheetRow>> acts = new LinkedHashMap<>();
    for (SheetRow row : rows) {
      row.change()
          .ifPresent(
              change -> acts.computeIfAbsent(change.given(), g -> new ArrayList<>()).add(row));
    }
    return acts;
  }

  /**
   * Gives them, and says of every row what became of it.
   *
   * @param waits whether the page said that a lead must release them
   */
  List<SheetRow> run(PersonViewer viewer, UUID act, Words words, Sheet sheet, boolean waits) {
    List<SheetRow> rows = db.as(viewer, tx -> judge.judge(tx, words, sheet));
    Map<Integer, SheetRow> done = new HashMap<>();
    acts(rows)
        .forEach(
            (given, mine) -> {
              for (int from = 0; from < mine.size(); from += ItemActs.MOST) {
                List<SheetRow> part =
                    mine.subList(from, Math.min(from + ItemActs.MOST, mine.size()));
                try {
                  give(viewer, act, words, given, part, waits)
                      .forEach(row -> done.put(row.line(), row));
                } catch (RuleBroken e) {
                  if (done.isEmpty()) {
                    throw e;
                  }
                  // What was given before is given: only these rows say why they are not.
                  String why = words.say(e.key(), e.arguments().toArray());
                  part.forEach(row -> done.put(row.line(), row.as(REFUSED, why)));
                }
              }
            });
    return rows.stream().map(row -> done.getOrDefault(row.line(), row)).toList();
  }

  private static UUID part(UUID act, AnswerGiven given, List<ItemRef> items) {
    return Act.part(
        act,
        String.join(
            "/",
            given.typeCode(),
            given.ground().orElse(""),
            Details.write(given.details()),
            items.toString()));
  }

  private List<SheetRow> give(
      PersonViewer viewer,
      UUID form,
      Words words,
      AnswerGiven given,
      List<SheetRow> rows,
      boolean waits) {
    List<ItemRef> items =
        rows.stream().flatMap(row -> row.change().stream()).map(Change::item).toList();
    UUID act = part(form, given, items);
    Optional<BulkResult> result =
        once.run(
            viewer,
            act,
            tx -> {
              answer.expect(tx, waits);
              return Optional.of(answer.runWhere(tx, act, items, given));
            },
            (tx, first) -> Optional.empty());
    Map<Long, String> refused = new HashMap<>();
    result.ifPresent(
        each -> each.refused().forEach(row -> refused.put(row.item().id(), row.key())));
    return rows.stream()
        .filter(row -> row.outcome() == READY)
        .map(
            row -> {
              long item = row.change().orElseThrow().item().id();
              String key = refused.get(item);
              if (key != null) {
                boolean stale = key.equals("item.refused.stale");
                return row.as(
                    stale ? STALE : REFUSED, words.say(stale ? "answers.refused.stale" : key));
              }
              return row.as(result.isEmpty() ? ALREADY : waits ? WAITS : CHANGED, "");
            })
        .toList();
  }
}
