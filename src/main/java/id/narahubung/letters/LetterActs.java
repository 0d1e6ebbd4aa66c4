package id.narahubung.letters;

import id.narahubung.access.Permission;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.requests.RequestStore;
import id.narahubung.rules.RuleStore;
import java.util.Map;
import java.util.UUID;

/**
 * What every act on a letter shares: find it, hold its request so that nobody acts on it at the
 * same moment, and tell of it.
 */
final class LetterActs {

  private final RequestStore requests;
  private final LetterStore letters;
  private final RuleStore rules;
  private final Ledger ledger;

  LetterActs(RequestStore requests, LetterStore letters, RuleStore rules, Ledger ledger) {
    this.requests = requests;
    this.letters = letters;
    this.rules = rules;
    this.ledger = ledger;
  }

  /** The letter of a number for one who may do what is needed; NotFound comes before NotAllowed. */
  Letter lock(Tx tx, String number, Permission needed) {
    requests.lock(tx, letters.fetch(tx, number).of().requestId(), needed);
    return letters.fetch(tx, number);
  }

  /** The same, for an act that the letter must let be done. */
  Letter lock(Tx tx, String number, LetterAct act) {
    Letter letter = lock(tx, number, act.permission());
    act.require(
        letter,
        tx.person(),
        rules.fetch(tx, letter.of().ruleSetId()).limits().objectWithin(),
        tx.now());
    return letter;
  }

  long tell(
      Tx tx,
      UUID act,
      EventKind kind,
      Permission permission,
      Letter letter,
      Map<String, Object> more) {
    Act told =
        Act.joint(act, kind, tx.person().roleFor(permission))
            .behind(letter.of().companyId())
            .on(letter.of().requestId())
            .with("letter", letter.number())
            .with("items", letter.items());
    for (Map.Entry<String, Object> each : more.entrySet()) {
      told = told.with(each.getKey(), each.getValue());
    }
    return ledger.add(tx, told);
  }
}
