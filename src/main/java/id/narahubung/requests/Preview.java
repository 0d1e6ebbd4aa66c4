package id.narahubung.requests;

import id.narahubung.addresses.ByHost;
import id.narahubung.addresses.ContentAddress;
import id.narahubung.addresses.ItemKind;
import id.narahubung.platforms.Platform;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a draft's items look like before they are filed: whose they are, and what needs a look. */
final class Preview {

  /**
   * One item of the draft.
   *
   * @param elsewhere the platform it belongs to, where that is not the draft's
   * @param unknown whether its host belongs to no platform of the portal
   */
  record Row(
      Item item,
      String host,
      Optional<Platform> elsewhere,
      boolean unknown,
      Set<Warning> warnings,
      Optional<Earlier> earlier) {

    /** Whether the site's owner is why to look twice. */
    boolean isWatched() {
      return warnings.stream().anyMatch(warning -> warning != Warning.WHOLE_SITE);
    }
  }

  private final List<Row> rows;

  private Preview(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * Of an own platform none of whose hosts is known nothing can be said: its rows may be its own.
   */
  static Preview of(
      List<Item> items,
      Platform own,
      ByHost<Platform> platforms,
      ByHost<Warning> watched,
      Map<Long, Earlier> earlier) {
    boolean judged = platforms.names().values().stream().anyMatch(each -> each.id() == own.id());
    List<Row> rows = new ArrayList<>();
    for (Item item : items) {
      ContentAddress address = ContentAddress.read(item.url());
      Optional<Platform> platform = platforms.of(address.host());
      Set<Warning> warnings = EnumSet.noneOf(Warning.class);
      if (address.isWholeSite()) {
        warnings.add(Warning.WHOLE_SITE);
      }
      watched.of(address.host()).ifPresent(warnings::add);
      rows.add(
          new Row(
              item,
              address.host(),
              platform.filter(each -> each.id() != own.id()),
              judged && platform.isEmpty() && !address.host().isEmpty(),
              warnings,
              Optional.ofNullable(earlier.get(item.id()))));
    }
    return new Preview(rows);
  }

  List<Row> rows() {
    return rows;
  }

  /** The rows of other platforms, by platform in the order of the paste. */
  Map<Platform, List<Row>> elsewhere() {
    Map<Platform, List<Row>> all = new LinkedHashMap<>();
    for (Row row : rows) {
      row.elsewhere()
          .ifPresent(platform -> all.computeIfAbsent(platform, each -> new ArrayList<>()).add(row));
    }
    return all;
  }

  /**
   * The rows on no platform of the portal whose domain may be blocked as a whole: a government,
   * education or news site is never offered for that, whatever stands on one of its pages; nor what
   * is only a part of a platform, such as an account.
   */
  List<Row> forBlockList() {
    return rows.stream()
        .filter(row -> row.item().kind() == ItemKind.URL && row.unknown() && !row.isWatched())
        .toList();
  }

  /** The domains of rows, each once, in order: what a block list names. */
  static List<String> domains(List<Row> rows) {
    return rows.stream().map(Row::host).distinct().sorted().toList();
  }

  /** Rows that need a second look, for one reason or another. */
  long warned() {
    return rows.stream().filter(row -> !row.warnings().isEmpty()).count();
  }

  /** Rows that were asked of the platform before. */
  long filedBefore() {
    return rows.stream().filter(row -> row.earlier().isPresent()).count();
  }
}
