package id.narahubung.requests;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.Ledger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Shows what identifies restricted items, and tells of it: each showing is an event of whoever
 * looked. A ministry's stays with it, a company's is told to both sides, so that an auditor reads
 * every one. Refused without the permission, and where nothing is restricted.
 */
public final class ShowRestricted {

  private final ItemStore items;
  private final RestrictedStore restricted;
  private final Ledger ledger;

  public ShowRestricted(ItemStore items, RestrictedStore restricted, Ledger ledger) {
    this.items = items;
    this.restricted = restricted;
    this.ledger = ledger;
  }

  /** One item by its ordinal, or all of the request's. */
  List<RestrictedStore.Opened> run(
      Tx tx, UUID act, TakedownRequest request, Optional<Integer> ordinal) {
    tx.viewer().require(Permission.SEE_RESTRICTED);
    List<Item> asked =
        items.list(tx, request.id(), Optional.empty(), 0, DraftForm.MAX_ITEMS).stream()
            .filter(Item::restricted)
            .filter(item -> ordinal.isEmpty() || ordinal.get() == item.ordinal())
            .toList();
    if (asked.isEmpty()) {
      throw new RuleBroken("restricted.refused.none");
    }
    tell(tx, act, request, asked);
    Map<Long, RestrictedStore.Opened> opened = restricted.read(tx, asked);
    return asked.stream()
        .map(item -> Optional.ofNullable(opened.get(item.id())))
        .flatMap(Optional::stream)
        .toList();
  }

  private void tell(Tx tx, UUID act, TakedownRequest request, List<Item> asked) {
    Act told =
        Act.shown(act, tx.person())
            .on(request.id())
            .with("items", asked.size())
            .with("ordinals", asked.stream().map(Item::ordinal).toList());
    if (request.number().isEmpty()) {
      ledger.add(tx, told);
      return;
    }
    long event = ledger.add(tx, told.behind(request.companyId()));
    restricted.tell(tx, event, told.share(), asked);
  }
}
