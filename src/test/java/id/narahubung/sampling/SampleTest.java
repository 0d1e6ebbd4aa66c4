package id.narahubung.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.RuleBroken;
import id.narahubung.sampling.SampleResult.Outcome;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** How large a sample is, who is drawn, and what it proves. */
final class SampleTest {

  private static ToProve atLeast(String percent) {
    return new ToProve(new BigDecimal(percent), Confidence.NINETY_FIVE);
  }

  /** The lines 'pass test' of the ministry's table: so many failures in so many. */
  @Test
  void sizes_are_those_of_the_table() {
    Map<String, Map<Integer, Integer>> table =
        Map.of(
            "95", Map.of(0, 73, 1, 110, 2, 142, 3, 173, 5, 230, 10, 363),
            "90", Map.of(0, 35, 1, 53, 2, 69, 3, 84, 5, 113),
            "99", Map.of(0, 381));
    table.forEach(
        (bound, lines) ->
            lines.forEach(
                (failures, n) -> {
                  assertThat(SampleSize.needed(atLeast(bound), failures)).isEqualTo(n);
                  if (n > SampleSize.SMALL) {
                    assertThat(SampleSize.of(atLeast(bound), 100_000, n))
                        .isEqualTo(new SampleSize(n, failures, false));
                  }
                }));
  }

  @Test
  void estimates_are_those_of_the_table() {
    assertThat(SampleSize.toEstimate(0.05, Integer.MAX_VALUE)).isEqualTo(385);
    assertThat(
            IntStream.of(500, 1_000, 5_000, 10_000).map(list -> SampleSize.toEstimate(0.05, list)))
        .containsExactly(218, 279, 358, 371);
    assertThat(SampleSize.toEstimate(0.03, Integer.MAX_VALUE)).isEqualTo(1_068);
    assertThat(IntStream.of(1_000, 10_000).map(list -> SampleSize.toEstimate(0.03, list)))
        .containsExactly(517, 966);
  }

  /** Prevalence before access is restored: nothing found in 381 is at most one per cent. */
  @Test
  void nothing_found_in_381_is_at_most_one_per_cent() {
    assertThat(Wilson.of(0, 381).high()).isLessThanOrEqualTo(0.01);
    assertThat(Wilson.of(0, 380).high()).isGreaterThan(0.01);
  }

  @Test
  void a_small_list_is_looked_at_as_a_whole() {
    assertThat(SampleSize.offered(atLeast("95"), 100))
        .containsExactly(new SampleSize(100, 5, true));
    assertThat(SampleSize.of(atLeast("95"), 100, 10)).isEqualTo(new SampleSize(100, 5, true));
    assertThat(SampleSize.offered(atLeast("99"), 300))
        .containsExactly(new SampleSize(300, 3, true));
    assertThat(SampleSize.offered(atLeast("95"), 150))
        .extracting(SampleSize::n)
        .containsExactly(73, 110, 142, 150);
  }

  @Test
  void a_size_that_proves_nothing_even_without_a_failure_is_refused() {
    assertThatThrownBy(() -> SampleSize.of(atLeast("95"), 1_000, 72))
        .isInstanceOfSatisfying(
            RuleBroken.class,
            refused -> {
              assertThat(refused.key()).isEqualTo("sample.refused.too_small");
              assertThat(refused.arguments()).contains(73);
            });
    assertThatThrownBy(() -> SampleSize.of(atLeast("95"), 1_000, 1_001))
        .isInstanceOfSatisfying(
            RuleBroken.class,
            refused -> assertThat(refused.key()).isEqualTo("sample.refused.too_large"));
  }

  @Test
  void a_size_says_whether_fewer_would_do_as_well_and_what_allows_more() {
    assertThat(SampleSize.enough(atLeast("95"), 150, 76)).hasValue(new SampleSize(73, 0, false));
    assertThat(SampleSize.enough(atLeast("95"), 150, 109).orElseThrow().larger(atLeast("95"), 150))
        .isEqualTo(new SampleSize(110, 1, false));
    assertThat(new SampleSize(142, 2, false).larger(atLeast("95"), 150))
        .isEqualTo(new SampleSize(150, 7, true));
    for (int n : List.of(72, 73, 110, 150, 151)) {
      assertThat(SampleSize.enough(atLeast("95"), 150, n)).isEmpty();
    }
  }

  @Test
  void a_sample_is_lost_as_soon_as_more_failed_than_it_tolerates() {
    assertThat(new SampleResult(atLeast("95"), 400, 110, 5, 1, 0).isLost()).isFalse();
    SampleResult lost = new SampleResult(atLeast("95"), 400, 110, 5, 1, 1);
    assertThat(lost.isLost()).isTrue();
    assertThat(lost.tolerated()).isEqualTo(1);
    assertThat(lost.atBest().wouldProve()).hasValue(142 - 110);
    assertThat(new SampleResult(atLeast("95"), 400, 110, 108, 2, 0).isLost())
        .as("what is finished has an outcome of its own")
        .isFalse();
  }

