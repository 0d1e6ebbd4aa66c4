package id.narahubung.figures;

import static id.narahubung.figures.RowStore.row;
import static id.narahubung.figures.RowStore.untimed;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.trueCondition;

import id.narahubung.db.tables.LettersAt;
import id.narahubung.figures.RowStore.Span;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Record7;
import org.jooq.Select;

/**
 * Rows of letters of warning as they stood at the end of a period: none that was taken back, or an
 * objection to which was accepted, by then. Their parts are their stages.
 */
final class LetterRowStore {

  private LetterRowStore() {}

  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> sent(Span span) {
    LettersAt at = stood(span);
    return letters(span, at, span.in(at.SENT_AT), trueCondition());
  }

  /** A fine that is not open was paid, or a later one took its place. */
  static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> finesPaid(Span span) {
    LettersAt at = stood(span);
    Condition paid = at.PAID.ge(at.FINE);
    return letters(span, at, at.FINE.gt(inline(0L)).and(paid.or(condition(at.OPEN))), paid);
  }

  private static LettersAt stood(Span span) {
    return LettersAt.LETTERS_AT.call(span.asOf()).as("warning");
  }

  private static Select<Record7<Long, Long, Long, String, Boolean, Integer, Instant>> letters(
      Span span, LettersAt at, Condition which, Condition counted) {
    return row(at.ID, at.ID, at.COMPANY_ID, at.STAGE_CODE, field(counted), untimed(), at.SENT_AT)
        .from(at)
        .where(span.ours(at.COMPANY_ID), which);
  }
}
