package id.narahubung.rules;

import static id.narahubung.db.Tables.ORDER_NOTICE;
import static id.narahubung.db.Tables.REQUEST;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import id.narahubung.data.Tx;
import java.time.Instant;
import java.util.Optional;

/** Which companies were told how orders work, and when. */
public final class OrderNoticeStore {

  /** Where a company stands before its first order. */
  public FirstOrder of(Tx tx, long company) {
    return new FirstOrder(isOrdered(tx, company), find(tx, company));
  }

  /** A number is given at sending. */
  private static boolean isOrdered(Tx tx, long company) {
    return tx.sql()
        .select(
            field(
                exists(
                    select(REQUEST.ID)
                        .from(REQUEST)
                        .where(REQUEST.COMPANY_ID.eq(company), REQUEST.NUMBER.isNotNull()))))
        .fetchSingle()
        .value1();
  }

  Optional<Instant> find(Tx tx, long company) {
    return tx.sql()
        .select(ORDER_NOTICE.GIVEN_AT)
        .from(ORDER_NOTICE)
        .where(ORDER_NOTICE.COMPANY_ID.eq(company))
        .fetchOptional(ORDER_NOTICE.GIVEN_AT);
  }

  void insert(Tx tx, long event, long company) {
    tx.sql()
        .insertInto(ORDER_NOTICE)
        .set(ORDER_NOTICE.COMPANY_ID, company)
        .set(ORDER_NOTICE.EVENT_ID, event)
        .set(ORDER_NOTICE.GIVEN_AT, tx.now())
        .execute();
  }
}
