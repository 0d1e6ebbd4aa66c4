package id.narahubung.papers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.ledger.Event;
import id.narahubung.ledger.EventKind;
import id.narahubung.requests.AnswerGiven;
import id.narahubung.requests.CheckGiven;
import id.narahubung.requests.ItemRef;
import id.narahubung.requests.Surface;
import id.narahubung.requests.Verdict;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenEvidence;
import id.narahubung.testing.GivenLetters;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Printing;
import id.narahubung.testing.Refused;
import id.narahubung.testing.Samples;
import id.narahubung.testing.TestDatabase;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A case with something of everything, and the packs that both sides take away from it. */
final class ProofPackTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final PaperDesk desk = Printing.desk(given);
  private final GivenEvidence evidence = new GivenEvidence(given);
  private Company klip;
  private PersonViewer responder;
  private PersonViewer officer;
  private Sent sent;

  @BeforeEach
  void aCase() {
    klip = given.company("Klip");
    responder = given.responder(klip);
    officer = given.officer();
    sent = given.request(klip).withoutScreenshot().withItems(3).sent();
    evidence.onItem(responder, sent.number(), 1, Samples.pdf(), "bukti.pdf");
    evidence.forOneself(responder, sent.number(), Samples.text("a"), "perusahaan.txt");
    evidence.forOneself(officer, sent.number(), Samples.text("b"), "kementerian.txt");
    note(responder, "Catatan rahasia perusahaan");
    note(officer, "Catatan rahasia kementerian");
    clock.advance(Duration.ofHours(1));
    answer(refs());
    given
        .db()
        .run(
            responder,
            tx -> given.desk().takeBack().run(tx, given.act(), List.of(act()), "Keliru."));
    clock.advance(Duration.ofHours(1));
    answer(refs().subList(0, 1));
    clock.advance(Duration.ofDays(2));
    answer(refs().subList(1, 2));
    CheckGiven down =
        new CheckGiven(Verdict.DOWN, clock.instant(), "IndiHome", "ID", Surface.WEB, false, "");
    given
        .db()
        .run(officer, tx -> given.desk().check().run(tx, given.act(), refs().subList(0, 1), down));
  }

  @Test
  void it_holds_the_order_a_report_the_same_for_programs_and_their_hashes() throws IOException {
    Map<String, byte[]> pack = pack(responder);
    assertThat(pack.keySet())
        .containsExactly("order.pdf", "report.pdf", "proof.json", "SHA256SUMS");
    assertThat(pack.get("order.pdf")).isEqualTo(desk.print().pdf(officer, sent.number()));
    assertThat(text(pack, "SHA256SUMS").lines())
        .containsExactly(
            PrintOnce.sha256(bytes(pack, "order.pdf")) + "  order.pdf",
            PrintOnce.sha256(bytes(pack, "report.pdf")) + "  report.pdf",
            PrintOnce.sha256(bytes(pack, "proof.json")) + "  proof.json");
  }

  @Test
  void programs_read_when_it_was_delivered_due_answered_and_checked() throws IOException {
    JsonNode proof = json(pack(responder));
    assertThat(proof.at("/number").asText()).isEqualTo(sent.number());
    assertThat(proof.at("/order/sha256").asText())
        .isEqualTo(desk.print().run(responder, sent.number()).sha256());
    assertThat(proof.at("/request/sent_at").asText()).isEqualTo("2026-03-02T01:15:00Z");
    assertThat(proof.at("/items")).hasSize(3);
    JsonNode first = proof.at("/items/0");
    assertThat(proof.at("/format").asText()).isEqualTo("narahubung-proof/2");
    assertThat(first.at("/kind").asText()).isEqualTo("url");
    assertThat(first.at("/identifiers").isObject()).isTrue();
    assertThat(first.at("/address").asText()).isEqualTo("hxxps://klip[.]example/v/1");
    assertThat(first.at("/standing").asText()).isEqualTo("confirmed");
    assertThat(first.at("/clock/start").asText()).isEqualTo("2026-03-02T01:15:00Z");
    assertThat(first.at("/clock/lines/0/seconds").asLong()).isEqualTo(86_400);
    assertThat(first.at("/clock/due").asText()).isEqualTo("2026-03-03T01:15:00Z");
    assertThat(first.at("/answers/0/taken_back/reason").asText()).isEqualTo("Keliru.");
    assertThat(first.at("/answers/1/answered_at").asText()).isEqualTo("2026-03-02T03:15:00Z");
    assertThat(first.at("/answers/1/on_time").asBoolean()).isTrue();
    assertThat(first.at("/checks/0/verdict").asText()).isEqualTo("down");
    assertThat(proof.at("/items/1/answers/1/on_time").asBoolean()).isFalse();
    assertThat(proof.at("/items/2/standing").asText()).isEqualTo("open");
    assertThat(proof.at("/evidence/0/sha256").asText())
        .isEqualTo(
            db.rows("select encode(sha256, 'hex') from stored_file where kind = 'pdf'").getFirst());
    assertThat(proof.at("/evidence/0/item").asText()).isEqualTo("0001");
    assertThat(proof.at("/events").findValuesAsText("kind"))
        .contains("request.sent", "items.answered", "items.answer_taken_back", "items.checked");
  }

  @Test
  void programs_read_what_is_no_address_plainly_and_nothing_of_what_is_restricted()
      throws IOException {
    db.asOwner(
        "update item set kind = 'account', url = 'account:klip/judi7',"
            + " identifiers = '{\"link\":\"https://klip.example/u/7\"}' where ordinal = 1");
    db.asOwner("update item set restricted = true, url = '', url_given = '' where ordinal = 2");
    JsonNode items = json(pack(responder)).at("/items");
    assertThat(items.at("/0/kind").asText()).isEqualTo("account");
    assertThat(items.at("/0/address").asText()).isEqualTo("klip/judi7");
    assertThat(items.at("/0/identifiers/link").asText()).isEqualTo("hxxps://klip.example/u/7");
    assertThat(items.at("/1/address").isNull()).isTrue();
  }

  @Test
  void letters_are_in_it_as_printed_with_what_became_of_them() throws IOException {
    GivenLetters letters = new GivenLetters(given);
    String first =
        letters.send(given.supervisor(), sent.number(), letters.about(sent.id(), "ST1", 3));
    clock.advance(Duration.ofHours(25));
    String fined =
        letters.send(given.supervisor(), sent.number(), letters.about(sent.id(), "ST2", 3));
    letters.withdraw(given.supervisor(), fined, "Salah alamat.");
    Map<String, byte[]> pack = pack(responder);
    assertThat(pack.keySet())
        .containsExactly(
            "order.pdf", first + ".pdf", fined + ".pdf", "report.pdf", "proof.json", "SHA256SUMS");
    assertThat(text(pack, "SHA256SUMS"))
        .contains(PrintOnce.sha256(bytes(pack, fined + ".pdf")) + "  " + fined + ".pdf");
    assertThat(Printing.text(bytes(pack, fined + ".pdf"))).contains(fined, "Rp5.000.000");
    JsonNode told = json(pack).at("/letters/1");
    assertThat(told.at("/number").asText()).isEqualTo(fined);
    assertThat(told.at("/file").asText()).isEqualTo(fined + ".pdf");
    assertThat(told.at("/fine").asLong()).isEqualTo(5_000_000);
    assertThat(told.at("/owed").asLong()).isZero();
    assertThat(told.at("/withdrawn/reason").asText()).isEqualTo("Salah alamat.");
    assertThat(Printing.text(bytes(pack, "report.pdf"))).contains(first, fined, "Salah alamat.");
  }

  @Test
  void people_read_the_same_in_the_report() throws IOException {
    String report = Printing.text(bytes(pack(responder), "report.pdf"));
    assertThat(report)
        .contains(
            sent.number(),
            "hxxps://klip[.]example/v/3",
            "tepat waktu, tenggat 3 Mar 2026 08.15 WIB",
            "terlambat, tenggat 3 Mar 2026 08.15 WIB",
            "Keliru.",
            "bukti.pdf")
        .doesNotContain("https://klip.example");
  }

  @Test
  void each_side_takes_away_what_it_may_see_and_nobody_s_notes_or_names() throws IOException {
    String company = everything(pack(responder));
    String ministry = everything(pack(officer));
    assertThat(company).contains("perusahaan.txt", "Hanya perusahaan");
    assertThat(company).doesNotContain("kementerian.txt", "request.drafted");
    assertThat(ministry).contains("kementerian.txt", "Hanya kementerian", "request.drafted");
    assertThat(ministry).doesNotContain("perusahaan.txt");
    for (String each : List.of(company, ministry)) {
      assertThat(each).doesNotContain("rahasia");
      db.rows("select name from person").forEach(name -> assertThat(each).doesNotContain(name));
    }
    assertThat(json(pack(officer)).at("/evidence").findValuesAsText("note"))
        .containsExactly("Catatan.", "");
  }

  @Test
  void others_get_none_and_the_auditor_the_ministry_s() throws IOException {
    PersonViewer stranger = given.responder(given.company("Video"));
    Refused.asUnknown(() -> desk.proofs().prepare(stranger, sent.number(), words()));
    PersonViewer auditor = given.person(given.ministry(), Role.AUDITOR);
    assertThat(everything(pack(auditor))).contains("kementerian.txt").doesNotContain("rahasia");
  }

  private void answer(List<ItemRef> items) {
    AnswerGiven removed =
        new AnswerGiven(
            "D1",
            Optional.empty(),
            Map.of("rule_line", "3.2", "acted_at", clock.instant().toString()));
    given.db().run(responder, tx -> given.desk().answer().run(tx, given.act(), items, removed));
  }

  private List<ItemRef> refs() {
    return given.refs(responder, sent.id());
  }

  private void note(PersonViewer who, String text) {
    given
        .db()
        .run(who, tx -> given.desk().write().run(tx, given.act(), sent.number(), false, text));
  }

  private long act() {
    return given.as(responder, tx -> given.ledger().of(tx, sent.id())).stream()
        .filter(event -> event.kind().equals(EventKind.ANSWERED.code()))
        .map(Event::id)
        .findFirst()
        .orElseThrow();
  }

  private static Words words() {
    return new Words(new Messages(), Language.ID, Words.WIB);
  }

  private Map<String, byte[]> pack(PersonViewer viewer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    desk.proofs().prepare(viewer, sent.number(), words()).writeTo(out);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  private static byte[] bytes(Map<String, byte[]> pack, String name) {
    return Optional.ofNullable(pack.get(name)).orElseThrow();
  }

  private static String text(Map<String, byte[]> pack, String name) {
    return new String(bytes(pack, name), StandardCharsets.UTF_8);
  }

  private static JsonNode json(Map<String, byte[]> pack) throws IOException {
    return new ObjectMapper().readTree(bytes(pack, "proof.json"));
  }

  private static String everything(Map<String, byte[]> pack) {
    return text(pack, "proof.json")
        + Printing.text(bytes(pack, "order.pdf"))
        + Printing.text(bytes(pack, "report.pdf"));
  }
}
