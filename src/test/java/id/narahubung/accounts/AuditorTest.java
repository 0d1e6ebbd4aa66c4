package id.narahubung.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.Http;
import id.narahubung.testing.Refused;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An auditor may be given for one request and until an instant. */
final class AuditorTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private final GiveRole giveRole = new GiveRole(new PersonStore(), given.ledger());
  private String ours = "";
  private String other = "";
  private long oursId;

  @BeforeEach
  void twoRequests() {
    Company klip = given.company("Klip");
    given.responder(klip);
    oursId = given.request(klip).sent().id();
    ours = number(oursId);
    other = number(given.request(klip).sent().id());
  }

  @Test
  void one_for_a_request_reads_that_one_alone() {
    Http auditor = auditor(new Limits(Optional.of(oursId), Optional.empty()));

    assertThat(auditor.get("/requests/" + ours).status()).isEqualTo(200);
    assertThat(auditor.get("/requests/" + ours + "/items/1").status()).isEqualTo(200);
    assertThat(auditor.get("/").status()).isEqualTo(200);
    assertThat(auditor.get("/requests/" + other).status()).isEqualTo(404);
    assertThat(auditor.get("/requests").text()).contains(ours).doesNotContain(other);
    assertThat(auditor.get("/account").status()).isEqualTo(200);
  }

  @Test
  void one_until_an_instant_reads_until_then() {
    Instant end = portal.clock().instant().plus(Duration.ofMinutes(30));
    Http auditor = auditor(new Limits(Optional.empty(), Optional.of(end)));

    assertThat(auditor.get("/requests/" + other).status()).isEqualTo(200);
    portal.clock().set(end.toString());
    assertThat(auditor.get("/requests/" + other).status()).isEqualTo(403);
    assertThat(auditor.get("/").text()).contains("saat ini tidak memegang peran");
  }

  @Test
  void new_limits_take_the_place_of_the_old_ones() {
    long person = given.person(given.ministry(), Role.AUDITOR).personId();
    give(person, new Limits(Optional.of(oursId), Optional.empty()));
    give(person, new Limits(Optional.of(oursId), Optional.empty()));
    assertThat(
            portal.db().rows("select request_id, ends_at from person_role where role = 'auditor'"))
        .containsExactly(oursId + "|");
    assertThat(portal.db().rows("select body from event where kind = 'person.role_given'"))
        .containsExactly(
            "{\"person\":%d,\"request\":%d,\"role\":\"auditor\"}".formatted(person, oursId));
  }

  @Test
  void an_auditor_holds_no_other_role_and_nobody_else_has_limits() {
    long auditor = given.person(given.ministry(), Role.AUDITOR).personId();
    long officer = given.person(given.ministry(), Role.OFFICER).personId();

    Refused.byRule("person.auditor_alone", () -> give(officer, Limits.NONE));
    Refused.byRule("person.auditor_alone", () -> give(auditor, Role.OFFICER, Limits.NONE));
    Refused.byRule(
        "person.limits_for_auditor",
        () -> give(officer, Role.SUPERVISOR, new Limits(Optional.of(oursId), Optional.empty())));
  }

  private Http auditor(Limits limits) {
    Http auditor = visitors.signedIn(given.ministry(), Role.AUDITOR);
    give(Long.parseLong(portal.db().rows("select max(id) from person").getFirst()), limits);
    return auditor;
  }

  private void give(long person, Limits limits) {
    give(person, Role.AUDITOR, limits);
  }

  private void give(long person, Role role, Limits limits) {
    portal
        .database()
        .run(SystemViewer.CONSOLE, tx -> giveRole.run(tx, given.act(), person, role, limits));
  }

  private String number(long id) {
    return portal.db().rows("select number from request where id = " + id).getFirst();
  }
}
