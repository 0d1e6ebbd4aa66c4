package id.narahubung.views;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists as people narrowed them, kept for oneself or shared with one's own organisation. */
final class SavedViewTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private Http responder;
  private Http colleague;
  private Http officer;

  @BeforeEach
  void people() {
    klip = given.company("Klip");
    given.request(klip).sent();
    responder = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    colleague = visitors.signedIn(klip.organisation(), Role.VIEWER);
    officer = visitors.signedIn(given.ministry(), Role.OFFICER);
  }

  @Test
  void a_view_keeps_the_filters_and_is_ones_own_unless_it_is_shared() {
    Page done = keep(responder, "/requests?category=04", "Judi", "no");
    assertThat(done.location()).isEqualTo("/requests?category=04");
    assertThat(views(responder, "/requests")).contains("Judi /requests?category=04");
    assertThat(views(colleague, "/requests")).isEmpty();

    keep(responder, "/letters?state=open", "Surat", "yes");
    assertThat(views(colleague, "/letters")).containsExactly("Surat /letters?state=open");
    keep(responder, "/letters", "Surat", "no");

    keep(responder, "/?show=open&category=04", "Judi", "yes");
    assertThat(views(responder, "/"))
        .containsExactly("Judi /?show=open&category=04", "Surat /letters");
    assertThat(views(colleague, "/")).containsExactly("Judi /?show=open&category=04");
    assertThat(views(officer, "/")).isEmpty();
    given.responder(given.company("Video"));
    Http elsewhere = visitors.signedIn(given.company("Lain").organisation(), Role.RESPONDER);
    assertThat(views(elsewhere, "/")).isEmpty();
  }

  @Test
  void a_view_is_given_up_by_whoever_keeps_it_and_nobody_else() {
    keep(responder, "/search?q=judi", "Cari judi", "yes");
    String removal =
        "/views/" + portal.db().rows("select id from saved_view").getFirst() + "/removal";
    visitors.post(colleague, removal, Map.of("path", "/"));
    assertThat(views(colleague, "/")).hasSize(1);
    Page form = responder.get("/views/new?path=/");
    assertThat(responder.submit(form, removal, Map.of()).status()).isEqualTo(303);
    assertThat(views(responder, "/")).isEmpty();
  }

  @Test
  void what_is_wrong_is_said_and_what_was_typed_stays() {
    String many = "x".repeat(81);
    Page tooLong = keep(responder, "/", many, "yes");
    assertThat(tooLong.status()).isEqualTo(422);
    assertThat(tooLong.form("/views"))
        .containsEntry("name", List.of(many))
        .containsEntry("shared", List.of("yes"));
    assertThat(keep(responder, "/", "", "no").text()).contains("Tulis nama tampilan ini.");
    for (String wrong : List.of("https://lain.example/", "//lain.example", "/account", "/ x")) {
      assertThat(
              visitors
                  .post(responder, "/views", Map.of("path", wrong, "name", "a", "shared", "no"))
                  .status())
          .as(wrong)
          .isEqualTo(400);
    }
    for (int i = 0; i < KeepView.MOST; i++) {
      keep(responder, "/", "Tampilan " + i, "no");
    }
    assertThat(keep(responder, "/", "Satu lagi", "no").status()).isEqualTo(409);
    assertThat(keep(responder, "/requests", "Tampilan 1", "no").status()).isEqualTo(303);
  }

  private static Page keep(Http who, String path, String name, String shared) {
    Page form = who.get("/views/new?path=" + URLEncoder.encode(path, UTF_8));
    return who.submit(form, "/views", Map.of("name", name, "shared", shared));
  }

  private static List<String> views(Http who, String page) {
    return who.get(page).document().select("main nav.soft a").stream()
        .filter(link -> !link.attr("href").startsWith("/views/"))
        .map(link -> link.text() + " " + link.attr("href"))
        .toList();
  }
}
