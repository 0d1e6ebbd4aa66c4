package id.narahubung.requests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.sheets.SheetFormat;
import id.narahubung.sheets.SheetWriter;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Files a fuzzer makes, through the whole of an upload: each is taken in or refused with words, and
 * nothing that stood there before is lost. The same files every time; a fault names its file.
 */
final class HostileUploadTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private static final int FILES = 60;

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;

  @BeforeEach
  void aCompany() {
    klip = given.company("Klip");
  }

  @Test
  void a_draft_takes_or_refuses_any_table() {
    String first = "https://klip.example/v/1";
    long id = given.request(klip).pasting(first).drafted();
    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    String draft = "/drafts/" + id;
    int taken = 0;
    for (byte[] file : files(tables())) {
      Page page = officer.upload(draft + "/uploads", form(officer, draft), "daftar", file);
      if (page.location().contains("/uploads/")) {
        Page mapping = shown(officer.follow(page), file);
        page = officer.submit(mapping, mapping.path(), Map.of());
      }
      taken += judged(page, file);
      assertThat(shown(officer.get(draft), file).text()).as(named(file)).contains("/v/1");
    }
    assertThat(portal.db().rows("select url from item where ordinal = 1")).containsExactly(first);
    assertThat(taken).as("files taken of %s", FILES).isBetween(FILES / 10, FILES * 9 / 10);
  }

  private static Map<String, List<String>> form(Http officer, String draft) {
    return officer.get(draft).form(draft + "/uploads");
  }

  @Test
  void an_answer_sheet_is_looked_at_or_refused_and_answers_no_other_item() {
    Sent sent = given.request(klip).withItems(4).sent();
    given.request(given.company("Lain")).withItems(4).sent();
    Http responder = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    int taken = 0;
    for (byte[] file : files(answerSheets(sent))) {
      Page start = responder.get("/answer-sheets/new");
      Page page = responder.upload("/answer-sheets", start.form("/answer-sheets"), "jawaban", file);
      if (page.status() == 303) {
        Page preview = shown(responder.follow(page), file);
        if (preview.body().contains("action=\"" + preview.path() + "\"")) {
          page = responder.submit(preview, preview.path(), Map.of());
        }
      }
      taken += judged(page, file);
    }
    assertThat(taken).as("sheets taken of %s", FILES).isBetween(FILES / 10, FILES * 9 / 10);
    assertThat(
            portal
                .db()
                .rows(
                    "select distinct r.number from answer a join item i on i.id = a.item_id"
                        + " join request r on r.id = i.request_id"))
        .containsExactly(sent.number());
  }

  /** One when the file was taken; a refusal has words in it. */
  private static int judged(Page page, byte[] file) {
    assertThat(page.status()).as(named(file)).isIn(303, 422);
    if (page.status() == 422) {
      assertThat(page.document().select(".error, [role=alert]").text())
          .as(named(file))
          .isNotBlank()
          .doesNotContain("??");
    }
    return page.status() == 303 ? 1 : 0;
  }

  private static Page shown(Page page, byte[] file) {
    assertThat(page.status()).as(named(file)).isEqualTo(200);
    return page;
  }

  private static String named(byte[] file) {
    return Base64.getEncoder().encodeToString(file);
  }

  /** These tables as files of all kinds, half of them damaged. */
  private static List<byte[]> files(Arbitrary<List<List<String>>> tables) {
    List<byte[]> files = new ArrayList<>();
    JqwikSession.run(
        () -> {
          Arbitrary<byte[]> whole = tables.flatMap(HostileUploadTest::written);
          Arbitrary<byte[]> damaged =
              whole.flatMap(
                  file ->
                      Arbitraries.integers()
                          .between(0, file.length)
                          .flatMap(
                              at ->
                                  Arbitraries.strings()
                                      .ofMaxLength(4)
                                      .map(wedge -> wedged(file, at, wedge))));
          RandomGenerator<byte[]> generator = Arbitraries.oneOf(whole, damaged).generator(FILES);
          Random random = new Random(20_180_703);
          Stream.generate(() -> generator.next(random).value()).limit(FILES).forEach(files::add);
        });
    return files;
  }

  private static Arbitrary<byte[]> written(List<List<String>> rows) {
    return Arbitraries.of(0, 1, 2, 3, 4)
        .map(
            kind ->
                switch (kind) {
                  case 0 -> sheet(SheetFormat.XLSX, rows);
                  case 1 -> sheet(SheetFormat.CSV, rows);
                  case 2 -> raw(rows, ";").getBytes(UTF_8);
                  case 3 -> raw(rows, "\t").getBytes(Charset.forName("windows-1252"));
                  default -> raw(rows, ",").getBytes(Charset.forName("UTF-16"));
                });
  }

  private static byte[] sheet(SheetFormat format, List<List<String>> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SheetWriter writer = format.open(out, "Daftar")) {
      rows.forEach(writer::row);
    }
    return out.toByteArray();
  }

  private static String raw(List<List<String>> rows, String separator) {
    return String.join("\n", rows.stream().map(row -> String.join(separator, row)).toList());
  }

  /** Something in the middle of a file, in the place of as many bytes. */
  private static byte[] wedged(byte[] file, int at, String wedge) {
    byte[] bytes = file.clone();
    byte[] put = wedge.getBytes(UTF_8);
    System.arraycopy(put, 0, bytes, at, Math.min(put.length, bytes.length - at));
    return bytes;
  }

  private static Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> cells =
        Arbitraries.oneOf(
            Arbitraries.of(
                "https://klip.example/v/2",
                "hxxps://klip[.]example/v/3",
                "klip.example",
                "http://10.0.0.1/a",
                "ftp://klip.example/a",
                "https://data.go.id/a",
                "https://xn--/",
                "https://klip.example/" + "x".repeat(3000),
                "Tautan",
                "Catatan",
                "jenis",
                "akun: @slot; id: 7",
                "hash: sha256:" + "ab".repeat(32),
                "=HYPERLINK(\"https://evil.example\")",
                "<script>alert(1)</script>",
                "\u0000",
                "\u202Ehttps://klip.example/v/5",
                "x".repeat(6000)),
            Arbitraries.strings().ofMaxLength(40));
    return Arbitraries.integers()
        .between(1, 9)
        .flatMap(width -> cells.list().ofSize(width).list().ofMinSize(1).ofMaxSize(12));
  }

  /** Sheets with the columns of an answer, and anything in the cells. */
  private static Arbitrary<List<List<String>>> answerSheets(Sent sent) {
    List<String> header =
        List.of("Item (item)", "Versi (version)", "Kode (type)", "Catatan (note)");
    String version = Integer.toString(sent.items().getFirst().version());
    Arbitrary<String> any = Arbitraries.strings().ofMaxLength(20);
    Arbitrary<String> items =
        Arbitraries.of(
            sent.number() + "/0001",
            sent.number() + "/0002",
            sent.number() + "/9999",
            "PA-2026-000002/0001",
            "");
    Arbitrary<String> versions = Arbitraries.of(version, "1", "-1", "9".repeat(20), "");
    Arbitrary<String> types = Arbitraries.of("N2", "N1", "D1", "T1", "X9", "");
    Arbitrary<String> notes = Arbitraries.oneOf(any, Arbitraries.of("=1+1", "x".repeat(6000)));
    return Combinators.combine(items, versions, types, notes)
        .as(List::of)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(rows -> Stream.concat(Stream.of(header), rows.stream()).toList());
  }
}
