package id.narahubung.decisions;

import id.narahubung.ledger.By;
import id.narahubung.rules.CommitmentKind.Direction;
import id.narahubung.text.Label;
import id.narahubung.verification.Counted;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A row of the truth table with all that a page tells of it.
 *
 * @param label what the condition or the entry is called
 * @param text the commitment as it was signed, or what a person said of the entry
 * @param promise what was promised; none for an entry
 * @param verified what was found of it; none where nobody has looked
 * @param shown what the portal shows for an entry
 * @param waiver the one that counts, else the one that was proposed last
 */
public record Cell(
    TruthTable.Row row,
    Label label,
    String text,
    Optional<Promise> promise,
    Optional<Verified> verified,
    Checklist.Shown shown,
    Optional<Waiver> waiver) {

  /** What is to be reached, by when. */
  public record Promise(
      Direction direction, Optional<BigDecimal> target, Optional<Label> unit, LocalDate dueOn) {}

  /**
   * What was found last.
   *
   * @param result 'pass', 'partly', 'fail' or 'unchecked'
   * @param step the number of the step that found it; empty of what is no step
   * @param counted what the step counted, where it drew a sample or tried blind
   * @param evidenceOn the day the newest evidence bears
   */
  public record Verified(
      String result,
      Optional<BigDecimal> value,
      Optional<LocalDate> asOf,
      Optional<By> by,
      Optional<String> step,
      Optional<Counted> counted,
      Optional<LocalDate> validUntil,
      Optional<LocalDate> evidenceOn) {

    /** The same with what its step counted. */
    Verified with(Map<String, Counted> all) {
      return new Verified(
          result,
          value,
          asOf,
          by,
          step,
          step.flatMap(number -> Optional.ofNullable(all.get(number))),
          validUntil,
          evidenceOn);
    }
  }

  /** A waiver as it prints. */
  public record Waiver(
      String reason,
      LocalDate until,
      String owner,
      By proposedBy,
      Instant proposedAt,
      Optional<By> secondBy) {

    static Waiver of(Decision.Waiver waiver) {
      return new Waiver(
          waiver.reason(),
          waiver.until(),
          waiver.owner(),
          waiver.by().withoutName(),
          waiver.at(),
          waiver.second().map(each -> each.by().withoutName()));
    }
  }

  public CellKey key() {
    return row.key();
  }
}
