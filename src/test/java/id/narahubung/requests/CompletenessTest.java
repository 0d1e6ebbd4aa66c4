package id.narahubung.requests;

import static id.narahubung.requests.Completeness.State.MISSING;
import static id.narahubung.requests.Completeness.State.OVERRIDDEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.RuleBroken;
import id.narahubung.rules.Standard;
import id.narahubung.testing.GivenRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CompletenessTest {

  private static final RequestContent COMPLETE = GivenRequest.content(1);

  private static final RequestContent BARE =
      new RequestContent(
          1,
          "Perihal",
          "04",
          "ordinary",
          "",
          RequesterKind.PUBLIC,
          "",
          "",
          Origin.PUBLIC_REPORT,
          "",
          Optional.empty(),
          List.of(),
          "",
          "remove",
          Scope.INDONESIA,
          true,
          "",
          "");

  @Test
  void a_complete_order_misses_nothing() {
    assertThat(missing(COMPLETE)).isEmpty();
    assertThatCode(() -> Completeness.require(draft(COMPLETE, 1), RulesOfTest.set()))
        .doesNotThrowAnyException();
  }

  @Test
  void an_order_must_hold_what_the_rule_set_asks_for() {
    assertThat(missing(BARE))
        .containsExactly(
            "basis",
            "analysis",
            "redress",
            "requester_body",
            "requester_contact",
            "letter_number",
            "letter_date");
    assertThatThrownBy(() -> Completeness.require(draft(BARE, 1), RulesOfTest.set()))
        .isInstanceOf(RuleBroken.class)
        .hasMessage("draft.refused.incomplete");
    assertThat(in(MISSING, draft(COMPLETE, 0))).containsExactly("items");
  }

  @Test
  void an_urgency_other_than_the_categorys_own_needs_its_reason() {
    assertThat(missing(GivenRequest.withCategory(COMPLETE, "04", "urgent")))
        .containsExactly("urgency_reason");
    assertThat(missing(GivenRequest.withCategory(COMPLETE, "03", "ordinary")))
        .containsExactly("urgency_reason");
    assertThat(missing(GivenRequest.withCategory(COMPLETE, "03", "urgent"))).isEmpty();
  }

  @Test
  void a_standard_text_with_a_blank_left_open_is_not_written() {
    assertThat(
            missing(GivenRequest.withAnalysis(COMPLETE, "Ditetapkan oleh " + Standard.BLANK + ".")))
        .containsExactly("analysis");
  }

  @Test
  void only_what_the_rule_set_lets_go_may_be_left_out_for_a_reason() {
    TakedownRequest order =
        draft(
            BARE,
            1,
            new OverrideGiven("letter_number", "Surat menyusul."),
            new OverrideGiven("analysis", "Tidak sempat."));

    assertThat(in(OVERRIDDEN, order)).containsExactly("letter_number");
    assertThat(in(MISSING, order)).contains("analysis").doesNotContain("letter_number");
    assertThat(in(OVERRIDDEN, draft(COMPLETE, 1, new OverrideGiven("letter_number", "Menyusul."))))
        .as("what is there is not left out")
        .isEmpty();
  }

  private static List<String> missing(RequestContent content) {
    return in(MISSING, draft(content, 1));
  }

  private static List<String> in(Completeness.State state, TakedownRequest order) {
    return Completeness.of(order, RulesOfTest.set()).in(state).stream()
        .map(line -> line.requirement().need())
        .toList();
  }

  private static TakedownRequest draft(
      RequestContent content, int items, OverrideGiven... overrides) {
    return new TakedownRequest(
        1,
        1,
        1,
        Stage.DRAFT,
        Optional.empty(),
        1,
        content,
        List.of(overrides),
        Restriction.NONE,
        true,
        new Counts(items, 0, 0, 0, 0, 0, Optional.empty(), 0),
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
