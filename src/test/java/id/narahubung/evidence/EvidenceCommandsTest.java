package id.narahubung.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Share;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.ledger.Event;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenEvidence;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Refused;
import id.narahubung.testing.Samples;
import id.narahubung.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class EvidenceCommandsTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final GivenEvidence evidence = new GivenEvidence(given);
  private Company klip;
  private PersonViewer responder;

  @BeforeEach
  void aCompany() {
    klip = given.company("Klip");
    responder = given.responder(klip);
  }

  @Test
  void a_file_of_many_chunks_reads_back_byte_for_byte() throws IOException {
    Sent sent = given.request(klip).withoutScreenshot().sent();
    byte[] letters = new byte[3 * FileStore.CHUNK + 17];
    SplittableRandom random = new SplittableRandom(5);
    for (int at = 0; at < letters.length; at++) {
      letters[at] = (byte) ('a' + random.nextInt(26));
    }
    evidence.onRequest(responder, sent.number(), letters, "catatan.txt");

    Evidence seen = evidence.seen(given.officer(), sent.id()).getFirst();
    assertThat(seen.file().chunks()).isEqualTo(4);
    assertThat(db.rows("select max(length(bytes)), count(*) from file_chunk"))
        .containsExactly(FileStore.CHUNK + "|4");
    try (InputStream stream =
        new ChunkStream(given.db(), evidence.files(), given.officer(), seen.file())) {
      assertThat(stream.readAllBytes()).isEqualTo(letters);
    }
  }

  @Test
  void the_same_file_is_stored_once_for_each_organisation() {
    Sent sent = given.request(klip).withoutScreenshot().withItems(2).sent();
    evidence.onRequest(responder, sent.number(), Samples.pdf(), "a.pdf");
    evidence.onItem(responder, sent.number(), 2, Samples.pdf(), "b.pdf");
    evidence.onRequest(given.officer(), sent.number(), Samples.pdf(), "c.pdf");

    assertThat(db.rows("select count(*), count(distinct organisation_id) from stored_file"))
        .containsExactly("2|2");
    assertThat(evidence.seen(responder, sent.id()))
        .extracting(Evidence::name, Evidence::ordinal)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a.pdf", Optional.empty()),
            org.assertj.core.groups.Tuple.tuple("b.pdf", Optional.of(2)),
            org.assertj.core.groups.Tuple.tuple("c.pdf", Optional.empty()));
  }

  @Test
  void an_upload_is_an_event_with_file_and_hash_and_no_name() {
    Sent sent = given.request(klip).withoutScreenshot().sent();
    evidence.onItem(responder, sent.number(), 1, Samples.pdf(), "rahasia.pdf");

    Evidence piece = evidence.seen(responder, sent.id()).getFirst();
    Event told = given.as(responder, tx -> given.ledger().of(tx, sent.id())).getLast();
    assertThat(told.kind()).isEqualTo("evidence.added");
    assertThat(told.text("sha256")).isEqualTo(piece.file().sha256());
    assertThat(told.count("file")).isEqualTo((int) piece.file().id());
    assertThat(told.count("item")).isEqualTo(1);
    assertThat(told.body().toString()).doesNotContain("rahasia");
  }

  @Test
  void a_drafts_evidence_turns_joint_at_sending_but_what_the_ministry_keeps() {
    long draft = given.request(klip).withoutScreenshot().drafted();
    evidence.onDraft(given.officer(), draft, Samples.pdf(), "bersama.pdf", true);
    evidence.onDraft(given.officer(), draft, Samples.text("x"), "sendiri.txt", false);
    assertThat(db.rows("select distinct side from evidence")).containsExactly("ministry");

    send(draft);

    assertThat(evidence.seen(responder, draft))
        .extracting(Evidence::name)
        .containsExactly("bersama.pdf");
    assertThat(evidence.seen(given.officer(), draft))
        .extracting(Evidence::share)
        .containsExactly(Share.BOTH, Share.MINISTRY);
  }

  @Test
  void a_draft_that_changes_its_platform_takes_its_evidence_along() {
    Company video = given.company("Video");
    long draft = given.request(klip).withoutScreenshot().drafted();
    evidence.onDraft(given.officer(), draft, Samples.pdf(), "a.pdf", true);

    db.asOwner(
        "update request set platform_id = %d, company_id = %d where id = %d"
            .formatted(video.platform().id(), video.id(), draft));

    assertThat(db.rows("select company_id from evidence"))
        .containsExactly(Long.toString(video.id()));
  }

  @Test
  void who_adds_to_a_draft_wrote_it_and_may_not_send_it() {
    long draft = given.request(klip).withoutScreenshot().drafted();
    PersonViewer supervisor = given.person(given.ministry(), Role.SUPERVISOR);
    evidence.onDraft(supervisor, draft, Samples.pdf(), "a.pdf", true);
    boolean author = given.as(supervisor, tx -> given.desk().drafts().isAuthor(tx, draft));
    assertThat(author).isTrue();
    submit(draft);
    Refused.byRule(
        "evidence.refused.waiting",
        () -> evidence.onDraft(given.officer(), draft, Samples.pdf(), "b.pdf", true));
  }

  @Test
  void from_a_draft_evidence_goes_and_from_a_request_it_stays_with_the_reason() {
    long draft = given.request(klip).withoutScreenshot().drafted();
    long first = evidence.onDraft(given.officer(), draft, Samples.pdf(), "a.pdf", true);
    evidence.takeFromDraft(given.officer(), draft, first);
    assertThat(evidence.seen(given.officer(), draft)).isEmpty();

    Sent sent = given.request(klip).withoutScreenshot().sent();
    long second = evidence.onRequest(responder, sent.number(), Samples.pdf(), "b.pdf");
    Refused.byRule(
        "evidence.refused.not_ours",
        () -> evidence.takeBack(given.officer(), sent.number(), second, "Bukan ini."));
    evidence.takeBack(responder, sent.number(), second, "Salah berkas.");
    Evidence gone = evidence.seen(given.officer(), sent.id()).getFirst();
    assertThat(gone.removal().orElseThrow().reason()).isEqualTo("Salah berkas.");
    assertThat(gone.removal().orElseThrow().by().name()).isEmpty();
    Refused.byRule(
        "evidence.refused.removed",
        () -> evidence.takeBack(responder, sent.number(), second, "Lagi."));
  }

  @Test
  void who_only_reads_adds_nothing() {
    Sent sent = given.request(klip).withoutScreenshot().sent();
    for (PersonViewer reader :
        List.of(
            given.person(klip.organisation(), Role.VIEWER),
            given.person(given.ministry(), Role.AUDITOR))) {
      Refused.forLackOf(
          Permission.ADD_EVIDENCE,
          () -> evidence.onRequest(reader, sent.number(), Samples.pdf(), "a.pdf"));
    }
    PersonViewer stranger = given.responder(given.company("Video"));
    Refused.asUnknown(() -> evidence.onRequest(stranger, sent.number(), Samples.pdf(), "a.pdf"));
    Refused.asUnknown(() -> evidence.onItem(responder, sent.number(), 9, Samples.pdf(), "a.pdf"));
  }

  private void submit(long draft) {
    int version = given.read(given.officer(), draft).version();
    given
        .db()
        .run(given.officer(), tx -> given.desk().submit().run(tx, given.act(), draft, version));
  }

  private void send(long draft) {
    submit(draft);
    int version = given.read(given.supervisor(), draft).version();
    given
        .db()
        .run(given.supervisor(), tx -> given.desk().send().run(tx, given.act(), draft, version));
  }
}
