package id.narahubung.requests;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Drafts new requests for items whose content came back: one draft for each old request, with its
 * content, which goes the way of every draft. Refused when the viewer may not draft; row by row,
 * where nothing came back or it is asked for already, where the rules in force do not know what it
 * was asked under, and where a restricted item may not be seen.
 */
public final class RedraftItems {

  private final RequestStore requests;
  private final ItemStore items;
  private final ReappearanceStore reappearances;
  private final RuleStore rules;
  private final SaveDraft save;

  public RedraftItems(
      RequestStore requests,
      ItemStore items,
      ReappearanceStore reappearances,
      RuleStore rules,
      SaveDraft save) {
    this.requests = requests;
    this.items = items;
    this.reappearances = reappearances;
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
    Set<Long> back = new HashSet<>(reappearances.waiting(tx, ids));
    RuleSet inForce = rules.inForce(tx);
    Map<Long, Optional<RequestContent>> contents = new HashMap<>();
    List<Item> drafted = new ArrayList<>();
    List<BulkResult.Refused> refused = new ArrayList<>();
    Map<Long, List<Item>> byRequest = new LinkedHashMap<>();
    for (Item item : found) {
      boolean known =
          contents
              .computeIfAbsent(item.requestId(), id -> content(requests.fetch(tx, id), inForce))
              .isPresent();
      if (!back.contains(item.id())) {
        refused.add(new BulkResult.Refused(item, "item.refused.redraft"));
      } else if (!known) {
        refused.add(new BulkResult.Refused(item, "redraft.refused.rules"));
      } else if (item.restricted() && !tx.viewer().may(Permission.SEE_RESTRICTED)) {
        refused.add(new BulkResult.Refused(item, "redraft.refused.restricted"));
      } else {
        byRequest.computeIfAbsent(item.requestId(), id -> new ArrayList<>()).add(item);
        drafted.add(item);
      }
    }
    if (drafted.isEmpty()) {
      throw new RuleBroken(
          refused.isEmpty() ? "item.refused.none_picked" : refused.getFirst().key());
    }
    UUID draftAct = act;
    for (Map.Entry<Long, List<Item>> entry : byRequest.entrySet()) {
      RequestContent content =
          contents.getOrDefault(entry.getKey(), Optional.empty()).orElseThrow();
      draft(tx, draftAct, entry.getKey(), content, entry.getValue());
      draftAct = Act.part(act, entry.getKey());
    }
    return new BulkResult(drafted, refused);
  }

  /** What the old request says, as far as the rules in force can say it; restricted stays so. */
  private static Optional<RequestContent> content(TakedownRequest old, RuleSet inForce) {
    return old.content()
        .under(inForce)
        .filter(
            content ->
                !old.restriction().restricted()
                    || inForce.category(content.categoryCode()).restricted());
  }

  private void draft(Tx tx, UUID act, long id, RequestContent content, List<Item> rows) {
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
