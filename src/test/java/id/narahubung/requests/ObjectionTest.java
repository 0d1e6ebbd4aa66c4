package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.NotAllowed;
import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
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
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A company objects to what was said of its answer; somebody else decides, within a time. */
final class ObjectionTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Acts acts = new Acts(given);
  private Company klip;
  private PersonViewer responder;
  private PersonViewer second;
  private Sent sent;

  @BeforeEach
  void oneRefusalUpheldAndOneCheckFailed() {
    klip = given.company("Klip");
    responder = given.responder(klip);
    second = given.person(given.ministry(), Role.SUPERVISOR);
    sent = given.request(klip).withItems(3).sent();
    acts.answer(responder, sent.ref(1), acts.refused());
    acts.answer(responder, sent.ref(2), acts.removed());
    acts.rule(given.supervisor(), now(1), RulingOutcome.UPHELD, "Tetap melanggar.");
    acts.check(given.officer(), now(2), Verdict.STILL_UP);
  }

  @Test
  void accepting_settles_a_refusal_and_lets_a_check_not_count() {
    acts.object(responder, List.of(now(1).getFirst(), now(2).getFirst()), "Keliru.");
    assertThat(standings()).containsExactly(Standing.OPEN, Standing.OPEN, Standing.OPEN);
    acts.decide(second, List.of(now(1).getFirst(), now(2).getFirst()), ObjectionOutcome.ACCEPTED);
    assertThat(standings()).containsExactly(Standing.ACCEPTED, Standing.CLAIMED, Standing.OPEN);
  }

  @Test
  void what_is_found_later_is_found_of_the_answer_it_stands_by() {
    acts.object(responder, now(2), "Keliru.");
    acts.answer(responder, now(2), Acts.given("K1", "questions", "Menit ke berapa?"));
    acts.decide(second, now(2), ObjectionOutcome.ACCEPTED);
    assertThat(item(2).standing()).isEqualTo(Standing.CLAIMED);
    portal.clock().advance(Duration.ofHours(1));
    acts.check(given.officer(), now(2), Verdict.DOWN);
    assertThat(item(2).standing()).isEqualTo(Standing.CONFIRMED);
    Http officer = new Visitors(portal, given).signedIn(given.ministry(), Role.OFFICER);
    assertThat(
            officer
                .get("/requests/" + sent.number())
                .document()
                .select("tr:has(a[href$=items/2])")
                .text())
        .contains("tidak tayang")
        .doesNotContain("sanggahan diterima");
  }

  @Test
  void narrowing_starts_the_full_time_again_and_upholding_moves_nothing() {
    acts.object(responder, List.of(now(1).getFirst(), now(2).getFirst()), "Keliru.");
    portal.clock().advance(Duration.ofHours(5));
    Optional<Instant> before = item(2).dueAt();
    acts.decide(second, now(1), ObjectionOutcome.NARROWED);
    acts.decide(second, now(2), ObjectionOutcome.UPHELD);
    assertThat(item(1).dueAt()).contains(portal.clock().instant().plus(Duration.ofHours(24)));
    assertThat(item(2).dueAt()).isEqualTo(before);
  }

  @Test
  void whoever_decided_first_does_not_decide_on_the_objection() {
    acts.object(responder, now(1), "Keliru.");
    assertThatThrownBy(() -> acts.decide(given.supervisor(), now(1), ObjectionOutcome.UPHELD))
        .isInstanceOf(RuleBroken.class)
        .hasMessageContaining("item.refused.decide_objection.own");
    assertThatThrownBy(() -> acts.decide(given.officer(), now(1), ObjectionOutcome.UPHELD))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> acts.decide(responder, now(1), ObjectionOutcome.ACCEPTED))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void one_objects_once_in_time_and_only_to_what_was_decided() {
    assertThatThrownBy(() -> acts.object(responder, now(3), "Keliru."))
        .isInstanceOf(RuleBroken.class)
        .hasMessageContaining("item.refused.object");
    acts.object(responder, now(1), "Keliru.");
    acts.decide(responder, now(1), ObjectionOutcome.WITHDRAWN);
    assertThatThrownBy(() -> acts.object(responder, now(1), "Lagi."))
        .isInstanceOf(RuleBroken.class)
        .hasMessageContaining("item.refused.object");
    portal.clock().advance(Duration.ofHours(24).plusMinutes(1));
    assertThatThrownBy(() -> acts.object(responder, now(2), "Keliru."))
        .isInstanceOf(RuleBroken.class)
        .hasMessageContaining("item.refused.object.late");
  }

  @Test
  void the_database_takes_no_objection_to_nothing_and_no_company_decides() {
    String into = "insert into objection_decision select answer_id, item_id, company_id, side,";
    acts.object(responder, now(1), "Keliru.");
    Refused.byTheWall(
        "a company accepts",
        () ->
            given.as(
                responder,
                tx ->
                    tx.sql()
                        .execute(into + " event_id, 'accepted', 'x', filed_at from objection")));
    acts.answer(responder, now(3), acts.removed());
    String sql =
        "insert into objection select id, item_id, company_id, side, event_id, 'x', now(),"
            + " now() + interval '1 day' from answer where item_id = ";
    assertThatThrownBy(() -> given.as(responder, tx -> tx.sql().execute(sql + item(3).id())))
        .hasMessageContaining("objection_to_a_decision");
  }

  @Test
  void both_sides_see_it_with_its_own_clock_and_the_ministry_finds_it_in_its_queue() {
    Visitors visitors = new Visitors(portal, given);
    Http company = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    String path = "/requests/" + sent.number() + "/items/1";
    assertThat(company.get(path).text()).contains("Sanggah keputusan…");
    Page form = company.get("/objections/new?item=" + now(1).getFirst());
    assertThat(form.text()).contains("paling lambat 24 jam").contains("dalam 72 jam");
    Page empty = company.submit(form, "/objections", Map.of("reason", ""));
    assertThat(empty.status()).isEqualTo(422);
    assertThat(company.submit(form, "/objections", Map.of("reason", "Karya jurnalistik.")).status())
        .isEqualTo(303);
    assertThat(company.get(path).text()).contains("sanggahan diajukan");

    Http supervisor = visitors.signedIn(given.ministry(), Role.SUPERVISOR);
    Page queue = supervisor.get("/?show=objections");
    assertThat(queue.document().select("tbody a.number").eachText())
        .containsExactly(sent.number() + "/0001");
    Page decide = supervisor.get("/objections/decisions/new?item=" + now(1).getFirst());
    assertThat(decide.text()).contains("Karya jurnalistik.");
    Page done =
        supervisor.submit(
            decide,
            "/objections/decisions",
            Map.of("outcome", "accepted", "reason", "Benar karya jurnalistik."));
    assertThat(done.status()).isEqualTo(303);
    assertThat(company.get(path).text())
        .contains("sanggahan diterima")
        .contains("Benar karya jurnalistik.");
    assertThat(supervisor.get("/?show=objections").text())
        .contains("Tidak ada sanggahan yang menunggu");
  }

  private List<ItemRef> now(int ordinal) {
    return List.of(item(ordinal).ref());
  }

  private Item item(int ordinal) {
    return given.items(given.officer(), sent.id()).get(ordinal - 1);
  }

  private List<Standing> standings() {
    return given.items(given.officer(), sent.id()).stream().map(Item::standing).toList();
  }
}
