package id.narahubung.letters;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.ledger.By;
import id.narahubung.letters.LetterRule.End;
import id.narahubung.letters.LetterRule.Missed;
import id.narahubung.letters.LetterRule.Past;
import id.narahubung.requests.Answer;
import id.narahubung.requests.Check;
import id.narahubung.requests.ItemFacts;
import id.narahubung.requests.Round;
import id.narahubung.requests.RoundCause;
import id.narahubung.requests.Surface;
import id.narahubung.requests.Verdict;
import id.narahubung.requests.Withdrawal;
import id.narahubung.rules.AnswerClass;
import id.narahubung.rules.LetterStage;
import id.narahubung.rules.Term;
import id.narahubung.text.Label;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a letter is proposed, and which. Sent at hour 0, due at hour 24. */
final class LetterRuleTest {

  private static final Instant SENT = Instant.parse("2026-03-02T01:00:00Z");
  private static final Label LABEL = new Label("surat", "letter");
  private static final By COMPANY = new By("company", "responder", 1, Optional.empty());
  private static final By MINISTRY = new By("ministry", "officer", 1, Optional.empty());

  private final Case item = new Case();

  @Test
  void an_open_item_is_warned_of_once_its_time_has_passed_and_not_at_that_second() {
    assertThat(item.at(24)).isEmpty();
    assertThat(item.proposed(24.01)).isEqualTo("ST1");
    assertThat(item.at(30).orElseThrow().at()).isEqualTo(hour(24));
  }

  @Test
  void a_stage_that_waits_is_proposed_later() {
    item.wait = Duration.ofHours(12);
    assertThat(item.at(36)).isEmpty();
    assertThat(item.proposed(36.01)).isEqualTo("ST1");
  }

  @Test
  void the_next_letter_follows_when_the_letters_own_time_has_passed_too_and_three_are_all() {
    item.past = List.of(letter(1, 54));
    assertThat(item.at(53)).isEmpty();
    assertThat(item.proposed(55)).isEqualTo("ST2");
    item.past = List.of(letter(1, 54), letter(2, 80));
    assertThat(item.at(79)).isEmpty();
    assertThat(item.proposed(81)).isEqualTo("ST3");
    item.past = List.of(letter(1, 54), letter(2, 80), letter(3, 110));
    assertThat(item.at(1_000)).isEmpty();
  }

  @Test
  void what_was_answered_in_time_and_waits_for_the_ministry_proposes_none() {
    for (AnswerClass type :
        List.of(
            AnswerClass.REFUSED,
            AnswerClass.ACTED,
            AnswerClass.PARTLY,
            AnswerClass.UNAVAILABLE,
            AnswerClass.IMPOSSIBLE)) {
      Case answered = new Case();
      answered.answers = List.of(answer(1, type, 24));
      assertThat(answered.at(400)).as("%s", type).isEmpty();
    }
  }

  @Test
  void what_was_answered_late_missed_its_time_until_that_answer_is_settled() {
    item.answers = List.of(answer(1, AnswerClass.ACTED, 25));
    assertThat(item.proposed(26)).isEqualTo("ST1");
    assertThat(item.at(26).orElseThrow().answeredLate()).isTrue();
    item.checks = List.of(check(1, Verdict.DOWN, 27));
    assertThat(item.at(28)).isEmpty();
  }

  @Test
  void what_was_refused_in_time_and_corrected_since_was_in_time() {
    item.answers = List.of(answer(1, AnswerClass.REFUSED, 20), answer(2, AnswerClass.REFUSED, 26));
    assertThat(item.at(400)).isEmpty();
    item.answers = List.of(answer(1, AnswerClass.ACTED, 25), answer(2, AnswerClass.ACTED, 26));
    assertThat(item.proposed(27)).isEqualTo("ST1");
  }

  @Test
  void what_was_said_before_a_verdict_against_it_or_a_new_round_excuses_nothing_after() {
    item.answers = List.of(answer(1, AnswerClass.ACTED, 20), answer(2, AnswerClass.ACTED, 26));
    item.checks = List.of(check(1, Verdict.STILL_UP, 22));
    assertThat(item.proposed(27)).isEqualTo("ST1");
    item.answers = List.of(answer(1, AnswerClass.ACTED, 20), answer(2, AnswerClass.ACTED, 65));
    item.checks = List.of();
    item.rounds = List.of(round(1, RoundCause.SENT, 0), round(2, RoundCause.NARROWED, 40));
    assertThat(item.proposed(66)).isEqualTo("ST1");
  }

