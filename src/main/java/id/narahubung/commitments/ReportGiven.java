package id.narahubung.commitments;

import id.narahubung.commitments.Terms.Fault;
import id.narahubung.rules.CommitmentKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the company says of its progress.
 *
 * @param asOf the day the value is of
 * @param claimsMet whether it says that the commitment is met
 * @param evidenceOn the day the evidence itself bears
 * @param evidenceUntil how long it holds; empty where it does not lapse, or nobody knows
 */
public record ReportGiven(
    Optional<BigDecimal> value,
    LocalDate asOf,
    String note,
    boolean claimsMet,
    Optional<LocalDate> evidenceOn,
    Optional<LocalDate> evidenceUntil) {

  static final int MOST_NOTE = 4_000;

  /**
   * Whether it claims anything new: not what a check of a later day has judged, nor while a pass
   * holds. PostgreSQL keeps by the same rule.
   */
  public boolean claims(Standing standing) {
    boolean judgedLater = standing.verifiedOn().filter(asOf::isBefore).isPresent();
    boolean passHolds =
        standing.result().filter(FindingResult.PASS::equals).isPresent()
            && standing.validUntil().filter(asOf::isAfter).isEmpty();
    return claimsMet && !judgedLater && !passHolds;
  }

  /**
   * All that keeps it from being reported: a value missing where the kind counts something, given
   * where it does not or beyond what the kind allows, a day to come, evidence without its own day,
   * of a day to come, holding no longer than it bears or no longer at all; and a claim short of the
   * target, with neither a file nor a word on why there is none, or of what the portal measures.
   *
   * @param terms of the version in force
   */
  public List<Fault> faults(CommitmentKind kind, Terms terms, int files, LocalDate today) {
    List<Fault> faults = new ArrayList<>();
    boolean counts = kind.direction() != CommitmentKind.Direction.DONE;
    if (counts && value.isEmpty()) {
      faults.add(Fault.of("value", "commitment.fault.value"));
    } else if (!counts && value.isPresent()) {
      faults.add(Fault.of("value", "commitment.fault.no_value"));
    }
    Terms.beyond("value", kind.bounds(), value).ifPresent(faults::add);
    if (claimsMet) {
      claimFault(kind, terms, files).ifPresent(faults::add);
    }
    if (asOf.isAfter(today)) {
      faults.add(Fault.of("as_of", "commitment.fault.as_of"));
    }
    if (note.length() > MOST_NOTE) {
      faults.add(Fault.of("note", "fault.too_long", MOST_NOTE));
    } else if (note.isBlank() && !counts) {
      faults.add(Fault.of("note", "commitment.fault.note"));
    }
    if (files > 0 && evidenceOn.isEmpty()) {
      faults.add(Fault.of("evidence_on", "commitment.fault.evidence_on"));
    } else if (evidenceOn.filter(day -> day.isAfter(today)).isPresent()) {
      faults.add(Fault.of("evidence_on", "commitment.fault.evidence_on.future"));
    }
    if (evidenceUntil.isPresent()
        && (evidenceOn.isEmpty() || evidenceUntil.get().isBefore(evidenceOn.get()))) {
      faults.add(Fault.of("evidence_until", "commitment.fault.evidence_until"));
    } else if (evidenceUntil.filter(today::isAfter).isPresent()) {
      faults.add(Fault.of("evidence_until", "commitment.fault.evidence_until.past"));
    }
    return faults;
  }

  private Optional<Fault> claimFault(CommitmentKind kind, Terms terms, int files) {
    if (kind.selfMeasured()) {
      return Optional.of(Fault.of("claims_met", "commitment.fault.claim.measured"));
    }
    if (kind.direction() == CommitmentKind.Direction.DONE) {
      return Optional.empty();
    }
    if (value.isPresent() && !terms.isMetBy(kind, value)) {
      return Optional.of(Fault.of("claims_met", "commitment.fault.claim.short"));
    }
    return files == 0 && note.isBlank()
        ? Optional.of(Fault.of("note", "commitment.fault.claim.proof"))
        : Optional.empty();
  }
}
