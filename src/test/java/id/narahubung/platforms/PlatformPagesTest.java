package id.narahubung.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.Race;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Organisations and platforms, as an administrator keeps them in the browser. */
final class PlatformPagesTest {

  private static final String ORGANISATIONS = "/administration/organisations";
  private static final String PLATFORMS = "/administration/platforms";
  private static final String LAST_EVENT = "select kind, body from event order by id desc limit 1";

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private Http administrator;

  @BeforeEach
  void anAdministrator() {
    klip = given.company("Klip");
    administrator = visitors.signedIn(given.ministry(), Role.ADMINISTRATOR);
  }

  @Test
  void an_administrator_finds_the_administration_and_others_do_not() {
    assertThat(administrator.get("/").text()).contains("Administrasi");
    assertThat(administrator.get("/administration").document().select(".hits a").eachAttr("href"))
        .contains(ORGANISATIONS, PLATFORMS);
    Http supervisor = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    assertThat(supervisor.get("/").document().select("nav a[href='/administration']")).isEmpty();
    assertThat(supervisor.get("/administration").status()).isEqualTo(403);
  }

  @Test
  void an_organisation_is_made_and_changed_and_the_ledger_tells_without_its_name() {
    Page made =
        administrator.submit(
            ORGANISATIONS + "/new",
            ORGANISATIONS,
            Map.of("name", " PT Layar ", "tdpse", "000123.01/DJAI.PSE/07/2022", "language", "en"));
    Page page = administrator.follow(made);
    assertThat(page.text())
        .contains("Organisasi PT Layar dibuat.", "000123.01/DJAI.PSE/07/2022", "English")
        .doesNotContain("??");

    Page saved =
        administrator.submit(
            made.location() + "/edit", made.location(), Map.of("name", "PT Layar Lebar"));
    assertThat(administrator.follow(saved).text())
        .contains("Perubahan disimpan.", "PT Layar Lebar");
    assertThat(portal.db().rows(LAST_EVENT).getFirst())
        .startsWith("organisation.changed|")
        .contains("\"changed\":[\"name\"]")
        .doesNotContain("Layar");
    assertThat(administrator.get(ORGANISATIONS).text()).contains("PT Layar Lebar", "PT Klip");
  }

