package id.narahubung.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A row of a section, its cells by name. */
public record Row(Section section, Map<String, String> cells) {

  /** The name of the row of a section that has one. */
  static final String ONLY = "set";

  public Row {
    cells = Map.copyOf(cells);
  }

  /** The cell of this name; empty where it holds nothing. */
  public String cell(String name) {
    return cells.getOrDefault(name, "");
  }

  /** Its name within its section: the codes of what tells rows apart. */
  public String key() {
    List<Column> keys = section.keys();
    return keys.isEmpty()
        ? ONLY
        : keys.stream().map(key -> cell(key.name())).collect(Collectors.joining("."));
  }

  /** The codes a cell names. */
  List<String> codes(String name) {
    return cell(name).isEmpty() ? List.of() : Arrays.asList(cell(name).split(","));
  }

  /** Whether both say the same in a column; in which order rows are named says nothing. */
  boolean agrees(Row other, Column column) {
    if (column.type() == Column.Type.REFS) {
      return new HashSet<>(codes(column.name())).equals(new HashSet<>(other.codes(column.name())));
    }
    return column.cells().stream().allMatch(cell -> cell(cell).equals(other.cell(cell)));
  }

  /** Short for all that it says: whoever changes a row names what was read. */
  String print() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new TreeMap<>(cells)
          .forEach((name, cell) -> digest.update((name + "=" + cell + "\0").getBytes(UTF_8)));
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
