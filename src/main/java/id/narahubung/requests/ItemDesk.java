package id.narahubung.requests;

import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What every act on items shares: lock the request, then the items; sort out which rows may; write
 * the event, the rows and what follows from them. A row that may not is named with its reason; when
 * none may, the act is refused.
 */
public final class ItemDesk {

  private final RequestStore requests;
  private final ItemStore items;
  private final FactStore facts;
  private final StandingStore standings;
  private final Ledger ledger;

  public ItemDesk(
      RequestStore requests,
      ItemStore items,
      FactStore facts,
      StandingStore standings,
      Ledger ledger) {
    this.requests = requests;
    this.items = items;
    this.facts = facts;
    this.standings = standings;
    this.ledger = ledger;
  }

  /** An item in hand, locked, with everything that happened to it. */
  record Case(TakedownRequest request, Item item, ItemFacts facts) {}

  /**
   * What an act does: its kind, which action it takes, and the rows it writes.
   *
   * @param body what the event says of a request's items
   * @param forOneself whether one side keeps it to itself: then no item moves by it
   */
  record Work(
      EventKind kind,
      ItemAction action,
      Function<Case, Optional<String>> refusal,
      Function<List<Case>, Map<String, Object>> body,
      Writer writer,
      boolean forOneself) {

    /** An act that both sides see. */
    Work(
        EventKind kind,
        ItemAction action,
        Function<Case, Optional<String>> refusal,
        Map<String, Object> body,
        Writer writer) {
      this(kind, action, refusal, cases -> body, writer, false);
    }
  }

  /** Writes an act's rows for the items that may, in one go. */
  interface Writer {
    void write(Tx tx, long event, List<Case> cases);
  }

  /**
   * Does the work on the picked items, request by request: one event each.
   *
   * @throws RuleBroken when no picked item may; the sentence is the first item's
   * @throws Stale when no picked item may because each was changed meanwhile
   */
  BulkResult run(Tx tx, UUID act, Collection<ItemRef> picked, Work work) {
    BulkResult result = runWhere(tx, act, picked, work);
    if (result.changed().isEmpty()) {
      throw refusal(result.refused());
    }
    return result;
  }

  /** The same where it is no refusal as a whole that no picked item may: each row says why. */
  BulkResult runWhere(Tx tx, UUID act, Collection<ItemRef> picked, Work work) {
    tx.viewer().require(work.action().permission());
    if (picked.isEmpty()) {
      throw new RuleBroken("item.refused.none_picked");
    }
    Map<Long, Integer> versions = new LinkedHashMap<>();
    picked.forEach(ref -> versions.put(ref.id(), ref.version()));
    List<Long> requestIds =
        items.fetch(tx, versions.keySet()).stream()
            .map(Item::requestId)
            .distinct()
            .sorted()
            .toList();
    List<Item> changed = new ArrayList<>();
    List<BulkResult.Refused> refused = new ArrayList<>();
    Map<Long, List<Case>> cases = new LinkedHashMap<>();
    Map<Long, TakedownRequest> locked = new LinkedHashMap<>();
    for (Long id : requestIds) {
      locked.put(id, requests.lock(tx, id, work.action().permission()));
    }
    List<Item> found = items.lock(tx, versions.keySet());
    Map<Long, ItemFacts> factsOf = facts.fetch(tx, found.stream().map(Item::id).toList());
    for (Item item : found) {
      TakedownRequest request = locked.get(item.requestId());
      ItemFacts fact = factsOf.get(item.id());
      if (request == null || fact == null) {
        continue;
      }
      Case inHand = new Case(request, item, fact);
      Optional<String> reason = reason(work, inHand, versions.getOrDefault(item.id(), 0));
      if (reason.isPresent()) {
        refused.add(new BulkResult.Refused(item, reason.get()));
      } else {
        cases.computeIfAbsent(request.id(), id -> new ArrayList<>()).add(inHand);
        changed.add(item);
      }
    }
    UUID eventAct = act;
    for (Map.Entry<Long, List<Case>> entry : cases.entrySet()) {
      write(tx, eventAct, entry.getValue(), work);
      eventAct = Act.part(act, entry.getKey());
    }
    return new BulkResult(changed, refused);
  }

  private static Optional<String> reason(Work work, Case inHand, int version) {
    if (inHand.item().version() != version) {
      return Optional.of("item.refused.stale");
    }
    Optional<String> rule = work.action().refusal(inHand.facts());
    return rule.isPresent() ? rule : work.refusal().apply(inHand);
  }

  private static RuntimeException refusal(List<BulkResult.Refused> refused) {
    if (refused.isEmpty()) {
      return new RuleBroken("item.refused.none_picked");
    }
    String key = refused.getFirst().key();
    return key.equals("item.refused.stale") ? new Stale("items") : new RuleBroken(key);
  }

  private void write(Tx tx, UUID act, List<Case> cases, Work work) {
    TakedownRequest request = cases.getFirst().request();
    PersonViewer person = tx.person();
    Role role = person.roleFor(work.action().permission());
    Act told =
        (work.forOneself()
                ? Act.of(act, work.kind(), role, person.side())
                : Act.joint(act, work.kind(), role))
            .behind(request.companyId())
            .on(request.id())
            .with("items", cases.size());
    for (Map.Entry<String, Object> more : work.body().apply(cases).entrySet()) {
      told = told.with(more.getKey(), more.getValue());
    }
    long event = ledger.add(tx, told);
    work.writer().write(tx, event, cases);
    if (!work.forOneself()) {
      standings.follow(tx, event, request.id(), cases.stream().map(Case::item).toList());
    }
  }
}
