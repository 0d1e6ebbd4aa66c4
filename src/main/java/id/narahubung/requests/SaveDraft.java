package id.narahubung.requests;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.addresses.AddressFinder;
import id.narahubung.addresses.Found;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Saves a draft: its content, what was pasted, and an item for each address found in that. Refused
 * when the viewer may not draft, when it awaits approval, and when somebody saved it meanwhile;
 * when it was restricted and the viewer lacks that permission, and when it becomes so and has
 * pictures.
 */
public final class SaveDraft {

  private final RequestStore requests;
  private final DraftStore drafts;
  private final ItemStore items;
  private final StandingStore standings;
  private final RuleStore rules;
  private final DraftUploadStore uploads;
  private final DraftReturnStore returns;
  private final Ledger ledger;

  public SaveDraft(
      RequestStore requests,
      DraftStore drafts,
      ItemStore items,
      StandingStore standings,
      RuleStore rules,
      DraftUploadStore uploads,
      DraftReturnStore returns,
      Ledger ledger) {
    this.requests = requests;
    this.drafts = drafts;
    this.items = items;
    this.standings = standings;
    this.rules = rules;
    this.uploads = uploads;
    this.returns = returns;
    this.ledger = ledger;
  }

  /**
   * Which draft: a version of an old one, or a new one, perhaps started from an earlier request or
   * split off from another draft.
   */
  public record Target(
      Optional<Long> id, int version, Optional<Long> startedFrom, Optional<Long> splitFrom) {

    public static Target change(long id, int version) {
      return new Target(Optional.of(id), version, Optional.empty(), Optional.empty());
    }

    public static Target startedFrom(Optional<Long> request) {
      return new Target(Optional.empty(), 0, request, Optional.empty());
    }

    static Target splitFrom(long draft) {
      return new Target(Optional.empty(), 0, Optional.empty(), Optional.of(draft));
    }
  }

  public long run(Tx tx, UUID act, Target target, RequestContent content, String pasted) {
    return run(tx, act, target, content, pasted, Map.of());
  }

  /** The same with what an uploaded table says about addresses, by their canonical form. */
  long run(
      Tx tx,
      UUID act,
      Target target,
      RequestContent content,
      String pasted,
      Map<String, ItemAbout> about) {
    tx.viewer().require(Permission.DRAFT_REQUESTS);
    RuleSet inForce = rules.inForce(tx);
    long id =
        target.id().isPresent()
            ? change(tx, target.id().get(), target.version(), inForce, content)
            : requests.insert(tx, inForce.id(), content);
    TakedownRequest draft = requests.fetch(tx, id);
    if (draft.restriction().restricted() && requests.hasPictures(tx, id)) {
      throw new RuleBroken("draft.refused.pictures");
    }
    requests.saveBases(tx, draft, inForce.id(), content.basisCodes());
    drafts.start(tx, draft, target);
    Found found = replaceItems(tx, draft, pasted, known(tx, target, about));
    if (draft.restriction().restricted()) {
      forget(tx, id);
    }
    ledger.add(
        tx,
        Act.of(
                act,
                EventKind.DRAFTED,
                tx.person().roleFor(Permission.DRAFT_REQUESTS),
                Side.MINISTRY)
            .on(id)
            .with("items", found.good().size())
            .with("bad", found.bad().size()));
    return id;
  }

  /** What else this draft, and those it was split off from, kept of addresses now restricted. */
  private void forget(Tx tx, long id) {
    uploads.dropAll(tx, id);
    returns.forgetPasted(tx, id);
    drafts.splitFrom(tx, id).ifPresent(from -> forget(tx, from));
  }

  /** Puts what was pasted, and an item for each address in it, in place of what was there. */
  Found replaceItems(Tx tx, TakedownRequest draft, String pasted, Map<String, ItemAbout> about) {
    Found found = AddressFinder.in(pasted);
    drafts.paste(tx, draft, pasted);
    items.replaceDraft(
        tx, draft.id(), draft.companyId(), draft.restriction().restricted(), found.good(), about);
    standings.countItems(tx, draft.id());
    return found;
  }

  /** Rows that leave a draft take with them what is known about them. */
  private Map<String, ItemAbout> known(Tx tx, Target target, Map<String, ItemAbout> told) {
    Map<String, ItemAbout> known = new HashMap<>();
    target.splitFrom().ifPresent(from -> known.putAll(items.about(tx, from)));
    known.putAll(told);
    return known;
  }

  private long change(Tx tx, long id, int version, RuleSet inForce, RequestContent content) {
    TakedownRequest draft = requests.lock(tx, id, Permission.DRAFT_REQUESTS);
    RequestLifecycle.after(draft.stage(), RequestAction.EDIT);
    if (draft.restriction().restricted()) {
      tx.viewer().require(Permission.SEE_RESTRICTED);
    }
    requests.save(tx, draft, version, inForce.id(), content);
    return id;
  }
}