  @Test
  void what_was_typed_stays_where_an_organisation_is_refused() {
    for (Map<String, String> typed :
        List.of(
            Map.of("name", "", "tdpse", "123"),
            Map.of("name", "PT Klip", "tdpse", "123"),
            Map.of("name", "x".repeat(201), "tdpse", "123"))) {
      Page refused = administrator.submit(ORGANISATIONS + "/new", ORGANISATIONS, typed);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.document().select(".faults a").eachAttr("href")).containsExactly("#name");
      assertThat(refused.form(ORGANISATIONS).get("tdpse")).containsExactly("123");
    }
    Page refused =
        administrator.submit(
            ORGANISATIONS + "/new",
            ORGANISATIONS,
            Map.of("name", "PT Baru", "tdpse", "1".repeat(61)));
    assertThat(refused.document().select(".faults a").eachAttr("href")).containsExactly("#tdpse");
    assertThat(portal.db().rows("select 1 from organisation where name = 'PT Baru'")).isEmpty();
  }

  @Test
  void of_two_who_make_one_organisation_at_once_the_second_keeps_what_was_typed() {
    Page form = administrator.get(ORGANISATIONS + "/new");
    AtomicReference<Page> answer = new AtomicReference<>();
    AtomicReference<Future<?>> second = new AtomicReference<>();
    given
        .db()
        .run(
            given.person(given.ministry(), Role.ADMINISTRATOR),
            tx -> {
              tx.sql()
                  .execute(
                      "insert into organisation (name, side, created_at) values ('PT Sama',"
                          + " 'company', now())");
              second.set(
                  new Race(portal.db())
                      .startSecond(
                          () ->
                              answer.set(
                                  administrator.submit(
                                      form,
                                      ORGANISATIONS,
                                      Map.of("name", "PT Sama", "tdpse", "123")))));
            });
    Race.end(second.get());
    assertThat(answer.get().status()).isEqualTo(422);
    assertThat(answer.get().text()).contains("Organisasi dengan nama PT Sama sudah ada.");
    assertThat(answer.get().form(ORGANISATIONS).get("tdpse")).containsExactly("123");
  }

  @Test
  void a_constraint_that_no_form_has_words_for_is_a_conflict_and_no_fault() {
    portal.db().asOwner("alter table organisation add constraint closed check (false) not valid");
    try {
      Page refused =
          administrator.submit(ORGANISATIONS + "/new", ORGANISATIONS, Map.of("name", "PT Baru"));
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.document().select("h1").text()).isEqualTo("Sudah diubah orang lain");
    } finally {
      portal.db().asOwner("alter table organisation drop constraint closed");
    }
  }

  @Test
  void of_two_who_change_an_organisation_the_second_sees_what_the_first_saved() {
    String at = ORGANISATIONS + "/" + klip.id();
    Page open = administrator.get(at + "/edit");
    administrator.submit(at + "/edit", at, Map.of("name", "PT Klip Satu"));

    Page stale = administrator.submit(open, at, Map.of("name", "PT Klip Dua"));
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.document().select(".notice.late").text()).contains("Nama: PT Klip Satu");
    assertThat(stale.form(at).get("name")).containsExactly("PT Klip Dua");
    assertThat(administrator.submit(stale, at, Map.of()).status()).isEqualTo(303);
    assertThat(portal.db().rows("select name from organisation where id = " + klip.id()))
        .containsExactly("PT Klip Dua");
  }

  @Test
  void a_form_sent_twice_makes_one_platform() {
    Page form = administrator.get(PLATFORMS + "/new");
    Map<String, String> typed =
        Map.of("company", "" + klip.id(), "name", "Kilas", "hosts", "kilas.example\nKILAS.example");
    Page first = administrator.submit(form, PLATFORMS, typed);
    assertThat(administrator.follow(first).text()).contains("Layanan Kilas dibuat.", "PT Klip");
    assertThat(administrator.submit(form, PLATFORMS, typed).status()).isEqualTo(303);
    assertThat(portal.db().rows("select host from platform_host where host like 'kilas%'"))
        .containsExactly("kilas.example");
    assertThat(portal.db().rows("select 1 from platform where name = 'Kilas'")).hasSize(1);
  }

  @Test
  void a_platform_gains_and_loses_hosts_but_takes_none_of_anothers() {
    Company layar = given.company("Layar");
    String at = PLATFORMS + "/" + klip.platform().id();
    Page taken =
        administrator.submit(
            at + "/edit", at, Map.of("name", "Klop", "hosts", "klip.example\nlayar.example"));
    assertThat(taken.status()).isEqualTo(422);
    assertThat(taken.text()).contains("layar.example sudah tercatat pada layanan Layar");
    assertThat(taken.form(at).get("name")).containsExactly("Klop");

    assertThat(
            administrator
                .submit(taken, at, Map.of("hosts", "klop.example", "opens", "09:30"))
                .status())
        .isEqualTo(303);
    assertThat(administrator.get(at).text()).contains("Klop", "klop.example", "09.30–17.00");
    assertThat(portal.db().rows(LAST_EVENT).getFirst())
        .contains("\"hosts_added\":1", "\"hosts_removed\":1", "contact_hours")
        .doesNotContain("klop.example");
    assertThat(portal.db().rows("select host from platform_host order by host"))
        .containsExactly("klop.example", "layar.example");
    assertThat(layar.platform().name()).isEqualTo("Layar");
  }

  @Test
  void a_platform_needs_a_company_a_zone_and_times() {
    Page refused =
        administrator.submit(
            PLATFORMS + "/new", PLATFORMS, Map.of("company", "0", "name", "Kilas"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.document().select(".faults a").eachAttr("href")).contains("#company");
    refused =
        administrator.submit(
            refused,
            PLATFORMS,
            Map.of(
                "company", "" + klip.id(),
                "zone", "Mars/Olympus",
                "opens", "25:00",
                "hosts", "https://kilas.example"));
    assertThat(refused.document().select(".faults a").eachAttr("href"))
        .containsExactly("#zone", "#opens");
    refused =
        administrator.submit(refused, PLATFORMS, Map.of("zone", "Asia/Jakarta", "opens", "08:00"));
    assertThat(refused.document().select(".faults a").eachAttr("href")).containsExactly("#hosts");
  }

  @Test
  void what_is_not_there_is_not_found() {
    for (String path : List.of(ORGANISATIONS + "/0", PLATFORMS + "/0/edit", PLATFORMS + "/abc")) {
      assertThat(administrator.get(path).status()).as(path).isEqualTo(404);
    }
  }
}
