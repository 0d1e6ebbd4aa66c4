package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.Refused;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A supervisor grants items more time; both sides see by how much, why, and the new due time. */
final class ExtensionTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Acts acts = new Acts(given);
  private Company klip;
  private PersonViewer responder;
  private Sent sent;
  private Instant due;

  @BeforeEach
  void threeOpenItems() {
    klip = given.company("Klip");
    responder = given.responder(klip);
    sent = given.request(klip).withItems(3).sent();
    due = item(1).dueAt().orElseThrow();
  }

  @Test
  void it_moves_the_due_time_and_the_event_tells_from_where_to_where() {
    BulkResult result = acts.extend(given.supervisor(), sent.refs().subList(0, 2), 6, "Libur.");
    assertThat(result.changed()).hasSize(2);
    Instant later = due.plus(Duration.ofHours(6));
    assertThat(dues()).containsExactly(later, later, due);
    assertThat(
            portal
                .db()
                .rows(
                    "select e.kind, e.side, e.body, ei.due_after - ei.due_before from event e"
                        + " join event_item ei on ei.event_id = e.id where e.kind = 'items.extended'"))
        .containsExactly(
            "items.extended|both|{\"hours\":6,\"items\":2}|06:00:00",
            "items.extended|both|{\"hours\":6,\"items\":2}|06:00:00");
    assertThat(given.read(responder, sent.id()).counts().nextDue()).contains(due);
  }

  @Test
  void an_item_that_is_late_already_can_be_given_time_and_more_of_it_later() {
    portal.clock().advance(Duration.ofHours(30));
    acts.extend(given.supervisor(), now(1), 4, "Gangguan di perusahaan.");
    assertThat(dues().getFirst()).isEqualTo(due.plus(Duration.ofHours(4)));
    acts.extend(given.supervisor(), now(1), 8, "Belum pulih.");
    assertThat(dues().getFirst()).isEqualTo(due.plus(Duration.ofHours(12)));
    acts.answer(responder, now(1), acts.removed());
    ItemFacts facts = given.facts(responder, item(1).id());
    assertThat(facts.deadlineOf(facts.answers().getFirst()).due())
        .as("an answer is judged by the time that was granted")
        .isEqualTo(due.plus(Duration.ofHours(12)));
  }

  @Test
  void a_new_round_has_its_full_hours_and_no_more() {
    acts.extend(given.supervisor(), now(1), 5, "Libur.");
    acts.answer(responder, now(1), acts.refused());
    acts.rule(given.supervisor(), now(1), RulingOutcome.UPHELD, "Tetap melanggar.");
    assertThat(dues().getFirst()).isEqualTo(portal.clock().instant().plus(Duration.ofHours(24)));
  }

  @Test
  void each_row_that_may_not_says_why_and_only_a_supervisor_grants() {
    acts.answer(responder, now(1), acts.removed());
    List<ItemRef> both = Stream.concat(now(1).stream(), now(2).stream()).toList();
    BulkResult result = acts.extend(given.supervisor(), both, 2, "Libur.");
    assertThat(result.refused())
        .extracting(BulkResult.Refused::key)
        .containsExactly("item.refused.extend.claimed");
    assertThat(result.changed()).hasSize(1);
    Refused.byRule(
        "item.refused.extend.claimed", () -> acts.extend(given.supervisor(), now(1), 2, "Libur."));
    Refused.byRule(
        "extension.refused.reason", () -> acts.extend(given.supervisor(), now(2), 2, ""));
    for (int hours : List.of(0, -1, ExtendItems.MOST_HOURS + 1)) {
      Refused.byRule(
          "extension.refused.hours",
          () -> acts.extend(given.supervisor(), now(2), hours, "Libur."));
    }
    Refused.forLackOf(
        Permission.GIVE_TIME, () -> acts.extend(given.officer(), now(2), 2, "Libur."));
    Refused.forLackOf(Permission.GIVE_TIME, () -> acts.extend(responder, now(2), 2, "Libur."));
  }

  @Test
  void the_form_keeps_what_was_typed_and_both_sides_see_what_it_did() {
    Visitors visitors = new Visitors(portal, given);
    Http supervisor = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    String path = "/requests/" + sent.number() + "/items/1";
    assertThat(supervisor.get(path).text()).contains("Perpanjang tenggat…");
    assertThat(supervisor.get("/requests/" + sent.number()).document().select("button").eachText())
        .contains("Perpanjang tenggat…");
    Page form = supervisor.get("/extensions/new?item=" + now(1).getFirst());
    for (String wrong : List.of("", "0", "enam", "2,5", "-3", "721", "99999999999")) {
      Page refused =
          supervisor.submit(form, "/extensions", Map.of("hours", wrong, "reason", "Libur."));
      assertThat(refused.status()).as(wrong).isEqualTo(422);
      assertThat(refused.text()).contains("bilangan bulat, 1 sampai 720");
      assertThat(refused.document().select("[name=hours]").val()).isEqualTo(wrong);
      assertThat(refused.document().select("[name=reason]").text()).isEqualTo("Libur.");
    }
    Map<String, String> typed = Map.of("hours", "6", "reason", "Pusat data pindah.");
    assertThat(supervisor.submit(form, "/extensions", typed).status()).isEqualTo(303);
    assertThat(supervisor.submit(form, "/extensions", typed).status()).isEqualTo(303);
    assertThat(dues().getFirst()).as("sent twice, done once").isEqualTo(due.plusSeconds(21_600));

    Http company = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    Page item = company.get(path);
    assertThat(item.document().select(".clock .sum li").eachText().get(2))
        .contains("perpanjangan diberikan")
        .endsWith("+ 6.00");
    assertThat(item.text())
        .contains("Tenggat diperpanjang 6 jam")
        .contains("Pusat data pindah.")
        .doesNotContain("Perpanjang tenggat…");
    assertThat(company.get("/requests/" + sent.number()).text())
        .contains("Memperpanjang tenggat 1 item: 6 jam");
    assertThat(company.get("/extensions/new?item=" + now(1).getFirst()).status()).isEqualTo(403);
  }

  private List<Instant> dues() {
    return given.items(given.officer(), sent.id()).stream()
        .map(each -> each.dueAt().orElseThrow())
        .toList();
  }

  private List<ItemRef> now(int ordinal) {
    return List.of(item(ordinal).ref());
  }

  private Item item(int ordinal) {
    return given.items(given.officer(), sent.id()).get(ordinal - 1);
  }
}