  @Property(tries = 200)
  void what_is_tolerated_passes_and_one_more_does_not(
      @ForAll @IntRange(min = 500, max = 999) int perMille,
      @ForAll @IntRange(min = 101, max = 20_000) int list,
      @ForAll @IntRange(min = 1, max = 20_000) int wanted,
      @ForAll boolean surer) {
    ToProve proof =
        new ToProve(
            BigDecimal.valueOf(perMille, 1),
            surer ? Confidence.NINETY_NINE : Confidence.NINETY_FIVE);
    int n = Math.min(wanted, list);
    SampleSize size;
    try {
      size = SampleSize.of(proof, list, n);
    } catch (RuleBroken refused) {
      assertThat(new SampleResult(proof, list, n, n, 0, 0).outcome()).isNotEqualTo(Outcome.PASS);
      return;
    }
    int failed = size.tolerates();
    assertThat(new SampleResult(proof, list, size.n(), size.n() - failed, failed, 0).outcome())
        .isEqualTo(Outcome.PASS);
    assertThat(
            new SampleResult(proof, list, size.n(), size.n() - failed - 1, failed + 1, 0).outcome())
        .isNotEqualTo(Outcome.PASS);
    // What could not be checked is no pass.
    assertThat(new SampleResult(proof, list, size.n(), size.n() - failed - 1, failed, 1).outcome())
        .isNotEqualTo(Outcome.PASS);
  }

  @Property(tries = 200)
  void so_many_more_would_prove_it_and_one_fewer_would_not(
      @ForAll @IntRange(min = 80, max = 98) int percent,
      @ForAll @IntRange(min = 73, max = 400) int n,
      @ForAll @IntRange(max = 12) int failed) {
    ToProve proof = atLeast(Integer.toString(percent));
    SampleResult result = new SampleResult(proof, 100_000, n, n - failed, failed, 0);
    result
        .wouldProve()
        .ifPresent(
            more -> {
              assertThat(result.outcome()).isEqualTo(Outcome.NOT_PROVEN);
              assertThat(proof.isProvenBy(n + more - failed, n + more)).isTrue();
              assertThat(proof.isProvenBy(n + more - 1 - failed, n + more - 1)).isFalse();
            });
  }

  @Test
  void a_result_passes_fails_or_is_not_proven() {
    ToProve proof = atLeast("95");
    assertThat(new SampleResult(proof, 500, 110, 109, 1, 0).outcome()).isEqualTo(Outcome.PASS);
    SampleResult unproven = new SampleResult(proof, 500, 110, 108, 2, 0);
    assertThat(unproven.outcome()).isEqualTo(Outcome.NOT_PROVEN);
    assertThat(unproven.wouldProve()).hasValue(32);
    assertThat(new SampleResult(proof, 500, 110, 95, 15, 0).outcome()).isEqualTo(Outcome.FAIL);
    assertThat(new SampleResult(proof, 500, 110, 100, 0, 0).outcome()).isEqualTo(Outcome.OPEN);
    SampleResult blind = new SampleResult(proof, 500, 110, 0, 0, 110);
    assertThat(blind.outcome()).isEqualTo(Outcome.NOT_PROVEN);
    assertThat(blind.failures()).isEmpty();
    assertThat(blind.wouldProve()).isEmpty();
  }

  @Test
  void of_a_whole_list_nothing_is_left_to_chance() {
    ToProve proof = atLeast("95");
    assertThat(new SampleResult(proof, 40, 40, 38, 2, 0).outcome()).isEqualTo(Outcome.PASS);
    assertThat(new SampleResult(proof, 40, 40, 37, 3, 0).outcome()).isEqualTo(Outcome.FAIL);
    SampleResult unknown = new SampleResult(proof, 40, 40, 37, 1, 2);
    assertThat(unknown.outcome()).isEqualTo(Outcome.NOT_PROVEN);
    assertThat(unknown.wouldProve()).hasValue(1);
    assertThat(unknown.failures()).isEmpty();
  }

  @Property(tries = 100)
  void every_stratum_has_its_share(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 900) Integer> sizes,
      @ForAll @IntRange(max = 999) int perMille) {
    Map<String, Integer> strata = new HashMap<>();
    for (int i = 0; i < sizes.size(); i++) {
      strata.put("s" + i, sizes.get(i));
    }
    int list = sizes.stream().mapToInt(Integer::intValue).sum();
    int n = list * perMille / 1_000;
    Map<String, Integer> quotas = Draw.quotas(strata, n);
    assertThat(quotas.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(n);
    strata.forEach(
        (stratum, size) ->
            assertThat(quotas)
                .hasEntrySatisfying(
                    stratum,
                    quota ->
                        assertThat((double) quota)
                            .isBetween(
                                Math.floor((double) n * size / list),
                                Math.min(size, Math.floor((double) n * size / list) + 1))));
  }

  @Property(tries = 50)
  void the_same_seed_draws_the_same_whatever_order_the_list_is_in(
      @ForAll long random, @ForAll @IntRange(min = 1, max = 60) int list) {
    UUID seed = new UUID(random, random);
    List<Draw.Entry> entries =
        IntStream.rangeClosed(1, list)
            .mapToObj(i -> new Draw.Entry("PA-2026-000001/" + i, i % 3 == 0 ? "a" : "b"))
            .toList();
    Map<String, Integer> sizes = new HashMap<>();
    entries.forEach(entry -> sizes.merge(entry.stratum(), 1, Integer::sum));
    Map<String, Integer> quotas = Draw.quotas(sizes, (list + 1) / 2);
    List<Draw.Entry> drawn = Draw.run(seed, entries, quotas);
    assertThat(drawn).hasSize((list + 1) / 2).isSubsetOf(entries);
    assertThat(new HashSet<>(drawn)).hasSameSizeAs(drawn);
    assertThat(Draw.run(seed, entries.reversed(), quotas)).isEqualTo(drawn);
    // Nobody who was left out stands before one of its stratum who was drawn.
    for (Draw.Entry out : entries) {
      if (!drawn.contains(out)) {
        assertThat(drawn)
            .filteredOn(in -> in.stratum().equals(out.stratum()))
            .allMatch(
                in -> Draw.hash(seed, in.number()).compareTo(Draw.hash(seed, out.number())) < 0);
      }
    }
  }
}
