package id.narahubung.requests;

import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.ITEM_CHECK;
import static id.narahubung.db.Tables.REAPPEARANCE;
import static id.narahubung.db.Tables.RECHECK;
import static id.narahubung.db.Tables.REQUEST;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import id.narahubung.access.Share;
import id.narahubung.data.Fence;
import id.narahubung.data.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;

/**
 * Which items' content came back: a row each from the look that found it up until an item that asks
 * for it again is sent. The ministry's alone. Written in the transaction of each change; the
 * nightly check compares the rows with what was found.
 */
public final class ReappearanceStore {

  private static final id.narahubung.db.tables.Item OLD = ITEM.as("old");

  /** Items that have a row and that nothing asks for: no draft's item, none that is not settled. */
  static final Condition WAITS = REAPPEARANCE.ITEM_ID.isNotNull().and(notExists(askedAnew()));

  /** When an item that has to have a row was last looked at; null of one that may have none. */
  private static final Field<Instant> CAME_BACK = cameBack();

  private static Field<Instant> cameBack() {
    Field<Instant> lookedAt =
        field(
            select(max(ITEM_CHECK.CHECKED_AT))
                .from(ITEM_CHECK)
                .where(ITEM_CHECK.ITEM_ID.eq(ITEM.ID), ITEM_CHECK.AGAIN.isTrue()));
    Field<Verdict> found =
        field(
            select(ITEM_CHECK.VERDICT)
                .from(ITEM_CHECK)
                .where(
                    ITEM_CHECK.ITEM_ID.eq(ITEM.ID),
                    ITEM_CHECK.AGAIN.isTrue(),
                    ITEM_CHECK.VERDICT.ne(Verdict.UNCHECKED))
                .orderBy(ITEM_CHECK.ID.desc())
                .limit(inline(1)));
    return when(
        ITEM.STANDING
            .eq(Standing.CONFIRMED)
            .and(found.in(Verdict.STILL_UP, Verdict.PARTLY))
            .and(notAskedAgain(ITEM.ID)),
        lookedAt);
  }

  /** Where no item that is linked to this one asks for its content. */
  static Condition notAskedAgain(Field<Long> item) {
    var fresh = ITEM.as("fresh");
    return notExists(
        selectOne()
            .from(fresh)
            .where(
                fresh.REAPPEARED_FROM.eq(item),
                fresh.STANDING.ne(inline(Standing.WITHDRAWN, ITEM.STANDING))));
  }

  /**
   * A draft's item, unless it was discarded, or one that is not settled, or one sent since the
   * content was seen again.
   */
  private static Select<?> askedAnew() {
    var asked = ITEM.as("asked");
    var other = REQUEST.as("other");
    Condition settled =
        asked.STANDING.in(
            Standing.settled().stream().map(each -> inline(each, ITEM.STANDING)).toList());
    return selectOne()
        .from(asked)
        .join(other)
        .on(other.ID.eq(asked.REQUEST_ID))
        .where(
            asked.URL_HASH.eq(ITEM.URL_HASH),
            asked.ID.ne(ITEM.ID),
            other.PLATFORM_ID.eq(ITEM.PLATFORM_ID),
            asked.STANDING.ne(inline(Standing.WITHDRAWN, ITEM.STANDING)),
            other.STAGE.ne(inline(Stage.DISCARDED, REQUEST.STAGE)),
            settled.not().or(other.SENT_AT.gt(REAPPEARANCE.LOOKED_AT)));
  }

  /** Writes anew what follows from the looks at these items, locked before. */
  void follow(Tx tx, Collection<Long> items) {
    Long[] ids = items.toArray(Long[]::new);
    tx.sql().deleteFrom(REAPPEARANCE).where(REAPPEARANCE.ITEM_ID.eq(any(ids))).execute();
    tx.sql()
        .insertInto(
            REAPPEARANCE,
            REAPPEARANCE.ITEM_ID,
            REAPPEARANCE.COMPANY_ID,
            REAPPEARANCE.ITEM_SIDE,
            REAPPEARANCE.SIDE,
            REAPPEARANCE.LOOKED_AT)
        .select(
            select(
                    ITEM.ID,
                    ITEM.COMPANY_ID,
                    inline("both"),
                    inline(Share.MINISTRY, REAPPEARANCE.SIDE),
                    CAME_BACK)
                .from(ITEM)
                .where(ITEM.ID.eq(any(ids)), CAME_BACK.isNotNull()))
        .execute();
  }

