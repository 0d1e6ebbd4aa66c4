package id.narahubung.rules;

import id.narahubung.access.Permission;
import id.narahubung.access.Side;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import java.util.UUID;

/** An act on the rules; until they are released the ministry keeps it to itself. */
final class RuleAct {

  private RuleAct() {}

  static Act of(Tx tx, UUID act, EventKind kind, Permission needed, long id) {
    return Act.of(act, kind, tx.person().roleFor(needed), Side.MINISTRY).with("rule_set", id);
  }

  /** One that both sides are told of. */
  static Act joint(Tx tx, UUID act, EventKind kind, Permission needed, long id) {
    return Act.joint(act, kind, tx.person().roleFor(needed)).with("rule_set", id);
  }
}
