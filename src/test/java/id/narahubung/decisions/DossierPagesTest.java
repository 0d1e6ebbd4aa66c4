package id.narahubung.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.CommitmentSource;
import id.narahubung.commitments.ProposalGiven;
import id.narahubung.commitments.Terms;
import id.narahubung.decisions.DecisionContent.Said;
import id.narahubung.testing.Doors;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.GivenDecisions;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.Printing;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import id.narahubung.verification.GivenVerifications;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a signer decides on, and what stands of it on the page after. */
final class DossierPagesTest {

  private static final String STEP = "/verifications/VR-2026-0001";

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final GivenDecisions decisions = new GivenDecisions(given);
  private final GivenCommitments commitments = new GivenCommitments(given);
  private final GivenVerifications steps = new GivenVerifications(given);
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private PersonViewer lead;
  private Http maker;

  @BeforeEach
  void aPlatformAndASigner() {
    klip = given.company("Klip");
    lead = given.person(klip.organisation(), Role.LEAD);
    maker = visitors.signedIn(given.ministry(), Role.DECISION_MAKER);
  }

  private static List<String> changed(Page page) {
    return page.document().select("#changed li").eachText();
  }

  private static List<String> next(Page page) {
    return page.document()
        .select("section:has(h2:containsOwn(Yang terjadi selanjutnya)) li")
        .eachText();
  }

  private void change(long id) {
    decisions.change(
        given.officer(),
        id,
        decisions.read(given.officer(), id).version(),
        decisions.content(
            "partial_block",
            Map.of("milder_step", new Said(Optional.of(true), "Tiga surat teguran."))));
  }

  @Test
  void what_changed_since_a_question_stays_marked_until_it_is_signed() {
    long id = decisions.prepared(klip, "partial_block");
    String path = "/decisions/" + id;
    maker.submit(path + "/question", path + "/question", Map.of("question", "Mana sampelnya?"));
    assertThat(changed(maker.get(path))).isEmpty();
    change(id);
    assertThat(maker.get(path).text()).contains("Berubah sejak pertanyaan Anda");
    decisions.reply(given.officer(), id, "Lihat daftar periksa.");
    portal.clock().advance(Duration.ofMinutes(20));
    maker.get(path);
    Page page = maker.get(path);
    assertThat(page.document().select("#changed p").text()).contains("sejak pertanyaan Anda");
    assertThat(changed(page)).singleElement().asString().contains("lebih ringan");
    Http another = visitors.signedIn(given.ministry(), Role.DECISION_MAKER);
    assertThat(changed(another.get(path))).as("who asked nothing and never looked").isEmpty();
  }

  @Test
  void a_page_that_is_opened_again_marks_the_same_until_the_next_visit() {
    long id = decisions.prepared(klip, "partial_block");
    String path = "/decisions/" + id;
    maker.get(path);
    portal.clock().advance(Duration.ofMinutes(20));
    maker.get(path);
    change(id);
    assertThat(changed(maker.get(path))).hasSize(1);
    assertThat(changed(maker.get(path))).as("opened again").hasSize(1);
    portal.clock().advance(Duration.ofMinutes(20));
    assertThat(changed(maker.get(path))).as("seen at the visit before").isEmpty();
  }

  @Test
  void nothing_is_next_that_is_past_and_a_decision_that_was_followed_says_by_which() {
    String block = decisions.signed(klip, "partial_block");
    assertThat(next(maker.get("/decisions/" + block)))
        .anyMatch(line -> line.contains("Sampel beranda"))
        .anyMatch(line -> line.contains("Sedang ditinjau") || line.contains("Pengecualian"));
    portal.clock().advance(Duration.ofDays(100));
    maker = visitors.signedIn(given.ministry(), Role.DECISION_MAKER);
    assertThat(next(maker.get("/decisions/" + block)))
        .as("watched, and let be until days that are past")
        .hasSize(1)
        .allMatch(line -> line.startsWith("Yang memutus"));
    String open = decisions.signed(klip, "full_restore");
    Page page = maker.get("/decisions/" + block);
    assertThat(page.document().select("#superseded").text()).contains("Tidak berlaku lagi", open);
    assertThat(page.document().select("#superseded a").attr("href"))
        .isEqualTo("/decisions/" + open);
    assertThat(next(page)).singleElement().asString().contains("digantikan oleh " + open);
    assertThat(maker.get("/decisions/" + open).document().select("#superseded")).isEmpty();
  }

