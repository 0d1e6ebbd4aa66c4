package id.narahubung.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever was written comes back as it was, and nothing of it can be computed on the way. */
final class SheetRoundTripTest {

  @Property(tries = 300)
  void every_table_comes_back(
      @ForAll("tables") List<List<String>> table, @ForAll SheetFormat format) throws BadSheet {
    assertThat(SheetReader.read(written(format, table)).rows()).isEqualTo(table);
  }

  @Property(tries = 300)
  void no_cell_of_a_csv_is_a_formula(@ForAll("cells") String cell) {
    assertThat(TextCell.write(cell)).doesNotMatch("(?s)[=+\\-@\\t\\r\\n].*");
    assertThat(TextCell.read(TextCell.write(cell))).isEqualTo(cell);
  }

  /** Two columns or more, and text in the last of them: rows end with their last filled cell. */
  @Provide
  Arbitrary<List<List<String>>> tables() {
    return Arbitraries.integers().between(2, 5).flatMap(this::tables);
  }

  private Arbitrary<List<List<String>>> tables(int width) {
    Arbitrary<List<String>> row =
        cells()
            .list()
            .ofSize(width)
            .map(
                cells -> {
                  List<String> ended = new ArrayList<>(cells);
                  ended.add("end");
                  return ended;
                });
    return row.list().ofMinSize(1).ofMaxSize(20);
  }

  @Provide
  Arbitrary<String> cells() {
    return Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(20),
            Arbitraries.strings().withChars("=+-@'\t\r\n\",;|ab1 ").ofMaxLength(8),
            Arbitraries.of(
                "=1+1",
                "+62 811",
                "-1",
                "@akun",
                "'=x",
                "''=x",
                "'",
                "1E5",
                "007",
                "_x000D_",
                "2026-03-02 08:15",
                "<b>&amp;</b>",
                "é🙂漢",
                "a\r\nb",
                "a\nb"))
        .map(SheetRoundTripTest::kept);
  }

  /** What a cell can hold: characters of XML, in whole code points, no blanks around them. */
  private static String kept(String cell) {
    StringBuilder kept = new StringBuilder();
    cell.codePoints()
        .filter(c -> c == '\t' || c == '\n' || c == '\r' || c >= ' ')
        .filter(c -> !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF)
        .forEach(kept::appendCodePoint);
    return kept.toString().strip();
  }

  static byte[] written(SheetFormat format, List<? extends List<?>> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SheetWriter writer = format.open(out, "Data")) {
      rows.forEach(writer::row);
    }
    return out.toByteArray();
  }
}
