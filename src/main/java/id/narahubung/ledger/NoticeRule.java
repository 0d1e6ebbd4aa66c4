package id.narahubung.ledger;

import static id.narahubung.ledger.Audience.ANSWERERS;
import static id.narahubung.ledger.Audience.CALLED;
import static id.narahubung.ledger.Audience.CASE_OFFICIALS;
import static id.narahubung.ledger.Audience.COUNTERPART;
import static id.narahubung.ledger.Audience.EVERYBODY;
import static id.narahubung.ledger.Audience.FORMER;
import static id.narahubung.ledger.Audience.HOLDER;
import static id.narahubung.ledger.Audience.LEADS;
import static id.narahubung.ledger.Audience.OVERSEERS;
import static id.narahubung.ledger.Audience.PREPARERS;
import static id.narahubung.ledger.Audience.SIGNERS;
import static id.narahubung.ledger.Audience.SUPERVISORS;
import static id.narahubung.ledger.Audience.WAIVERS;

import id.narahubung.access.Role;
import id.narahubung.access.Share;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Of which act who is told what: the only place that knows. What only the clock tells is not here
 * (see ClockNotices).
 *
 * @param when what the act must be besides, where not every one of the kind is worth telling
 */
record NoticeRule(EventKind event, Predicate<Act> when, NoticeKind kind, Audience audience) {

  private static final Set<String> DECIDING =
      Set.of(Role.SUPERVISOR.code(), Role.DECISION_MAKER.code(), Role.ADMINISTRATOR.code());

