package id.narahubung.ledger;

/** What can happen. The code stands in the ledger for good; a page's sentence is event.CODE. */
public enum EventKind {
  ORGANISATION_MADE("organisation.made"),
  ORGANISATION_CHANGED("organisation.changed"),
  PLATFORM_MADE("platform.made"),
  PLATFORM_CHANGED("platform.changed"),
  PERSON_MADE("person.made"),
  PERSON_CHANGED("person.changed"),
  ROLE_GIVEN("person.role_given"),
  ROLE_TAKEN("person.role_taken"),
  ROLE_LENT("person.role_lent"),
  LOAN_BEGUN("person.loan_begun"),
  LOAN_ENDED("person.loan_ended"),
  CLOSED("person.closed"),
  OPENED("person.opened"),
  LINK_MADE("link.made"),
  LINK_USED("link.used"),
  SIGNED_IN("person.signed_in"),
  SLOWED_DOWN("person.slowed_down"),
  PASSWORD_CHANGED("person.password_changed"),
  DRAFTED("request.drafted"),
  SPLIT("request.split"),
  OVERRIDDEN("request.overridden"),
  OVERRIDE_ENDED("request.override_ended"),
  HANDED_OVER("request.handed_over"),
  SUBMITTED("request.submitted"),
  RETURNED("request.returned"),
  DISCARDED("request.discarded"),
  RESTORED("request.restored"),
  STRUCK("request.struck"),
  SENT("request.sent"),
  SEEN("request.seen"),
  ACKNOWLEDGED("request.acknowledged"),
  WITHDRAWN("request.withdrawn"),
  ANSWERED("items.answered"),
  ANSWER_TAKEN_BACK("items.answer_taken_back"),
  ANSWERS_DRAFTED("answers.drafted"),
  ANSWERS_RETURNED("answers.returned"),
  ANSWER_DRAFTS_DROPPED("answers.dropped"),
  CHECKED("items.checked"),
  RECHECKED("items.rechecked"),
  RECHECKS_DRAWN("rechecks.drawn"),
  RULED("items.ruled"),
  OBJECTED("items.objected"),
  OBJECTION_DECIDED("items.objection_decided"),
  OBJECTION_WITHDRAWN("items.objection_withdrawn"),
  DESCRIBED("items.described"),
  SHOWN("items.shown"),
  CLARIFIED("items.clarified"),
  ITEMS_EXTENDED("items.extended"),
  ITEMS_CREDITED("items.credited"),
  OUTAGE_NOTICED("outage.noticed"),
  OUTAGE_DECIDED("outage.decided"),
  ITEMS_WITHDRAWN("items.withdrawn"),
  WRITTEN("message.written"),
  EVIDENCE_ADDED("evidence.added"),
  EVIDENCE_REMOVED("evidence.removed"),
  RELEASE_SET("company.release_set"),
  SHIFTS_ADDED("roster.shifts_added"),
  SHIFT_REMOVED("roster.shift_removed"),
  WEEK_COPIED("roster.week_copied"),
  ROSTER_SET("roster.set"),
  CALL_RUNG("call.rung"),
  CALL_CONFIRMED("call.confirmed"),
  MAIL_SENT_AGAIN("mail.sent_again"),
  ORDERS_ANNOUNCED("orders.announced"),
  RULES_DRAFTED("rules.drafted"),
  RULES_EDITED("rules.edited"),
  RULES_DISCARDED("rules.discarded"),
  RULES_RELEASED("rules.released"),
  STANDINGS_DIFFER("standings.differ");

  private final String code;

  EventKind(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
