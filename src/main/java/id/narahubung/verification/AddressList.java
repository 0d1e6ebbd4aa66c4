package id.narahubung.verification;

import id.narahubung.addresses.AddressFinder;
import id.narahubung.addresses.Found;
import id.narahubung.requests.ColumnGuess;
import id.narahubung.requests.ColumnGuess.Meaning;
import id.narahubung.sheets.BadSheet;
import id.narahubung.sheets.Sheet;
import id.narahubung.sheets.SheetReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The addresses of a list somebody sent: one a line, or those of the column that holds them. What
 * stands there and is none is told by its line, never left out in silence.
 *
 * @param wrong the lines that hold none; the first is 1
 */
record AddressList(List<String> addresses, List<Integer> wrong) {

  AddressList {
    addresses = List.copyOf(addresses);
    wrong = List.copyOf(wrong);
  }

  /**
   * Reads it.
   *
   * @param text whether it is plain text, in which a comma is a part of an address
   */
  static AddressList read(byte[] bytes, boolean text) throws BadSheet {
    Sheet sheet = text ? SheetReader.lines(bytes) : SheetReader.read(bytes);
    ColumnGuess guess = ColumnGuess.of(sheet);
    Optional<Integer> column = guess.column(Meaning.ADDRESS);
    List<String> addresses = new ArrayList<>();
    List<Integer> wrong = new ArrayList<>();
    for (int row = guess.header() ? 1 : 0; row < sheet.rows().size() && column.isPresent(); row++) {
      String cell = Sheet.cell(sheet.rows().get(row), column.get());
      List<String> found = addresses(cell);
      addresses.addAll(found);
      if (found.isEmpty() && !cell.isEmpty()) {
        wrong.add(row + 1);
      }
    }
    return new AddressList(addresses, wrong);
  }

  /** Reads what was pasted: an address a line. */
  static AddressList pasted(String text) {
    List<String> addresses = new ArrayList<>();
    List<Integer> wrong = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int at = 0; at < lines.size(); at++) {
      List<String> found = addresses(lines.get(at));
      addresses.addAll(found);
      if (found.isEmpty() && !lines.get(at).isBlank()) {
        wrong.add(at + 1);
      }
    }
    return new AddressList(addresses, wrong);
  }

  /** What a text names; nothing where one of them is none. */
  static List<String> addresses(String text) {
    Found found = AddressFinder.in(text);
    return found.bad().isEmpty()
        ? found.good().stream().map(each -> each.address().canonical()).toList()
        : List.of();
  }
}
