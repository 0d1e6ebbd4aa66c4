package id.narahubung.verification;

import id.narahubung.addresses.ContentAddress;
import id.narahubung.data.Tx;
import id.narahubung.text.Words;
import id.narahubung.web.FormPage.Hidden;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A list that somebody chose.
 *
 * @param list each once
 * @param given the addresses as they came, some of them more than once; none where it is of items
 * @param from the file it is of; empty where it is of none
 * @param kept what says once more which it is
 * @param work closes it
 */
record Chosen(
    List<Entry.Listed> list,
    List<ContentAddress> given,
    String from,
    List<Hidden> kept,
    Consumer<Tx> work) {

  /** Names it: what was read is what is closed. */
  String sure() {
    return CloseList.seal(list);
  }

  /** How many are on it, and what of them may be there by mistake. */
  String told(Words words, List<String> hosts) {
    String about = words.say("sample.confirm.about", list.size());
    if (repeated() > 0) {
      about += " " + words.say("sample.confirm.repeated", repeated());
    }
    long foreign = foreign(hosts);
    return foreign > 0 ? about + " " + words.say("sample.confirm.foreign", foreign) : about;
  }

  /** How many lines name what another names already. */
  private int repeated() {
    return given.isEmpty() ? 0 : given.size() - list.size();
  }

  /** How many of it stand at no host of a platform; none where it has none. */
  private long foreign(List<String> hosts) {
    return given.stream()
        .distinct()
        .filter(each -> !hosts.isEmpty() && hosts.stream().noneMatch(each::isAt))
        .count();
  }

  /** What a page keeps of it, with its own name in the field for that. */
  List<Hidden> hidden(String sure) {
    return Stream.concat(kept.stream(), Stream.of(new Hidden(sure, sure()))).toList();
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
