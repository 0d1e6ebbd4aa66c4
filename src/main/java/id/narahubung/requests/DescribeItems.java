package id.narahubung.requests;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Writes the finding of some of a draft's restricted items, in the place of a picture. Refused
 * without the permission, when the draft is not being written, and when none was chosen.
 */
public final class DescribeItems {

  private final RequestStore requests;
  private final DraftStore drafts;
  private final ItemStore items;
  private final RestrictedStore restricted;
  private final Ledger ledger;

  public DescribeItems(
      RequestStore requests,
      DraftStore drafts,
      ItemStore items,
      RestrictedStore restricted,
      Ledger ledger) {
    this.requests = requests;
    this.drafts = drafts;
    this.items = items;
    this.restricted = restricted;
    this.ledger = ledger;
  }

  void run(Tx tx, UUID act, long id, Set<Integer> ordinals, WrittenFinding finding) {
    TakedownRequest draft = requests.lock(tx, id, Permission.DRAFT_REQUESTS);
    RequestLifecycle.after(draft.stage(), RequestAction.EDIT);
    requireRestricted(draft);
    tx.viewer().require(Permission.SEE_RESTRICTED);
    List<Item> chosen =
        items.list(tx, id, Optional.empty(), 0, DraftForm.MAX_ITEMS).stream()
            .filter(item -> ordinals.contains(item.ordinal()))
            .toList();
    if (chosen.isEmpty()) {
      throw new RuleBroken("draft.refused.none_picked");
    }
    restricted.describe(tx, chosen, finding);
    drafts.addAuthor(tx, draft);
    ledger.add(
        tx,
        Act.of(
                act,
                EventKind.DESCRIBED,
                tx.person().roleFor(Permission.DRAFT_REQUESTS),
                Side.MINISTRY)
            .on(id)
            .with("items", chosen.size()));
  }

  static void requireRestricted(TakedownRequest draft) {
    if (!draft.restriction().restricted()) {
      throw new RuleBroken("finding.refused.not_restricted");
    }
  }
}
