package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where the rules want a company told how orders work, a supervisor does that on the draft. */
final class FirstOrderPagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);

  @Test
  void a_supervisor_tells_the_company_on_the_draft_and_the_company_reads_it_with_the_rules() {
    portal
        .db()
        .asOwner(
            "alter table rule_set disable trigger rule_set_kept;"
                + " update rule_set set notice_minutes = 720;"
                + " alter table rule_set enable trigger rule_set_kept;");
    Company klip = given.company("Klip");
    Http responder = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    Http supervisor = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    String draft = "/drafts/" + given.request(klip).submitted();

    Page waiting = supervisor.get(draft);
    assertThat(waiting.text()).contains("belum pernah menerima perintah", "12 jam kemudian");
    Page early = supervisor.submit(waiting, draft + "/sending", Map.of("whole", "yes"));
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.text()).contains("Beri tahu dahulu");
    assertThat(responder.get("/rules").text()).doesNotContain("memberi tahu perusahaan Anda");

    Page told = supervisor.submit(waiting, draft + "/notice", Map.of());
    assertThat(told.status()).isEqualTo(303);
    assertThat(supervisor.submit(waiting, draft + "/notice", Map.of()).status())
        .as("the same act lands on the first")
        .isEqualTo(303);
    Page later = supervisor.get(draft);
    assertThat(later.text()).contains("Perintah dapat dikirim sejak 2 Mar 2026 20.15 WIB");
    assertThat(later.document().select("form[action$=/notice]")).isEmpty();
    assertThat(responder.get("/rules").text())
        .contains("Pada 2 Mar 2026 08.15 WIB Kementerian memberi tahu perusahaan Anda");

    portal.clock().advance(Duration.ofHours(12));
    Http another = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    Page sent = another.submit(draft, draft + "/sending", Map.of("whole", "yes"));
    assertThat(sent.location()).startsWith("/requests/PA-2026-");
  }
}
