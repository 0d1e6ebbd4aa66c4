package id.narahubung.requests;

import static id.narahubung.db.Tables.ANSWER;
import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.ITEM_WITHDRAWAL;
import static id.narahubung.db.Tables.REQUEST;
import static id.narahubung.db.Tables.WATCHED_HOST;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import id.narahubung.access.Permission;
import id.narahubung.addresses.ByHost;
import id.narahubung.data.Tx;
import id.narahubung.platforms.Platform;
import id.narahubung.platforms.PlatformStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a draft's items are held against before they are filed. */
public final class PreviewStore {

  private final ItemStore items;
  private final PlatformStore platforms;

  public PreviewStore(ItemStore items, PlatformStore platforms) {
    this.items = items;
    this.platforms = platforms;
  }

  /** The preview of a draft: four statements, however many items. */
  Preview of(Tx tx, TakedownRequest draft) {
    Platform own = platforms.fetch(tx, draft.content().platformId());
    boolean open = tx.viewer().may(Permission.SEE_RESTRICTED);
    List<Item> rows = items.list(tx, draft.id(), Optional.empty(), 0, DraftForm.MAX_ITEMS);
    return Preview.of(
        open ? items.opened(tx, rows) : rows,
        own,
        platforms.hosts(tx),
        watched(tx),
        earlier(tx, draft.id(), own.id(), open));
  }

  private static ByHost<Warning> watched(Tx tx) {
    return new ByHost<>(
        tx.sql()
            .select(WATCHED_HOST.SUFFIX, WATCHED_HOST.KIND)
            .from(WATCHED_HOST)
            .fetchMap(WATCHED_HOST.SUFFIX, WATCHED_HOST.KIND));
  }

  /** For each of a draft's items the latest sent one of the same address and platform. */
  private static Map<Long, Earlier> earlier(Tx tx, long draft, long platform, boolean open) {
    var mine = ITEM.as("mine");
    return tx.sql()
        .select(
            mine.ID,
            REQUEST.NUMBER,
            ITEM.ORDINAL,
            ITEM.STANDING,
            REQUEST.RULE_SET_ID,
            field(
                select(ANSWER.GROUND_CODE)
                    .from(ANSWER)
                    .where(ANSWER.ITEM_ID.eq(ITEM.ID), AnswerStore.STANDS)
                    .orderBy(ANSWER.ID.desc())
                    .limit(1)),
            coalesce(
                field(
                    select(ITEM_WITHDRAWAL.OUR_ERROR)
                        .from(ITEM_WITHDRAWAL)
                        .where(ITEM_WITHDRAWAL.ITEM_ID.eq(ITEM.ID))),
                inline(false)))
        .distinctOn(mine.ID)
        .from(mine)
        .join(ITEM)
        .on(ITEM.URL_HASH.eq(mine.URL_HASH).and(ITEM.REQUEST_ID.ne(draft)))
        .join(REQUEST)
        .on(REQUEST.ID.eq(ITEM.REQUEST_ID))
        .where(
            mine.REQUEST_ID.eq(draft),
            REQUEST.PLATFORM_ID.eq(platform),
            REQUEST.NUMBER.isNotNull(),
            // Nobody else may learn by pasting it that an address was filed as such.
            open ? noCondition() : ITEM.RESTRICTED.isFalse())
        .orderBy(mine.ID, ITEM.ID.desc())
        .fetchMap(
            row -> row.value1(),
            row ->
                new Earlier(
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    Optional.ofNullable(row.value6()),
                    row.value7()));
  }
}
