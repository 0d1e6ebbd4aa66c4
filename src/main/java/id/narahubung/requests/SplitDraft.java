package id.narahubung.requests;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.addresses.AddressFinder;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Moves some of a draft's rows into a draft of their own, which goes its own way: for another
 * category, for another platform, or to be mended later. Refused when no row is moved, when the
 * draft is not being written, and when somebody changed it meanwhile.
 */
public final class SplitDraft {

  private final RequestStore requests;
  private final DraftStore drafts;
  private final SaveDraft save;
  private final Ledger ledger;

  public SplitDraft(RequestStore requests, DraftStore drafts, SaveDraft save, Ledger ledger) {
    this.requests = requests;
    this.drafts = drafts;
    this.save = save;
    this.ledger = ledger;
  }

  /** Moves these items; gives the id of the new draft, whose content is the old one's, changed. */
  public long run(
      Tx tx,
      UUID act,
      long id,
      int version,
      List<Item> leaving,
      UnaryOperator<RequestContent> change) {
    Set<String> addresses = leaving.stream().map(Item::url).collect(Collectors.toSet());
    List<String> given = leaving.stream().map(Item::urlGiven).toList();
    String rest = AddressFinder.without(drafts.pasted(tx, id), addresses, false);
    return run(tx, act, new Move(id, version, rest, given), change);
  }

  /** Leaves what cannot be filed behind in a draft of its own, to be mended without holding up. */
  long leaveBad(Tx tx, UUID act, long id, int version) {
    String pasted = drafts.pasted(tx, id);
    List<String> bad = AddressFinder.in(pasted).bad().stream().map(each -> each.given()).toList();
    String rest = AddressFinder.without(pasted, Set.of(), true);
    return run(tx, act, new Move(id, version, rest, bad), content -> content);
  }

  /** What stays and what goes, as texts. */
  private record Move(long id, int version, String rest, List<String> given) {}

  private long run(Tx tx, UUID act, Move move, UnaryOperator<RequestContent> change) {
    TakedownRequest draft = requests.lock(tx, move.id(), Permission.DRAFT_REQUESTS);
    RequestLifecycle.after(draft.stage(), RequestAction.EDIT);
    if (move.given().isEmpty()) {
      throw new RuleBroken("draft.refused.none_picked");
    }
    long made =
        save.run(
            tx,
            Act.part(act, "made"),
            SaveDraft.Target.splitFrom(draft.id()),
            change.apply(draft.content()),
            String.join("\n", move.given()));
    save.run(
        tx,
        Act.part(act, "rest"),
        SaveDraft.Target.change(draft.id(), move.version()),
        draft.content(),
        move.rest());
    ledger.add(
        tx,
        Act.of(act, EventKind.SPLIT, tx.person().roleFor(Permission.DRAFT_REQUESTS), Side.MINISTRY)
            .on(draft.id())
            .with("items", move.given().size())
            .with("draft", made));
    return made;
  }
}
