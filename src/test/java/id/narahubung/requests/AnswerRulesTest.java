package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.requests.AnswerRules.Fault;
import id.narahubung.rules.RuleSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnswerRulesTest {

  private static final Instant NOW = Instant.parse("2026-03-02T01:15:00Z");
  private static final RuleSet RULES = RulesOfTest.set();

  @Test
  void an_unknown_type_is_a_fault() {
    assertThat(faults("D99", Map.of())).containsExactly(new Fault("type", "answer.fault.type"));
  }

  @Test
  void a_refusal_names_a_ground_of_the_rules() {
    Fault fault = new Fault("ground", "answer.fault.ground");
    assertThat(faults("refused", Map.of())).containsExactly(fault);
    assertThat(
            AnswerRules.faults(
                RULES, new AnswerGiven("refused", Optional.of("R99"), Map.of()), NOW))
        .containsExactly(fault);
    assertThat(
            AnswerRules.faults(RULES, new AnswerGiven("refused", Optional.of("R1"), Map.of()), NOW))
        .isEmpty();
  }

  @Test
  void what_the_type_asks_for_must_be_there() {
    for (String input : List.of("line", "text", "date", "instant", "item", "choice")) {
      assertThat(faults(input, Map.of()))
          .containsExactly(new Fault("value", "answer.fault.missing"));
    }
    assertThat(faults("optional", Map.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "line, satu baris",
    "text, 'dua\nbaris'",
    "date, 2028-02-29",
    "instant, 2026-03-02T01:15:00Z",
    "item, PA-2026-000128/0047",
    "item, PA-2026-1000000/12345",
    "choice, ip",
  })
  void a_good_value_has_no_fault(String input, String value) {
    assertThat(faults(input, Map.of("value", value))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "line, 'dua\nbaris'",
    "date, 2026-02-29",
    "date, 29-02-2028",
    "date, besok",
    "instant, 2026-03-02T01:15",
    "instant, kemarin",
    "item, PA-2026-000128",
    "item, PA-2026-000128/99999999999",
    "item, PA-2026-128/47",
    "item, ' PA-2026-000128/0047'",
    "choice, IP",
    "choice, sim",
  })
  void a_value_of_another_kind_is_a_fault(String input, String value) {
    assertThat(faults(input, Map.of("value", value)))
        .containsExactly(new Fault("value", "answer.fault." + input));
  }

  @Test
  void a_text_has_its_length() {
    assertThat(faults("line", Map.of("value", "x".repeat(500)))).isEmpty();
    assertThat(faults("line", Map.of("value", "x".repeat(501)))).hasSize(1);
    assertThat(faults("text", Map.of("value", "x".repeat(5000)))).isEmpty();
    assertThat(faults("text", Map.of("value", "x".repeat(5001)))).hasSize(1);
  }

  @Test
  void nobody_acted_in_the_future() {
    assertThat(faults("acted", Map.of("acted_at", NOW.toString()))).isEmpty();
    assertThat(faults("acted", Map.of("acted_at", NOW.plusNanos(1000).toString())))
        .containsExactly(new Fault("acted_at", "answer.fault.future"));
  }

  @Test
  void a_promise_may_lie_in_the_future() {
    assertThat(faults("instant", Map.of("value", NOW.plusSeconds(3600).toString()))).isEmpty();
  }

  private static List<Fault> faults(String type, Map<String, String> details) {
    return AnswerRules.faults(RULES, new AnswerGiven(type, Optional.empty(), details), NOW);
  }
}
