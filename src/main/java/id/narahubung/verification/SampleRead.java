package id.narahubung.verification;

import id.narahubung.access.NotFound;
import id.narahubung.access.Side;
import id.narahubung.addresses.ContentAddress;
import id.narahubung.data.Tx;
import id.narahubung.requests.Item;
import id.narahubung.requests.ItemStore;
import id.narahubung.requests.Wording;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.verification.Entry.Seen;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A step's sample as its pages read it, in one transaction.
 *
 * @param toLook those drawn, in the order in which they are looked at; empty before the draw
 * @param items the items of those that are shown
 * @param last from where the one before was looked at
 * @param evidence files to close the list from; none once it is closed
 * @param listed whether the promise lists what it is about
 */
record SampleRead(
    VerificationStep step,
    RuleSet rules,
    Optional<Sample> sample,
    List<Entry> toLook,
    Map<Long, Item> items,
    Optional<Seen> last,
    List<PopulationStore.Evidence> evidence,
    boolean listed,
    Instant now) {

  /** What it is read from. */
  record Stores(
      VerificationStore steps,
      SampleStore samples,
      PopulationStore populations,
      ItemStore items,
      RuleStore rules) {}

  /**
   * Of a step; NotFound where its method draws no sample, and for a company.
   *
   * @param shown which of those drawn are shown: their items are read, too
   */
  static SampleRead of(Tx tx, Stores stores, String number, UnaryOperator<List<Entry>> shown) {
    if (tx.person().side() == Side.COMPANY) {
      throw new NotFound("sample of " + number);
    }
    VerificationStep step = stores.steps().fetch(tx, number);
    RuleSet set = stores.rules().fetch(tx, step.ruleSetId());
    if (!CloseList.isSampled(set.checkMethod(step.methodCode()))) {
      throw new NotFound("sample of " + number);
    }
    Optional<Sample> sample = stores.samples().find(tx, step);
    List<Entry> toLook =
        sample.flatMap(Sample::drawn).isPresent() ? stores.samples().toLook(tx, step) : List.of();
    return new SampleRead(
        step,
        set,
        sample,
        toLook,
        stores
            .items()
            .fetch(
                tx, shown.apply(toLook).stream().flatMap(each -> each.itemId().stream()).toList())
            .stream()
            .collect(Collectors.toMap(Item::id, Function.identity())),
        stores.samples().lastSeen(tx, step),
        sample.isPresent() ? List.of() : stores.populations().evidence(tx, step),
        sample.isEmpty()
            && stores
                .populations()
                .items(tx, step)
                .filter(text -> !AddressList.addresses(text).isEmpty())
                .isPresent(),
        tx.now());
  }

  boolean isOpen() {
    return step.stage().isOpen();
  }

  Sample.Source source() {
    return sample.map(Sample::source).orElse(Sample.Source.ADDRESSES);
  }

  String href() {
    return "/verifications/" + step.number() + "/sample";
  }

  /** As pages and files may show it: inert, and of a restricted item nothing. */
  String address(Words words, Entry entry) {
    return entry
        .itemId()
        .map(items::get)
        .map(item -> new Wording(words, now).address(item))
        .orElseGet(() -> ContentAddress.defanged(entry.address()));
  }

  /** What may be copied of it. */
  String copied(Entry entry) {
    return entry
        .itemId()
        .map(items::get)
        .map(Item::copied)
        .orElse(entry.itemId().isPresent() ? "" : entry.address());
  }

  /** Where an item's own page is; empty of what is none. */
  static String itemHref(Entry entry) {
    if (entry.itemId().isEmpty()) {
      return "";
    }
    String[] parts = entry.number().split("/", 2);
    return "/requests/" + parts[0] + "/items/" + Integer.parseInt(parts[1]);
  }

  static String stratum(Words words, String code) {
    return code.equals("addresses")
        ? words.say("sample.stratum.addresses")
        : words.say("sample.stratum", code.replace("/", ", "));
  }
}
