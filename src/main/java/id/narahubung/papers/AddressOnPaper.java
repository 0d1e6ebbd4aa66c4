package id.narahubung.papers;

import id.narahubung.addresses.ContentAddress;
import id.narahubung.requests.Item;
import id.narahubung.requests.ItemAbout;
import id.narahubung.requests.Wording;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The one place that decides how an item's address, and what it says, stand on paper. */
final class AddressOnPaper {

  private AddressOnPaper() {}

  /** Defanged: programs that show a PDF make links of what looks like one. */
  static String of(Item item, Wording wording) {
    return wording.address(item);
  }

  /** What identifies it, for programs: without words, defanged; nothing of a restricted item. */
  static Optional<String> plain(Item item) {
    return Optional.of(item.copied())
        .filter(identity -> !identity.isEmpty())
        .map(
            identity ->
                ContentAddress.isAddress(identity)
                    ? ContentAddress.defanged(identity)
                    : ContentAddress.inert(identity));
  }

  /** What else identifies it, by code, and as inert. */
  static Map<String, String> identifiers(ItemAbout about) {
    return about.identifiers().entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, each -> ContentAddress.inert(each.getValue())));
  }

  /** What the ministry says about the address: it can tell as much as the address itself. */
  static ItemAbout about(Item item, Map<String, ItemAbout> abouts) {
    return abouts.getOrDefault(item.url(), ItemAbout.NOTHING);
  }
}
