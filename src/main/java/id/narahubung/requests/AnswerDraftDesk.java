package id.narahubung.requests;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What every act on drafts of answers shares: lock their requests, sort out which drafts may, one
 * event of the company's own for each request. A draft that may not is named with its reason.
 */
final class AnswerDraftDesk {

  private final RequestStore requests;
  private final ItemStore items;
  private final AnswerDraftStore drafts;
  private final Ledger ledger;

  AnswerDraftDesk(RequestStore requests, ItemStore items, AnswerDraftStore drafts, Ledger ledger) {
    this.requests = requests;
    this.items = items;
    this.drafts = drafts;
    this.ledger = ledger;
  }

  /** What an act does. */
  record Work(
      EventKind kind,
      Permission permission,
      Function<AnswerDraft, Optional<String>> refusal,
      Writer writer) {}

  /** Writes what becomes of the drafts that may. */
  interface Writer {
    void write(Tx tx, long event, List<AnswerDraft> drafts);
  }

  /** Drafts in hand: nobody changes them, or their items, until the transaction ends. */
  record Locked(List<AnswerDraft> drafts, Map<Long, Item> items) {

    Item item(AnswerDraft draft) {
      Item item = items.get(draft.itemId());
      if (item == null) {
        throw new IllegalStateException("draft " + draft.id() + " has no item");
      }
      return item;
    }
  }

  /**
   * Locks them.
   *
   * @throws NotFound when the viewer sees none of them
   */
  Locked lock(Tx tx, Collection<Long> ids, Permission permission) {
    tx.viewer().require(permission);
    if (ids.isEmpty()) {
      throw new RuleBroken("draft_answer.refused.none_picked");
    }
    List<AnswerDraft> found = drafts.fetch(tx, ids);
    if (found.isEmpty()) {
      throw new NotFound("answer drafts");
    }
    found.stream()
        .map(AnswerDraft::requestId)
        .distinct()
        .sorted()
        .forEach(request -> requests.lock(tx, request, permission));
    Map<Long, Item> now = new HashMap<>();
    items
        .fetch(tx, found.stream().map(AnswerDraft::itemId).toList())
        .forEach(item -> now.put(item.id(), item));
    return new Locked(drafts.fetch(tx, ids), now);
  }

  /**
   * Does the work on those that may.
   *
   * @throws RuleBroken when none may; the sentence is the first one's
   */
  BulkResult run(Tx tx, UUID act, Collection<Long> ids, Work work) {
    Locked locked = lock(tx, ids, work.permission());
    List<Item> changed = new ArrayList<>();
    List<BulkResult.Refused> refused = new ArrayList<>();
    Map<Long, List<AnswerDraft>> byRequest = new LinkedHashMap<>();
    for (AnswerDraft draft : locked.drafts()) {
      Item item = locked.item(draft);
      Optional<String> reason = work.refusal().apply(draft);
      if (reason.isPresent()) {
        refused.add(new BulkResult.Refused(item, reason.get()));
      } else {
        changed.add(item);
        byRequest.computeIfAbsent(draft.requestId(), id -> new ArrayList<>()).add(draft);
      }
    }
    if (changed.isEmpty()) {
      throw new RuleBroken(refused.getFirst().key());
    }
    UUID eventAct = act;
    for (Map.Entry<Long, List<AnswerDraft>> entry : byRequest.entrySet()) {
      long company = locked.item(entry.getValue().getFirst()).companyId();
      long event =
          ledger.add(
              tx,
              Act.of(eventAct, work.kind(), tx.person().roleFor(work.permission()), Side.COMPANY)
                  .behind(company)
                  .on(entry.getKey())
                  .with("items", entry.getValue().size()));
      work.writer().write(tx, event, entry.getValue());
      eventAct = Act.part(act, entry.getKey());
    }
    return new BulkResult(changed, refused);
  }
}