  /** Ends the rows of what the items of this request, delivered just now, ask for again. */
  void end(Tx tx, long request) {
    Select<Record1<Long>> asked =
        select(ITEM.REAPPEARED_FROM)
            .from(ITEM)
            .where(ITEM.REQUEST_ID.eq(request), ITEM.REAPPEARED_FROM.isNotNull());
    tx.sql().deleteFrom(REAPPEARANCE).where(REAPPEARANCE.ITEM_ID.in(asked)).execute();
    RecheckStore.mark(tx, RECHECK.ITEM_ID.in(asked));
  }

  /**
   * Withdrawn items do not come back, nor does anybody look whether they do; what they asked for
   * again waits once more. Locked, so that neither a look at it can pass unseen nor a draw of it.
   */
  void followWithdrawn(Tx tx, Collection<Long> items) {
    List<Long> asked =
        tx.sql()
            .select(ITEM.ID)
            .from(ITEM)
            .where(
                ITEM.ID.in(
                    select(ITEM.REAPPEARED_FROM)
                        .from(ITEM)
                        .where(ITEM.ID.eq(any(items.toArray(Long[]::new))))))
            .orderBy(ITEM.ID)
            .forUpdate()
            .fetch(ITEM.ID);
    follow(tx, Stream.concat(items.stream(), asked.stream()).distinct().toList());
    RecheckStore.end(tx, items);
    RecheckStore.mark(tx, RECHECK.ITEM_ID.eq(any(asked.toArray(Long[]::new))));
  }

  /** The ids of these items, locked before, that came back and that nothing asks for yet. */
  List<Long> waiting(Tx tx, Collection<Long> items) {
    return tx.sql()
        .select(ITEM.ID)
        .from(ITEM)
        .join(REAPPEARANCE)
        .on(REAPPEARANCE.ITEM_ID.eq(ITEM.ID))
        .where(
            ITEM.ID.eq(any(items.toArray(Long[]::new))),
            ITEM.STANDING.eq(Standing.CONFIRMED),
            WAITS)
        .fetch(ITEM.ID);
  }

  /** The items among these ids whose row, or the lack of it, is not what the looks say. */
  List<Long> wrong(Tx tx, Collection<Long> items) {
    return tx.sql()
        .select(ITEM.ID)
        .from(ITEM)
        .leftJoin(REAPPEARANCE)
        .on(REAPPEARANCE.ITEM_ID.eq(ITEM.ID))
        .where(
            ITEM.ID.eq(any(items.toArray(Long[]::new))),
            REAPPEARANCE.LOOKED_AT.isDistinctFrom(CAME_BACK))
        .orderBy(ITEM.ID)
        .fetch(ITEM.ID);
  }

  /**
   * What an item of a request to this platform asks for again: the latest of the same address that
   * had been confirmed down, whoever filed it; null where there is none.
   */
  static Field<Long> asksAgainFor(long platform) {
    return field(select(max(OLD.ID)).from(OLD).where(wasDown(platform)));
  }

  /**
   * Locks all that the items of this request may ask for again, before any of them does: whoever
   * plans a look at one of those waits and then sees the new item, or is waited for. A foreign
   * key's lock does not keep out another foreign key's, with which the weekly draw comes.
   */
  static void lockAskedFor(Tx tx, long request, long platform) {
    List<Long> old =
        tx.sql()
            .selectDistinct(OLD.ID)
            .from(ITEM)
            .crossJoin(Fence.beside("old", select(OLD.ID).from(OLD).where(wasDown(platform))))
            .where(ITEM.REQUEST_ID.eq(request))
            .fetch(OLD.ID);
    if (!old.isEmpty()) {
      tx.sql()
          .select(ITEM.ID)
          .from(ITEM)
          .where(ITEM.ID.eq(any(old.toArray(Long[]::new))))
          .orderBy(ITEM.ID)
          .forUpdate()
          .fetch();
    }
  }

  private static Condition wasDown(long platform) {
    return OLD.URL_HASH
        .eq(ITEM.URL_HASH)
        .and(OLD.ID.ne(ITEM.ID))
        // Nobody may learn from an item what is kept from them of another.
        .and(OLD.RESTRICTED.eq(ITEM.RESTRICTED))
        .and(OLD.STANDING.eq(Standing.CONFIRMED))
        .and(OLD.PLATFORM_ID.eq(platform));
  }
}
