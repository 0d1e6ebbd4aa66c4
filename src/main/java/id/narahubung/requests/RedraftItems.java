package id.narahubung.requests;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Drafts new requests for items whose content came back: one draft for each old request, with its
 * content, which goes the way of every draft. Refused when the viewer may not draft, or not see
 * restricted items among them; row by row, where nothing came back or it is asked for already.
 */
public final class RedraftItems {

  private final RequestStore requests;
  private final ItemStore items;
  private final RecheckStore rechecks;
  private final RuleStore rules;
  private final SaveDraft save;

  public RedraftItems(
      RequestStore requests,
      ItemStore items,
      RecheckStore rechecks,
      RuleStore rules,
      SaveDraft save) {
    this.requests = requests;
    this.items = items;
    this.rechecks = rechecks;
    this.rules = rules;
    this.save = save;
  }

  public BulkResult run(Tx tx, UUID act, Collection<ItemRef> picked) {
    tx.viewer().require(Permission.DRAFT_REQUESTS);
    List<Long> ids = picked.stream().map(ItemRef::id).toList();
    items.fetch(tx, ids).stream()
        .map(Item::requestId)
        .distinct()
        .sorted()
        .forEach(id -> requests.lock(tx, id, Permission.DRAFT_REQUESTS));
    List<Item> found = items.lock(tx, ids);
    Set<Long> back = new HashSet<>(rechecks.cameBack(tx, ids));
    List<Item> drafted = new ArrayList<>();
    List<BulkResult.Refused> refused = new ArrayList<>();
    Map<Long, List<Item>> byRequest = new LinkedHashMap<>();
    for (Item item : found) {
      if (back.contains(item.id())) {
        byRequest.computeIfAbsent(item.requestId(), id -> new ArrayList<>()).add(item);
        drafted.add(item);
      } else {
        refused.add(new BulkResult.Refused(item, "item.refused.redraft"));
      }
    }
    if (drafted.isEmpty()) {
      throw new RuleBroken(
          refused.isEmpty() ? "item.refused.none_picked" : refused.getFirst().key());
    }
    RuleSet inForce = rules.inForce(tx);
    UUID draftAct = act;
    for (Map.Entry<Long, List<Item>> entry : byRequest.entrySet()) {
      draft(tx, draftAct, inForce, entry.getKey(), entry.getValue());
      draftAct = Act.part(act, entry.getKey());
    }
    return new BulkResult(drafted, refused);
  }

  private void draft(Tx tx, UUID act, RuleSet inForce, long id, List<Item> rows) {
    TakedownRequest old = requests.fetch(tx, id);
    RequestContent content = old.content().under(inForce);
    if (old.restriction().restricted() && !inForce.category(content.categoryCode()).restricted()) {
      throw new RuleBroken("redraft.refused.rules");
    }
    List<String> given = items.opened(tx, rows).stream().map(Item::urlGiven).toList();
    save.run(
        tx,
        act,
        SaveDraft.Target.startedFrom(Optional.of(id)),
        content,
        String.join("\n", given),
        items.about(tx, id));
  }
}
