package id.narahubung.commitments;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.rules.RuleStore;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * What every act on a commitment shares: find it, hold it so that nobody acts on it at the same
 * moment, and tell of it.
 */
final class CommitmentActs {

  private final CommitmentStore commitments;
  private final CommitmentHistoryStore histories;
  private final CommitmentActStore store;
  private final RuleStore rules;
  private final Ledger ledger;

  CommitmentActs(
      CommitmentStore commitments,
      CommitmentHistoryStore histories,
      CommitmentActStore store,
      RuleStore rules,
      Ledger ledger) {
    this.commitments = commitments;
    this.histories = histories;
    this.store = store;
    this.rules = rules;
    this.ledger = ledger;
  }

  /** A commitment that is held, with what the two sides agreed on. */
  record Held(Commitment commitment, Commitment.History history) {

    /** The version that waits for signatures. */
    Commitment.Version open() {
      return history.open().orElseThrow(() -> new RuleBroken("commitment.refused.no_open"));
    }

    /** The version that counts. */
    Commitment.Version inForce() {
      if (commitment.standing().stage() == CommitmentStage.CANCELLED) {
        throw new RuleBroken("commitment.refused.cancelled");
      }
      return history.inForce().orElseThrow(() -> new RuleBroken("commitment.refused.not_agreed"));
    }
  }

  /** The commitment of a number for one who may do what is needed; NotFound before NotAllowed. */
  Held hold(Tx tx, String number, Permission needed) {
    return hold(tx, number, needed, OptionalInt.empty());
  }

  /** The same as the form showed it; Stale where somebody acted on it since. */
  Held hold(Tx tx, String number, Permission needed, OptionalInt version) {
    Commitment found = commitments.fetch(tx, number);
    tx.viewer().require(needed);
    if (version.isPresent()) {
      store.hold(tx, found, version.getAsInt());
    } else {
      store.hold(tx, found);
    }
    Commitment held = commitments.fetch(tx, number);
    return new Held(held, histories.history(tx, held));
  }

  CommitmentKind kind(Tx tx, Commitment of) {
    String code = of.kind().code();
    return find(tx, of.kind().ruleSetId(), code).orElseThrow(NoSuchElementException::new);
  }

  Optional<CommitmentKind> find(Tx tx, long ruleSet, String code) {
    return rules.fetch(tx, ruleSet).checking().commitmentKinds().stream()
        .filter(each -> each.code().equals(code))
        .findFirst();
  }

  long tell(
      Tx tx,
      UUID act,
      EventKind kind,
      Permission permission,
      Commitment of,
      Map<String, Object> more) {
    return tell(tx, act, kind, permission, of.of().companyId(), of.number(), more);
  }

  long tell(
      Tx tx,
      UUID act,
      EventKind kind,
      Permission permission,
      long company,
      String number,
      Map<String, Object> more) {
    Act told =
        Act.joint(act, kind, tx.person().roleFor(permission))
            .behind(company)
            .with("commitment", number);
    for (Map.Entry<String, Object> each : more.entrySet()) {
      told = told.with(each.getKey(), each.getValue());
    }
    return ledger.add(tx, told);
  }
}
