package id.narahubung.status;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.sheets.SheetFormat;
import id.narahubung.testing.Downloads;
import id.narahubung.testing.Http;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The columns of a week's files, in both languages, of which those that count hold numbers. */
final class StatusColumns {

  private static final List<String> COLUMNS =
      List.of(
          "minggu perusahaan kategori kode_indikator indikator jenis pembilang penyebut persentase"
              + " selang_bawah selang_atas median_menit p90_menit",
          "week company category measure_code measure kind numerator denominator share interval_low"
              + " interval_high median_minutes p90_minutes");

  private static final List<List<String>> MORE_COLUMNS =
      List.of(
          List.of(
              "Keadaan",
              "Alasan",
              "Yang dihitung",
              "Dari",
              "Dari waktu",
              "Sampai waktu",
              "Data per",
              "Segel data"),
          List.of(
              "Standing",
              "Reason",
              "Counted",
              "Out of",
              "From",
              "To",
              "Data as of",
              "Seal of the data"));

  /** From the numerator on: what is counted, never a text where it is there. */
  private static final int NUMBERS_FROM = 6;

  private static final int NUMBERS_TO = 13;

  static void areThere(Http reader, Http.Page page) {
    for (int language = 0; language < 2; language++) {
      List<String> heads = new ArrayList<>(List.of(COLUMNS.get(language).split(" ")));
      heads.addAll(MORE_COLUMNS.get(language));
      List<List<String>> csv = Downloads.all(reader, Downloads.href(page, SheetFormat.CSV));
      String xlsx = Downloads.href(page, SheetFormat.XLSX);
      assertThat(csv.getFirst()).isEqualTo(heads);
      assertThat(Downloads.all(reader, xlsx)).hasSameSizeAs(csv).startsWith(heads);
      List<String> open =
          csv.stream().filter(row -> row.get(3).equals("overdue_urgent")).findFirst().orElseThrow();
      assertThat(open.subList(NUMBERS_FROM, NUMBERS_TO))
          .containsExactly("3", "", "", "", "", "", "");
      assertThat(open.subList(0, 2)).containsExactly("2026-W10", "PT Klip");
      assertThat(open.getLast()).matches("[0-9a-f]{64}");
      List<Cell> cells = cells(reader.getBytes(xlsx));
      assertThat(cells)
          .extracting(Cell::getColumnIndex)
          .contains(NUMBERS_FROM, NUMBERS_FROM + 1, NUMBERS_FROM + 2);
      assertThat(cells)
          .allMatch(each -> (each.getType() == CellType.NUMBER) == isNumber(each.getColumnIndex()));
      reader.submit("/account", "/language", Map.of());
    }
  }

  private static boolean isNumber(int column) {
    return column >= NUMBERS_FROM && column < NUMBERS_TO;
  }

  /** Those below the heads that hold something. */
  private static List<Cell> cells(byte[] file) {
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file));
        Stream<Row> rows = book.getFirstSheet().openStream()) {
      return rows.skip(1)
          .flatMap(Row::stream)
          .filter(Objects::nonNull)
          .filter(each -> !each.getText().isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private StatusColumns() {}
}
