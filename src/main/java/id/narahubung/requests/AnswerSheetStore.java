package id.narahubung.requests;

import static id.narahubung.db.Tables.ANSWER_SHEET;

import id.narahubung.data.Tx;
import id.narahubung.sheets.Sheet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Answer sheets as they were uploaded, and what became of each row; forgotten after 30 days. */
public final class AnswerSheetStore {

  private static final Duration KEPT = Duration.ofDays(30);

  /**
   * One sheet.
   *
   * @param results line, item number, outcome and reason of each row, once it was carried out
   */
  record AnswerSheet(long id, String name, Sheet sheet, Optional<List<List<String>>> results) {}

  long insert(Tx tx, String name, Sheet sheet) {
    tx.sql()
        .deleteFrom(ANSWER_SHEET)
        .where(ANSWER_SHEET.UPLOADED_AT.lt(tx.now().minus(KEPT)))
        .execute();
    return tx.sql()
        .insertInto(ANSWER_SHEET)
        .set(ANSWER_SHEET.COMPANY_ID, tx.person().organisationId())
        .set(ANSWER_SHEET.PERSON_ID, tx.person().personId())
        .set(ANSWER_SHEET.NAME, name)
        .set(ANSWER_SHEET.CELLS, SheetCells.write(sheet.rows()))
        .set(ANSWER_SHEET.GUESSED, sheet.guessed())
        .set(ANSWER_SHEET.UPLOADED_AT, tx.now())
        .returning(ANSWER_SHEET.ID)
        .fetchSingle()
        .getId();
  }

  /** A person's own sheets only: a colleague's typing is not for another to send. */
  Optional<AnswerSheet> find(Tx tx, long id) {
    return tx.sql()
        .select(ANSWER_SHEET.NAME, ANSWER_SHEET.CELLS, ANSWER_SHEET.GUESSED, ANSWER_SHEET.RESULTS)
        .from(ANSWER_SHEET)
        .where(ANSWER_SHEET.ID.eq(id), ANSWER_SHEET.PERSON_ID.eq(tx.person().personId()))
        .fetchOptional(
            row ->
                new AnswerSheet(
                    id,
                    row.value1(),
                    new Sheet(SheetCells.read(row.value2()), row.value3()),
                    Optional.ofNullable(row.value4()).map(SheetCells::read)));
  }

  /** What became of the rows; the first word stands. */
  void finish(Tx tx, long id, List<List<String>> results) {
    tx.sql()
        .update(ANSWER_SHEET)
        .set(ANSWER_SHEET.RESULTS, SheetCells.write(results))
        .where(ANSWER_SHEET.ID.eq(id), ANSWER_SHEET.RESULTS.isNull())
        .execute();
  }
}
