package id.narahubung.requests;

import id.narahubung.addresses.AddressFinder;
import id.narahubung.addresses.Found;
import id.narahubung.addresses.FoundAddress;
import id.narahubung.addresses.ItemKind;
import id.narahubung.addresses.RepeatedAddress;
import id.narahubung.requests.ColumnGuess.Meaning;
import id.narahubung.sheets.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A table's rows with the meaning of its columns, put behind what a draft holds: one line a row, so
 * that the paste stays the one source of a draft's items; what the other columns say goes with the
 * address.
 */
final class UploadedRows {

  private final Sheet sheet;
  private final boolean header;
  private final Map<Meaning, Integer> columns;

  UploadedRows(Sheet sheet, boolean header, Map<Meaning, Integer> columns) {
    this.sheet = sheet;
    this.header = header;
    this.columns = Map.copyOf(columns);
  }

  /**
   * What is to be saved.
   *
   * @param added how many rows have an address, one that stood in the draft before included
   * @param about by canonical address
   */
  record Outcome(String pasted, Found found, int added, Map<String, ItemAbout> about) {}

  private List<List<String>> rows() {
    return sheet.rows().subList(header ? 1 : 0, sheet.rows().size());
  }

  int size() {
    return rows().size();
  }

  /** The first row, counted as the file has them, whose other columns an item cannot hold. */
  Optional<Integer> tooLong() {
    List<List<String>> rows = rows();
    for (int i = 0; i < rows.size(); i++) {
      if (!about(rows.get(i)).fits()) {
        return Optional.of(i + (header ? 2 : 1));
      }
    }
    return Optional.empty();
  }

  Outcome after(String pasted) {
    List<String> lines = new ArrayList<>(pasted.stripTrailing().lines().toList());
    int before = lines.size();
    rows().forEach(row -> lines.add(line(row)));
    String all = String.join("\n", lines);
    Found found = AddressFinder.in(all);
    Map<String, ItemAbout> about = new HashMap<>();
    found.good().forEach(each -> tell(about, each.line() - before, each.address().canonical()));
    found
        .repeated()
        .forEach(each -> tell(about, each.line() - before, each.first().address().canonical()));
    long added =
        IntStream.concat(
                found.good().stream().mapToInt(FoundAddress::line),
                found.repeated().stream().mapToInt(RepeatedAddress::line))
            .filter(line -> line > before)
            .distinct()
            .count();
    return new Outcome(all, found, (int) added, about);
  }

  /** What a row files: its address, or what its kind makes of it. */
  private String line(List<String> row) {
    String address = cell(row, Meaning.ADDRESS);
    String kind = cell(row, Meaning.KIND);
    boolean names = ItemKind.named(kind).filter(each -> each != ItemKind.URL).isPresent();
    return names && !address.isEmpty() ? kind.strip() + ": " + address : address;
  }

  private void tell(Map<String, ItemAbout> about, int row, String canonical) {
    if (row >= 1 && !about(rows().get(row - 1)).isEmpty()) {
      about.merge(canonical, about(rows().get(row - 1)), ItemAbout::and);
    }
  }

  private ItemAbout about(List<String> row) {
    return new ItemAbout(
        cell(row, Meaning.NOTE), cell(row, Meaning.ACCOUNT), cell(row, Meaning.TIME));
  }

  /** A cell may hold lines of its own; a line of the paste may not. */
  private String cell(List<String> row, Meaning meaning) {
    Integer column = columns.get(meaning);
    String cell = column == null ? "" : Sheet.cell(row, column);
    return meaning == Meaning.NOTE ? cell : String.join(" ", cell.lines().toList());
  }
}
