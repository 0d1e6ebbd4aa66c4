package id.narahubung.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.decisions.DecisionContent.Said;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenDecisions;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a signer decides on, and what stands of it on the page after. */
final class DossierPagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final GivenDecisions decisions = new GivenDecisions(given);
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private Http maker;

  @BeforeEach
  void aPlatformAndASigner() {
    klip = given.company("Klip");
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
}
