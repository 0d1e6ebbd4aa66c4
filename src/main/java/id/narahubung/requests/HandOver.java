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
import java.util.stream.Collectors;

/**
 * Takes the rows on no platform of the portal out of a draft, as a list of domains for the national
 * block list: nobody here could answer them. What needs a second look because of whose site it is
 * stays in the draft. Refused when there is none, when the draft is not being written, and when
 * somebody changed it meanwhile.
 */
public final class HandOver {

  private final RequestStore requests;
  private final DraftStore drafts;
  private final PreviewStore previews;
  private final SaveDraft save;
  private final BlockListStore lists;
  private final Ledger ledger;

  public HandOver(
      RequestStore requests,
      DraftStore drafts,
      PreviewStore previews,
      SaveDraft save,
      BlockListStore lists,
      Ledger ledger) {
    this.requests = requests;
    this.drafts = drafts;
    this.previews = previews;
    this.save = save;
    this.lists = lists;
    this.ledger = ledger;
  }

  public void run(Tx tx, UUID act, long id, int version) {
    TakedownRequest draft = requests.lock(tx, id, Permission.DRAFT_REQUESTS);
    RequestLifecycle.after(draft.stage(), RequestAction.EDIT);
    List<Preview.Row> leaving = previews.of(tx, draft).forBlockList();
    if (leaving.isEmpty()) {
      throw new RuleBroken("draft.refused.none_picked");
    }
    Set<String> addresses =
        leaving.stream().map(row -> row.item().url()).collect(Collectors.toSet());
    String rest = AddressFinder.without(drafts.pasted(tx, id), addresses, false);
    save.run(
        tx, Act.part(act, "rest"), SaveDraft.Target.change(id, version), draft.content(), rest);
    List<String> domains = Preview.domains(leaving);
    long event =
        ledger.add(
            tx,
            Act.of(
                    act,
                    EventKind.HANDED_OVER,
                    tx.person().roleFor(Permission.DRAFT_REQUESTS),
                    Side.MINISTRY)
                .on(id)
                .with("items", leaving.size())
                .with("domains", domains.size()));
    lists.insert(tx, event, draft, String.join("\n", domains) + "\n");
  }
}
