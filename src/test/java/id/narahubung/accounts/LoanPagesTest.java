package id.narahubung.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.testing.Given;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lending a role in the browser. */
final class LoanPagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private Http supervisor;
  private Http officer;
  private Map<String, String> typed;

  @BeforeEach
  void aSupervisorAndAnOfficer() {
    supervisor = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    String person = portal.db().rows("select max(id) from person").getFirst();
    String now = portal.clock().instant().atZone(ZoneId.of("Asia/Jakarta")).toString();
    String until =
        portal
            .clock()
            .instant()
            .plus(Duration.ofMinutes(30))
            .atZone(ZoneId.of("Asia/Jakarta"))
            .toString();
    typed =
        Map.of(
            "person",
            person,
            "from",
            now.substring(0, 16),
            "until",
            until.substring(0, 16),
            "reason",
            "Cuti tahunan");
  }

  @Test
  void a_lent_role_shows_to_both_works_at_once_and_ends_with_its_time() {
    assertThat(officer.get("/loans/new").status()).isEqualTo(403);
    assertThat(supervisor.get("/loans").location()).isEqualTo("/account#loans");
    Page form = supervisor.get("/loans/new");
    Page lent = supervisor.submit(form, "/loans", typed);
    assertThat(lent.location()).isEqualTo("/account");
    assertThat(supervisor.submit(form, "/loans", typed).status()).isEqualTo(303);
    assertThat(portal.db().rows("select 1 from role_loan")).hasSize(1);
    assertThat(supervisor.get("/account").text()).contains("Penyelia: 01", "Cuti tahunan");
    assertThat(officer.get("/account").text()).contains("Penyelia untuk Anda", "Cuti tahunan");
    long draft = given.request(given.company("Klip")).submitted();
    assertThat(officer.get("/drafts/" + draft).document().select("form[action$='/sending']"))
        .isNotEmpty();
    long lenders = given.request(given.company("Video")).submitted();
    portal
        .db()
        .asOwner(
            "insert into request_author (request_id, person_id, company_id)"
                + " select r.id, l.lender_id, r.company_id from role_loan l, request r where r.id = "
                + lenders);
    Page own = officer.get("/drafts/" + lenders);
    assertThat(own.text())
        .contains("Yang meminjamkan peran ini kepada Anda ikut menyusun draf ini");
    assertThat(own.document().select("form[action$='/sending'], button[name=whole]")).isEmpty();
    assertThat(own.document().select("form[action$='/return']")).hasSize(1);

    portal.clock().advance(Duration.ofMinutes(31));
    assertThat(officer.get("/drafts/" + draft).document().select("form[action$='/sending']"))
        .isEmpty();
    assertThat(officer.get("/account").text()).doesNotContain("Cuti tahunan");
  }

  @Test
  void its_lender_ends_it_on_the_account_page() {
    supervisor.submit("/loans/new", "/loans", typed);
    String loan = portal.db().rows("select id from role_loan").getFirst();
    String ending = "/loans/" + loan + "/ending";
    assertThat(visitors.post(officer, ending, Map.of()).status()).isEqualTo(403);
    Page ended = supervisor.submit("/account", ending, Map.of());
    assertThat(supervisor.follow(ended).text()).contains("diakhiri");
    assertThat(officer.get("/account").text()).doesNotContain("Cuti tahunan");
  }

  @Test
  void what_was_typed_stays_where_a_loan_is_refused() {
    for (List<String> wrong :
        List.of(
            List.of("reason", "", "#reason"),
            List.of("until", "", "#until"),
            List.of("until", "2020-01-01T00:00", "#until"),
            List.of("until", "2099-01-01T00:00", "#until"),
            List.of("from", "kapan-kapan", "#from"),
            List.of("person", "x", "#person"))) {
      Map<String, String> bad = new HashMap<>(typed);
      bad.put(wrong.get(0), wrong.get(1));
      Page refused = supervisor.submit("/loans/new", "/loans", bad);
      assertThat(refused.status()).as("%s", wrong).isEqualTo(422);
      assertThat(refused.document().select(".faults a").eachAttr("href"))
          .as("%s", wrong)
          .containsExactly(wrong.get(2));
      if (!wrong.getFirst().equals("reason")) {
        assertThat(refused.form("/loans").getOrDefault("reason", List.of()).getFirst())
            .contains("Cuti tahunan");
      }
    }
    assertThat(portal.db().rows("select 1 from role_loan")).isEmpty();
  }
}