  private static final List<NoticeRule> RULES =
      List.of(
          rule(EventKind.SUBMITTED, NoticeKind.APPROVAL_WANTED, SUPERVISORS),
          rule(EventKind.RETURNED, NoticeKind.DRAFT_RETURNED, CASE_OFFICIALS),
          rule(EventKind.SENT, NoticeKind.ORDER_SENT, ANSWERERS),
          rule(EventKind.SENT, says("haste", "true"), NoticeKind.CONFIRMATION_WANTED, SUPERVISORS),
          rule(EventKind.WITHDRAWN, NoticeKind.REQUEST_WITHDRAWN, ANSWERERS),
          rule(EventKind.ITEMS_WITHDRAWN, NoticeKind.REQUEST_WITHDRAWN, ANSWERERS),
          rule(EventKind.ITEMS_EXTENDED, NoticeKind.TIME_GRANTED, ANSWERERS),
          rule(EventKind.ITEMS_EXTENDED, NoticeKind.TIME_GRANTED, CASE_OFFICIALS),
          rule(EventKind.ITEMS_CREDITED, NoticeKind.OUTAGE_CREDITED, ANSWERERS),
          rule(EventKind.ITEMS_CREDITED, NoticeKind.OUTAGE_CREDITED, CASE_OFFICIALS),
          rule(EventKind.ACKNOWLEDGED, NoticeKind.ACKNOWLEDGED, CASE_OFFICIALS),
          rule(EventKind.ANSWERED, asks(), NoticeKind.CLARIFICATION_ASKED, CASE_OFFICIALS),
          rule(EventKind.ANSWERED, asks().negate(), NoticeKind.ANSWERED, CASE_OFFICIALS),
          rule(EventKind.ANSWER_TAKEN_BACK, NoticeKind.ANSWER_TAKEN_BACK, CASE_OFFICIALS),
          rule(EventKind.ANSWERS_DRAFTED, NoticeKind.RELEASE_WANTED, LEADS),
          rule(EventKind.ANSWERS_RETURNED, NoticeKind.ANSWERS_RETURNED, ANSWERERS),
          rule(EventKind.CLARIFIED, NoticeKind.CLARIFICATION_ANSWERED, ANSWERERS),
          rule(EventKind.CHECKED, foundUp(), NoticeKind.CHECK_FAILED, ANSWERERS),
          rule(EventKind.CHECKED, says("verdict", "down"), NoticeKind.CONFIRMED_DOWN, ANSWERERS),
          rule(EventKind.RECHECKED, foundUp(), NoticeKind.REAPPEARED, ANSWERERS),
          rule(EventKind.RULED, NoticeKind.REFUSAL_DECIDED, ANSWERERS),
          rule(EventKind.OBJECTED, NoticeKind.OBJECTION_FILED, CASE_OFFICIALS),
          rule(EventKind.OBJECTED, NoticeKind.OBJECTION_FILED, SUPERVISORS),
          rule(EventKind.OBJECTION_DECIDED, NoticeKind.OBJECTION_DECIDED, ANSWERERS),
          rule(EventKind.OBJECTION_WITHDRAWN, NoticeKind.OBJECTION_WITHDRAWN, CASE_OFFICIALS),
          rule(EventKind.LETTER_SENT, NoticeKind.LETTER_SENT, ANSWERERS),
          rule(EventKind.LETTER_OBJECTED, NoticeKind.LETTER_OBJECTED, SUPERVISORS),
          rule(EventKind.LETTER_OBJECTED, NoticeKind.LETTER_OBJECTED, CASE_OFFICIALS),
          rule(EventKind.LETTER_DECIDED, NoticeKind.LETTER_DECIDED, ANSWERERS),
          rule(EventKind.LETTER_WITHDRAWN, NoticeKind.LETTER_WITHDRAWN, ANSWERERS),
          rule(EventKind.LETTER_ACKNOWLEDGED, NoticeKind.LETTER_ANSWERED, CASE_OFFICIALS),
          rule(EventKind.LETTER_PAY_PROMISED, NoticeKind.LETTER_ANSWERED, CASE_OFFICIALS),
          rule(EventKind.LETTER_PAYMENT_TOLD, NoticeKind.LETTER_ANSWERED, CASE_OFFICIALS),
          rule(EventKind.LETTER_PAYMENT_TOLD, NoticeKind.LETTER_ANSWERED, SUPERVISORS),
          rule(EventKind.LETTER_PAYMENT_REVERSED, NoticeKind.LETTER_PAYMENT_REVERSED, LEADS),
          rule(EventKind.LETTER_PAYMENT_RECORDED, NoticeKind.LETTER_PAYMENT_RECORDED, LEADS),
          rule(EventKind.COMMITMENT_PROPOSED, NoticeKind.COMMITMENT_PROPOSED, LEADS),
          rule(EventKind.COMMITMENT_PROPOSED, NoticeKind.COMMITMENT_PROPOSED, SUPERVISORS),
          rule(EventKind.COMMITMENT_REVISED, NoticeKind.COMMITMENT_PROPOSED, LEADS),
          rule(EventKind.COMMITMENT_REVISED, NoticeKind.COMMITMENT_PROPOSED, SUPERVISORS),
          rule(EventKind.COMMITMENT_SIGNED, NoticeKind.COMMITMENT_SIGNED, LEADS),
          rule(EventKind.COMMITMENT_SIGNED, NoticeKind.COMMITMENT_SIGNED, SUPERVISORS),
          rule(EventKind.COMMITMENT_REFUSED, NoticeKind.COMMITMENT_REFUSED, LEADS),
          rule(EventKind.COMMITMENT_REFUSED, NoticeKind.COMMITMENT_REFUSED, SUPERVISORS),
          rule(EventKind.COMMITMENT_CANCELLED, NoticeKind.COMMITMENT_CANCELLED, LEADS),
          rule(EventKind.COMMITMENT_CANCELLED, NoticeKind.COMMITMENT_CANCELLED, SUPERVISORS),
          rule(
              EventKind.COMMITMENT_CANCEL_TAKEN_BACK,
              NoticeKind.COMMITMENT_CANCEL_TAKEN_BACK,
              LEADS),
          rule(
              EventKind.COMMITMENT_CANCEL_TAKEN_BACK,
              NoticeKind.COMMITMENT_CANCEL_TAKEN_BACK,
              SUPERVISORS),
          rule(EventKind.COMMITMENT_CLAIMED, NoticeKind.COMMITMENT_CLAIMED, SUPERVISORS),
          rule(EventKind.COMMITMENT_OWNER_NAMED, NoticeKind.COMMITMENT_OWNER_NAMED, HOLDER),
          rule(EventKind.DECISION_PREPARED, NoticeKind.DECISION_TO_SIGN, SIGNERS),
          rule(EventKind.DECISION_REPLIED, NoticeKind.DECISION_TO_SIGN, SIGNERS),
          rule(EventKind.WAIVER_PROPOSED, NoticeKind.DECISION_WAIVER_TO_SECOND, WAIVERS),
          rule(EventKind.WAIVER_SECONDED, NoticeKind.DECISION_WAIVER_SECONDED, SIGNERS),
          rule(EventKind.DECISION_ASKED, NoticeKind.DECISION_ASKED_BACK, PREPARERS),
          rule(EventKind.DECISION_SIGNED, NoticeKind.DECISION_SIGNED, LEADS),
          rule(EventKind.DECISION_SIGNED, NoticeKind.DECISION_SIGNED, PREPARERS),
          rule(
              EventKind.DECISION_EXECUTED,
              says("state", "failed"),
              NoticeKind.DECISION_EXECUTION_FAILED,
              PREPARERS),
          rule(
              EventKind.DECISION_EXECUTED,
              says("state", "failed"),
              NoticeKind.DECISION_EXECUTION_FAILED,
              LEADS),
          rule(EventKind.DECISION_OBJECTED, NoticeKind.DECISION_OBJECTED, SIGNERS),
          rule(EventKind.DECISION_OBJECTED, NoticeKind.DECISION_OBJECTED, PREPARERS),
          rule(EventKind.DECISION_OBJECTION_DECIDED, NoticeKind.DECISION_OBJECTION_DECIDED, LEADS),
          rule(
              EventKind.DECISION_OBJECTION_DECIDED,
              NoticeKind.DECISION_OBJECTION_DECIDED,
              PREPARERS),
          rule(
              EventKind.DECISION_OBJECTION_WITHDRAWN,
              NoticeKind.DECISION_OBJECTION_WITHDRAWN,
              SIGNERS),
          rule(EventKind.NORMALISATION_ASKED, NoticeKind.NORMALISATION_ASKED, SUPERVISORS),
          rule(EventKind.NORMALISATION_ASKED, NoticeKind.NORMALISATION_ASKED, PREPARERS),
          rule(EventKind.NORMALISATION_ASKED, lacks(), NoticeKind.NORMALISATION_INCOMPLETE, LEADS),
          rule(EventKind.NORMALISATION_ASKED, whole(), NoticeKind.NORMALISATION_COMPLETE, LEADS),
          rule(
              EventKind.NORMALISATION_PAPER_ADDED,
              whole(),
              NoticeKind.NORMALISATION_COMPLETE,
              LEADS),
          rule(
              EventKind.NORMALISATION_PAPER_ADDED,
              whole(),
              NoticeKind.NORMALISATION_COMPLETE,
              SUPERVISORS),
          rule(
              EventKind.NORMALISATION_PAPER_ADDED,
              whole(),
              NoticeKind.NORMALISATION_COMPLETE,
              PREPARERS),
          rule(EventKind.NORMALISATION_PAPER_LACKING, NoticeKind.NORMALISATION_LACKING, LEADS),
          rule(EventKind.NORMALISATION_WITHDRAWN, NoticeKind.NORMALISATION_WITHDRAWN, SUPERVISORS),
          rule(EventKind.NORMALISATION_WITHDRAWN, NoticeKind.NORMALISATION_WITHDRAWN, PREPARERS),
          rule(EventKind.VERIFICATION_PLANNED, NoticeKind.VERIFICATION_PLANNED, HOLDER),
          rule(EventKind.VERIFICATION_MOVED, handsOver(), NoticeKind.VERIFICATION_PLANNED, HOLDER),
          rule(EventKind.VERIFICATION_MOVED, handsOver(), NoticeKind.VERIFICATION_MOVED, FORMER),
          rule(
              EventKind.VERIFICATION_MOVED,
              handsOver().negate(),
              NoticeKind.VERIFICATION_MOVED,
              HOLDER),
          rule(EventKind.VERIFICATION_CALLED_OFF, NoticeKind.VERIFICATION_CALLED_OFF, HOLDER),
          rule(EventKind.VERIFICATION_CONCLUDED, NoticeKind.VERIFICATION_CONCLUDED, ANSWERERS),
          rule(EventKind.MINUTES_WRITTEN, NoticeKind.MINUTES_WANTED, LEADS),
          rule(EventKind.MINUTES_WRITTEN, NoticeKind.MINUTES_WANTED, SUPERVISORS),
          rule(EventKind.MINUTES_MENDED, NoticeKind.MINUTES_WANTED, LEADS),
          rule(EventKind.MINUTES_MENDED, NoticeKind.MINUTES_WANTED, SUPERVISORS),
          rule(EventKind.MINUTES_SIGNED, NoticeKind.MINUTES_SIGNED, LEADS),
          rule(EventKind.MINUTES_SIGNED, NoticeKind.MINUTES_SIGNED, SUPERVISORS),
          rule(EventKind.STATUS_REMARKED, NoticeKind.STATUS_REMARK, COUNTERPART),
          rule(EventKind.CALL_RUNG, NoticeKind.TEST_CALL, CALLED),
          rule(EventKind.PERSON_MADE, watched(), NoticeKind.ACCOUNT_MADE, OVERSEERS),
          rule(EventKind.ROLE_GIVEN, byAdministrator(), NoticeKind.ACCOUNT_ROLE_GIVEN, OVERSEERS),
          rule(EventKind.ROLE_GIVEN, NoticeKind.ACCOUNT_ROLE_GIVEN, HOLDER),
          rule(EventKind.LINK_MADE, byAdministrator(), NoticeKind.ACCOUNT_LINK_MADE, OVERSEERS),
          rule(EventKind.LINK_MADE, NoticeKind.ACCOUNT_LINK_MADE, HOLDER),
          rule(EventKind.RULES_RELEASED, NoticeKind.RULES_RELEASED, EVERYBODY),
          rule(EventKind.WRITTEN, NoticeKind.MESSAGE_WRITTEN, COUNTERPART),
          rule(
              EventKind.EVIDENCE_ADDED,
              NoticeRule::isShared,
              NoticeKind.EVIDENCE_ADDED,
              COUNTERPART));

