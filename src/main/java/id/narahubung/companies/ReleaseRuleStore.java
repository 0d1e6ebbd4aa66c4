package id.narahubung.companies;

import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.RELEASE_RULE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import id.narahubung.data.Kept;
import id.narahubung.data.Tx;
import id.narahubung.ledger.By;
import id.narahubung.ledger.Ledger;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Records;

/** Whether a company's answers wait for a lead. PostgreSQL shows the viewer's own company only. */
public final class ReleaseRuleStore {

  /** What was settled last, when and by whom. */
  record Settled(boolean required, Instant at, By by) {}

  /** Off until somebody settles it. */
  public boolean isRequired(Tx tx) {
    return tx.sql().select(field(required(tx))).fetchSingle().value1();
  }

  /** The same, within another statement. */
  public static Condition required(Tx tx) {
    return exists(
        select(RELEASE_RULE.COMPANY_ID)
            .from(RELEASE_RULE)
            .where(RELEASE_RULE.COMPANY_ID.eq(Kept.organisation(tx)))
            .and(RELEASE_RULE.REQUIRED));
  }

  Optional<Settled> find(Tx tx) {
    return tx.sql()
        .select(RELEASE_RULE.REQUIRED, RELEASE_RULE.SET_AT, Ledger.BY)
        .from(RELEASE_RULE)
        .join(EVENT)
        .on(EVENT.ID.eq(RELEASE_RULE.EVENT_ID))
        .where(RELEASE_RULE.COMPANY_ID.eq(tx.person().organisationId()))
        .fetchOptional(Records.mapping(Settled::new));
  }

  void put(Tx tx, long event, boolean required) {
    tx.sql()
        .insertInto(RELEASE_RULE)
        .set(RELEASE_RULE.COMPANY_ID, tx.person().organisationId())
        .set(RELEASE_RULE.REQUIRED, required)
        .set(RELEASE_RULE.EVENT_ID, event)
        .set(RELEASE_RULE.SET_AT, tx.now())
        .onConflict(RELEASE_RULE.COMPANY_ID)
        .doUpdate()
        .set(RELEASE_RULE.REQUIRED, required)
        .set(RELEASE_RULE.EVENT_ID, event)
        .set(RELEASE_RULE.SET_AT, tx.now())
        .execute();
  }
}
