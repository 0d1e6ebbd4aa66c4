package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A whole list answered or checked in one act, by the one code path there is. */
final class WholeListTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private Sent sent;
  private Http responder;

  @BeforeEach
  void moreItemsThanAPageHolds() {
    klip = given.company("Klip");
    given.responder(klip);
    sent = given.request(klip).withItems(130).sent();
    responder = visitors.signedIn(klip.organisation(), Role.RESPONDER);
  }

  @Test
  void all_open_items_of_the_queue_are_answered_in_one_act() {
    Page queue = responder.get("/?show=open");
    assertThat(queue.document().select("button[name=all]").text())
        .isEqualTo("Jawab semua 130 item di daftar ini…");
    assertThat(refs(queue)).as("fifty stand on the page").isEmpty();

    Page types = responder.get("/answers/new?all=queue&show=open&back=/");
    assertThat(refs(types)).as("an address holds no thousand items").isEmpty();
    assertThat(types.document().select("input[name=all]").attr("value")).isEqualTo("queue");

    answer("/answers/new?all=queue&show=open&step=type&type=N2&back=/");
    assertThat(standings()).containsOnly(Standing.CLAIMED);
    assertThat(portal.db().rows("select count(*) from event where kind = 'items.answered'"))
        .containsExactly("1");
  }

  @Test
  void all_items_of_a_request_that_stand_alike_are_answered_in_one_act() {
    sent = given.request(klip).withItems(120).sent();
    Page page = responder.get("/requests/" + sent.number());
    assertThat(page.document().select("button[name=all]").eachAttr("value"))
        .containsExactly("open");
    assertThat(page.document().select("button[name=all]").text())
        .isEqualTo("Jawab semua 120 item di daftar ini…");

    answer("/answers/new?all=open&request=" + sent.number() + "&step=type&type=N2");
    assertThat(standings()).hasSize(120).containsOnly(Standing.CLAIMED);
    assertThat(
            given.as(given.officer(), tx -> new QueueStore().count(tx, QueueFilter.none())).open())
        .as("the other request's stay")
        .isEqualTo(130);
  }

  @Test
  void a_list_that_is_not_there_is_an_error_and_nothing_happens() {
    assertThat(responder.get("/answers/new?all=queue&show=nothing").status()).isEqualTo(404);
    assertThat(responder.get("/answers/new?all=sideways&request=" + sent.number()).status())
        .isEqualTo(400);
    assertThat(responder.get("/answers/new?all=open&request=PA-2026-999999").status())
        .isEqualTo(404);
    assertThat(responder.get("/answers/new").status()).isEqualTo(409);
  }

  private void answer(String form) {
    Page asked = responder.get(form);
    assertThat(refs(asked)).as("what is answered is what was shown").isNotEmpty();
    Map<String, List<String>> fields = asked.form("/answers");
    assertThat(responder.post("/answers", fields).status()).isEqualTo(303);
  }

  private static List<String> refs(Page page) {
    return page.document().select("input[name=item][type=hidden]").eachAttr("value");
  }

  private List<Standing> standings() {
    return given.items(given.officer(), sent.id()).stream().map(Item::standing).toList();
  }
}
