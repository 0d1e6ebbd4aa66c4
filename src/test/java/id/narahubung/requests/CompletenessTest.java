package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.RuleBroken;
import id.narahubung.testing.GivenRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CompletenessTest {

  private static final RequestContent COMPLETE = GivenRequest.content(1);

  @Test
  void a_complete_order_misses_nothing() {
    assertThat(missing(COMPLETE)).isEmpty();
    assertThatCode(() -> Completeness.require(draft(COMPLETE), RulesOfTest.set()))
        .doesNotThrowAnyException();
  }

  @Test
  void an_order_must_hold_what_the_regulation_asks_for() {
    RequestContent bare =
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
            "");
    assertThat(missing(bare))
        .containsExactly(
            "requester_body",
            "requester_contact",
            "letter_number",
            "letter_date",
            "basis",
            "analysis",
            "redress");
    assertThatThrownBy(() -> Completeness.require(draft(bare), RulesOfTest.set()))
        .isInstanceOf(RuleBroken.class)
        .hasMessage("draft.refused.incomplete");
  }

  @Test
  void an_urgency_other_than_the_categorys_own_needs_its_reason() {
    assertThat(missing(GivenRequest.withCategory(COMPLETE, "04", "urgent")))
        .containsExactly("urgency_reason");
    assertThat(missing(GivenRequest.withCategory(COMPLETE, "03", "ordinary")))
        .containsExactly("urgency_reason");
    assertThat(missing(GivenRequest.withCategory(COMPLETE, "03", "urgent"))).isEmpty();
  }

  private static List<String> missing(RequestContent content) {
    return Completeness.missing(draft(content), RulesOfTest.set());
  }

  private static TakedownRequest draft(RequestContent content) {
    return new TakedownRequest(
        1,
        1,
        1,
        Stage.DRAFT,
        Optional.empty(),
        1,
        content,
        new Counts(1, 0, 0, 0, 0, 0, Optional.empty(), 0),
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
