package id.narahubung.requests;

import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.HASTY_SENDING;
import static id.narahubung.db.Tables.REQUEST;

import id.narahubung.data.Tx;
import id.narahubung.ledger.By;
import id.narahubung.ledger.Ledger;
import id.narahubung.requests.HastySending.Confirmed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;

/** What officers sent because it was urgent. */
final class HasteStore {

  Optional<HastySending> find(Tx tx, long request) {
    return list(tx, HASTY_SENDING.REQUEST_ID.eq(request), 1).stream().findFirst();
  }

  /** What no supervisor has confirmed yet, what is due first on top. */
  List<HastySending> open(Tx tx, int most) {
    return list(tx, HASTY_SENDING.CONFIRMED_AT.isNull(), most);
  }

  /** How many of them there are, and of those how many are late. */
  record Waiting(int open, int late) {}

  Waiting count(Tx tx) {
    return new Waiting(
        tx.sql().fetchCount(HASTY_SENDING, HASTY_SENDING.CONFIRMED_AT.isNull()),
        tx.sql()
            .fetchCount(
                HASTY_SENDING,
                HASTY_SENDING.CONFIRMED_AT.isNull(),
                HASTY_SENDING.CONFIRM_BY.lt(tx.now())));
  }

  private static List<HastySending> list(Tx tx, Condition which, int most) {
    return tx
        .sql()
        .select(
            HASTY_SENDING.REQUEST_ID,
            REQUEST.NUMBER,
            REQUEST.SUBJECT,
            EVENT.AT,
            Ledger.BY,
            HASTY_SENDING.CONFIRM_BY,
            HASTY_SENDING.CONFIRMED_AT,
            HASTY_SENDING.CONFIRMED_EVENT_ID)
        .from(HASTY_SENDING)
        .join(REQUEST)
        .on(REQUEST.ID.eq(HASTY_SENDING.REQUEST_ID))
        .join(EVENT)
        .on(EVENT.ID.eq(HASTY_SENDING.EVENT_ID))
        .where(which)
        .orderBy(HASTY_SENDING.CONFIRM_BY, HASTY_SENDING.REQUEST_ID)
        .limit(most)
        .fetch()
        .stream()
        .map(
            row ->
                new HastySending(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    Optional.ofNullable(row.value7())
                        .map(at -> new Confirmed(at, actor(tx, row.value8())))))
        .toList();
  }

  private static By actor(Tx tx, long event) {
    return tx.sql().select(Ledger.BY).from(EVENT).where(EVENT.ID.eq(event)).fetchSingle().value1();
  }

  void insert(Tx tx, TakedownRequest request, long event, Instant confirmBy) {
    tx.sql()
        .insertInto(HASTY_SENDING)
        .set(HASTY_SENDING.REQUEST_ID, request.id())
        .set(HASTY_SENDING.COMPANY_ID, request.companyId())
        .set(HASTY_SENDING.EVENT_ID, event)
        .set(HASTY_SENDING.CONFIRM_BY, confirmBy)
        .execute();
  }

  void confirm(Tx tx, long request, long event) {
    tx.sql()
        .update(HASTY_SENDING)
        .set(HASTY_SENDING.CONFIRMED_AT, tx.now())
        .set(HASTY_SENDING.CONFIRMED_EVENT_ID, event)
        .where(HASTY_SENDING.REQUEST_ID.eq(request))
        .execute();
  }
}
