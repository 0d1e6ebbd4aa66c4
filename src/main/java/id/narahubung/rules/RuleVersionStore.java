package id.narahubung.rules;

import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.RULE_RELEASE;
import static id.narahubung.db.Tables.RULE_SET;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import id.narahubung.data.Tx;
import id.narahubung.ledger.By;
import id.narahubung.ledger.Ledger;
import id.narahubung.text.Label;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;

/** Which versions of the rules there are. PostgreSQL shows drafts to the ministry alone. */
final class RuleVersionStore {

  /** The newest first; a draft before them all. */
  List<RuleVersion> list(Tx tx) {
    return list(tx, noCondition());
  }

  Optional<RuleVersion> find(Tx tx, long id) {
    return list(tx, RULE_SET.ID.eq(id)).stream().findFirst();
  }

  private static List<RuleVersion> list(Tx tx, Condition which) {
    return tx.sql()
        .select(
            RULE_SET.ID,
            RULE_SET.CODE,
            RULE_SET.VERSION,
            row(RULE_SET.LABEL_ID, RULE_SET.LABEL_EN).mapping(Label::new),
            row(RULE_SET.IN_FORCE_FROM).mapping(Optional::ofNullable),
            row(RULE_SET.BASED_ON).mapping(Optional::ofNullable),
            RULE_SET.REVISION,
            row(RULE_RELEASE.RELEASED_AT).mapping(Optional::ofNullable))
        .from(RULE_SET)
        .leftJoin(RULE_RELEASE)
        .on(RULE_RELEASE.RULE_SET_ID.eq(RULE_SET.ID))
        .where(which)
        .orderBy(RULE_SET.IN_FORCE_FROM.desc().nullsFirst())
        .fetch(mapping(RuleVersion::new));
  }

  /** Who released it: for the ministry, which sees the event. */
  Optional<By> releasedBy(Tx tx, long id) {
    return tx.sql()
        .select(Ledger.BY)
        .from(RULE_RELEASE)
        .join(EVENT)
        .on(EVENT.ID.eq(RULE_RELEASE.EVENT_ID))
        .where(RULE_RELEASE.RULE_SET_ID.eq(id))
        .fetchOptional(Ledger.BY);
  }
}
