package id.narahubung.requests;

import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.ITEM_CHECK;
import static id.narahubung.db.Tables.RECHECK;
import static id.narahubung.db.Tables.REQUEST;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.rules.RuleStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** Which items are to be looked at again, and when; and which came back. The ministry's alone. */
public final class RecheckStore {

  /** When an item is to be looked at next. */
  static final Field<Instant> DUE =
      field(select(RECHECK.DUE_AT).from(RECHECK).where(RECHECK.ITEM_ID.eq(ITEM.ID)));

  /** When an item was last looked at again. */
  static final Field<Instant> LOOKED_AT =
      field(
          select(max(ITEM_CHECK.CHECKED_AT))
              .from(ITEM_CHECK)
              .where(ITEM_CHECK.ITEM_ID.eq(ITEM.ID), ITEM_CHECK.AGAIN.isTrue()));

  /** Items that were up when they were looked at last, and that no later item asks for. */
  static final Condition CAME_BACK = cameBack();

  private final RuleStore rules;

  public RecheckStore(RuleStore rules) {
    this.rules = rules;
  }

  /** The items to be looked at by then, but for those whose content is asked for anew. */
  static Select<Record1<Long>> dueBy(Instant instant) {
    var fresh = ITEM.as("fresh");
    return select(RECHECK.ITEM_ID)
        .from(RECHECK)
        .where(
            RECHECK.DUE_AT.le(instant),
            notExists(
                selectOne()
                    .from(fresh)
                    .where(
                        fresh.REAPPEARED_FROM.eq(RECHECK.ITEM_ID),
                        fresh.STANDING.ne(inline(Standing.WITHDRAWN, ITEM.STANDING)))));
  }

  /** Most of what ever came back was asked for with a linked item: that is told before the rest. */
  private static Condition cameBack() {
    var later = ITEM_CHECK.as("later");
    var linked = ITEM.as("linked");
    return ITEM.ID
        .in(
            select(ITEM_CHECK.ITEM_ID)
                .from(ITEM_CHECK)
                .where(
                    ITEM_CHECK.AGAIN.isTrue(),
                    ITEM_CHECK.VERDICT.in(
                        inline(Verdict.STILL_UP, ITEM_CHECK.VERDICT),
                        inline(Verdict.PARTLY, ITEM_CHECK.VERDICT)),
                    notExists(
                        selectOne()
                            .from(later)
                            .where(
                                later.ITEM_ID.eq(ITEM_CHECK.ITEM_ID),
                                later.AGAIN.isTrue(),
                                later.ID.gt(ITEM_CHECK.ID),
                                later.VERDICT.ne(inline(Verdict.UNCHECKED, ITEM_CHECK.VERDICT)))),
                    notExists(
                        selectOne()
                            .from(linked)
                            .where(
                                linked.REAPPEARED_FROM.eq(ITEM_CHECK.ITEM_ID),
                                linked.STANDING.ne(inline(Standing.WITHDRAWN, ITEM.STANDING))))))
        .and(notExists(askedAnew()));
  }

  /**
   * A draft's item, unless it was discarded, or one that is not settled, or one sent since the
   * content was seen again.
   */
  private static Select<?> askedAnew() {
    var asked = ITEM.as("asked");
    var old = REQUEST.as("old");
    var other = REQUEST.as("other");
    Condition settled =
        asked.STANDING.in(
            Standing.settled().stream().map(each -> inline(each, ITEM.STANDING)).toList());
    return selectOne()
        .from(asked)
        .join(other)
        .on(other.ID.eq(asked.REQUEST_ID))
        .join(old)
        .on(old.ID.eq(ITEM.REQUEST_ID).and(old.PLATFORM_ID.eq(other.PLATFORM_ID)))
        .where(
            asked.URL_HASH.eq(ITEM.URL_HASH),
            asked.ID.ne(ITEM.ID),
            asked.STANDING.ne(inline(Standing.WITHDRAWN, ITEM.STANDING)),
            other.STAGE.ne(inline(Stage.DISCARDED, REQUEST.STAGE)),
            settled.not().or(other.SENT_AT.gt(LOOKED_AT)));
  }

  /** Plans the first look at items confirmed just now, where they are looked at one by one. */
  void start(Tx tx, List<ItemDesk.Case> cases) {
    Map<Item, Instant> next = new LinkedHashMap<>();
    for (ItemDesk.Case inHand : cases) {
      RecheckPlan.next(tx.now(), tx.now(), times(tx, inHand))
          .ifPresent(due -> next.put(inHand.item(), due));
    }
    put(tx, next);
  }

