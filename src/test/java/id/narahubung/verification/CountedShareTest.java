package id.narahubung.verification;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.sampling.Confidence;
import id.narahubung.sampling.SampleResult;
import id.narahubung.sampling.ToProve;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import id.narahubung.verification.VerificationResult.Sampled;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a share that was counted proves of a promise in per cent. */
final class CountedShareTest {

  private static final BigDecimal TARGET = BigDecimal.valueOf(95);

  @ParameterizedTest
  @CsvSource({
    "143, 150, 95.3, 90.6, false",
    "150, 150, 100.0, 97.5, true",
    "73, 73, 100.0, 95.0, true",
    "72, 72, 100.0, 94.9, false",
    "0, 20, 0.0, 0.0, false"
  })
  void a_blind_test_proves_the_lower_end_of_its_interval(
      int caught, int uploaded, BigDecimal found, BigDecimal proven, boolean kept) {
    CountedShare share = CountedShare.of(caught, uploaded);
    assertThat(share).isEqualTo(new CountedShare(found, proven));
    assertThat(share.proves(TARGET)).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "366, 385, 5000, 19, 0, 95.1, 92.4",
    "110, 110, 5000, 0, 0, 100.0, 96.6",
    "95, 100, 100, 5, 0, 95.0, 95.0",
    "95, 100, 100, 0, 5, 100.0, 95.0",
    "0, 5, 500, 0, 0, -1, -1"
  })
  void a_sample_counts_what_could_be_checked_and_proves_no_more_than_it_looked_at(
      int good, int n, int list, int failed, int unchecked, BigDecimal found, BigDecimal proven) {
    Sampled sampled = new Sampled(random(good, n, list, failed, unchecked), 0, 0, 0, 0);
    if (found.signum() < 0) {
      assertThat(CountedShare.of(sampled)).isEmpty();
    } else {
      assertThat(CountedShare.of(sampled)).contains(new CountedShare(found, proven));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "60, 60, 60, 40, 40, 0, 60.0, 60.0",
    "60, 60, 60, 40, 0, 0, 100.0, 100.0",
    "60, 60, 60, 40, 0, 40, 100.0, 60.0",
    "110, 110, 5000, 5000, 2500, 0, 75.0, 73.3",
    "35, 35, 200, 1000, 0, 0, 100.0, 90.1",
    "0, 0, 0, 40, 10, 0, 75.0, 75.0"
  })
  void what_is_urgent_counts_for_itself_beside_those_drawn(
      int good,
      int n,
      int list,
      int urgent,
      int failed,
      int unchecked,
      BigDecimal found,
      BigDecimal proven) {
    assertThat(
            CountedShare.of(
                new Sampled(random(good, n, list, n - good, 0), urgent, failed, unchecked, 0)))
        .contains(new CountedShare(found, proven));
  }

  @ParameterizedTest
  @CsvSource({
    "110, 110, 5000, 0, 0, 0, 0, 3.38, 3.4",
    "105, 110, 5000, 0, 5, 0, 0, 10.21, 10.5",
    "39, 40, 40, 1, 0, 0, 0, 2.50, 2.5",
    "40, 40, 40, 0, 0, 10, 2, 4.00, 4",
    "40, 40, 40, 0, 0, 0, 0, 0.00, 0"
  })
  void the_upper_end_of_the_interval_is_held_against_the_prevalence_that_was_promised(
      int good,
      int n,
      int list,
      int failed,
      int unchecked,
      int urgent,
      int urgentFailed,
      BigDecimal most,
      BigDecimal promised) {
    Sampled sampled =
        new Sampled(random(good, n, list, failed, unchecked), urgent, urgentFailed, 0, 0);
    assertThat(Prevalence.of(promised, sampled)).isEqualTo(new Prevalence(promised, most));
    assertThat(Prevalence.of(promised, sampled).isKept()).isTrue();
    assertThat(new Prevalence(most.subtract(new BigDecimal("0.01")), most).isKept()).isFalse();
  }

  @Test
  void why_a_sample_proves_too_little_is_said_where_some_could_not_be_checked() {
    VerificationWording wording =
        new VerificationWording(new Words(new Messages(), Language.ID, Words.WIB));
    String why = " yang tidak dapat diperiksa dihitung tidak sesuai, yang terbukti sesuai paling";
    ToProve proof = new ToProve(TARGET, Confidence.NINETY_FIVE);
    assertThat(wording.proven(new SampleResult(proof, 5000, 110, 105, 0, 5)))
        .startsWith("belum terbukti; ")
        .endsWith(". Bila 5" + why + " sedikit 89,7%");
    assertThat(wording.proven(new SampleResult(proof, 50, 50, 47, 0, 3)))
        .endsWith(". Bila 3" + why + " sedikit 94,0%");
    assertThat(wording.proven(new SampleResult(proof, 5000, 110, 107, 3, 0)))
        .startsWith("belum terbukti; ")
        .doesNotContain("tidak dapat diperiksa");
  }

  private static SampleResult random(int good, int n, int list, int failed, int unchecked) {
    return new SampleResult(
        new ToProve(BigDecimal.valueOf(50), Confidence.NINETY_FIVE),
        list,
        n,
        good,
        failed,
        unchecked);
  }
}
