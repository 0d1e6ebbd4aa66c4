package id.narahubung.requests;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.addresses.AddressFinder;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Strikes rows from a draft that is being approved: they stay behind in a draft of their own, with
 * the reason. Whoever strikes writes nothing into the order, and so may still approve it.
 */
final class StrikeRows {

  private final RequestStore requests;
  private final DraftStore drafts;
  private final ItemStore items;
  private final SaveDraft save;
  private final MessageStore messages;
  private final Ledger ledger;

  StrikeRows(
      RequestStore requests,
      DraftStore drafts,
      ItemStore items,
      SaveDraft save,
      MessageStore messages,
      Ledger ledger) {
    this.requests = requests;
    this.drafts = drafts;
    this.items = items;
    this.save = save;
    this.messages = messages;
    this.ledger = ledger;
  }

  /** Which rows go, by their ordinals, and why. */
  record Strike(Set<Integer> ordinals, String reason) {

    static final Strike NONE = new Strike(Set.of(), "");

    Strike {
      ordinals = Set.copyOf(ordinals);
    }

    boolean isNone() {
      return ordinals.isEmpty();
    }
  }

  /** Takes the rows out of the locked draft; gives how many stay. */
  int run(Tx tx, UUID act, TakedownRequest waiting, Strike strike) {
    if (strike.isNone()) {
      return waiting.counts().items();
    }
    List<Item> all = items.list(tx, waiting.id(), Optional.empty(), 0, Integer.MAX_VALUE);
    Predicate<Item> struck = item -> strike.ordinals().contains(item.ordinal());
    List<Item> leaving = items.opened(tx, all.stream().filter(struck).toList());
    if (leaving.size() == all.size()) {
      throw new RuleBroken("send.refused.all_struck");
    }
    long made =
        save.run(
            tx,
            Act.part(act, "made"),
            SaveDraft.Target.splitFrom(waiting.id()),
            waiting.content(),
            String.join("\n", leaving.stream().map(Item::urlGiven).toList()));
    long event =
        ledger.add(
            tx,
            Act.of(
                    Act.part(act, "struck"),
                    EventKind.STRUCK,
                    tx.person().roleFor(Permission.SEND_REQUESTS),
                    Side.MINISTRY)
                .on(waiting.id())
                .with("items", leaving.size())
                .with("draft", made));
    messages.insert(tx, event, requests.fetch(tx, made), Share.MINISTRY, strike.reason());
    Set<String> addresses = leaving.stream().map(Item::url).collect(Collectors.toSet());
    save.replaceItems(
        tx,
        waiting,
        AddressFinder.without(drafts.pasted(tx, waiting.id()), addresses, false),
        Map.of());
    return all.size() - leaving.size();
  }
}
