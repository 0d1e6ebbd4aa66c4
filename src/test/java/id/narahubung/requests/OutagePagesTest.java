package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An outage on the supervisor's page, and what both sides see of the decision. */
final class OutagePagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());

  @Test
  void the_page_shows_what_it_cost_and_both_sides_see_what_was_decided() {
    Company klip = given.company("Klip");
    given.responder(klip);
    Sent sent = given.request(klip).withItems(4).sent();
    NoticeOutages notice = given.desk().noticeOutages(given::act);
    given.db().run(SystemViewer.HEALTH, tx -> notice.run(tx, given.act()));
    portal.clock().advance(Duration.ofMinutes(14));
    given.db().run(SystemViewer.HEALTH, tx -> notice.run(tx, given.act()));
    Visitors visitors = new Visitors(portal, given);
    Http supervisor = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    Page list = supervisor.get("/outages");
    assertThat(list.text()).contains("14 mnt").contains("menunggu keputusan");
    String path = list.document().select("tbody a").attr("href");
    portal.clock().advance(Duration.ofMinutes(10));
    given.db().run(SystemViewer.HEALTH, tx -> notice.run(tx, given.act()));
    String later = supervisor.get("/outages").document().select("tbody a").attr("href");
    Page waiting = supervisor.get(later);
    assertThat(waiting.text()).contains("Putuskan dahulu gangguan yang lebih awal");
    assertThat(waiting.document().select("main .notice a").attr("href")).isEqualTo(path);
    assertThat(waiting.document().select("main form.card")).isEmpty();

    Page page = supervisor.get(path);
    assertThat(page.text()).contains("4 item dalam 1 permohonan").contains(sent.number());
    assertThat(page.document().select("main aside .under").eachText())
        .hasSize(4)
        .first(STRING)
        .startsWith("0001: ")
        .contains(" → ");
    Page empty = supervisor.submit(page, path + "/decision", Map.of("granted", "yes"));
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.document().select("input[value=yes]").hasAttr("checked")).isTrue();
    Map<String, String> typed = Map.of("granted", "yes", "reason", "Gangguan listrik.");
    assertThat(supervisor.submit(page, path + "/decision", typed).status()).isEqualTo(303);
    assertThat(supervisor.submit(page, path + "/decision", typed).status())
        .as("sent twice, done once")
        .isEqualTo(303);
    assertThat(supervisor.get(path).text())
        .contains("tidak dihitung pada tenggat")
        .contains("Gangguan listrik.")
        .contains("penyelia");
    assertThat(supervisor.get(later).document().select("main form.card")).hasSize(1);
    Page again = supervisor.get("/outages");
    assertThat(again.text()).contains("4 item dalam 1 permohonan");

    Http company = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    Page item = company.get("/requests/" + sent.number() + "/items/1");
    assertThat(item.document().select(".clock .sum li").eachText().get(2))
        .contains("portal tidak dapat dipakai sejak")
        .endsWith("+ 0.14");
    assertThat(item.text()).contains("(14 mnt) tidak dihitung");
    assertThat(company.get("/requests/" + sent.number()).text())
        .contains("Tidak menghitung gangguan portal 14 mnt pada tenggat 4 item");
    assertThat(company.get("/outages").status()).isEqualTo(403);
    assertThat(supervisor.get("/outages/99").status()).isEqualTo(404);
    assertThat(supervisor.get("/outages/x").status()).isEqualTo(404);
  }
}
