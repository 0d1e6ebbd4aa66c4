package id.narahubung.requests;

import static id.narahubung.db.Tables.REQUEST_VISIT;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When each person last looked at a request. */
public final class VisitStore {

  /** Pages opened within this time are one visit: an answer's redirect must not clear the marks. */
  public static final Duration ONE_VISIT = Duration.ofMinutes(15);

  /** Notes a look, and gives when the visit before this one was; empty at the first. */
  public Optional<Instant> visit(Tx tx, TakedownRequest request) {
    Share share =
        request.stage() == Stage.SENT || request.stage() == Stage.WITHDRAWN
            ? Share.BOTH
            : Share.MINISTRY;
    return tx.sql()
        .insertInto(REQUEST_VISIT)
        .set(REQUEST_VISIT.REQUEST_ID, request.id())
        .set(REQUEST_VISIT.PERSON_ID, tx.person().personId())
        .set(REQUEST_VISIT.COMPANY_ID, request.companyId())
        .set(REQUEST_VISIT.SIDE, share)
        .set(REQUEST_VISIT.SEEN_AT, tx.now())
        .onConflict(REQUEST_VISIT.REQUEST_ID, REQUEST_VISIT.PERSON_ID)
        .doUpdate()
        .set(
            REQUEST_VISIT.PREVIOUS_AT,
            when(REQUEST_VISIT.SEEN_AT.lt(val(tx.now().minus(ONE_VISIT))), REQUEST_VISIT.SEEN_AT)
                .otherwise(REQUEST_VISIT.PREVIOUS_AT))
        .set(REQUEST_VISIT.SEEN_AT, excluded(REQUEST_VISIT.SEEN_AT))
        .returningResult(REQUEST_VISIT.PREVIOUS_AT)
        .fetchOptional(row -> row.value1());
  }
}
