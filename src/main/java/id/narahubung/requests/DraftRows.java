package id.narahubung.requests;

import id.narahubung.requests.DraftPageMaker.Read;
import id.narahubung.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of a draft's page: what needs a second look first, the others page by page. */
final class DraftRows {

  static final int ITEMS_A_PAGE = 200;

  private final Words words;
  private final PreviewWording preview;

  DraftRows(Words words, PreviewWording preview) {
    this.words = words;
    this.preview = preview;
  }

  List<DraftPage.Good> good(Read read, List<Preview.Row> rows) {
    return rows.stream()
        .map(row -> preview.good(read.rules(), row, read.about(row), read.isPicked(row)))
        .toList();
  }

  /** What needs a second look stands together, wherever in the paste it is. */
  static List<Preview.Row> warned(Read read) {
    return read.preview().rows().stream()
        .filter(row -> !row.warnings().isEmpty())
        .limit(ITEMS_A_PAGE)
        .toList();
  }

  /** The others, in the order of the paste. */
  private static List<Preview.Row> others(Read read) {
    Set<Preview.Row> above = new HashSet<>(warned(read));
    return read.preview().rows().stream().filter(row -> !above.contains(row)).toList();
  }

  /** A page of them. */
  static List<Preview.Row> shown(Read read) {
    return others(read).stream()
        .filter(row -> row.item().ordinal() > read.after())
        .limit(ITEMS_A_PAGE)
        .toList();
  }

  DraftPage.Turning turning(Read read, Optional<DraftPage.Digest> glance) {
    List<Integer> others = others(read).stream().map(row -> row.item().ordinal()).toList();
    int before = (int) others.stream().filter(ordinal -> ordinal <= read.after()).count();
    int behind = before + ITEMS_A_PAGE;
    Set<Integer> boxes = new HashSet<>();
    warned(read).forEach(row -> boxes.add(row.item().ordinal()));
    shown(read).forEach(row -> boxes.add(row.item().ordinal()));
    glance.ifPresent(all -> all.sample().forEach(row -> boxes.add(row.ordinal())));
    return new DraftPage.Turning(
        before == 0 ? "" : start(others, before - ITEMS_A_PAGE),
        behind < others.size() ? start(others, behind) : "",
        words.say("draft.chosen", read.picked().ordinals().size()),
        read.picked().beside(boxes));
  }

  /** The ordinal behind which a page begins: 0 for the first. */
  private static String start(List<Integer> others, int from) {
    return from <= 0 ? "0" : Integer.toString(others.get(from - 1));
  }
}
