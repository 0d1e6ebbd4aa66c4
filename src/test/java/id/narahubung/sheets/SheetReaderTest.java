package id.narahubung.sheets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What is read from a file, and what is refused, by its bytes alone. */
final class SheetReaderTest {

  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String NAMES =
      " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

  @Test
  void the_separator_is_the_one_that_cuts_the_lines_evenly() {
    for (String separator : List.of(",", ";", "\t")) {
      assertThat(rows("a%sb c\n1%s2\n3%s\"4%s5\"".replace("%s", separator)))
          .as(separator)
          .hasSize(3)
          .contains(List.of("1", "2"), List.of("3", "4" + separator + "5"));
    }
    assertThat(rows("sep=;\r\na,b;c\r\nd,e;f"))
        .containsExactly(List.of("a,b", "c"), List.of("d,e", "f"));
  }

  @Test
  void text_that_is_no_table_is_one_column_and_keeps_its_lines() {
    assertThat(rows("Yth. Bapak, mohon\nditutup\n\nhttps://a.example/v/1,2\n"))
        .containsExactly(
            List.of("Yth. Bapak, mohon"), List.of("ditutup"), List.of("https://a.example/v/1,2"));
    assertThat(rows("\"Tutup\" katanya\nhttps://a.example/1")).hasSize(2);
  }

  @Test
  void the_encoding_is_told_by_its_mark_or_by_the_bytes() throws BadSheet {
    String text = "url,catatan\nhttps://a.example/1,“é”";
    List<String> second = List.of("https://a.example/1", "“é”");
    assertThat(SheetReader.read(text.getBytes(UTF_8)).rows()).contains(second);
    assertThat(read(0xEF, 0xBB, 0xBF, text.getBytes(UTF_8)).rows()).contains(second);
    assertThat(read(0xFF, 0xFE, text.getBytes(UTF_16LE)).rows()).contains(second);
    assertThat(read(0xFE, 0xFF, text.getBytes(UTF_16BE)).rows()).contains(second);
    Sheet windows = SheetReader.read(text.getBytes(java.nio.charset.Charset.forName("cp1252")));
    assertThat(windows.rows()).contains(second);
    assertThat(windows.guessed()).isTrue();
    assertThat(SheetReader.read(text.getBytes(UTF_8)).guessed()).isFalse();
  }

