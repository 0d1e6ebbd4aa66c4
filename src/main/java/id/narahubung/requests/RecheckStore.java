package id.narahubung.requests;

import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.RECHECK;
import static id.narahubung.db.Tables.REQUEST;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

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

/**
 * Which items are to be looked at again, and when. The ministry's alone. Only what is confirmed has
 * a row, and the row says whether an item sent since asks for the content: a queue counts them by
 * an index alone. The nightly check compares both with the items.
 */
public final class RecheckStore {

  private final RuleStore rules;

  public RecheckStore(RuleStore rules) {
    this.rules = rules;
  }

  /** Whether the content of a row's item is asked for by another that was sent since. */
  static final Field<Boolean> ASKED_AGAIN = askedAgain(RECHECK.ITEM_ID);

  static Field<Boolean> askedAgain(Field<Long> item) {
    return field(not(ReappearanceStore.notAskedAgain(item)));
  }

  /** Which of the items that have a plan are to be looked at by then. */
  static Condition due(Field<Instant> instant) {
    return RECHECK.DUE_AT.le(instant).and(RECHECK.ASKED_AGAIN.isFalse());
  }

  /** The items to be looked at by then, but for those whose content is asked for anew. */
  static Select<Record1<Long>> dueBy(Field<Instant> instant) {
    return select(RECHECK.ITEM_ID).from(RECHECK).where(due(instant));
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
    end(tx, done);
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
    mark(tx, RECHECK.ITEM_ID.eq(anyOf(next.keySet().stream().map(Item::id).toList())));
  }

  /** Says anew of these rows whether their item's content is asked for. */
  static void mark(Tx tx, Condition which) {
    tx.sql()
        .update(RECHECK)
        .set(RECHECK.ASKED_AGAIN, ASKED_AGAIN)
        .where(which, RECHECK.ASKED_AGAIN.ne(ASKED_AGAIN))
        .execute();
  }

  /** What came back or was withdrawn is not looked at any more. */
  static void end(Tx tx, Collection<Long> items) {
    tx.sql().deleteFrom(RECHECK).where(RECHECK.ITEM_ID.eq(anyOf(items))).execute();
  }

  /** The items among these ids whose row is not what they and those sent since say. */
  static List<Long> wrong(Tx tx, Collection<Long> items) {
    return tx.sql()
        .select(RECHECK.ITEM_ID)
        .from(RECHECK)
        .join(ITEM)
        .on(ITEM.ID.eq(RECHECK.ITEM_ID))
        .where(
            RECHECK.ITEM_ID.eq(anyOf(items)),
            ITEM.STANDING.ne(Standing.CONFIRMED).or(RECHECK.ASKED_AGAIN.ne(ASKED_AGAIN)))
        .orderBy(RECHECK.ITEM_ID)
        .fetch(RECHECK.ITEM_ID);
  }

  /** When this item is to be looked at next, for the ministry. */
  Optional<Instant> due(Tx tx, long item) {
    return tx.sql()
        .select(RECHECK.DUE_AT)
        .from(RECHECK)
        .where(RECHECK.ITEM_ID.eq(item))
        .fetchOptional(RECHECK.DUE_AT);
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

  private static org.jooq.QuantifiedSelect<Record1<Long>> anyOf(Collection<Long> ids) {
    return DSL.any(ids.toArray(Long[]::new));
  }
}
