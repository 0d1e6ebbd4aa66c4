package id.narahubung.verification;

import id.narahubung.sampling.SampleResult;
import id.narahubung.sampling.ToProve;
import id.narahubung.verification.VerificationResult.Sampled;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A closed list, and what was drawn from it.
 *
 * @param size how many are drawn from; those that are urgent stand beside
 * @param strata how many of each are in the list
 * @param origin the file, or the promise, it was read from; none of what was pasted or answered
 */
record Sample(
    Source source,
    int size,
    int urgent,
    Instant closedAt,
    Map<String, Integer> strata,
    Optional<Origin> origin,
    Optional<Drawn> drawn,
    Counts counts) {

  /** Where the list is from. */
  enum Source {
    ITEMS,
    ADDRESSES
  }

  /** What a list of addresses was read from. */
  record Origin(Kind kind, String name, String sha256) {

    enum Kind {
      FILE,
      EVIDENCE,
      PROMISE;

      String code() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  /** What was drawn, and to prove what. */
  record Drawn(ToProve proof, int n, int tolerates, UUID seed, Instant at) {}

  /** How those looked at were found, at random and urgent. */
  record Counts(
      int good, int failed, int unchecked, int urgentGood, int urgentFailed, int urgentUnchecked) {

    int urgentLooked() {
      return urgentGood + urgentFailed + urgentUnchecked;
    }

    int looked() {
      return good + failed + unchecked + urgentLooked();
    }
  }

  /** What it comes to as far as it was looked at; none before the draw. */
  Optional<Sampled> result() {
    return drawn.map(
        draw ->
            new Sampled(
                new SampleResult(
                    draw.proof(),
                    size,
                    draw.n(),
                    counts.good(),
                    counts.failed(),
                    counts.unchecked()),
                urgent,
                counts.urgentFailed(),
                counts.urgentUnchecked(),
                urgent - counts.urgentLooked()));
  }

  /** Whether all of those drawn, and all that are urgent, were looked at. */
  boolean isComplete() {
    return drawn.filter(draw -> counts.looked() == draw.n() + urgent).isPresent();
  }

  /** How many are to be looked at. */
  int toLook() {
    return drawn.map(Drawn::n).orElse(0) + urgent;
  }

  /** One line that draws the same again. */
  static String redraw(long step, UUID seed) {
    return "select number from (select e.number, s.quota, row_number() over (partition by e.stratum"
        + " order by sha256(convert_to('"
        + seed
        + "/' || e.number, 'UTF8')), e.number) as at from verification_entry e join"
        + " verification_stratum s on s.step_id = e.step_id and s.code = e.stratum where e.step_id = "
        + step
        + " and not e.urgent) drawn where at <= quota";
  }
}
