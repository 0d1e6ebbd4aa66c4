package id.narahubung;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The database is away, or too slow: nothing typed is lost, and what was acknowledged is there. */
final class BusyTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private String request = "";
  private Http responder;

  @BeforeEach
  void aRequestWasSent() {
    Company klip = given.company("Klip");
    given.responder(klip);
    request = "/requests/" + given.request(klip).sent().number();
    responder = visitors.signedIn(klip.organisation(), Role.RESPONDER);
  }

  @AfterEach
  void theDatabaseIsBack() {
    portal.db().connectable(true);
  }

  @Test
  void a_form_sent_while_the_database_is_away_is_sent_again_by_one_button() {
    Page page = responder.get(request);
    portal.db().connectable(false);

    Page away =
        responder.submit(
            page, request + "/messages", Map.of("message", "Kami periksa.", "audience", "both"));

    assertThat(away.status()).isEqualTo(503);
    assertThat(away.text()).contains("Portal sedang sibuk").doesNotContain("Exception");
    assertThat(away.header("Retry-After")).isNotEmpty();
    assertThat(responder.get("/health").status()).isEqualTo(503);

    portal.db().connectable(true);
    assertThat(responder.submit(away, request + "/messages", Map.of()).status()).isEqualTo(303);
    assertThat(responder.submit(away, request + "/messages", Map.of()).status()).isEqualTo(303);
    assertThat(portal.db().rows("select text from message")).containsExactly("Kami periksa.");
  }

  @Test
  void a_password_is_not_sent_back() {
    Page page = responder.get("/account");
    portal.db().connectable(false);

    Page away =
        responder.submit(
            page,
            "/account/password",
            Map.of("old_password", "yang lama", "password", "yang baru"));

    assertThat(away.status()).isEqualTo(503);
    assertThat(away.body()).doesNotContain("yang lama", "yang baru");
  }
}