  /** What an act tells somebody. */
  record Told(NoticeKind kind, Audience audience) {}

  /** What an act tells whom; nothing for most. */
  static List<Told> of(Act act) {
    return RULES.stream()
        .filter(rule -> rule.event == act.kind() && rule.when.test(act))
        .map(rule -> new Told(rule.kind, rule.audience))
        .toList();
  }

  private static NoticeRule rule(EventKind event, NoticeKind kind, Audience audience) {
    return rule(event, act -> true, kind, audience);
  }

  private static NoticeRule rule(
      EventKind event, Predicate<Act> when, NoticeKind kind, Audience audience) {
    return new NoticeRule(event, when, kind, audience);
  }

  /** Who keeps accounts could make one to act by: its like is told as it comes to be. */
  private static Predicate<Act> watched() {
    return byAdministrator()
        .and(
            act ->
                act.company().isPresent()
                    || (act.body().get("roles") instanceof Collection<?> roles
                        && roles.stream().anyMatch(DECIDING::contains)));
  }

  private static Predicate<Act> byAdministrator() {
    return act -> act.role().equals(Role.ADMINISTRATOR.code());
  }

  /** Whether a request to open again is complete with it, or not yet. */
  private static Predicate<Act> whole() {
    return says("complete", "true");
  }

  private static Predicate<Act> lacks() {
    return says("complete", "false");
  }

  /** Whether somebody else goes now. */
  private static Predicate<Act> handsOver() {
    return act -> act.body().containsKey("was");
  }

  private static Predicate<Act> asks() {
    return says("class", "asks");
  }

  private static Predicate<Act> foundUp() {
    return says("verdict", "still_up", "partly");
  }

  private static boolean isShared(Act act) {
    return act.share() == Share.BOTH;
  }

  /** What the act's body says. */
  private static Predicate<Act> says(String key, String... values) {
    return act -> Set.of(values).contains(String.valueOf(act.body().get(key)));
  }
}
