package id.narahubung.requests;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.requests.StrikeRows.Strike;
import id.narahubung.rules.OrderNoticeStore;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.rules.Sending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Approves and sends a request: it is delivered at this instant, and the clock of every item
 * starts. Refused when the viewer may not send, when the viewer or who lent the role for it had a
 * hand in the draft, when it does not await approval, when it is incomplete under the rules now in
 * force, when nobody at the company could answer, when the company was not told how orders work so
 * long before its first, when every row is struck, and when somebody changed it meanwhile.
 */
public final class SendRequest {

  private final RequestStore requests;
  private final DraftStore drafts;
  private final RoundStore rounds;
  private final StandingStore standings;
  private final RuleStore rules;
  private final StrikeRows strikeRows;
  private final OrderNoticeStore notices;
  private final Ledger ledger;

  public SendRequest(
      RequestStore requests,
      DraftStore drafts,
      RoundStore rounds,
      StandingStore standings,
      RuleStore rules,
      StrikeRows strikeRows,
      OrderNoticeStore notices,
      Ledger ledger) {
    this.requests = requests;
    this.drafts = drafts;
    this.rounds = rounds;
    this.standings = standings;
    this.rules = rules;
    this.strikeRows = strikeRows;
    this.notices = notices;
    this.ledger = ledger;
  }

  /** Sends it whole and gives its number. */
  public String run(Tx tx, UUID act, long id, int version) {
    return run(tx, act, id, version, Strike.NONE);
  }

  /** Sends what is not struck, and gives its number. */
  String run(Tx tx, UUID act, long id, int version, Strike strike) {
    TakedownRequest waiting = requests.lock(tx, id, Permission.SEND_REQUESTS);
    deliver(tx, act, waiting, version, strike, Permission.SEND_REQUESTS);
    return requests.number(tx, id);
  }

  /**
   * Delivers a request that is locked, and gives the event. Its number is still to be taken, by the
   * transaction's last statement.
   */
  long deliver(
      Tx tx, UUID act, TakedownRequest waiting, int version, Strike strike, Permission by) {
    long id = waiting.id();
    RequestLifecycle.after(waiting.stage(), RequestAction.SEND);
    if (drafts.isAuthor(tx, id)) {
      throw new RuleBroken("send.refused.own_draft");
    }
    if (drafts.isLendersOwn(tx, id)) {
      throw new RuleBroken("send.refused.lenders_draft");
    }
    RuleSet inForce = rules.inForce(tx);
    requireSameRules(waiting, inForce);
    Completeness.require(waiting, inForce);
    if (!requests.isStaffed(tx, waiting.companyId())) {
      throw new RuleBroken("send.refused.nobody_there");
    }
    requireNotice(tx, waiting.companyId(), inForce.sending());
    int rest = strikeRows.run(tx, act, waiting, strike);
    Duration span = inForce.urgency(waiting.content().urgencyCode()).span();
    Round first = new Round(1, RoundCause.SENT, tx.now(), span);
    Instant due = Deadline.of(first, List.of()).due();
    standings.deliver(tx, id, waiting.content(), due);
    requests.send(tx, waiting, version);
    Act said =
        Act.joint(act, EventKind.SENT, tx.person().roleFor(by))
            .behind(waiting.companyId())
            .on(id)
            .with("items", rest);
    long event = ledger.add(tx, by == Permission.SEND_IN_HASTE ? said.with("haste", true) : said);
    rounds.startFirst(tx, event, id, span);
    standings.tellDelivered(tx, event, id);
    return event;
  }

  private void requireNotice(Tx tx, long company, Sending sending) {
    if (sending.noticeBeforeFirst().isEmpty()) {
      return;
    }
    Instant from =
        notices
            .of(tx, company)
            .from(sending)
            .orElseThrow(() -> new RuleBroken("send.refused.not_told"));
    if (tx.now().isBefore(from)) {
      throw new RuleBroken("send.refused.told_late");
    }
  }

  /**
   * A draft written under an older version must be looked at again: its codes may mean other hours.
   */
  private static void requireSameRules(TakedownRequest waiting, RuleSet inForce) {
    if (waiting.ruleSetId() != inForce.id()) {
      throw new RuleBroken("send.refused.new_rules");
    }
  }
}
