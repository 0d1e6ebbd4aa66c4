package id.narahubung.verification;

import id.narahubung.access.RuleBroken;
import id.narahubung.commitments.Commitment;
import id.narahubung.rules.CheckMethod.Form;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.rules.RuleSet;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The heads a visit counted of persons that were promised by role: no value says there are more
 * than were counted, and there is none where nobody counted.
 *
 * @param sum empty where the record has no line of heads
 */
record HeadCount(Optional<BigDecimal> sum) {

  /**
   * Of a visit, or of one that is repeated, where persons were promised row by row: the unit and
   * the rows of the kind say so, as the rules have them. A contact is met, not counted.
   */
  static Optional<HeadCount> of(
      RuleSet rules, Commitment promised, Form looksAs, Optional<Recorded> recorded) {
    return looksAs == Form.VISIT
            && promised.kind().unit().filter(unit -> unit.id().equals("orang")).isPresent()
            && rules
                .findCommitmentKind(promised.kind().code())
                .filter(CommitmentKind::hasRows)
                .isPresent()
        ? Optional.of(new HeadCount(recorded.flatMap(Recorded::heads)))
        : Optional.empty();
  }

  /** Refuses a pass or a value without a count, and a value above it. */
  void require(VerificationOutcome outcome, Optional<BigDecimal> value) {
    if (sum.isEmpty() && (outcome == VerificationOutcome.PASS || value.isPresent())) {
      throw new RuleBroken("verification.refused.no_heads");
    }
    if (sum.isPresent() && value.filter(each -> each.compareTo(sum.get()) > 0).isPresent()) {
      throw new RuleBroken("verification.refused.above_heads", sum.get());
    }
  }
}