  @Test
  void an_answer_within_the_time_of_a_letter_proposes_no_further_one() {
    item.past = List.of(letter(1, 54));
    item.answers = List.of(answer(1, AnswerClass.ACTED, 50));
    assertThat(item.at(90)).isEmpty();
    item.answers = List.of(answer(1, AnswerClass.ACTED, 55));
    assertThat(item.proposed(90)).isEqualTo("ST2");
  }

  @Test
  void what_was_answered_in_time_and_found_up_is_warned_of() {
    item.answers = List.of(answer(1, AnswerClass.ACTED, 20));
    item.checks = List.of(check(1, Verdict.STILL_UP, 22));
    assertThat(item.at(23)).isEmpty();
    assertThat(item.proposed(25)).isEqualTo("ST1");
  }

  @Test
  void a_promise_stops_nothing_and_a_question_does() {
    item.answers = List.of(answer(1, AnswerClass.PENDING, 3));
    assertThat(item.proposed(25)).isEqualTo("ST1");
    item.answers = List.of(answer(1, AnswerClass.ASKS, 3));
    assertThat(item.at(400)).isEmpty();
  }

  @Test
  void what_was_withdrawn_proposes_none() {
    item.withdrawal = Optional.of(new Withdrawal(true, "x", hour(2), MINISTRY));
    assertThat(item.at(400)).isEmpty();
  }

  @Test
  void a_new_round_gives_its_full_hours_and_goes_on_up_the_ladder() {
    item.past = List.of(letter(1, 30));
    item.rounds = List.of(round(1, RoundCause.SENT, 0), round(2, RoundCause.UPHELD, 40));
    assertThat(item.at(60)).isEmpty();
    assertThat(item.proposed(65)).isEqualTo("ST2");
  }

  @Test
  void an_open_objection_to_a_letter_lets_no_other_follow() {
    item.past = List.of(new Past(1, 1, hour(54), End.NONE, true));
    assertThat(item.at(90)).isEmpty();
  }

  @Test
  void what_was_left_out_or_wrongly_warned_of_is_let_be_until_its_time_starts_anew() {
    item.past = List.of(new Past(1, 1, hour(54), End.LET_BE, false));
    assertThat(item.at(90)).isEmpty();
    item.rounds = List.of(round(1, RoundCause.SENT, 0), round(2, RoundCause.NARROWED, 40));
    assertThat(item.proposed(90)).isEqualTo("ST1");
  }

  @Test
  void a_letter_that_is_to_be_made_anew_is_proposed_again_as_if_it_had_not_been() {
    item.past = List.of(letter(1, 54), new Past(2, 1, hour(80), End.MADE_ANEW, true));
    assertThat(item.proposed(90)).isEqualTo("ST2");
  }

  /** An item as it is told to the rule. */
  private static final class Case {

    private List<Round> rounds = List.of(round(1, RoundCause.SENT, 0));
    private List<Answer> answers = List.of();
    private List<Check> checks = List.of();
    private Optional<Withdrawal> withdrawal = Optional.empty();
    private List<Past> past = List.of();
    private Duration wait = Duration.ZERO;

    Optional<Missed> at(double hours) {
      ItemFacts facts =
          new ItemFacts(
              7,
              rounds,
              answers,
              checks,
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              withdrawal);
      return LetterRule.missed(
          facts,
          past,
          sent -> sent < 3 ? Optional.of(stage(sent + 1, wait)) : Optional.empty(),
          hour(hours));
    }

    String proposed(double hours) {
      return at(hours).orElseThrow().stage().code();
    }
  }

  private static LetterStage stage(int ordinal, Duration wait) {
    return new LetterStage(
        "ST" + ordinal, ordinal, wait, new Term.AsOrdered(), ordinal > 1, 100, false, LABEL, LABEL);
  }

  private static Past letter(int stage, double due) {
    return new Past(stage, 1, hour(due), End.NONE, false);
  }

  private static Round round(int number, RoundCause cause, double start) {
    return new Round(number, cause, hour(start), Duration.ofHours(24));
  }

  private static Answer answer(long id, AnswerClass type, double at) {
    return new Answer(
        id, id, "X", type, Optional.empty(), Map.of(), hour(at), COMPANY, Optional.empty());
  }

  private static Check check(long answer, Verdict verdict, double at) {
    return new Check(
        answer, false, verdict, hour(at), hour(at), "x", "ID", Surface.WEB, false, "", MINISTRY);
  }

  private static Instant hour(double hours) {
    return SENT.plusSeconds(Math.round(hours * 3_600));
  }
}
