package id.narahubung.verification;

import id.narahubung.addresses.ContentAddress;
import id.narahubung.data.Tx;
import id.narahubung.web.FormPage.Hidden;
import java.util.List;
import java.util.function.Consumer;

/**
 * A list that somebody chose.
 *
 * @param list each once
 * @param from the file it is of; empty where it is of none
 * @param kept what says once more which it is
 * @param work closes it
 */
record Chosen(List<Entry.Listed> list, String from, List<Hidden> kept, Consumer<Tx> work) {

  /** Names it: what was read is what is closed. */
  String sure() {
    return CloseList.seal(list);
  }

  /** What the command refuses anyway is not asked about. */
  boolean isAsked() {
    return !list.isEmpty() && list.size() <= CloseList.MOST;
  }

  /**
   * Items by their numbers; addresses, which have but a place in their list, as a page may show.
   */
  List<String> rows() {
    return list.stream()
        .map(
            each ->
                each.itemId().isPresent() ? each.number() : ContentAddress.defanged(each.address()))
        .toList();
  }
}
