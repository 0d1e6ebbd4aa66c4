package id.narahubung.papers;

import id.narahubung.requests.Item;
import id.narahubung.requests.ItemAbout;
import id.narahubung.requests.Wording;
import java.util.Map;

/** The one place that decides how an item's address, and what it says, stand on paper. */
final class AddressOnPaper {

  private AddressOnPaper() {}

  /** Defanged: programs that show a PDF make links of what looks like one. */
  static String of(Item item, Wording wording) {
    return wording.address(item);
  }

  /** What the ministry says about the address: it can tell as much as the address itself. */
  static ItemAbout about(Item item, Map<String, ItemAbout> abouts) {
    return abouts.getOrDefault(item.url(), ItemAbout.NOTHING);
  }
}