  /** That so much is caught; access hangs on it. */
  private String filtering() {
    Terms terms =
        new Terms(
            "Konten disaring sebelum tayang.",
            Optional.of(BigDecimal.valueOf(60)),
            Optional.of(BigDecimal.valueOf(90)),
            commitments.today().plusDays(30),
            0,
            true,
            Map.of("what", "Video", "means", "Hash", "hours_to_load", "4"),
            List.of());
    ProposalGiven proposal =
        new ProposalGiven(
            klip.platform().id(), "filtering", CommitmentSource.MEETING, "Rapat", terms);
    String number =
        given.as(lead, tx -> commitments.desk().propose().run(tx, given.act(), proposal));
    commitments.sign(lead, number, 1);
    commitments.sign(given.supervisor(), number, 1);
    return number;
  }

  /** Uploaded blind by one, concluded by another. */
  private void test(String promise, Map<String, String> counted) {
    PersonViewer supervisor = given.person(given.ministry(), Role.SUPERVISOR);
    Http first = portal.visitor();
    first.carry("session", new Doors(given.db()).session(supervisor.personId()));
    first.submit(
        "/verifications/new?commitment=" + promise, "/verifications", Map.of("method", "blind"));
    steps.record(supervisor, "VR-2026-0001");
    first.submit(STEP + "/record", STEP + "/record", counted);
    Http second = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    Page done =
        second.submit(
            STEP + "/conclusion",
            STEP + "/conclusion",
            Map.of("outcome", "pass", "findings", "Tiga lolos.", "follow_up", "none"));
    assertThat(done.location()).as(done.text()).isEqualTo(STEP);
  }

  @Test
  void a_dossier_says_how_a_value_was_found_and_draws_it_as_the_signer_saw_it() {
    decisions.signed(klip, "full_block");
    String promise = filtering();
    String staff = commitments.agreed(lead, klip, commitments.moderators(90));
    commitments.report(lead, promise, 96, false);
    test(promise, Map.of("uploaded", "300", "caught", "297", "loaded_hours", "2"));
    long id = decisions.prepared(klip, "full_restore");
    Page page = maker.get("/decisions/" + id);
    Element row = page.document().select("#cell-" + promise).getFirst();
    assertThat(row.select("a[href=" + STEP + "]").text()).isEqualTo("VR-2026-0001");
    assertThat(row.text())
        .contains("99 persen")
        .contains("297 dari 300 tertangkap: paling sedikit 97,1% dari unggahan seperti itu");
    assertThat(page.document().select("#courses details.fold[open] .number").eachText())
        .as("what is not met is unfolded")
        .containsExactly(staff);
    assertThat(page.document().select("#courses details.fold .number").eachText())
        .containsExactly(promise, staff);
    assertThat(page.document().select("#courses td.num").eachText())
        .contains("60 persen", "96 persen", "99 persen", "90 persen", "220 orang");

    commitments.report(lead, promise, 97, false);
    assertThat(changed(maker.get("/decisions/" + id)))
        .as("what the company says since is drawn, too")
        .anyMatch(line -> line.contains(promise));
    decisions.waive(id, CellKey.commitment(staff));
    decisions.waiveChecks(id);
    String number = decisions.sign(decisions.signer(), id, "full_restore");
    portal.clock().advance(Duration.ofDays(3));
    commitments.report(lead, promise, 42, false);
    Http company = visitors.signedIn(klip.organisation(), Role.LEAD);
    Page signed = company.get("/decisions/" + number);
    assertThat(signed.document().select("#courses td.num").eachText())
        .as("frozen")
        .contains("97 persen")
        .doesNotContain("42 persen");
    assertThat(company.get(signed.document().select("a[href=" + STEP + "]").attr("href")).status())
        .isEqualTo(200);
    byte[] paper = company.getBytes("/decisions/" + number + "/dossier.pdf");
    assertThat(Printing.drawings(paper))
        .hasSize(2)
        .anyMatch(said -> said.contains("terakhir dilaporkan 97 persen"));
    assertThat(Printing.text(paper))
        .contains("VR-2026-0001", "297 dari 300 tertangkap", "97 persen", "97 per cent")
        .doesNotContain("42 persen");
  }
}
