package id.narahubung.platforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.NotAllowed;
import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.ledger.Ledger;
import id.narahubung.platforms.MakeOrganisation.NewOrganisation;
import id.narahubung.platforms.MakePlatform.NewPlatform;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.TestDatabase;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MakePlatformTest {

  @RegisterExtension static final TestDatabase testDatabase = new TestDatabase();

  private final PlatformStore platforms = new PlatformStore();
  private final MakePlatform makePlatform = new MakePlatform(platforms, new Ledger());
  private final MakeOrganisation makeOrganisation = new MakeOrganisation(platforms, new Ledger());
  private Database db;
  private Organisation company;

  @BeforeEach
  void a_company_is_there() {
    db = testDatabase.database(FakeClock.at("2026-03-02T01:15:00Z"));
    company = organisation(Side.COMPANY, "PT Klip");
  }

  @Test
  void a_platform_has_hosts_as_addresses_are_compared() {
    Platform made = make(SystemViewer.CONSOLE, company, "Klip", "WWW.Klip.example", "klíp.example");

    assertThat(made.companyName()).isEqualTo("PT Klip");
    assertThat(testDatabase.rows("select host from platform_host order by host"))
        .containsExactly("www.klip.example", "xn--klp-sma.example");
    assertThat(testDatabase.rows("select kind, side, body from event order by id desc limit 1"))
        .containsExactly(
            "platform.made|ministry|{\"organisation\":%d,\"platform\":%d}"
                .formatted(company.id(), made.id()));
  }

  @Test
  void the_administrator_may_and_an_officer_may_not() {
    Organisation ministry = organisation(Side.MINISTRY, "Kementerian");
    long administrator = personOf(ministry);

    assertThat(make(viewer(administrator, ministry, Role.ADMINISTRATOR), company, "Klip").name())
        .isEqualTo("Klip");
    assertThatThrownBy(() -> make(viewer(administrator, ministry, Role.OFFICER), company, "Klop"))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void what_is_wrong_is_refused_with_its_sentence() {
    Organisation ministry = organisation(Side.MINISTRY, "Kementerian");
    make(SystemViewer.CONSOLE, company, "Klip", "klip.example");

    refused("platform.of_a_company", ministry, "Klop");
    refused("platform.name_needed", company, "  ");
    refused("platform.name_taken", company, "Klip");
    refused("platform.host_wrong", company, "Klop", "https://klop.example/");
    refused("platform.host_wrong", company, "Klop", "localhost");
    refused("platform.host_taken", company, "Klop", "KLIP.example");
    refused("platform.host_public", company, "Klop", "co.id");
    refused("platform.host_public", company, "Klop", "Go.ID");
    Organisation another = organisation(Side.COMPANY, "PT Klop");
    refused("platform.host_overlaps", another, "Klop", "m.klip.example");
    make(SystemViewer.CONSOLE, company, "Klip Musik", "m.klip.example", "musik.contoh.co.id");
    refused("platform.host_overlaps", another, "Klop", "contoh.co.id");
    assertThat(make(SystemViewer.CONSOLE, another, "Klop", "kontoh.co.id").name())
        .isEqualTo("Klop");
    assertThatThrownBy(() -> organisation(Side.MINISTRY, "Kementerian lain"))
        .isInstanceOfSatisfying(
            RuleBroken.class, e -> assertThat(e.key()).isEqualTo("organisation.one_ministry"));
    assertThatThrownBy(() -> organisation(Side.COMPANY, "PT Klip"))
        .isInstanceOfSatisfying(
            RuleBroken.class, e -> assertThat(e.key()).isEqualTo("organisation.name_taken"));
  }

  private void refused(String key, Organisation of, String name, String... hosts) {
    assertThatThrownBy(() -> make(SystemViewer.CONSOLE, of, name, hosts))
        .isInstanceOfSatisfying(RuleBroken.class, e -> assertThat(e.key()).isEqualTo(key));
  }

  private Platform make(Viewer viewer, Organisation of, String name, String... hosts) {
    NewPlatform wanted =
        new NewPlatform(
            of,
            name,
            ZoneId.of("Asia/Jakarta"),
            LocalTime.of(8, 0),
            LocalTime.of(17, 0),
            List.of(hosts));
    return db.as(viewer, tx -> makePlatform.run(tx, UUID.randomUUID(), wanted));
  }

  private Organisation organisation(Side side, String name) {
    return db.as(
        SystemViewer.CONSOLE,
        tx ->
            makeOrganisation.run(
                tx, UUID.randomUUID(), new NewOrganisation(side, name, Optional.empty())));
  }

  private static long personOf(Organisation organisation) {
    testDatabase.asOwner(
        "insert into person (organisation_id, side, code, name, email, language, time_zone,"
            + " created_at) values (%d, 'ministry', 1, 'A', 'a@k.example', 'id', 'UTC', now())"
                .formatted(organisation.id()));
    return Long.parseLong(testDatabase.rows("select id from person").getFirst());
  }

  private static PersonViewer viewer(long person, Organisation organisation, Role role) {
    return new PersonViewer(person, organisation.id(), Side.MINISTRY, Set.of(role), 1);
  }
}
