package id.narahubung.requests;

import static id.narahubung.requests.SheetRow.Outcome.ALONE;
import static id.narahubung.requests.SheetRow.Outcome.ALREADY;
import static id.narahubung.requests.SheetRow.Outcome.CHANGED;
import static id.narahubung.requests.SheetRow.Outcome.READY;
import static id.narahubung.requests.SheetRow.Outcome.REFUSED;
import static id.narahubung.requests.SheetRow.Outcome.STALE;
import static id.narahubung.requests.SheetRow.Outcome.WAITS;

import id.narahubung.requests.AnswerSheetPage.Group;
import id.narahubung.requests.AnswerSheetPage.Row;
import id.narahubung.requests.AnswerSheetStore.AnswerSheet;
import id.narahubung.requests.SheetRow.Outcome;
import id.narahubung.rules.RuleSet;
import id.narahubung.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes the page of an answer sheet: what it would do, or has done, row by row where it matters.
 */
final class AnswerSheetPageMaker {

  private static final int ROWS_SHOWN = 200;
  private static final int GROUPS_SHOWN = 50;

  private final Words words;
  private final RuleSet rules;
  private final boolean waits;

  /**
   * For one reader.
   *
   * @param waits whether a lead must release what this reader answers
   */
  AnswerSheetPageMaker(Words words, RuleSet rules, boolean waits) {
    this.words = words;
    this.rules = rules;
    this.waits = waits;
  }

  AnswerSheetPage page(AnswerSheet sheet, List<SheetRow> rows, String refusal) {
    boolean done = sheet.results().isPresent();
    long ready = count(rows, READY);
    Map<AnswerGiven, List<SheetRow>> acts = AnswerBySheet.acts(rows);
    boolean tooMany = acts.size() > AnswerBySheet.MOST_ACTS;
    // Of a sheet that was carried out every row is told; before that, what keeps rows back.
    List<SheetRow> told =
        rows.stream().filter(row -> row.outcome() != ALONE && row.outcome() != READY).toList();
    String result = "/answer-sheets/" + sheet.id() + "/result?format=";
    return new AnswerSheetPage(
        words.say(done ? "answers.done.title" : "answers.preview.title"),
        sheet.name(),
        tooMany
            ? words.say("answers.fault.too_many", AnswerBySheet.MOST_ACTS)
            : words.say(
                done ? "answers.done" : "answers.preview",
                done ? count(rows, CHANGED) : ready,
                count(rows, ALONE),
                count(rows, ALREADY),
                count(rows, STALE),
                count(rows, REFUSED),
                count(rows, WAITS)),
        sheet.sheet().guessed() ? words.say("upload.guessed") : "",
        done || !waits ? "" : words.say("answer.waits.note"),
        refusal,
        groups(acts),
        words.say(done ? "answers.rows" : "answers.rows.kept_back"),
        told.stream().limit(ROWS_SHOWN).map(this::row).toList(),
        told.size() > ROWS_SHOWN ? words.say("answers.rows.more", told.size() - ROWS_SHOWN) : "",
        done || ready == 0 || tooMany ? "" : "/answer-sheets/" + sheet.id(),
        words.say(waits ? "answers.waits.do" : "answers.do", ready),
        waits ? AnswerForm.YES : "no",
        result);
  }

  private static long count(List<SheetRow> rows, Outcome outcome) {
    return rows.stream().filter(row -> row.outcome() == outcome).count();
  }

  private List<Group> groups(Map<AnswerGiven, List<SheetRow>> acts) {
    List<Group> groups = new ArrayList<>();
    acts.forEach(
        (given, rows) -> {
          if (groups.size() < GROUPS_SHOWN) {
            groups.add(
                new Group(words.say("answers.group", label(given), rows.size()), facts(given)));
          }
        });
    return groups;
  }

  private String label(AnswerGiven given) {
    return rules
        .findAnswerType(given.typeCode())
        .map(type -> words.label(type.label()))
        .orElse(given.typeCode());
  }

  private List<Wording.Fact> facts(AnswerGiven given) {
    List<Wording.Fact> facts = new ArrayList<>();
    given
        .ground()
        .flatMap(rules::findGround)
        .ifPresent(
            ground ->
                facts.add(
                    new Wording.Fact(words.say("answer.ground"), words.label(ground.label()))));
    rules
        .findAnswerType(given.typeCode())
        .ifPresent(
            type ->
                facts.addAll(
                    new Wording(words, java.time.Instant.EPOCH).details(type, given.details())));
    return facts;
  }

  private Row row(SheetRow row) {
    boolean known = row.number().matches("PA-\\d{4}-\\d{6,9}/\\d{4,7}");
    String href =
        known
            ? "/requests/"
                + row.number().substring(0, row.number().indexOf('/'))
                + "/items/"
                + Integer.parseInt(row.number().substring(row.number().indexOf('/') + 1))
            : "";
    return new Row(
        row.line(),
        row.number(),
        href,
        switch (row.outcome()) {
          case CHANGED, READY -> "good";
          case WAITS -> "soon";
          case ALREADY, ALONE -> "";
          case STALE, REFUSED -> "late";
        },
        words.say(row.key()),
        row.reason());
  }
}
