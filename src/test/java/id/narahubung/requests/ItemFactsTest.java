package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ItemFactsTest {

  /** 'half' is the verdict 'partly', 'partly' the answer. */
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "'', OPEN",
    "acted, CLAIMED",
    "partly, CLAIMED",
    "unavailable, CLAIMED",
    "not_ours, CONTESTED",
    "duplicate, CONTESTED",
    "refused, CONTESTED",
    "impossible, CONTESTED",
    "asks, ASKED",
    "pending, OPEN",
    "acted down, CONFIRMED",
    "acted sampled, SAMPLED",
    "acted sampled still_up, OPEN",
    "acted sampled down, CONFIRMED",
    "acted still_up, OPEN",
    "acted half, OPEN",
    "acted unchecked, CLAIMED",
    "acted unchecked down, CONFIRMED",
    "acted unchecked still_up, OPEN",
    "acted still_up acted, CLAIMED",
    "acted still_up acted down, CONFIRMED",
    "acted still_up refused, CONTESTED",
    "acted acted, CLAIMED",
    "acted refused, CONTESTED",
    "acted pending, OPEN",
    "partly down, CONFIRMED",
    "unavailable down, CONFIRMED",
    "unavailable accepted, ACCEPTED",
    "unavailable still_up, OPEN",
    "unavailable upheld, OPEN",
    "refused accepted, ACCEPTED",
    "refused upheld, OPEN",
    "refused upheld acted, CLAIMED",
    "refused upheld acted down, CONFIRMED",
    "refused upheld refused, CONTESTED",
    "refused upheld refused accepted, ACCEPTED",
    "refused acted, CLAIMED",
    "asks reply, OPEN",
    "asks reply acted, CLAIMED",
    "asks acted, CLAIMED",
    "asks asks, ASKED",
    "asks asks reply, OPEN",
    "asks reply asks, ASKED",
    "withdrawn, WITHDRAWN",
    "asks withdrawn, WITHDRAWN",
    "refused withdrawn, WITHDRAWN",
    "acted down withdrawn, WITHDRAWN",
    "refused accepted withdrawn, WITHDRAWN",
  })
  void what_happened_decides_where_an_item_stands(String story, Standing standing) {
    assertThat(Story.of(story).standing()).isEqualTo(standing);
  }

  @Test
  void an_accepted_objection_sets_aside_what_was_said_and_nothing_else_does() {
    assertThat(Story.of("acted still_up objects").standing()).isEqualTo(Standing.OPEN);
    assertThat(Story.of("acted still_up objects objection_upheld").standing())
        .isEqualTo(Standing.OPEN);
    assertThat(Story.of("acted still_up objects objection_accepted").standing())
        .isEqualTo(Standing.CLAIMED);
    assertThat(Story.of("acted still_up objects objection_accepted down").standing())
        .isEqualTo(Standing.CONFIRMED);
    assertThat(Story.of("refused upheld objects objection_accepted").standing())
        .isEqualTo(Standing.ACCEPTED);
    assertThat(Story.of("refused upheld objects pending objection_accepted").standing())
        .as("what was only announced since takes nothing from it")
        .isEqualTo(Standing.ACCEPTED);
    assertThat(Story.of("acted still_up objects asks objection_accepted").standing())
        .isEqualTo(Standing.CLAIMED);
    assertThat(Story.of("acted still_up objects asks objection_accepted down").standing())
        .as("found of the answer that it stands by")
        .isEqualTo(Standing.CONFIRMED);
    assertThat(Story.of("acted still_up objects objection_accepted pending").standing())
        .isEqualTo(Standing.OPEN);
    assertThat(Story.of("refused upheld pending").contestable()).isPresent();
    assertThat(Story.of("refused upheld acted").contestable()).isEmpty();
    assertThat(Story.of("refused upheld objects withdrawn").openObjection()).isEmpty();
    assertThat(Story.of("refused upheld objects acted down").openObjection()).isEmpty();
    assertThat(Story.of("refused upheld objects asks narrowed").deadline().paused())
        .as("a question that waits pauses the new round, too")
        .isTrue();
    ItemFacts narrowed = Story.of("refused upheld objects narrowed");
    assertThat(narrowed.standing()).isEqualTo(Standing.OPEN);
    assertThat(narrowed.deadline().due())
        .as("full hours from the decision")
        .isEqualTo(Story.START.plus(Duration.ofHours(4)).plus(Story.DAY));
    assertThat(Story.of("refused upheld objects").deadline().due())
        .as("the clock goes on")
        .isEqualTo(Story.of("refused upheld").deadline().due());
  }

  @Test
  void an_item_that_was_never_sent_is_a_draft() {
    ItemFacts unsent = ItemFacts.none(1);
    assertThat(unsent.standing()).isEqualTo(Standing.DRAFT);
  }

  @Test
  void a_newer_answer_leaves_the_verdict_to_the_answer_it_judged() {
    ItemFacts item = Story.of("acted still_up acted");
    assertThat(item.verdictOn(item.answers().getFirst())).isPresent();
    assertThat(item.latestAnswer().flatMap(item::verdictOn)).isEmpty();
    assertThat(item.latestCheck())
        .get()
        .extracting(Check::answerId)
        .isEqualTo(item.answers().getFirst().id());
  }

  @Test
  void could_not_be_checked_is_no_verdict() {
    ItemFacts item = Story.of("acted unchecked");
    assertThat(item.latestAnswer().flatMap(item::verdictOn)).isEmpty();
    assertThat(item.latestCheck()).isPresent();
  }

  @Test
  void the_latest_verdict_counts() {
    ItemFacts item = Story.of("acted down still_up");
    assertThat(item.latestAnswer().flatMap(item::verdictOn))
        .map(Check::verdict)
        .hasValue(Verdict.STILL_UP);
  }

  @Test
  void what_is_still_up_keeps_its_old_due_time() {
    assertThat(due("acted still_up")).isEqualTo(hours(24));
    assertThat(due("acted half")).isEqualTo(hours(24));
    assertThat(due("acted +3000 still_up")).isEqualTo(hours(24));
  }

  @Test
  void a_review_stops_no_clock() {
    assertThat(due("pending")).isEqualTo(hours(24));
    assertThat(Story.of("pending").deadline().paused()).isFalse();
  }

  @Test
  void a_question_pauses_until_its_reply() {
    assertThat(Story.of("asks").deadline().paused()).isTrue();
    assertThat(due("asks +120 reply")).isEqualTo(hours(27));
    assertThat(Story.of("asks reply").deadline().paused()).isFalse();
  }

  @Test
  void an_answer_ends_the_pause_of_a_question_nobody_replied_to() {
    assertThat(due("asks +60 acted")).isEqualTo(hours(26));
    assertThat(Story.of("asks acted").deadline().paused()).isFalse();
  }

  @Test
  void two_questions_in_a_row_pause_once() {
    assertThat(due("asks asks reply")).isEqualTo(hours(26));
    assertThat(due("asks reply asks reply")).isEqualTo(hours(26));
  }

  @Test
  void a_question_after_the_due_time_moves_nothing() {
    assertThat(due("+1440 asks +300 reply")).isEqualTo(hours(24));
    assertThat(Story.of("+1440 asks").deadline().paused()).isFalse();
  }

  @Test
  void an_upheld_refusal_runs_full_hours_from_then() {
    ItemFacts item = Story.of("asks reply refused upheld");
    assertThat(item.deadline().round().cause()).isEqualTo(RoundCause.UPHELD);
    assertThat(item.deadline().due()).isEqualTo(hours(4 + 24));
    assertThat(item.deadline().lines()).hasSize(1);
  }

  @Test
  void an_answer_is_judged_by_the_round_it_was_given_in() {
    ItemFacts item = Story.of("asks +60 reply refused upheld asks reply acted");
    assertThat(item.deadlineOf(item.answers().get(1)).due()).isEqualTo(hours(26));
    assertThat(item.deadlineOf(item.answers().getLast()).due()).isEqualTo(item.deadline().due());
    assertThat(item.deadline().due()).isEqualTo(hours(5 + 24 + 1));
  }

  @Test
  void the_first_final_answer_is_neither_question_nor_promise() {
    assertThat(Story.of("asks reply pending refused acted").firstFinalAnswer())
        .map(Answer::id)
        .hasValue(3L);
    assertThat(Story.of("asks reply pending").firstFinalAnswer()).isEmpty();
  }

  /** Whatever people do in whatever order: the lines explain the due time, and no round is lost. */
  @Test
  void the_lines_add_up_in_every_story() {
    Random random = new Random(24);
    List<String> words =
        List.of("acted", "partly", "unavailable", "refused", "asks", "pending", "+37", "+500");
    for (int n = 0; n < 3000; n++) {
      List<String> story = new ArrayList<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        ItemFacts now = Story.of(String.join(" ", story));
        List<String> may = new ArrayList<>(words);
        if (ItemAction.CLARIFY.refusal(now).isEmpty()) {
          may.add("reply");
        }
        if (ItemAction.RULE.refusal(now).isEmpty()) {
          may.add("upheld");
        }
        if (ItemAction.CHECK.refusal(now).isEmpty()) {
          may.addAll(List.of("still_up", "half", "unchecked"));
        }
        story.add(may.get(random.nextInt(may.size())));
      }
      ItemFacts facts = Story.of(String.join(" ", story));
      Deadline deadline = facts.deadline();
      Instant summed = deadline.round().startedAt();
      for (Deadline.Line line : deadline.lines()) {
        summed = summed.plus(line.added());
      }
      assertThat(summed).as("%s", story).isEqualTo(deadline.due());
      assertThat(Duration.between(deadline.round().startedAt(), deadline.due()))
          .as("%s", story)
          .isGreaterThanOrEqualTo(Story.DAY);
      assertThat(facts.standing() == Standing.ASKED || !deadline.paused()).as("%s", story).isTrue();
    }
  }

  @Test
  void a_reply_that_starts_the_hours_again_takes_no_granted_time_away() {
    assertThat(due("extended")).isEqualTo(hours(24 + 5));
    assertThat(due("extended asks reply")).isEqualTo(hours(24 + 5 + 1));
    assertThat(due("asks reply_restarts")).isEqualTo(hours(2 + 24));
    assertThat(due("extended asks reply_restarts")).isEqualTo(hours(3 + 24 + 5));
    assertThat(due("extended asks reply_restarts asks reply_restarts"))
        .isEqualTo(hours(5 + 24 + 5));
    assertThat(due("extended refused upheld")).as("a new order").isEqualTo(hours(3 + 24));
    assertThat(due("extended refused upheld asks reply_restarts")).isEqualTo(hours(5 + 24));
  }

  /** An hour lies between two words: the company acts at 1, the ministry finds at 2. */
  @Test
  void an_outage_costs_time_while_a_clock_runs_and_not_while_it_stands() {
    assertThat(isHit("", 23, 26)).as("before the due time and past it").isTrue();
    assertThat(isHit("", 24, 26)).as("late already").isFalse();
    assertThat(isHit("", -3, -1)).as("before it was sent").isFalse();
    assertThat(isHit("withdrawn", 3, 4)).isFalse();
    assertThat(isHit("acted", 3, 4)).as("answered before").isFalse();
    assertThat(isHit("+180 acted", 3, 5)).as("answered meanwhile").isTrue();
    assertThat(isHit("acted +120 still_up", 2, 3)).as("opened again later").isFalse();
    assertThat(isHit("acted still_up", 3, 4)).as("opened again before").isTrue();
    assertThat(isHit("acted +120 still_up", 3, 5)).as("opened again meanwhile").isTrue();
    assertThat(isHit("asks", 3, 4)).as("paused").isFalse();
    assertThat(isHit("asks +120 reply", 2, 3)).as("paused until later").isFalse();
    assertThat(isHit("asks reply", 1, 3)).as("paused for a part of it").isTrue();
    assertThat(isHit("extended", 25, 26)).as("in the time that was granted").isTrue();
  }

  private static boolean isHit(String story, int from, int to) {
    return Story.of(story).isHitBy(new Outage(hours(from), hours(to)));
  }

  private static Instant due(String story) {
    return Story.of(story).deadline().due();
  }

  private static Instant hours(int hours) {
    return Story.START.plus(Duration.ofHours(hours));
  }
}
