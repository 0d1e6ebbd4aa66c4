package id.narahubung.ledger;

import java.util.Locale;

/**
 * What people are told by mail. The code stands in the outbox; a mail's sentence is notice.CODE.
 */
public enum NoticeKind {
  APPROVAL_WANTED(Haste.ALONE_IF_URGENT),
  CONFIRMATION_WANTED(Haste.AT_ONCE, true),
  DRAFT_RETURNED(Haste.AT_ONCE),
  ORDER_SENT(Haste.ALONE_IF_URGENT, true),
  ORDER_UNSEEN(Haste.ALONE_IF_URGENT, true),
  HALF_GONE(Haste.AT_ONCE, true),
  NEARLY_GONE(Haste.ALONE_IF_URGENT, true),
  DUE_PASSED(Haste.AT_ONCE, true),
  CLARIFICATION_ASKED(Haste.ALONE_IF_URGENT, true),
  CLARIFICATION_ANSWERED(Haste.AT_ONCE, true),
  REFUSAL_DECIDED(Haste.AT_ONCE, true),
  CHECK_FAILED(Haste.AT_ONCE, true),
  OBJECTION_FILED(Haste.AT_ONCE, true),
  OBJECTION_DECIDED(Haste.AT_ONCE, true),
  REQUEST_WITHDRAWN(Haste.AT_ONCE, true),
  TIME_GRANTED(Haste.AT_ONCE, true),
  OUTAGE_CREDITED(Haste.AT_ONCE, true),
  RELEASE_WANTED(Haste.AT_ONCE),
  ANSWERS_RETURNED(Haste.AT_ONCE),
  LETTER_SENT(Haste.ALONE_IF_URGENT, true),
  LETTER_HALF_GONE(Haste.AT_ONCE, true),
  LETTER_DUE_PASSED(Haste.AT_ONCE, true),
  LETTER_OBJECTED(Haste.AT_ONCE, true),
  LETTER_DECIDED(Haste.AT_ONCE, true),
  LETTER_WITHDRAWN(Haste.AT_ONCE, true),
  LETTER_ANSWERED(Haste.LATER),
  LETTER_PAYMENT_RECORDED(Haste.LATER),
  LETTER_PAYMENT_REVERSED(Haste.AT_ONCE, true),
  COMMITMENT_PROPOSED(Haste.AT_ONCE),
  COMMITMENT_SIGNED(Haste.AT_ONCE),
  COMMITMENT_REFUSED(Haste.AT_ONCE),
  COMMITMENT_CANCELLED(Haste.AT_ONCE),
  COMMITMENT_CANCEL_TAKEN_BACK(Haste.AT_ONCE),
  COMMITMENT_CLAIMED(Haste.AT_ONCE),
  COMMITMENT_DUE_SOON(Haste.AT_ONCE),
  COMMITMENT_LATE(Haste.AT_ONCE, true),
  COMMITMENT_EVIDENCE_DUE(Haste.AT_ONCE),
  COMMITMENT_OWNER_NAMED(Haste.AT_ONCE),
  DECISION_TO_SIGN(Haste.AT_ONCE),
  DECISION_WAIVER_TO_SECOND(Haste.AT_ONCE),
  DECISION_WAIVER_SECONDED(Haste.AT_ONCE),
  DECISION_ASKED_BACK(Haste.AT_ONCE),
  DECISION_SIGNED(Haste.AT_ONCE, true),
  DECISION_EXECUTION_FAILED(Haste.AT_ONCE),
  DECISION_OBJECTED(Haste.AT_ONCE, true),
  DECISION_OBJECTION_DUE(Haste.AT_ONCE, true),
  DECISION_OBJECTION_LATE(Haste.AT_ONCE, true),
  DECISION_OBJECTION_DECIDED(Haste.AT_ONCE, true),
  DECISION_OBJECTION_WITHDRAWN(Haste.AT_ONCE),
  DECISION_REVIEW_WANTED(Haste.AT_ONCE),
  NORMALISATION_ASKED(Haste.AT_ONCE, true),
  NORMALISATION_INCOMPLETE(Haste.AT_ONCE),
  NORMALISATION_COMPLETE(Haste.AT_ONCE, true),
  NORMALISATION_DUE(Haste.AT_ONCE, true),
  NORMALISATION_LACKING(Haste.AT_ONCE, true),
  NORMALISATION_WITHDRAWN(Haste.AT_ONCE, true),
  VERIFICATION_PLANNED(Haste.AT_ONCE),
  VERIFICATION_MOVED(Haste.AT_ONCE),
  VERIFICATION_CALLED_OFF(Haste.AT_ONCE),
  VERIFICATION_CONCLUDED(Haste.AT_ONCE),
  VERIFICATION_DUE_AGAIN(Haste.AT_ONCE),
  MINUTES_WANTED(Haste.AT_ONCE),
  MINUTES_SIGNED(Haste.AT_ONCE),
  STATUS_REMARK(Haste.AT_ONCE),
  TEST_CALL(Haste.AT_ONCE),
  ACCOUNT_MADE(Haste.AT_ONCE, true),
  ACCOUNT_ROLE_GIVEN(Haste.AT_ONCE, true),
  ACCOUNT_LINK_MADE(Haste.AT_ONCE, true),
  REAPPEARED(Haste.LATER),
  ACKNOWLEDGED(Haste.LATER),
  ANSWERED(Haste.LATER),
  ANSWER_TAKEN_BACK(Haste.LATER),
  OBJECTION_WITHDRAWN(Haste.LATER),
  CONFIRMED_DOWN(Haste.LATER),
  MESSAGE_WRITTEN(Haste.LATER),
  EVIDENCE_ADDED(Haste.LATER),
  RULES_RELEASED(Haste.LATER),
  /**
   * What a mail tells in the place of any that would tell what was answered, found or decided of a
   * restricted category (notice_facts); no notice is of this kind.
   */
  CASE_NEWS(Haste.LATER);

  private final Haste haste;
  private final boolean legal;

  NoticeKind(Haste haste) {
    this(haste, false);
  }

  NoticeKind(Haste haste, boolean legal) {
    this.haste = haste;
    this.legal = legal;
  }

  /** How soon somebody hears of it. */
  public enum Haste {
    /** Within seconds in a mail of its own where the request is urgent; else as the next. */
    ALONE_IF_URGENT,
    /** Bundled with what else comes within five minutes. */
    AT_ONCE,
    /** With the day's or the week's news, as each settles it. */
    LATER;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static NoticeKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  Haste haste() {
    return haste;
  }

  /** Whether a clock or a right hangs on it: no quiet hours hold it back, nobody opts out of it. */
  public boolean isLegal() {
    return legal;
  }

  /** Whether it goes at once and in a mail of its own where the request is urgent. */
  public boolean isAloneIfUrgent() {
    return haste == Haste.ALONE_IF_URGENT;
  }

  /** Whether it waits for the day's or the week's news. */
  public boolean isNews() {
    return haste == Haste.LATER;
  }
}
