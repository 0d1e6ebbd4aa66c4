package id.narahubung.papers;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Http;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who holds a printed order, and nothing else. */
final class CheckPagesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private Sent sent;
  private String code;

  @BeforeEach
  void aPrintedOrder() {
    Company klip = given.company("Klip");
    sent = given.request(klip).sent();
    Http responder = new Visitors(portal, given).signedIn(klip.organisation(), Role.RESPONDER);
    Http.Page order = responder.get("/requests/" + sent.number() + "/order.pdf");
    assertThat(order.status()).isEqualTo(200);
    assertThat(order.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(order.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"" + sent.number() + ".pdf\"");
    code = portal.db().rows("select code from paper").getFirst();
  }

  @Test
  void anybody_with_the_code_learns_number_date_addressee_and_hash_and_nothing_else() {
    Http visitor = portal.visitor();
    for (String path :
        java.util.List.of(
            "/verify/" + code,
            "/verify?code=" + CheckCode.printed(code),
            "/verify?code=" + code.toLowerCase(java.util.Locale.ROOT))) {
      Http.Page page = visitor.get(path);
      assertThat(page.status()).as(path).isEqualTo(200);
      assertThat(page.document().select("main dd").eachText())
          .containsExactly(
              sent.number(),
              "2 Mar 2026 08.15 WIB",
              "Klip – PT Klip",
              portal.db().rows("select encode(sha256, 'hex') from paper").getFirst());
      assertThat(page.text()).doesNotContain("Perjudian", "klip[.]example");
    }
  }

  @Test
  void an_order_that_was_withdrawn_is_said_to_be_so() {
    assertThat(portal.visitor().get("/verify/" + code).text()).doesNotContain("dicabut");
    portal.clock().advance(Duration.ofHours(1));
    int version = given.read(given.supervisor(), sent.id()).version();
    given
        .db()
        .run(
            given.supervisor(),
            tx ->
                given
                    .desk()
                    .withdrawRequest()
                    .run(tx, given.act(), sent.number(), version, false, "Keliru."));
    assertThat(portal.visitor().get("/verify/" + code).text())
        .contains("asli", "Perintah ini sudah dicabut pada 2 Mar 2026 09.15 WIB.");
  }

  @Test
  void an_unknown_code_is_said_to_be_unknown_and_kept_in_the_field() {
    Http.Page page = portal.visitor().get("/verify?code=0000-0000-0000-0000");
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.text()).contains("Tidak ada dokumen dengan kode ini");
    assertThat(page.document().select("#code").val()).isEqualTo("0000-0000-0000-0000");
    assertThat(portal.visitor().get("/verify").status()).isEqualTo(200);
  }

  @Test
  void guessing_is_slowed_down_and_the_wait_ends() {
    Http guesser = portal.visitor();
    for (int guess = 0; guess < 20; guess++) {
      assertThat(guesser.get("/verify/wrong" + guess).status()).isEqualTo(404);
    }
    Http.Page page = guesser.get("/verify/" + code);
    assertThat(page.status()).isEqualTo(429);
    assertThat(page.text()).doesNotContain(sent.number());
    portal.clock().advance(Duration.ofMinutes(15));
    assertThat(guesser.get("/verify/" + code).status()).isEqualTo(200);
  }
}
