package id.narahubung.roster;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.roster.TestCall.Confirmed;
import id.narahubung.roster.TestCall.Passed;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Rings whoever is on duty of an organisation, to try whether that person answers. Refused when the
 * viewer may not ring, when nobody is on duty there, when that is the viewer, and while another
 * call of the last hour is unanswered.
 */
public final class RingDuty {

  private final RosterStore roster;
  private final CallStore calls;
  private final Ledger ledger;

  RingDuty(RosterStore roster, CallStore calls, Ledger ledger) {
    this.roster = roster;
    this.calls = calls;
    this.ledger = ledger;
  }

  /** Gives the call's id. */
  public long run(Tx tx, UUID act, long organisation) {
    tx.viewer().require(Permission.SET_ROSTER);
    OnDuty first =
        roster.now(tx).stream()
            .filter(each -> each.organisation() == organisation)
            .min(Comparator.comparing(OnDuty::place))
            .orElseThrow(() -> new RuleBroken("call.nobody"));
    boolean own = organisation == tx.person().organisationId();
    if (own && first.code() == tx.person().code()) {
      throw new RuleBroken("call.oneself");
    }
    calls.lockRinging(tx, organisation);
    if (calls.isOpen(tx, organisation)) {
      throw new RuleBroken("call.open");
    }
    TestCall call = call(tx, first, own);
    Act said =
        Act.of(
                act,
                EventKind.CALL_RUNG,
                tx.person().roleFor(Permission.SET_ROSTER).code(),
                call.share())
            .with("called", first.side())
            .with("place", first.place().code());
    long event = ledger.add(tx, behind(said, call.company()));
    return calls.insert(tx, event, call);
  }

  private static TestCall call(Tx tx, OnDuty first, boolean own) {
    Side mine = tx.person().side();
    Side called = Side.valueOf(first.side().toUpperCase(Locale.ROOT));
    OptionalLong company =
        mine == Side.COMPANY
            ? OptionalLong.of(tx.person().organisationId())
            : own ? OptionalLong.empty() : OptionalLong.of(first.organisation());
    return new TestCall(
        0,
        company,
        own ? Share.only(mine) : Share.BOTH,
        called,
        first.organisation(),
        first.organisationName(),
        tx.now(),
        first.by(),
        first.by(),
        Optional.<Passed>empty(),
        Optional.<Confirmed>empty());
  }

  static Act behind(Act act, OptionalLong company) {
    return company.isPresent() ? act.behind(company.getAsLong()) : act;
  }
}
