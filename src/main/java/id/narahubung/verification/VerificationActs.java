package id.narahubung.verification;

import id.narahubung.access.Permission;
import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.text.Words;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** What every act on a step shares: which day it is, and how it is told. */
final class VerificationActs {

  private final Ledger ledger;

  VerificationActs(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The day it is where the ministry is. */
  static LocalDate today(Tx tx) {
    return tx.now().atZone(Words.WIB).toLocalDate();
  }

  /** Tells of what the ministry keeps to itself. */
  long tell(
      Tx tx,
      UUID act,
      EventKind kind,
      Permission needed,
      long company,
      String number,
      Map<String, Object> more) {
    return add(
        tx, Act.of(act, kind, tx.person().roleFor(needed), Side.MINISTRY), company, number, more);
  }

  /** Tells both sides what a step came to. */
  long tellBoth(Tx tx, UUID act, EventKind kind, VerificationStep step, Map<String, Object> more) {
    Act told =
        Act.of(
            act, kind, tx.person().roleFor(Permission.CONCLUDE_VERIFICATIONS).code(), Share.BOTH);
    for (long request : step.of().requestId().stream().toList()) {
      told = told.on(request);
    }
    return add(tx, told, step.of().companyId(), step.number(), more);
  }

  private long add(Tx tx, Act act, long company, String number, Map<String, Object> more) {
    Act told = act.behind(company).with("verification", number);
    for (Map.Entry<String, Object> each : more.entrySet()) {
      told = told.with(each.getKey(), each.getValue());
    }
    return ledger.add(tx, told);
  }
}
