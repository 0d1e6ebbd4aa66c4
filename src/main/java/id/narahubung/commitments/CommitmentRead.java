package id.narahubung.commitments;

import id.narahubung.commitments.Commitment.Found;
import id.narahubung.commitments.Commitment.History;
import id.narahubung.commitments.Commitment.Measure;
import id.narahubung.commitments.Commitment.Report;
import id.narahubung.commitments.Commitment.Series;
import id.narahubung.commitments.Commitment.Version;
import id.narahubung.rules.CommitmentKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A commitment with all that its page shows of it.
 *
 * @param rules its kind, by its own version of the rules
 * @param reports a page of them, the newest first
 * @param reported how many there are
 * @param hasOlder whether there are older ones than those of this page
 * @param origin what it comes from, where the portal keeps that
 * @param minders whom the viewer may name to mind it
 * @param counted what the steps of the findings counted, by their numbers
 * @param measure what the portal measured last
 */
record CommitmentRead(
    Commitment of,
    History history,
    CommitmentKind rules,
    Series series,
    List<Report> reports,
    int reported,
    boolean hasOlder,
    List<Found> findings,
    Map<String, String> counted,
    Optional<Measure> measure,
    Optional<Origin> origin,
    List<Minder> minders,
    LocalDate today) {

  CommitmentRead {
    reports = List.copyOf(reports);
    findings = List.copyOf(findings);
    counted = Map.copyOf(counted);
    minders = List.copyOf(minders);
  }

  /** The version that counts: the one in force, or the latest while none is. */
  Version counts() {
    return history.inForce().orElseGet(history::latest);
  }
}
