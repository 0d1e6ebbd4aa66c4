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
 * Records what a check of a commitment came to, under the version that was checked; a pass holds as
 * long as the kind's proof does, or shorter. It is part of the act that concludes the check, which
 * writes the one event. Of a commitment that was cancelled meanwhile nothing is recorded, so that
 * the check can be concluded. Refused when the viewer is not of the ministry (a promise is never
 * found kept by whoever made it) or may change nothing, while it is only proposed, without
 * findings, for a day to come, with a day until which something else than a pass holds, or a pass
 * longer than the kind's proof does or the evidence that there was, and where the result is not
 * borne out: a pass short of the target or of a version that is no longer in force, or a value
 * where the kind has none.
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
    if (held.commitment().standing().stage() == CommitmentStage.CANCELLED) {
      return Optional.empty();
    }
    CommitmentKind kind = acts.kind(tx, found);
    Version inForce = held.inForce();
    Optional<Version> checked = held.history().inForceOn(given.asOf());
    require(given, kind, LocalDate.ofInstant(tx.now(), Words.WIB));
    if (given.result() == FindingResult.PASS) {
      if (checked.filter(inForce::equals).isEmpty()) {
        throw new RuleBroken("commitment.refused.other_checked", inForce.number());
      }
      if (!inForce.terms().isMetBy(kind, given.value())) {
        throw new RuleBroken("commitment.refused.short");
      }
    }
    if (checked.isEmpty()) {
      // Nothing was promised yet that day: the check stands, and judges no commitment.
      return Optional.empty();
    }
    int version = checked.get().number();
    Optional<LocalDate> proven = store.evidenceHoldsUntil(tx, event, found, version, given.asOf());
    if (proven.isPresent() && given.validUntil().filter(proven.get()::isBefore).isPresent()) {
      throw new RuleBroken("commitment.refused.valid_until.evidence", proven.get());
    }
    return store.find(tx, event, found, version, lasting(given, kind));
  }

  private static void require(FindingGiven given, CommitmentKind kind, LocalDate today) {
    if (given.findings().isBlank() || given.findings().length() > MOST_FINDINGS) {
      throw new RuleBroken("commitment.refused.findings", MOST_FINDINGS);
    }
    if (given.asOf().isAfter(today)) {
      throw new RuleBroken("commitment.fault.as_of");
    }
    if (kind.direction() == CommitmentKind.Direction.DONE && given.value().isPresent()) {
      throw new RuleBroken("commitment.fault.no_value");
    }
    if (given.validUntil().isPresent() && given.result() != FindingResult.PASS) {
      throw new RuleBroken("commitment.refused.valid_until.no_pass");
    }
    Optional<LocalDate> longest = kind.proofValidDays().map(given.asOf()::plusDays);
    if (longest.isPresent() && given.validUntil().filter(longest.get()::isBefore).isPresent()) {
      throw new RuleBroken(
          "commitment.refused.valid_until.long", kind.proofValidDays().orElseThrow());
    }
  }

  /**
   * A pass lapses with the kind's proof where nobody says sooner; PostgreSQL keeps it to the
   * evidence.
   */
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
