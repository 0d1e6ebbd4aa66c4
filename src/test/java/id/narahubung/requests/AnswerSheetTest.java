package id.narahubung.requests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.sheets.BadSheet;
import id.narahubung.sheets.Sheet;
import id.narahubung.sheets.SheetFormat;
import id.narahubung.sheets.SheetReader;
import id.narahubung.sheets.SheetWriter;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answering in a spreadsheet, as a responder does it: down, filled in, up again. */
final class AnswerSheetTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private Sent sent;
  private Http responder;

  @BeforeEach
  void anOrderOfSixItems() {
    klip = given.company("Klip");
    sent = given.request(klip).withItems(6).sent();
    portal.clock().advance(Duration.ofHours(1));
    responder = visitors.signedIn(klip.organisation(), Role.RESPONDER);
  }

  /** A downloaded sheet, whose cells can be filled in. */
  private static final class Filled {

    private final List<List<String>> rows = new ArrayList<>();
    private final Map<String, Integer> columns;

    Filled(Sheet sheet) {
      columns = AnswerColumns.of(sheet.rows().getFirst());
      for (List<String> row : sheet.rows()) {
        List<String> cells = new ArrayList<>(row);
        while (cells.size() < sheet.width()) {
          cells.add("");
        }
        rows.add(cells);
      }
    }

    /** Fills a cell of an item's row, the first item being 1. */
    Filled put(int item, String column, String cell) {
      rows.get(item).set(columns.getOrDefault(column, 0), cell);
      return this;
    }

    /** What a spreadsheet program's user may do without meaning anything by it. */
    void shuffle(Random random) {
      rows.subList(1, rows.size())
          .forEach(row -> row.set(columns.getOrDefault("address", 0), "https://other.example/"));
      List<Integer> order =
          new ArrayList<>(IntStream.range(0, rows.getFirst().size()).boxed().toList());
      Collections.shuffle(order, random);
      rows.replaceAll(row -> order.stream().map(row::get).toList());
      Collections.shuffle(rows.subList(1, rows.size()), random);
    }

    byte[] as(SheetFormat format) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (SheetWriter writer = format.open(out, "Jawaban")) {
        rows.forEach(writer::row);
      }
      return out.toByteArray();
    }
  }

  private Filled downloaded(SheetFormat format) {
    return new Filled(
        table(responder.getBytes("/answer-sheets/open?format=" + format.extension())));
  }

  private static Sheet table(byte[] file) {
    try {
      return SheetReader.read(file);
    } catch (BadSheet e) {
      throw new AssertionError(e);
    }
  }

  private Page uploaded(byte[] file) {
    Page start = responder.get("/answer-sheets/new");
    return responder.upload("/answer-sheets", start.form("/answer-sheets"), "jawaban.xlsx", file);
  }

  /** Uploads, looks, and saves. */
  private Page carriedOut(byte[] file) {
    Page preview = responder.follow(uploaded(file));
    assertThat(preview.status()).isEqualTo(200);
    return responder.follow(responder.submit(preview, preview.path(), Map.of()));
  }

  private List<String> answers() {
    return portal
        .db()
        .rows(
            "select i.ordinal, a.type_code, coalesce(a.ground_code, ''), a.details from answer a"
                + " join item i on i.id = a.item_id order by a.id");
  }

  @Test
  void the_sheet_names_every_open_item_and_leaves_room_for_its_answer() {
    for (SheetFormat format : SheetFormat.values()) {
      Sheet sheet = table(responder.getBytes("/answer-sheets/open?format=" + format.extension()));
      assertThat(sheet.rows()).hasSize(7);
      assertThat(sheet.rows().getFirst())
          .contains("Nomor item (item)", "Kode jawaban (type)", "Waktu tindakan (acted_at)");
      assertThat(sheet.rows().get(1).subList(0, 6))
          .containsExactly(
              sent.number() + "/0001",
              Integer.toString(sent.items().getFirst().version()),
              "https://klip.example/v/1",
              "Perjudian (judi online)",
              "2026-03-03T08:15:00+07:00",
              "Hapus konten");
    }
  }

  @Test
  void what_was_filled_in_is_answered_and_nothing_else() {
    Filled sheet =
        downloaded(SheetFormat.XLSX)
            .put(1, "type", "D4")
            .put(1, "acted_at", "2026-03-02 09:00")
            .put(2, "type", "d4")
            .put(2, "acted_at", "2026-03-02T09:00+07:00")
            .put(4, "type", "T1")
            .put(4, "ground", "R1")
            .put(4, "reason", "=Bukan perjudian");
    Page preview = responder.follow(uploaded(sheet.as(SheetFormat.XLSX)));
    assertThat(preview.text())
        .contains("3 jawaban akan disimpan; 3 baris kosong dibiarkan", ": 2 item", ": 1 item");
    assertThat(answers()).as("not before it was looked at").isEmpty();

    Page done = responder.follow(responder.submit(preview, preview.path(), Map.of()));
    assertThat(done.text()).contains("3 jawaban disimpan; 3 baris kosong dibiarkan");
    assertThat(answers())
        .containsExactlyInAnyOrder(
            "1|D4||{\"acted_at\":\"2026-03-02T02:00:00Z\"}",
            "2|D4||{\"acted_at\":\"2026-03-02T02:00:00Z\"}",
            "4|T1|R1|{\"reason\":\"=Bukan perjudian\"}");
    assertThat(portal.db().rows("select count(*) from event where kind = 'items.answered'"))
        .as("rows with the same answer are one act")
        .containsExactly("2");
  }

  @Test
  void the_same_file_again_finds_its_rows_answered() {
    byte[] file =
        downloaded(SheetFormat.CSV)
            .put(1, "type", "D4")
            .put(1, "acted_at", "2026-03-02 09:00")
            .as(SheetFormat.CSV);
    carriedOut(file);
    Page again = responder.follow(uploaded(file));
    assertThat(again.text()).contains("Tidak ada jawaban baru", "1 sudah dijawab demikian");
    assertThat(again.document().select("form[action^=/answer-sheets/]")).isEmpty();
    assertThat(answers()).hasSize(1);
  }

  @Test
  void the_form_sent_twice_answers_once() {
    byte[] file =
        downloaded(SheetFormat.XLSX)
            .put(1, "type", "D4")
            .put(1, "acted_at", "2026-03-02 09:00")
            .as(SheetFormat.XLSX);
    Page preview = responder.follow(uploaded(file));
    Map<String, List<String>> form = preview.form(preview.path());
    responder.post(preview.path(), form);
    responder.post(preview.path(), form);
    assertThat(answers()).hasSize(1);
    assertThat(responder.get(preview.path()).text()).contains("1 jawaban disimpan");
  }

  @Test
  void a_row_that_changed_meanwhile_is_left_and_named() {
    Filled sheet =
        downloaded(SheetFormat.XLSX)
            .put(1, "type", "D4")
            .put(1, "acted_at", "2026-03-02 09:00")
            .put(2, "type", "D4")
            .put(2, "acted_at", "2026-03-02 09:00");
    new Acts(given)
        .answer(
            given.responder(klip), sent.ref(1), new AnswerGiven("N2", Optional.empty(), Map.of()));
    Page done = carriedOut(sheet.as(SheetFormat.XLSX));
    assertThat(done.text())
        .contains("1 jawaban disimpan", "1 berubah sejak diunduh", "Terakhir diubah oleh");
    assertThat(answers()).hasSize(2).last().asString().startsWith("2|D4|");
  }

  @Test
  void each_row_hears_why_it_is_refused_in_the_words_of_the_form() throws BadSheet {
    Filled sheet =
        downloaded(SheetFormat.XLSX)
            .put(1, "type", "X9")
            .put(2, "type", "D4")
            .put(3, "type", "D4")
            .put(3, "acted_at", "kemarin")
            .put(4, "type", "T1")
            .put(4, "reason", "Tanpa alasan")
            .put(5, "type", "D4")
            .put(5, "acted_at", "2026-03-02 09:00")
            .put(5, "reason", "Salah kolom")
            .put(6, "item", "PA-2026-999999/0001")
            .put(6, "type", "D4");
    Page preview = responder.follow(uploaded(sheet.as(SheetFormat.XLSX)));
    assertThat(preview.text())
        .contains(
            "Tidak ada jawaban baru di berkas ini",
            "6 ditolak",
            "Kolom (type) berisi “X9”: Pilih jenis jawaban.",
            "Kolom (acted_at) kosong: ",
            "Kolom (acted_at) berisi “kemarin”: ",
            "Jawaban D4 tidak meminta kolom reason.",
            "Tidak ada item dengan nomor ini");
    Sheet result = table(responder.getBytes(preview.path() + "/result?format=csv"));
    assertThat(result.rows()).hasSize(7);
    assertThat(result.rows().get(5))
        .startsWith("6", sent.number() + "/0005", "ditolak")
        .last()
        .asString()
        .contains("tidak meminta kolom reason");
  }

  @Test
  void another_table_is_refused_beside_the_field() {
    Page page = uploaded("a,b\n1,2\n".getBytes(UTF_8));
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.text()).contains("Baris judul tidak dikenali");
    assertThat(responder.submit("/answer-sheets/new", "/answer-sheets", Map.of()).text())
        .contains("Pilih berkas CSV atau XLSX.");
  }

  @Test
  void a_sheet_is_only_for_who_uploaded_it() {
    Page mine = uploaded(downloaded(SheetFormat.CSV).as(SheetFormat.CSV));
    Http colleague = visitors.signedIn(klip.organisation(), Role.LEAD);
    Company video = given.company("Video");
    Http stranger = visitors.signedIn(video.organisation(), Role.RESPONDER);
    assertThat(responder.get(mine.location()).status()).isEqualTo(200);
    assertThat(colleague.get(mine.location()).status()).isEqualTo(404);
    assertThat(stranger.get(mine.location()).status()).isEqualTo(404);
    assertThat(responder.get("/answer-sheets/x").status()).isEqualTo(404);
  }

  @Test
  void the_queue_comes_down_as_it_is_filtered_and_a_request_by_itself() {
    Sent other = given.request(klip).withItems(2).sent();
    portal.clock().advance(Duration.ofHours(23).plusMinutes(30));
    responder = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    assertThat(items("show=late")).containsExactlyElementsOf(numbers(sent, 6));
    assertThat(items("show=soon")).containsExactlyElementsOf(numbers(other, 2));
    assertThat(items("request=" + other.number())).containsExactlyElementsOf(numbers(other, 2));
    assertThat(items("")).hasSize(8);
    assertThat(items("show=open&urgency=urgent")).isEmpty();
    assertThat(responder.get("/?show=late").document().select("a[href^=/answer-sheets/]"))
        .singleElement()
        .satisfies(
            link -> {
              Page start = responder.get(link.attr("href"));
              assertThat(start.text()).contains("6 item terbuka", "Lewat tenggat");
              assertThat(start.document().select("a[href^=/answer-sheets/open]").eachAttr("href"))
                  .containsExactly(
                      "/answer-sheets/open?show=late&format=xlsx",
                      "/answer-sheets/open?show=late&format=csv");
            });
  }

  private List<String> items(String query) {
    return table(responder.getBytes("/answer-sheets/open?format=csv&" + query)).rows().stream()
        .skip(1)
        .map(List::getFirst)
        .toList();
  }

  private static List<String> numbers(Sent sent, int items) {
    return IntStream.rangeClosed(1, items)
        .mapToObj(item -> "%s/%04d".formatted(sent.number(), item))
        .toList();
  }

  @Test
  void more_than_one_act_takes_are_given_in_parts() {
    sent = given.request(klip).withItems(1_001).sent();
    Filled sheet =
        new Filled(
            table(responder.getBytes("/answer-sheets/open?format=xlsx&request=" + sent.number())));
    IntStream.rangeClosed(1, 1_001).forEach(item -> sheet.put(item, "type", "N2"));
    assertThat(carriedOut(sheet.as(SheetFormat.XLSX)).text()).contains("1.001 jawaban disimpan");
    assertThat(
            portal
                .db()
                .rows("select body::json ->> 'items' from event where kind = 'items.answered'"))
        .containsExactlyInAnyOrder("1000", "1");
  }

  @Test
  void a_file_that_is_no_table_is_refused_beside_the_field() {
    byte[] broken = downloaded(SheetFormat.XLSX).as(SheetFormat.XLSX);
    assertThat(uploaded(Arrays.copyOf(broken, broken.length / 2)).text()).contains("rusak");
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};
    Page page = uploaded(picture);
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.document().select("input[type=file][aria-invalid=true]")).hasSize(1);
  }

  /**
   * Down, some filled in at random, rows and columns moved and what only informs overwritten, up:
   * these items answered so, and nothing else, each time.
   */
  @Test
  void the_changes_of_any_sheet_are_what_happens() {
    for (long seed = 1; seed <= 5; seed++) {
      Random random = new Random(seed);
      sent = given.request(klip).withItems(12).sent();
      portal.clock().advance(Duration.ofMinutes(10));
      int before = answers().size();
      SheetFormat format = random.nextBoolean() ? SheetFormat.CSV : SheetFormat.XLSX;
      Filled sheet =
          new Filled(
              table(
                  responder.getBytes(
                      "/answer-sheets/open?request="
                          + sent.number()
                          + "&format="
                          + format.extension())));
      List<String> expected = new ArrayList<>();
      IntStream.rangeClosed(1, 12)
          .filter(item -> random.nextBoolean())
          .forEach(item -> expected.add(filled(sheet, item, random)));
      sheet.shuffle(random);
      carriedOut(sheet.as(random.nextBoolean() ? SheetFormat.CSV : SheetFormat.XLSX));
      List<String> all = answers();
      assertThat(all.subList(before, all.size()))
          .as("seed %s", seed)
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(
              portal
                  .db()
                  .rows(
                      "select count(*) from item where request_id = %d and version > %d"
                          .formatted(sent.id(), sent.items().getFirst().version())))
          .as("seed %s", seed)
          .containsExactly(Integer.toString(expected.size()));
    }
  }

  private static String filled(Filled sheet, int item, Random random) {
    String text = List.of("=1+1", "+62", "-", "@a", "'=x", "a;b,\"c\"\nd").get(random.nextInt(6));
    return switch (random.nextInt(3)) {
      case 0 -> {
        sheet.put(item, "type", "N2").put(item, "note", text);
        yield item + "|N2||" + Details.write(Map.of("note", text));
      }
      case 1 -> {
        sheet.put(item, "type", "T1").put(item, "ground", "R2").put(item, "reason", text);
        yield item + "|T1|R2|" + Details.write(Map.of("reason", text));
      }
      default -> {
        sheet.put(item, "type", "N1").put(item, "by_whom", "uploader");
        yield item + "|N1||{\"by_whom\":\"uploader\"}";
      }
    };
  }
}