  /**
   * Plans what comes after a look: the next one, or none where content came back. What could not be
   * looked at stays to be looked at.
   */
  void follow(Tx tx, List<ItemDesk.Case> cases, CheckGiven given) {
    if (given.verdict() == Verdict.UNCHECKED) {
      return;
    }
    Map<Item, Instant> next = new LinkedHashMap<>();
    List<Long> done = new ArrayList<>();
    for (ItemDesk.Case inHand : cases) {
      Optional<Instant> due =
          given.verdict() == Verdict.DOWN
              ? inHand
                  .facts()
                  .confirmation()
                  .flatMap(
                      check ->
                          RecheckPlan.next(
                              check.checkedAt(), given.observedAt(), times(tx, inHand)))
              : Optional.empty();
      due.ifPresentOrElse(at -> next.put(inHand.item(), at), () -> done.add(inHand.item().id()));
    }
    tx.sql().deleteFrom(RECHECK).where(RECHECK.ITEM_ID.eq(anyOf(done))).execute();
    put(tx, next);
  }

  private List<Duration> times(Tx tx, ItemDesk.Case inHand) {
    return rules
        .fetch(tx, inHand.request().ruleSetId())
        .urgency(inHand.request().content().urgencyCode())
        .recheckAfter();
  }

  /** When each of these items is to be looked at next, in place of what was planned. */
  private static void put(Tx tx, Map<Item, Instant> next) {
    if (next.isEmpty()) {
      return;
    }
    tx.sql()
        .insertInto(
            RECHECK,
            RECHECK.ITEM_ID,
            RECHECK.COMPANY_ID,
            RECHECK.ITEM_SIDE,
            RECHECK.SIDE,
            RECHECK.DUE_AT)
        .valuesOfRows(
            next.entrySet().stream()
                .map(
                    each ->
                        row(
                            each.getKey().id(),
                            each.getKey().companyId(),
                            "both",
                            Share.MINISTRY,
                            each.getValue()))
                .toList())
        .onConflict(RECHECK.ITEM_ID)
        .doUpdate()
        .set(RECHECK.DUE_AT, excluded(RECHECK.DUE_AT))
        .setNull(RECHECK.SAMPLE_ID)
        .execute();
  }

  /** When this item is to be looked at next, for the ministry. */
  Optional<Instant> due(Tx tx, long item) {
    return tx.sql()
        .select(RECHECK.DUE_AT)
        .from(RECHECK)
        .where(RECHECK.ITEM_ID.eq(item))
        .fetchOptional(RECHECK.DUE_AT);
  }

  /** The ids of these items, locked before, that came back and that nothing asks for yet. */
  List<Long> cameBack(Tx tx, Collection<Long> items) {
    return tx.sql()
        .select(ITEM.ID)
        .from(ITEM)
        .where(ITEM.ID.eq(anyOf(items)), ITEM.STANDING.eq(Standing.CONFIRMED), CAME_BACK)
        .fetch(ITEM.ID);
  }

  /** The item that this one's content was asked for before, and those it was asked for after. */
  record Chain(Optional<String> before, List<String> after) {}

  /** Full numbers ('PA-2026-000128/0031') of sent items that the viewer can see. */
  Chain chain(Tx tx, long item) {
    Condition before =
        ITEM.ID.eq(select(ITEM.REAPPEARED_FROM).from(ITEM).where(ITEM.ID.eq(item)).asField());
    return new Chain(
        numbers(tx, before).stream().findFirst(), numbers(tx, ITEM.REAPPEARED_FROM.eq(item)));
  }

  private static List<String> numbers(Tx tx, Condition which) {
    return tx.sql()
        .select(REQUEST.NUMBER, ITEM.ORDINAL)
        .from(ITEM)
        .join(REQUEST)
        .on(REQUEST.ID.eq(ITEM.REQUEST_ID))
        .where(which, REQUEST.NUMBER.isNotNull())
        .orderBy(ITEM.ID)
        .fetch(row -> row.value1() + "/" + Item.shortNumber(row.value2()));
  }

  /**
   * What an item of a request to this platform asks for again: the latest of the same address that
   * had been confirmed down, whoever filed it; null where there is none.
   */
  static Field<Long> asksAgainFor(long platform) {
    var old = ITEM.as("old");
    var earlier = REQUEST.as("earlier");
    return field(
        select(max(old.ID))
            .from(old)
            .join(earlier)
            .on(earlier.ID.eq(old.REQUEST_ID))
            .where(
                old.URL_HASH.eq(ITEM.URL_HASH),
                old.ID.ne(ITEM.ID),
                // Nobody may learn from an item what is kept from them of another.
                old.RESTRICTED.eq(ITEM.RESTRICTED),
                old.STANDING.eq(Standing.CONFIRMED),
                earlier.PLATFORM_ID.eq(platform)));
  }

  private static org.jooq.QuantifiedSelect<Record1<Long>> anyOf(Collection<Long> ids) {
    return DSL.any(ids.toArray(Long[]::new));
  }
}
