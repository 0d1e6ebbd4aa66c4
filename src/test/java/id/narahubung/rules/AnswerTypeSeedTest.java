package id.narahubung.rules;

import static id.narahubung.rules.AnswerField.ACTED_AT;
import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.TestDatabase;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnswerTypeSeedTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static RuleSet indonesia;

  @BeforeAll
  static void load() {
    RuleStore rules = new RuleStore();
    indonesia =
        db.database(FakeClock.at("2026-11-01T00:00:00Z")).as(SystemViewer.CONSOLE, rules::inForce);
  }

  @ParameterizedTest
  @CsvSource({
    "D1, ACTED, acted_at! rule_line!",
    "D2, ACTED, acted_at! method!",
    "D3, ACTED, acted_at! ends_on!",
    "D4, ACTED, acted_at!",
    "D5, ACTED, acted_at!",
    "D6, ACTED, acted_at! detail",
    "D7, ACTED, acted_at! detail",
    "D8, ACTED, acted_at! detail",
    "D9, ACTED, acted_at! detail",
    "D10, ACTED, acted_at! detail",
    "D11, ACTED, acted_at! product!",
    "D12, ACTED, acted_at! countries!",
    "B1, PARTLY, acted_at! detail!",
    "N1, UNAVAILABLE, by_whom!",
    "N2, UNAVAILABLE, note",
    "N3, UNAVAILABLE, tried!",
    "N4, DUPLICATE, other_item!",
    "N5, NOT_OURS, addressee!",
    "K1, ASKS, questions!",
    "P1, PENDING, promised_at!",
    "T1, REFUSED, reason!",
    "T2, IMPOSSIBLE, reason! expected_at",
  })
  void an_answer_asks_for_what_its_class_needs(
      String code, AnswerClass answerClass, String fields) {
    AnswerType type = indonesia.answerType(code);
    assertThat(type.answerClass()).isEqualTo(answerClass);
    assertThat(type.fields())
        .extracting(field -> field.code() + (field.required() ? "!" : ""))
        .containsExactly(fields.split(" "));
  }

  @Test
  void every_answer_has_a_class_and_every_class_an_answer() {
    assertThat(indonesia.answering().answerTypes())
        .hasSize(22)
        .extracting(AnswerType::answerClass)
        .contains(AnswerClass.values());
  }

  @Test
  void what_acted_says_when_by_a_field_every_reader_knows() {
    for (AnswerType type : indonesia.answering().answerTypes()) {
      boolean acted =
          type.answerClass() == AnswerClass.ACTED || type.answerClass() == AnswerClass.PARTLY;
      assertThat(type.findField(ACTED_AT).isPresent()).as(type.code()).isEqualTo(acted);
      type.findField(ACTED_AT)
          .ifPresent(field -> assertThat(field.input()).isEqualTo(AnswerField.Input.INSTANT));
    }
  }

  @Test
  void only_a_choice_has_options_and_it_has_at_least_two() {
    for (AnswerType type : indonesia.answering().answerTypes()) {
      for (AnswerField field : type.fields()) {
        String name = type.code() + "." + field.code();
        if (field.input() == AnswerField.Input.CHOICE) {
          assertThat(field.options()).as(name).hasSizeGreaterThan(1);
        } else {
          assertThat(field.options()).as(name).isEmpty();
        }
      }
    }
    assertThat(indonesia.answerType("N1").findField("by_whom").orElseThrow().options())
        .extracting(AnswerOption::code)
        .containsExactly("company", "uploader", "unknown");
  }

  @Test
  void a_hint_says_what_the_clock_does() {
    Map<AnswerClass, String> clock = new TreeMap<>();
    for (AnswerClass answerClass : AnswerClass.values()) {
      clock.put(answerClass, answerClass.isFinal() ? "Stops the clock" : "Not a final answer");
    }
    for (AnswerType type : indonesia.answering().answerTypes()) {
      assertThat(type.hint().en()).as(type.code()).contains(clock.get(type.answerClass()));
      assertThat(type.hint().id())
          .as(type.code())
          .contains("hitungan tenggat")
          .contains("berikutnya");
    }
  }
}
