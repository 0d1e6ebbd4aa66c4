package id.narahubung.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Share;
import id.narahubung.ledger.NoticeRule.Told;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NoticeRuleTest {

  @ParameterizedTest
  @CsvSource({
    "SUBMITTED, '', APPROVAL_WANTED SUPERVISORS",
    "RETURNED, '', DRAFT_RETURNED CASE_OFFICIALS",
    "SENT, '', ORDER_SENT ANSWERERS",
    "SENT, haste=true, ORDER_SENT ANSWERERS; CONFIRMATION_WANTED SUPERVISORS",
    "WITHDRAWN, '', REQUEST_WITHDRAWN ANSWERERS",
    "ITEMS_WITHDRAWN, '', REQUEST_WITHDRAWN ANSWERERS",
    "ANSWERED, class=asks, CLARIFICATION_ASKED CASE_OFFICIALS",
    "ANSWERED, class=acted, ANSWERED CASE_OFFICIALS",
    "CLARIFIED, '', CLARIFICATION_ANSWERED ANSWERERS",
    "RULED, outcome=upheld, REFUSAL_DECIDED ANSWERERS",
    "CHECKED, verdict=still_up, CHECK_FAILED ANSWERERS",
    "CHECKED, verdict=partly, CHECK_FAILED ANSWERERS",
    "CHECKED, verdict=down, CONFIRMED_DOWN ANSWERERS",
    "CHECKED, verdict=unchecked, ''",
    "OBJECTED, '', OBJECTION_FILED CASE_OFFICIALS; OBJECTION_FILED SUPERVISORS",
    "OBJECTION_DECIDED, '', OBJECTION_DECIDED ANSWERERS",
    "LETTER_SENT, '', LETTER_SENT ANSWERERS",
    "LETTER_OBJECTED, '', LETTER_OBJECTED SUPERVISORS; LETTER_OBJECTED CASE_OFFICIALS",
    "LETTER_DECIDED, '', LETTER_DECIDED ANSWERERS",
    "LETTER_WITHDRAWN, '', LETTER_WITHDRAWN ANSWERERS",
    "LETTER_PAYMENT_TOLD, '', LETTER_ANSWERED CASE_OFFICIALS; LETTER_ANSWERED SUPERVISORS",
    "LETTER_PAYMENT_REVERSED, '', LETTER_PAYMENT_REVERSED LEADS",
    "LETTER_PAYMENT_RECORDED, '', LETTER_PAYMENT_RECORDED LEADS",
    "ANSWERS_DRAFTED, '', RELEASE_WANTED LEADS",
    "DECISION_PREPARED, '', DECISION_TO_SIGN SIGNERS",
    "DECISION_REPLIED, '', DECISION_TO_SIGN SIGNERS",
    "WAIVER_PROPOSED, '', DECISION_WAIVER_TO_SECOND WAIVERS",
    "WAIVER_SECONDED, '', DECISION_WAIVER_SECONDED SIGNERS",
    "DECISION_EXECUTED, state=done, ''",
    "DECISION_EXECUTED, state=failed, DECISION_EXECUTION_FAILED PREPARERS; DECISION_EXECUTION_FAILED LEADS",
    "COMMITMENT_OWNER_NAMED, person=7, COMMITMENT_OWNER_NAMED HOLDER",
    "VERIFICATION_MOVED, person=7, VERIFICATION_MOVED HOLDER",
    "VERIFICATION_MOVED, was=7, VERIFICATION_PLANNED HOLDER; VERIFICATION_MOVED FORMER",
    "VERIFICATION_CALLED_OFF, person=7, VERIFICATION_CALLED_OFF HOLDER",
    "DECISION_ASKED, '', DECISION_ASKED_BACK PREPARERS",
    "DECISION_SIGNED, '', DECISION_SIGNED LEADS; DECISION_SIGNED PREPARERS",
    "DECISION_OBJECTED, '', DECISION_OBJECTED SIGNERS; DECISION_OBJECTED PREPARERS",
    "NORMALISATION_PAPER_ADDED, complete=false, ''",
    "NORMALISATION_PAPER_LACKING, '', NORMALISATION_LACKING LEADS",
    "NORMALISATION_WITHDRAWN, '', NORMALISATION_WITHDRAWN SUPERVISORS; NORMALISATION_WITHDRAWN PREPARERS",
    "CALL_RUNG, '', TEST_CALL CALLED",
    "RULES_RELEASED, '', RULES_RELEASED EVERYBODY",
    "WRITTEN, '', MESSAGE_WRITTEN COUNTERPART",
    "LINK_MADE, '', ACCOUNT_LINK_MADE HOLDER",
    "PERSON_MADE, '', ''",
    "SEEN, '', ''",
    "SIGNED_IN, '', ''"
  })
  void an_act_tells_those_whom_it_concerns(EventKind event, String says, String told) {
    Act act = Act.of(new UUID(1, 1), event, "officer", Share.BOTH);
    if (!says.isEmpty()) {
      act = act.with(says.split("=", 2)[0], says.split("=", 2)[1]);
    }
    assertThat(
            NoticeRule.of(act).stream()
                .map(each -> each.kind() + " " + each.audience())
                .collect(Collectors.joining("; ")))
        .isEqualTo(told);
  }

  @Test
  void evidence_that_one_side_keeps_is_told_to_nobody() {
    Act act = Act.of(new UUID(1, 1), EventKind.EVIDENCE_ADDED, "officer", Share.MINISTRY);
    assertThat(NoticeRule.of(act)).isEmpty();
  }

  /** What nothing hangs on can wait, and what a clock or a right hangs on cannot. */
  @Test
  void nothing_legal_waits_for_the_days_news() {
    assertThat(Arrays.stream(NoticeKind.values()).filter(NoticeKind::isLegal))
        .isNotEmpty()
        .noneMatch(NoticeKind::isNews);
  }

  @Test
  void a_message_written_for_both_can_wait() {
    Act act = Act.of(new UUID(1, 1), EventKind.WRITTEN, "lead", Share.BOTH);
    assertThat(NoticeRule.of(act)).extracting(Told::kind).allMatch(NoticeKind::isNews);
  }
}
