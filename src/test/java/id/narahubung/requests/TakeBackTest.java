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

/** An act of answering goes back whole, until one of its items is judged. */
final class TakeBackTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Acts acts = new Acts(given);
  private final Visitors visitors = new Visitors(portal, given);
  private Company klip;
  private PersonViewer responder;
  private Sent sent;

  @BeforeEach
  void threeItemsAnsweredInOneAct() {
    klip = given.company("Klip");
    responder = given.responder(klip);
    sent = given.request(klip).withItems(3).sent();
    portal.clock().set("2026-03-02T03:15:00Z");
    acts.answer(responder, sent.refs(), acts.removed());
  }

  @Test
  void an_older_act_that_was_judged_stays_said_and_a_question_is_not_revived_late() {
    Sent two = given.request(klip).withItems(2).sent();
    acts.answer(responder, two.ref(1), acts.removed());
    long first = acts.latestAnswering();
    acts.check(given.officer(), now(two, 1), Verdict.STILL_UP);
    acts.answer(responder, now(two, 1), acts.removed());
    Refused.byRule("item.refused.take_back.open", () -> acts.takeBack(responder, first, "Keliru."));

    String soon = portal.clock().instant().plus(Duration.ofHours(5)).toString();
    acts.answer(responder, now(two, 2), Acts.given("K1", "questions", "Menit ke berapa?"));
    acts.answer(responder, now(two, 2), Acts.given("P1", "promised_at", soon));
    portal.clock().advance(Duration.ofHours(25));
    Refused.byRule("item.refused.take_back.late", () -> acts.takeBack(responder, "Keliru."));
  }

  private List<ItemRef> now(Sent of, int ordinal) {
    return List.of(given.refs(given.officer(), of.id()).get(ordinal - 1));
  }

  @Test
  void the_items_stand_as_before_with_their_old_due_time() {
    List<Instant> due = due();
    assertThat(acts.takeBack(responder, "Platform lain.")).isEqualTo(3);

    assertThat(items()).extracting(Item::standing).containsOnly(Standing.OPEN);
    assertThat(due()).isEqualTo(due);
    assertThat(given.read(responder, sent.id()).counts().open()).isEqualTo(3);
    assertThat(facts(1).firstFinalAnswer()).as("nobody answered in time by it").isEmpty();
    assertThat(facts(1).answers()).as("what was said stays").hasSize(1);
  }

  @Test
  void an_answer_that_it_replaced_counts_again() {
    acts.answer(responder, List.of(items().get(1).ref()), acts.refused());
    assertThat(items().get(1).standing()).isEqualTo(Standing.CONTESTED);
    acts.takeBack(responder, "Keliru.");
    assertThat(items().get(1).standing()).isEqualTo(Standing.CLAIMED);
  }

  @Test
  void a_question_taken_back_paused_nothing() {
    assertThat(Story.of("asks +600 back").deadline().due())
        .isEqualTo(Story.of("").deadline().due());
  }

  @Test
  void nothing_goes_back_once_one_item_was_judged_nor_twice_nor_by_others() {
    long answering = acts.latestAnswering();
    PersonViewer elsewhere = given.responder(given.company("Video"));
    Refused.asUnknown(() -> acts.takeBack(elsewhere, answering, "Bukan kami."));
    Refused.forLackOf(
        Permission.ANSWER_ITEMS, () -> acts.takeBack(given.officer(), answering, "Bukan kami."));

    acts.check(given.officer(), List.of(items().getFirst().ref()), Verdict.STILL_UP);
    Refused.byRule(
        "item.refused.take_back.open", () -> acts.takeBack(responder, answering, "Keliru."));
    assertThat(items().get(2).standing()).as("whole or not at all").isEqualTo(Standing.CLAIMED);
    Refused.byConstraint(
        "answer_taken_back_unjudged",
        () ->
            given
                .db()
                .run(
                    responder,
                    tx ->
                        tx.sql()
                            .execute(
                                "insert into answer_taken_back select a.id, a.item_id, a.company_id,"
                                    + " 'both', a.event_id, 'x', a.answered_at from answer a"
                                    + " order by a.id limit 1")));

    acts.answer(responder, List.of(items().getFirst().ref()), acts.removed());
    acts.takeBack(responder, "Keliru.");
    Refused.byRule("item.refused.take_back.open", () -> acts.takeBack(responder, "Keliru."));
  }

  @Test
  void a_responder_takes_it_back_on_a_page_and_both_sides_see_it() {
    Http visitor = visitors.signedIn(klip.organisation(), Role.RESPONDER);
    String request = "/requests/" + sent.number();
    String page = visitor.get(request).document().select("a[href*=take-back]").attr("href");

    Page refused = visitor.submit(page, page, Map.of());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("Tulis alasannya.");

    Page done = visitor.follow(visitor.submit(page, page, Map.of("reason", "Salah platform.")));
    assertThat(done.path()).isEqualTo(request);
    assertThat(done.text())
        .contains("Jawaban atas 3 item ditarik kembali.", "Menarik kembali jawaban atas 3 item");
    assertThat(visitors.signedIn(given.ministry(), Role.OFFICER).get(request + "/items/1").text())
        .contains("Jawaban ditarik kembali", "Salah platform.");

    Page again = visitor.submit(page, page, Map.of("reason", "Lagi."));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.document().select("textarea[name=reason]").text()).isEqualTo("Lagi.");
  }

  @Test
  void an_act_over_several_requests_goes_back_whole_or_only_this_part_of_it() {
    Sent other = given.request(klip).withItems(2).sent();
    Sent third = given.request(klip).withItems(1).sent();
    Sent apart = given.request(klip).withItems(1).sent();
    acts.takeBack(responder, "Lalu sekali lagi.");
    acts.answer(responder, apart.refs(), acts.removed());
    answerAtOnce(sent, other, third);
    Http visitor = visitors.signedIn(klip.organisation(), Role.RESPONDER);

    String page = takeBackOf(visitor, third);
    assertThat(visitor.get(page).text())
        .contains(
            "Hanya yang ini: 1 item di " + third.number() + " (",
            "Semua yang dijawab sekaligus: 6 item di 3 perintah");
    visitor.submit(page, page, Map.of("reason", "Yang ini keliru."));
    assertThat(standings(third)).containsOnly(Standing.OPEN);
    assertThat(standings(other)).as("asked for nothing more").containsOnly(Standing.CLAIMED);

    String rest = takeBackOf(visitor, other);
    assertThat(visitor.get(rest).text()).contains("sekaligus: 5 item di 2 perintah");
    Page done =
        visitor.follow(
            visitor.submit(rest, rest, Map.of("extent", "whole", "reason", "Semuanya keliru.")));
    assertThat(done.text()).contains("Jawaban atas 5 item ditarik kembali.");
    assertThat(standings(sent)).containsOnly(Standing.OPEN);
    assertThat(standings(other)).containsOnly(Standing.OPEN);
    assertThat(standings(apart)).as("another act").containsOnly(Standing.CLAIMED);
    assertThat(
            portal
                .db()
                .rows(
                    "select jsonb_array_length(body::jsonb -> 'events') from event"
                        + " where kind = 'items.answer_taken_back' order by id desc limit 2"))
        .as("each request's event names its own")
        .containsExactly("1", "1");
    assertThat(visitor.get(page).text()).as("taken back already").doesNotContain("sekaligus");
  }

  @Test
  void what_was_judged_elsewhere_holds_the_whole_act_but_not_this_part_of_it() {
    Sent other = given.request(klip).withItems(2).sent();
    acts.takeBack(responder, "Lalu sekali lagi.");
    answerAtOnce(sent, other);
    acts.check(given.officer(), now(sent, 1), Verdict.STILL_UP);
    Http visitor = visitors.signedIn(klip.organisation(), Role.RESPONDER);

    String page = takeBackOf(visitor, other);
    Page refused = visitor.submit(page, page, Map.of("extent", "whole", "reason", "Keliru."));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("Bagian ini saja mungkin masih dapat.");
    assertThat(standings(other)).containsOnly(Standing.CLAIMED);
    visitor.submit(page, page, Map.of("extent", "part", "reason", "Keliru."));
    assertThat(standings(other)).containsOnly(Standing.OPEN);
  }

  private void answerAtOnce(Sent... orders) {
    List<ItemRef> all =
        Stream.of(orders).flatMap(each -> given.refs(responder, each.id()).stream()).toList();
    acts.answer(responder, all, acts.removed());
  }

  private static String takeBackOf(Http visitor, Sent of) {
    return visitor
        .get("/requests/" + of.number())
        .document()
        .select("a[href*=take-back]")
        .attr("href");
  }

  private List<Standing> standings(Sent of) {
    return given.items(responder, of.id()).stream().map(Item::standing).toList();
  }

  private List<Item> items() {
    return given.items(responder, sent.id());
  }

  private List<Instant> due() {
    return items().stream().map(item -> item.dueAt().orElseThrow()).toList();
  }

  private ItemFacts facts(int ordinal) {
    long id = items().get(ordinal - 1).id();
    return given
        .as(responder, tx -> given.desk().facts().fetch(tx, List.of(id)))
        .values()
        .iterator()
        .next();
  }
}
