package id.narahubung.requests;

import id.narahubung.requests.DraftPageMaker.Read;
import id.narahubung.requests.NarrowedRows.Filter;
import id.narahubung.requests.NarrowedRows.Look;
import id.narahubung.text.Words;
import id.narahubung.web.Field;
import id.narahubung.web.Field.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The rows of a draft's page: what needs a second look first, the others page by page. */
final class DraftRows {

  static final int ITEMS_A_PAGE = 200;

  private final Words words;
  private final PreviewWording preview;
  private final Read read;
  private final NarrowedRows narrowed;

  DraftRows(Words words, PreviewWording preview, Read read, NarrowedRows narrowed) {
    this.words = words;
    this.preview = preview;
    this.read = read;
    this.narrowed = narrowed;
  }

  List<DraftPage.Good> good(List<Preview.Row> rows) {
    return rows.stream()
        .map(
            row ->
                preview.good(
                    read.rules(),
                    row,
                    read.about(row),
                    narrowed.picked().has(row.item().ordinal())))
        .toList();
  }

  /** What needs a second look stands together, wherever in the paste it is. */
  List<Preview.Row> warned() {
    return narrowed.rows().stream()
        .filter(row -> !row.warnings().isEmpty())
        .limit(ITEMS_A_PAGE)
        .toList();
  }

  /** The others, in the order of the paste. */
  private List<Preview.Row> others() {
    Set<Preview.Row> above = new HashSet<>(warned());
    return narrowed.rows().stream().filter(row -> !above.contains(row)).toList();
  }

  /** A page of them. */
  List<Preview.Row> shown() {
    return others().stream()
        .filter(row -> row.item().ordinal() > read.after())
        .limit(ITEMS_A_PAGE)
        .toList();
  }

  DraftPage.Turning turning(Optional<DraftPage.Digest> glance) {
    List<Integer> others = others().stream().map(row -> row.item().ordinal()).toList();
    int before = (int) others.stream().filter(ordinal -> ordinal <= read.after()).count();
    int behind = before + ITEMS_A_PAGE;
    Set<Integer> boxes = new HashSet<>();
    warned().forEach(row -> boxes.add(row.item().ordinal()));
    shown().forEach(row -> boxes.add(row.item().ordinal()));
    glance.ifPresent(all -> all.sample().forEach(row -> boxes.add(row.ordinal())));
    return new DraftPage.Turning(
        before == 0 ? "" : start(others, before - ITEMS_A_PAGE),
        behind < others.size() ? start(others, behind) : "",
        words.say("draft.chosen", narrowed.picked().ordinals().size()),
        narrowed.picked().beside(boxes));
  }

  /** The ordinal behind which a page begins: 0 for the first. */
  private static String start(List<Integer> others, int from) {
    return from <= 0 ? "0" : Integer.toString(others.get(from - 1));
  }

  DraftPage.Narrowing narrowing() {
    Filter filter = narrowed.filter();
    String path = "/drafts/" + read.draft().id();
    Address here = Address.of(path, read.place(), Filter.NAMES);
    String start = Integer.toString(read.after());
    return new DraftPage.Narrowing(
        narrowed.isWorthIt(),
        !narrowed.all().isEmpty(),
        new Field(
            Filter.TEXT, words.say("draft.filter.text"), "", filter.text(), "", false, List.of()),
        Stream.of(looks(filter), kinds(filter)).flatMap(Optional::stream).toList(),
        filter.isNone() ? "" : words.say("draft.filter.found", found(), all()),
        narrowed.rows().isEmpty() ? "" : words.say("draft.filter.pick", narrowed.rows().size()),
        (read.after() == 0 ? here : here.with("after", start)).toString(),
        Address.of("/exports" + path + "/rows", read.place(), Filter.NAMES).toDownload(),
        here.with("after", "0").toString().replaceFirst("0$", ""));
  }

  private int found() {
    return narrowed.rows().size() + narrowed.bad().size();
  }

  private long all() {
    return narrowed.all().size() + narrowed.looks().getOrDefault(Look.BAD, 0L);
  }

  /** Only what there is to look at, with how many rows it finds. */
  private Optional<Field> looks(Filter filter) {
    return select(
        1,
        Filter.LOOK,
        filter.look().map(Look::code).orElse(""),
        Arrays.stream(Look.values())
            .filter(
                look ->
                    narrowed.looks().getOrDefault(look, 0L) > 0
                        || filter.look().filter(look::equals).isPresent())
            .map(
                look ->
                    new Choice(
                        look.code(),
                        words.say(
                            "draft.filter.choice",
                            words.say("draft.filter.look." + look.code()),
                            narrowed.looks().getOrDefault(look, 0L)),
                        "",
                        filter.look().filter(look::equals).isPresent()))
            .toList());
  }

  private Optional<Field> kinds(Filter filter) {
    return select(
        2,
        Filter.KIND,
        filter.kind().map(kind -> kind.code()).orElse(""),
        narrowed.kinds().stream()
            .map(
                kind ->
                    new Choice(
                        kind.code(),
                        words.say("kind." + kind.code()),
                        "",
                        filter.kind().filter(kind::equals).isPresent()))
            .toList());
  }

  /** Where fewer than so many could be chosen, it would change nothing. */
  private Optional<Field> select(int least, String name, String value, List<Choice> choices) {
    if (choices.size() < least && value.isEmpty()) {
      return Optional.empty();
    }
    List<Choice> all = new ArrayList<>();
    all.add(new Choice("", words.say("requests.all"), "", value.isEmpty()));
    all.addAll(choices);
    return Optional.of(
        new Field(name, words.say("draft.filter." + name), "", value, "", false, all));
  }
}
