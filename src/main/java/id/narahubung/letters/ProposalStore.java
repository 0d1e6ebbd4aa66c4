package id.narahubung.letters;

import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.LETTER;
import static id.narahubung.db.Tables.LETTER_ITEM;
import static id.narahubung.db.Tables.LETTER_OBJECTION;
import static id.narahubung.db.Tables.LETTER_OBJECTION_DECISION;
import static id.narahubung.db.Tables.LETTER_WANTED;
import static id.narahubung.db.Tables.LETTER_WITHDRAWAL;
import static id.narahubung.db.Tables.PLATFORM;
import static id.narahubung.db.Tables.REQUEST;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;

import id.narahubung.data.Tx;
import id.narahubung.letters.LetterRule.End;
import id.narahubung.letters.LetterRule.Past;
import id.narahubung.requests.LetterBox;
import id.narahubung.requests.Standing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What the clock's proposals are read from: items past their time, and the letters before. */
final class ProposalStore {

  /** So many requests with a proposal are told; a queue says 'more than'. */
  static final int MOST_WANTED = LetterBox.MOST_WANTED + 1;

  /** An item whose due time has passed. */
  record PastDue(long id, int ordinal) {}

  /** The next items of a request whose due time has passed and that are not settled. */
  List<PastDue> pastDue(Tx tx, long request, int after, int most) {
    return tx.sql()
        .select(ITEM.ID, ITEM.ORDINAL)
        .from(ITEM)
        .where(
            ITEM.REQUEST_ID.eq(request),
            ITEM.ORDINAL.gt(after),
            ITEM.STANDING.in(Standing.OPEN, Standing.CLAIMED, Standing.CONTESTED),
            ITEM.DUE_AT.lt(tx.now()))
        .orderBy(ITEM.ORDINAL)
        .limit(most)
        .fetch(mapping(PastDue::new));
  }

  /** The letters of each of these items, as the rule looks at them. */
  Map<Long, List<Past>> past(Tx tx, Collection<Long> items) {
    Field<LetterOutcome> outcome = LETTER_OBJECTION_DECISION.OUTCOME;
    return tx.sql()
        .select(
            LETTER_ITEM.ITEM_ID,
            LETTER.STAGE,
            LETTER_ITEM.ROUND,
            LETTER.DUE_AT,
            LETTER_ITEM.LEFT_OUT,
            LETTER_OBJECTION.LETTER_ID,
            outcome,
            LETTER_WITHDRAWAL.PROPOSED_AGAIN)
        .from(LETTER_ITEM)
        .join(LETTER)
        .on(LETTER.ID.eq(LETTER_ITEM.LETTER_ID))
        .leftJoin(LETTER_OBJECTION)
        .on(LETTER_OBJECTION.LETTER_ID.eq(LETTER.ID))
        .leftJoin(LETTER_OBJECTION_DECISION)
        .on(LETTER_OBJECTION_DECISION.LETTER_ID.eq(LETTER.ID))
        .leftJoin(LETTER_WITHDRAWAL)
        .on(LETTER_WITHDRAWAL.LETTER_ID.eq(LETTER.ID))
        .where(LETTER_ITEM.ITEM_ID.eq(DSL.any(items.toArray(Long[]::new))))
        .orderBy(LETTER.ID)
        .fetchGroups(
            LETTER_ITEM.ITEM_ID,
            r ->
                new Past(
                    r.get(LETTER.STAGE),
                    r.get(LETTER_ITEM.ROUND),
                    r.get(LETTER.DUE_AT),
                    end(r),
                    r.get(LETTER_OBJECTION.LETTER_ID) != null && r.get(outcome) == null));
  }

  private static End end(Record r) {
    @Nullable Boolean again = r.get(LETTER_WITHDRAWAL.PROPOSED_AGAIN);
    if (r.get(LETTER_ITEM.LEFT_OUT)
        || r.get(LETTER_OBJECTION_DECISION.OUTCOME) == LetterOutcome.ACCEPTED
        || (again != null && !again)) {
      return End.LET_BE;
    }
    return again == null ? End.NONE : End.MADE_ANEW;
  }

  /**
   * A letter that the clock proposes for items of a request.
   *
   * @param stage its code in the rule set
   * @param late how many of the items were answered since, but late
   * @param since when the first of them was to be proposed
   */
  record Wanted(
      String number,
      String subject,
      String platform,
      long ruleSetId,
      String stage,
      int items,
      int late,
      Instant since) {}

  /** The letters proposed, the longest first; at most so many. */
  List<Wanted> wanted(Tx tx) {
    return tx.sql()
        .select(
            REQUEST.NUMBER,
            REQUEST.SUBJECT,
            PLATFORM.NAME,
            REQUEST.RULE_SET_ID,
            LETTER_WANTED.STAGE_CODE,
            count(),
            count().filterWhere(LETTER_WANTED.ANSWERED_LATE),
            min(LETTER_WANTED.SINCE))
        .from(REQUEST)
        .join(PLATFORM)
        .on(PLATFORM.ID.eq(REQUEST.PLATFORM_ID))
        .join(LETTER_WANTED)
        .on(LETTER_WANTED.REQUEST_ID.eq(REQUEST.ID))
        .where(LETTER_WANTED.DUE_AT.lt(tx.now()), LETTER_WANTED.SINCE.lt(tx.now()))
        .groupBy(REQUEST.ID, PLATFORM.ID, LETTER_WANTED.STAGE_CODE)
        .orderBy(min(LETTER_WANTED.SINCE), REQUEST.ID, LETTER_WANTED.STAGE_CODE)
        .limit(MOST_WANTED)
        .fetch(mapping(Wanted::new));
  }

  /**
   * For how many requests a letter is proposed for items that stand open; at most so many. The
   * queue asks at every look, so late answers, for which more is to be read, are not among them.
   */
  int countOpen(Tx tx) {
    return tx.sql()
        .fetchCount(
            select(LETTER_WANTED.REQUEST_ID)
                .from(REQUEST)
                .join(LETTER_WANTED)
                .on(LETTER_WANTED.REQUEST_ID.eq(REQUEST.ID))
                .where(
                    REQUEST.NEXT_DUE_AT.lt(tx.now()),
                    LETTER_WANTED.SINCE.lt(tx.now()),
                    LETTER_WANTED.ANSWERED_LATE.isFalse())
                .groupBy(LETTER_WANTED.REQUEST_ID)
                .limit(MOST_WANTED));
  }
}
