package id.narahubung.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenEvidence;
import id.narahubung.testing.GivenRequest;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Printing;
import id.narahubung.testing.Refused;
import id.narahubung.testing.Samples;
import id.narahubung.testing.TestDatabase;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class OrderPaperTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final PrintOrder print = Printing.orders(given);
  private Company klip;
  private PersonViewer responder;

  @BeforeEach
  void aCompany() {
    klip = given.company("Klip");
    responder = given.responder(klip);
  }

  @Test
  void the_order_says_all_that_was_sent_in_both_languages() throws IOException {
    Sent sent = given.request(klip).withItems(3).sent();
    String text = Printing.text(print.pdf(responder, sent.number()));
    assertThat(text)
        .contains(
            sent.number(),
            "Perintah Pemutusan Akses",
            "Order to terminate access",
            "Klip – PT Klip",
            "Kementerian",
            "Perjudian daring",
            "Menawarkan perjudian.",
            "Tulis kepada direktorat dalam 14 hari.",
            "3 Mar 2026 08.15 WIB",
            "Dasar hukum",
            "0001",
            "0003",
            "hxxps://klip[.]example/v/3",
            "/verify")
        .doesNotContain("https://klip.example", "Nama ");
  }

  @Test
  void it_lists_the_evidence_it_was_sent_with_and_none_that_is_private_or_later()
      throws IOException {
    GivenEvidence evidence = new GivenEvidence(given);
    long draft = given.request(klip).drafted();
    evidence.onDraft(given.officer(), draft, Samples.pdf(), "bersama.pdf", true);
    evidence.onDraft(given.officer(), draft, Samples.text("x"), "rahasia.txt", false);
    String number = Printing.send(given, draft);
    clock.advance(java.time.Duration.ofHours(1));
    evidence.onRequest(responder, number, Samples.text("y"), "belakangan.txt");

    String text = Printing.text(print.pdf(given.officer(), number));
    assertThat(text)
        .contains(
            "bersama.pdf",
            db.rows("select encode(sha256, 'hex') from stored_file where kind = 'pdf'").getFirst())
        .doesNotContain("rahasia.txt", "belakangan.txt");
  }

  @Test
  void both_sides_get_the_same_bytes_for_good() {
    Sent sent = given.request(klip).sent();
    PaperStore.Kept first = print.run(responder, sent.number());
    clock.advance(java.time.Duration.ofDays(3));
    PaperStore.Kept second = print.run(given.supervisor(), sent.number());
    byte[] pdf = print.pdf(given.supervisor(), sent.number());
    assertThat(print.pdf(responder, sent.number())).isEqualTo(pdf);
    assertThat(second).isEqualTo(first);
    assertThat(second.sha256()).isEqualTo(PrintOnce.sha256(pdf));
    assertThat(CheckCode.printed(second.code())).matches("(.{4}-){3}.{4}");
    assertThat(Printing.text(pdf)).contains(CheckCode.printed(first.code()));
    assertThat(db.rows("select count(*) from paper")).containsExactly("1");
  }

  @Test
  void whatever_a_text_holds_the_paper_is_printed_and_fetches_nothing() throws IOException {
    String hostile =
        "\u0001<img src=\"http://127.0.0.1:1/x\"/><script>x</script> ]]> & \ud83d\ude00 \uffff"
            + " @import url(file:///etc/passwd)";
    Sent sent =
        given.request(klip).with(content -> GivenRequest.withAnalysis(content, hostile)).sent();
    byte[] pdf = print.pdf(responder, sent.number());
    assertThat(Printing.text(pdf)).contains("<script>x</script>", "]]> &");
    assertThat(links(pdf)).isZero();
  }

  @Test
  void the_annex_says_what_the_ministry_says_of_an_address_in_any_script() {
    Sent sent = given.request(klip).sent();
    db.asOwner("update item set account = 'bandar_77', note = 'Ставки на спорт'");
    assertThat(Printing.text(print.pdf(responder, sent.number())))
        .contains("hxxps://klip[.]example/v/1", "bandar_77", "Ставки на спорт");
  }

  @Test
  void what_was_summed_up_in_english_stands_in_it_where_the_company_declared_english() {
    Sent before = summedUp();
    assertThat(Printing.text(print.pdf(responder, before.number())))
        .doesNotContain("Ringkasan bahasa Inggris", "It offers gambling.");
    db.asOwner("update organisation set language = 'en' where name = 'PT Klip'");
    assertThat(Printing.text(print.pdf(responder, summedUp().number())))
        .contains("Ringkasan bahasa Inggris", "It offers gambling.");
  }

  @Test
  void what_the_order_goes_without_stands_in_it_with_the_reason() {
    Sent sent = given.request(klip).withoutItsLetter().sent();
    assertThat(Printing.text(print.pdf(responder, sent.number())))
        .contains("Dikirim tanpa Nomor surat", "Sent without", "Menyusul.");
  }

  @Test
  void a_long_annex_is_printed_whole() throws IOException {
    Sent sent = given.request(klip).withItems(300).sent();
    byte[] pdf = print.pdf(responder, sent.number());
    assertThat(Printing.text(pdf)).contains("hxxps://klip[.]example/v/300");
  }

  @Test
  void screen_readers_can_read_it() throws IOException {
    Sent sent = given.request(klip).sent();
    try (PDDocument document = Loader.loadPDF(print.pdf(responder, sent.number()))) {
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("id");
      assertThat(document.getDocumentInformation().getTitle()).contains(sent.number());
      assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
    }
  }

  @Test
  void nobody_prints_what_they_cannot_see_nor_keeps_a_paper_of_their_own() {
    Sent sent = given.request(klip).sent();
    PersonViewer stranger = given.responder(given.company("Video"));
    Refused.asUnknown(() -> print.run(stranger, sent.number()));
    print.run(responder, sent.number());
    assertThat(see(stranger, "select number from paper")).isEmpty();
    assertThat(see(given.person(given.ministry(), Role.AUDITOR), "select number from paper"))
        .hasSize(1);
    for (PersonViewer each : List.of(responder, given.supervisor())) {
      Refused.byTheWall("insert", () -> write(each, "insert into paper default values"));
      Refused.byTheWall("update", () -> write(each, "update paper set addressee = 'x'"));
      Refused.byTheWall("ask", () -> see(each, "select number from paper_of_code('x')"));
    }
    Refused.byTheWall("read", () -> see(SystemViewer.PAPERS, "select number from paper"));
    assertThatThrownBy(() -> db.asOwner("update paper set addressee = 'x'"))
        .rootCause()
        .hasMessageContaining("only added, never changed");
  }

  @Test
  void a_code_is_read_as_people_type_it() {
    assertThat(CheckCode.read("7k2m-0o0o il1l abcd").orElseThrow()).isEqualTo("7K2M00001111ABCD");
    for (String wrong : List.of("", "7K2M", "U".repeat(16), "A".repeat(17), "é".repeat(16))) {
      assertThat(CheckCode.read(wrong)).as(wrong).isEmpty();
    }
  }

  private Sent summedUp() {
    return given
        .request(klip)
        .with(content -> GivenRequest.withEnglish(content, "It offers gambling."))
        .sent();
  }

  private static int links(byte[] pdf) throws IOException {
    int links = 0;
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        links += page.getAnnotations().size();
      }
    }
    return links;
  }

  private List<String> see(Viewer viewer, String query) {
    return given.as(viewer, tx -> tx.sql().fetch(query).getValues(0, String.class));
  }

  private int write(Viewer viewer, String statement) {
    return given.as(viewer, tx -> tx.sql().execute(statement));
  }
}
