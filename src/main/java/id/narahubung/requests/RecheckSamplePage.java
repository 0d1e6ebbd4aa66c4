package id.narahubung.requests;

import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import java.util.List;

/**
 * All that samples/show.html may see.
 *
 * @param again how anybody draws the same again: a sentence, and below it a line for a shell
 */
record RecheckSamplePage(
    String title, List<Fact> facts, String again, String command, List<Row> rows) {

  /** An item that was drawn: the value that placed it, and what was found. */
  record Row(String number, String href, String address, String hash, Tag found) {}
}
