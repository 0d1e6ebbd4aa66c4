package id.narahubung.requests;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.access.Stale;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.requests.OutageStore.Decision;
import id.narahubung.requests.OutageStore.Noticed;
import id.narahubung.requests.OutageStore.Running;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides on the credit that an outage proposes. Granted, the clock of every item that ran
 * meanwhile does not count it: one event a request, which both sides see. Declined, nothing moves.
 * Refused when the viewer may not give time, without a reason, when it was decided before, while an
 * earlier outage is undecided, and when there is no item to credit it to.
 *
 * <p>Outages are decided in the order in which they were: a credit moves due times, and only then
 * is known which clocks ran in the next one.
 */
public final class DecideOutage {

  private final OutageStore outages;
  private final RequestStore requests;
  private final ItemStore items;
  private final OutageReach reach;
  private final StandingStore standings;
  private final Ledger ledger;

  DecideOutage(
      OutageStore outages,
      RequestStore requests,
      ItemStore items,
      OutageReach reach,
      StandingStore standings,
      Ledger ledger) {
    this.outages = outages;
    this.requests = requests;
    this.items = items;
    this.reach = reach;
    this.standings = standings;
    this.ledger = ledger;
  }

  /** Gives how many items it was credited to. */
  public int run(Tx tx, UUID act, long id, boolean granted, String reason) {
    tx.viewer().require(Permission.GIVE_TIME);
    Noticed noticed = outages.fetch(tx, id);
    if (reason.isEmpty()) {
      throw new RuleBroken("outage.refused.reason");
    }
    if (noticed.decision().isPresent()) {
      throw new RuleBroken("outage.refused.decided");
    }
    if (outages.earlierOpen(tx, noticed.outage()).isPresent()) {
      throw new RuleBroken("outage.refused.earlier");
    }
    Map<Long, TakedownRequest> locked = new LinkedHashMap<>();
    Map<Long, List<Long>> hit = granted ? locked(tx, noticed.outage(), locked) : Map.of();
    if (granted && hit.isEmpty()) {
      throw new RuleBroken("outage.refused.none");
    }
    int count = OutageReach.count(hit);
    Role role = tx.person().roleFor(Permission.GIVE_TIME);
    long event =
        ledger.add(
            tx,
            Act.of(act, EventKind.OUTAGE_DECIDED, role, Side.MINISTRY)
                .with("outage", id)
                .with("granted", granted)
                .with("requests", hit.size())
                .with("items", count));
    Decision decision =
        new Decision(granted, reason, hit.size(), count, tx.now(), Optional.empty());
    if (!outages.decide(tx, event, id, decision)) {
      throw new Stale("outage");
    }
    hit.forEach(
        (request, ids) -> {
          TakedownRequest of = locked.get(request);
          if (of != null) {
            credit(tx, Act.part(act, request), role, noticed, of, items.fetch(tx, ids));
          }
        });
    return count;
  }

  /** Locks what it may reach, requests first, and finds out what it reaches. */
  private Map<Long, List<Long>> locked(Tx tx, Outage outage, Map<Long, TakedownRequest> locked) {
    List<Running> running = outages.running(tx, outage);
    running.stream()
        .map(Running::request)
        .distinct()
        .forEach(id -> locked.put(id, requests.lock(tx, id, Permission.GIVE_TIME)));
    items.lock(tx, running.stream().map(Running::item).toList());
    return reach.of(tx, outage, running);
  }

  private void credit(
      Tx tx, UUID act, Role role, Noticed noticed, TakedownRequest request, List<Item> hit) {
    long event =
        ledger.add(
            tx,
            Act.joint(act, EventKind.ITEMS_CREDITED, role)
                .behind(request.companyId())
                .on(request.id())
                .with("items", hit.size())
                .with("outage", noticed.id())
                .with("seconds", noticed.outage().length().toSeconds()));
    outages.credit(tx, event, noticed.id(), hit);
    standings.follow(tx, event, request.id(), hit);
  }
}
