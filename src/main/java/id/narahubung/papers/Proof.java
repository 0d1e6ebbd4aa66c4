package id.narahubung.papers;

import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.evidence.Evidence;
import id.narahubung.ledger.Event;
import id.narahubung.letters.Letter;
import id.narahubung.platforms.Platform;
import id.narahubung.requests.Item;
import id.narahubung.requests.ItemAbout;
import id.narahubung.requests.ItemFacts;
import id.narahubung.requests.TakedownRequest;
import id.narahubung.rules.RuleSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that a proof pack says of a request: what the one it is made for may see, read in one
 * transaction.
 */
record Proof(
    Side madeFor,
    Instant madeAt,
    String ministry,
    TakedownRequest request,
    RuleSet rules,
    Platform platform,
    List<Item> items,
    Map<String, ItemAbout> abouts,
    Map<Long, ItemFacts> facts,
    List<Evidence> evidence,
    List<Letter> letters,
    List<Event> events) {

  /** What was written about a file: what one side wrote for itself is in no pack. */
  static String told(Evidence piece, String text) {
    return piece.share() == Share.BOTH ? text : "";
  }

  ItemAbout about(Item item) {
    return AddressOnPaper.about(item, abouts);
  }

  ItemFacts of(Item item) {
    ItemFacts found = facts.get(item.id());
    if (found == null) {
      throw new IllegalStateException("item " + item.id() + " has no facts");
    }
    return found;
  }
}
