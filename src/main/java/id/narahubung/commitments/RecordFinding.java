package id.narahubung.commitments;

import id.narahubung.access.NotAllowed;
import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.commitments.Commitment.Version;
import id.narahubung.data.Tx;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.text.Words;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Records what a check of a commitment came to, under the version in force; a pass holds as long as
 * the kind's proof does, where nothing else is said. It is part of the act that concludes the
 * check, which writes the one event. Refused when the viewer is not of the ministry (a promise is
 * never found kept by whoever made it) or may change nothing, while it is only proposed, once it is
 * cancelled, without findings, for a day to come, and where the value does not bear the result out:
 * a pass short of the target, or a value where the kind has none.
 */
public final class RecordFinding {

  private static final int MOST_FINDINGS = 4_000;

  private final CommitmentActs acts;
  private final CommitmentActStore store;
  private final CommitmentStore commitments;

  RecordFinding(CommitmentActs acts, CommitmentActStore store, CommitmentStore commitments) {
    this.acts = acts;
    this.store = store;
    this.commitments = commitments;
  }

  /**
   * Records it and gives the day until which it holds, if it lapses.
   *
   * @param event of the act that concludes the check: told by the viewer, joint, behind the
   *     commitment's company
   */
  public Optional<LocalDate> run(Tx tx, long event, long commitment, FindingGiven given) {
    Commitment found = commitments.fetch(tx, commitment);
    if (tx.person().side() != Side.MINISTRY || tx.person().onlyReads()) {
      throw new NotAllowed(Permission.CHECK_ITEMS);
    }
    CommitmentActs.Held held = acts.hold(tx, found.number(), Permission.CHECK_ITEMS);
    Version inForce = held.inForce();
    LocalDate today = LocalDate.ofInstant(tx.now(), Words.WIB);
    if (given.findings().isBlank() || given.findings().length() > MOST_FINDINGS) {
      throw new RuleBroken("commitment.refused.findings", MOST_FINDINGS);
    }
    if (given.asOf().isAfter(today)) {
      throw new RuleBroken("commitment.fault.as_of");
    }
    CommitmentKind kind = acts.kind(tx, found);
    if (kind.direction() == CommitmentKind.Direction.DONE && given.value().isPresent()) {
      throw new RuleBroken("commitment.fault.no_value");
    }
    if (given.result() == FindingResult.PASS && !inForce.terms().isMetBy(kind, given.value())) {
      throw new RuleBroken("commitment.refused.short");
    }
    FindingGiven lasting = lasting(given, kind);
    store.find(tx, event, found, inForce.number(), lasting);
    return lasting.validUntil();
  }

  /** Only a pass lapses. */
  private static FindingGiven lasting(FindingGiven given, CommitmentKind kind) {
    Optional<LocalDate> until =
        given.result() == FindingResult.PASS
            ? given.validUntil().or(() -> kind.proofValidDays().map(given.asOf()::plusDays))
            : Optional.empty();
    return new FindingGiven(
        given.result(),
        given.value(),
        given.asOf(),
        until,
        given.findings(),
        given.verificationNumber());
  }
}
