package id.narahubung.requests;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is to become, or became, of one row of an answer sheet.
 *
 * @param line where it stands in the file, the headings being line 1
 * @param number the item's full number, as the file has it
 * @param reason why nothing is done; empty where something is
 * @param change what to do, where something is to be done
 */
record SheetRow(int line, String number, Outcome outcome, String reason, Optional<Change> change) {

  /** An answer to give, and the item as the sheet saw it. */
  record Change(ItemRef item, AnswerGiven given) {}

  /** How it went. The code stands in stored results. */
  enum Outcome {
    /** Will be answered. */
    READY,
    /** Was answered. */
    CHANGED,
    /** Waits for a lead to release it. */
    WAITS,
    /** Its answer columns are empty. */
    ALONE,
    /** The latest answer says just that. */
    ALREADY,
    /** Changed by somebody since the sheet was downloaded. */
    STALE,
    REFUSED
  }

  SheetRow as(Outcome other, String why) {
    return new SheetRow(line, number, other, why, change);
  }

  /** For storing: the change itself is over. */
  List<String> toCells() {
    return List.of(Integer.toString(line), number, outcome.name(), reason);
  }

  static SheetRow of(List<String> cells) {
    return new SheetRow(
        Integer.parseInt(cells.get(0)),
        cells.get(1),
        Outcome.valueOf(cells.get(2)),
        cells.get(3),
        Optional.empty());
  }

  /** The key of its sentence. */
  String key() {
    return "answers.outcome." + outcome.name().toLowerCase(Locale.ROOT);
  }
}
