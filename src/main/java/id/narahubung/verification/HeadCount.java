package id.narahubung.verification;

import id.narahubung.access.RuleBroken;
import id.narahubung.commitments.Commitment;
import id.narahubung.rules.CheckMethod.Form;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The heads a visit counted of persons that were promised: no value says there are more than were
 * counted, and none are found there where nobody counted.
 *
 * @param sum empty where the record has no line of heads
 */
record HeadCount(Optional<BigDecimal> sum) {

  /** Of a visit where persons were promised: the unit says so, as the rules have it. */
  static Optional<HeadCount> of(Commitment promised, Form form, Optional<Recorded> recorded) {
    return form == Form.VISIT
            && promised.kind().unit().filter(unit -> unit.id().equals("orang")).isPresent()
        ? Optional.of(new HeadCount(recorded.flatMap(Recorded::heads)))
        : Optional.empty();
  }

  /** Refuses a pass without a count, and a value above it. */
  void require(VerificationOutcome outcome, Optional<BigDecimal> value) {
    if (sum.isEmpty() && outcome == VerificationOutcome.PASS) {
      throw new RuleBroken("verification.refused.no_heads");
    }
    if (sum.isPresent() && value.filter(each -> each.compareTo(sum.get()) > 0).isPresent()) {
      throw new RuleBroken("verification.refused.above_heads", sum.get());
    }
  }
}
