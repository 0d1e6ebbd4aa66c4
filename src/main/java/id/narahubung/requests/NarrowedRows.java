package id.narahubung.requests;

import id.narahubung.access.BadInput;
import id.narahubung.addresses.BadAddress;
import id.narahubung.addresses.Found;
import id.narahubung.addresses.ItemKind;
import id.narahubung.addresses.RepeatedAddress;
import id.narahubung.web.Form;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of a draft that its page is narrowed to, and those of them that are chosen. What is
 * chosen and hidden by the filter stays chosen.
 *
 * @param all every row that can be filed
 * @param rows those that the filter finds
 * @param bad what cannot be filed, as far as the filter finds it
 * @param repeated the same of what stands in the paste again
 */
record NarrowedRows(
    Filter filter,
    List<Preview.Row> all,
    List<Preview.Row> rows,
    List<BadAddress> bad,
    List<RepeatedAddress> repeated,
    Map<Look, Long> looks,
    Picked picked) {

  /** The names of the buttons that choose all that the filter finds, and nothing any more. */
  static final String PICK = "pick";

  static final String DROP = "drop";

  /** Fewer are read at a glance. */
  private static final int FEW = 10;

  NarrowedRows {
    all = List.copyOf(all);
    rows = List.copyOf(rows);
    bad = List.copyOf(bad);
    repeated = List.copyOf(repeated);
  }

  /** Why a row may need to be looked at. */
  enum Look {
    WARNED,
    FILED,
    TWICE,
    ELSEWHERE,
    BAD;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Look named(String code) {
      return Arrays.stream(values())
          .filter(each -> each.code().equals(code))
          .findFirst()
          .orElseThrow(() -> new BadInput("no such look"));
    }
  }

  /** What is asked for; each part may be left out. */
  record Filter(String text, Optional<Look> look, Optional<ItemKind> kind) {

    static final String TEXT = "text";
    static final String LOOK = "look";
    static final String KIND = "kind";

    /** The names in an address. */
    static final List<String> NAMES = List.of(TEXT, LOOK, KIND);

    static Filter of(Form asked) {
      return new Filter(
          asked.text(TEXT),
          Optional.of(asked.text(LOOK)).filter(each -> !each.isEmpty()).map(Look::named),
          Optional.of(asked.text(KIND)).filter(each -> !each.isEmpty()).map(Filter::kind));
    }

    private static ItemKind kind(String code) {
      return Arrays.stream(ItemKind.values())
          .filter(each -> each.code().equals(code))
          .findFirst()
          .orElseThrow(() -> new BadInput("no such kind"));
    }

    boolean isNone() {
      return text.isEmpty() && look.isEmpty() && kind.isEmpty();
    }

    /** An address may be typed as it is shown here, so that nobody can follow it by accident. */
    private String piece() {
      return plain(text).replace("[.]", ".").replaceFirst("^hxxp", "http");
    }

    private boolean isIn(Stream<String> texts) {
      String piece = piece();
      return piece.isEmpty() || texts.anyMatch(each -> plain(each).contains(piece));
    }

    private static String plain(String text) {
      return text.toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Narrows a draft's rows. What identifies the items of a restricted draft is shown on demand and
   * with an event: a filter may not tell it either, so that no text is found in them.
   *
   * @param place what says which rows to show: the address, or the form of the rows
   * @param form what was chosen
   * @param about what is known about the rows, by their canonical address
   */
  static NarrowedRows of(
      Form place,
      Form form,
      Preview preview,
      Found found,
      Map<String, ItemAbout> about,
      boolean restricted) {
    Filter filter = Filter.of(place);
    Set<String> twice =
        found.repeated().stream()
            .map(again -> again.first().address().canonical())
            .collect(Collectors.toSet());
    List<Preview.Row> rows =
        preview.rows().stream()
            .filter(
                row ->
                    filter.look().filter(look -> !is(look, row, twice)).isEmpty()
                        && filter.kind().filter(kind -> kind != row.item().kind()).isEmpty()
                        && filter.isIn(
                            texts(row, about.getOrDefault(row.item().url(), ItemAbout.NOTHING))))
            .toList();
    boolean others = filter.kind().isEmpty();
    return new NarrowedRows(
        filter,
        preview.rows(),
        rows,
        found.bad().stream()
            .filter(bad -> others && filter.look().filter(look -> look != Look.BAD).isEmpty())
            .filter(bad -> filter.isIn(restricted ? Stream.of() : Stream.of(bad.given())))
            .toList(),
        found.repeated().stream()
            .filter(bad -> others && filter.look().filter(look -> look != Look.TWICE).isEmpty())
            .filter(again -> filter.isIn(restricted ? Stream.of() : Stream.of(again.given())))
            .toList(),
        looks(preview, found, twice),
        picked(form, rows));
  }

  private static Stream<String> texts(Preview.Row row, ItemAbout about) {
    Item item = row.item();
    return item.restricted()
        ? Stream.of()
        : Stream.concat(
            Stream.of(item.url(), item.urlGiven(), about.note(), about.account(), about.time()),
            about.identifiers().values().stream());
  }

  private static boolean is(Look look, Preview.Row row, Set<String> twice) {
    return switch (look) {
      case WARNED -> !row.warnings().isEmpty();
      case FILED -> row.earlier().isPresent();
      case TWICE -> twice.contains(row.item().url());
      case ELSEWHERE -> row.elsewhere().isPresent() || row.unknown();
      case BAD -> false;
    };
  }

  /** How many rows each look finds by itself. */
  private static Map<Look, Long> looks(Preview preview, Found found, Set<String> twice) {
    return Arrays.stream(Look.values())
        .collect(
            Collectors.toMap(
                look -> look,
                look ->
                    look == Look.BAD
                        ? found.bad().size()
                        : preview.rows().stream().filter(row -> is(look, row, twice)).count()));
  }

  private static Picked picked(Form form, List<Preview.Row> rows) {
    if (form.has(DROP)) {
      return new Picked(Set.of());
    }
    Picked before = Picked.of(form);
    if (!form.has(PICK)) {
      return before;
    }
    Set<Integer> all = new HashSet<>(before.ordinals());
    rows.forEach(row -> all.add(row.item().ordinal()));
    return new Picked(all);
  }

  /** Whether there is enough to narrow. */
  boolean isWorthIt() {
    return !filter.isNone() || all.size() + looks.getOrDefault(Look.BAD, 0L) > FEW;
  }

  /** All of the draft's kinds, in their own order. */
  List<ItemKind> kinds() {
    return all.stream().map(row -> row.item().kind()).distinct().sorted().toList();
  }
}