  @Test
  void what_is_no_text_of_a_known_encoding_is_refused() {
    assertThat(fault(new byte[0])).isEqualTo(SheetFault.EMPTY);
    assertThat(fault("\n , \n".getBytes(UTF_8))).isEqualTo(SheetFault.EMPTY);
    assertThat(fault("a,b".getBytes(UTF_16LE))).isEqualTo(SheetFault.NO_TABLE);
    assertThat(fault("%PDF-1.7\n\0\1".getBytes(ISO_8859_1))).isEqualTo(SheetFault.NO_TABLE);
    assertThat(fault("a\u0081b".getBytes(ISO_8859_1))).isEqualTo(SheetFault.ENCODING);
    assertThat(fault(bytes(0xEF, 0xBB, 0xBF, 0xFF))).isEqualTo(SheetFault.ENCODING);
    assertThat(fault(bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0)))
        .isEqualTo(SheetFault.OLD_WORKBOOK);
  }

  @Test
  void a_table_has_limits() {
    assertThat(fault("x\n".repeat(Sheet.MOST_ROWS + 1))).isEqualTo(SheetFault.TOO_MANY_ROWS);
    assertThat(rows("x\n".repeat(Sheet.MOST_ROWS))).hasSize(Sheet.MOST_ROWS);
    assertThat(fault("a,".repeat(Sheet.MOST_COLUMNS) + "b\n"))
        .isEqualTo(SheetFault.TOO_MANY_COLUMNS);
    assertThat(fault("a,".repeat(1_000_000) + "b\n")).isEqualTo(SheetFault.TOO_MANY_COLUMNS);
    assertThat(fault(",".repeat(9_999_999))).isEqualTo(SheetFault.TOO_MANY_COLUMNS);
    assertThat(fault("a,b\n\"" + "x".repeat(Sheet.MOST_CHARACTERS + 1)))
        .isEqualTo(SheetFault.CELL_TOO_LONG);
    assertThat(fault(new byte[Sheet.MOST_BYTES + 1])).isEqualTo(SheetFault.TOO_LARGE);
  }

  @Test
  void cells_of_a_workbook_are_read_as_text() throws BadSheet {
    String rows =
        row(
            "<c r=\"A1\" t=\"inlineStr\"><is><t>https://a.example/1</t></is></c>",
            "<c r=\"B1\"><v>1.2345678901234568E16</v></c>",
            "<c r=\"C1\" s=\"1\"><v>46083.34375</v></c>",
            "<c r=\"D1\" s=\"1\"><v>46083</v></c>",
            "<c r=\"F1\" t=\"b\"><v>1</v></c>",
            "<c r=\"G1\"><v>1E999999999</v></c>");
    assertThat(SheetReader.read(workbook(sheet(rows))).rows())
        .containsExactly(
            List.of(
                "https://a.example/1",
                "12345678901234568",
                "2026-03-02 08:15",
                "2026-03-02",
                "",
                "TRUE",
                "1E999999999"));
  }

  /** What the program that saved the file had computed; we compute and fetch nothing. */
  @Test
  void a_formula_is_the_text_that_was_saved_with_it() throws BadSheet {
    String rows =
        row(
            "<c r=\"A1\" t=\"str\"><f>HYPERLINK(\"https://evil.example\",\"x\")</f><v>x</v></c>",
            "<c r=\"B1\"><f>WEBSERVICE(\"https://evil.example\")</f></c>",
            "<c r=\"C1\"><f>1+1</f><v>2</v></c>");
    assertThat(SheetReader.read(workbook(sheet(rows))).rows())
        .containsExactly(List.of("x", "", "2"));
  }

  @Test
  void a_hostile_workbook_is_refused() {
    String cell = "<c t=\"inlineStr\"><is><t>x</t></is></c>";
    assertThat(fault(workbook(sheet(row(cell.repeat(20_000))))))
        .isEqualTo(SheetFault.TOO_MANY_COLUMNS);
    assertThat(fault(workbook(sheet(row("<c/>".repeat(1_000_000))))))
        .isEqualTo(SheetFault.TOO_MANY_COLUMNS);
    assertThat(fault(workbook(sheet(row("<c r=\"ZZZZZZ1\"><v>1</v></c>")))))
        .isEqualTo(SheetFault.TOO_MANY_COLUMNS);
    assertThat(fault(workbook(sheet("<row r=\"999999999\"><c><v>1</v></c></row>"))))
        .isEqualTo(SheetFault.DAMAGED);
    assertThat(fault(workbook(sheet(row("<c><v>1</v></c>").repeat(Sheet.MOST_ROWS + 1)))))
        .isEqualTo(SheetFault.TOO_MANY_ROWS);
    assertThat(fault(workbook(sheet(row("<c><v>1</v></c>".repeat(Sheet.MOST_COLUMNS + 1))))))
        .isEqualTo(SheetFault.TOO_MANY_COLUMNS);
  }

  @Test
  void a_bomb_is_put_out_while_it_unpacks() {
    byte[] bomb = workbook(sheet(" ".repeat(XlsxParts.MOST_UNPACKED + 1)));
    assertThat(bomb.length).isLessThan(100_000);
    assertThat(fault(bomb)).isEqualTo(SheetFault.TOO_LARGE);
  }

  @Test
  void entities_are_refused_whatever_they_are() {
    String laughs =
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>"
            + "<worksheet"
            + NAMES
            + "><sheetData><row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>"
            + "</sheetData></worksheet>";
    assertThat(fault(workbook(XML + laughs))).isEqualTo(SheetFault.DAMAGED);
    String outside =
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
            + sheet(row("<c t=\"inlineStr\"><is><t>&a;</t></is></c>")).substring(XML.length());
    assertThat(fault(workbook(XML + outside))).isEqualTo(SheetFault.DAMAGED);
  }

  @Test
  void other_archives_are_no_tables() throws IOException {
    assertThat(fault(zip(Map.of("word/document.xml", XML + "<document/>"))))
        .isEqualTo(SheetFault.NO_TABLE);
    assertThat(fault(zip(Map.of("a.txt", "x")))).isEqualTo(SheetFault.DAMAGED);
  }

  @Property(tries = 100)
  void a_workbook_cut_anywhere_is_refused(@ForAll @IntRange(min = 4, max = 900) int length) {
    byte[] whole = workbook(sheet(row("<c><v>1</v></c>")));
    assertThat(fault(Arrays.copyOf(whole, Math.min(length, whole.length - 1))))
        .isEqualTo(SheetFault.DAMAGED);
  }

  @Property(tries = 300)
  void a_workbook_with_a_wrong_byte_is_read_or_refused(
      @ForAll @IntRange(min = 4, max = 4000) int at, @ForAll byte wrong) {
    byte[] bytes = SheetRoundTripTest.written(SheetFormat.XLSX, List.of(List.of("a", "b")));
    bytes[at % bytes.length] = wrong;
    readOrRefuse(bytes);
  }

  @Property(tries = 300)
  void any_bytes_are_read_or_refused(@ForAll @Size(max = 300) byte[] bytes) {
    readOrRefuse(bytes);
  }

  private static void readOrRefuse(byte[] bytes) {
    try {
      assertThat(SheetReader.read(bytes).rows()).isNotEmpty();
    } catch (BadSheet e) {
      assertThat(e.fault()).isNotNull();
    }
  }

  private static List<List<String>> rows(String text) {
    try {
      return SheetReader.read(text.getBytes(UTF_8)).rows();
    } catch (BadSheet e) {
      throw new AssertionError(text, e);
    }
  }

  private static SheetFault fault(String text) {
    return fault(text.getBytes(UTF_8));
  }

  private static SheetFault fault(byte[] bytes) {
    try {
      throw new AssertionError("was read: " + SheetReader.read(bytes));
    } catch (BadSheet e) {
      return e.fault();
    }
  }

  private static Sheet read(int a, int b, byte[] rest) throws BadSheet {
    return SheetReader.read(join(bytes(a, b), rest));
  }

  private static Sheet read(int a, int b, int c, byte[] rest) throws BadSheet {
    return SheetReader.read(join(bytes(a, b, c), rest));
  }

  private static byte[] join(byte[] first, byte[] rest) {
    byte[] all = Arrays.copyOf(first, first.length + rest.length);
    System.arraycopy(rest, 0, all, first.length, rest.length);
    return all;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static String row(String... cells) {
    return "<row>" + String.join("", cells) + "</row>";
  }

  private static String sheet(String rows) {
    return XML + "<worksheet" + NAMES + "><sheetData>" + rows + "</sheetData></worksheet>";
  }

  /** A workbook of one sheet, whose style 1 is a date and time. */
  private static byte[] workbook(String sheet) {
    Map<String, String> parts = new LinkedHashMap<>();
    String types = "http://schemas.openxmlformats.org/package/2006/relationships";
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    parts.put(
        "[Content_Types].xml",
        XML
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-"
            + "officedocument.spreadsheetml.styles+xml\"/></Types>");
    parts.put(
        "_rels/.rels",
        XML
            + "<Relationships xmlns=\""
            + types
            + "\"><Relationship Id=\"rId1\" Type=\""
            + office
            + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        XML
            + "<Relationships xmlns=\""
            + types
            + "\"><Relationship Id=\"rId1\" Type=\""
            + office
            + "worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
    parts.put(
        "xl/workbook.xml",
        XML
            + "<workbook"
            + NAMES
            + "><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    parts.put(
        "xl/styles.xml",
        XML
            + "<styleSheet"
            + NAMES
            + "><numFmts count=\"1\"><numFmt numFmtId=\"164\""
            + " formatCode=\"yyyy\\-mm\\-dd hh:mm\"/></numFmts><cellXfs count=\"2\">"
            + "<xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
    parts.put("xl/worksheets/sheet1.xml", sheet);
    try {
      return zip(parts);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] zip(Map<String, String> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
