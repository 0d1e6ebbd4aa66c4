package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.BadInput;
import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answering, checking, deciding, replying and withdrawing items. */
final class ItemCommandsTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private Company klip;
  private PersonViewer responder;
  private Acts acts;

  @BeforeEach
  void aCompanyWithAResponder() {
    klip = given.company("Klip");
    responder = given.responder(klip);
    acts = new Acts(given);
  }

  @Test
  void an_answer_claims_its_items_and_acknowledges_the_request() {
    Sent sent = given.request(klip).withItems(3).sent();
    clock.advance(Duration.ofHours(1));
    BulkResult result = acts.answer(responder, sent.refs().subList(0, 2), acts.removed());
    assertThat(result.changed()).hasSize(2);
    assertThat(result.refused()).isEmpty();
    assertThat(given.items(responder, sent.id()))
        .extracting(Item::standing)
        .containsExactly(Standing.CLAIMED, Standing.CLAIMED, Standing.OPEN);
    TakedownRequest request = given.read(given.officer(), sent.id());
    assertThat(request.acknowledgedAt()).hasValue(clock.instant());
    assertThat(request.counts().open()).isEqualTo(1);
    assertThat(request.counts().claimed()).isEqualTo(2);
    assertThat(lastEvent())
        .isEqualTo(
            "items.answered|both|"
                + klip.id()
                + "|company|responder|{\"class\":\"acted\",\"items\":2,\"type\":\"D1\"}");
    assertThat(lastItems()).containsExactly("1|t", "2|t");
  }

  @Test
  void an_answer_may_be_changed_until_it_is_checked_and_the_old_one_stays() {
    Sent sent = given.request(klip).sent();
    acts.answer(responder, sent.refs(), acts.removed());
    acts.answer(responder, given.refs(responder, sent.id()), acts.refused());
    assertThat(given.facts(given.officer(), sent.items().getFirst().id()).answers()).hasSize(2);
    assertThat(standing(sent)).isEqualTo(Standing.CONTESTED);
    acts.answer(responder, given.refs(responder, sent.id()), acts.removed());
    acts.check(given.officer(), given.refs(responder, sent.id()), Verdict.DOWN);
    Refused.byRule(
        "item.refused.answer.confirmed",
        () -> acts.answer(responder, given.refs(responder, sent.id()), acts.removed()));
  }

  @Test
  void an_answer_is_refused_for_lack_of_permission_and_across_the_wall() {
    Sent sent = given.request(klip).sent();
    Refused.forLackOf(
        Permission.ANSWER_ITEMS,
        () ->
            acts.answer(
                given.person(klip.organisation(), Role.VIEWER), sent.refs(), acts.removed()));
    Refused.forLackOf(
        Permission.ANSWER_ITEMS,
        () -> acts.answer(given.supervisor(), sent.refs(), acts.removed()));
    PersonViewer stranger = given.responder(given.company("Video"));
    Refused.byRule(
        "item.refused.none_picked", () -> acts.answer(stranger, sent.refs(), acts.removed()));
    assertThat(db.rows("select count(*) from answer")).containsExactly("0");
  }

  @Test
  void an_answer_with_faults_or_of_an_unknown_type_is_refused() {
    Sent sent = given.request(klip).sent();
    assertThatThrownBy(
            () -> acts.answer(responder, sent.refs(), Acts.given("D1", "rule_line", "3.2")))
        .isInstanceOf(BadInput.class);
    Refused.byRule(
        "item.refused.other_rules", () -> acts.answer(responder, sent.refs(), Acts.given("D99")));
    Refused.byRule(
        "item.refused.none_picked", () -> acts.answer(responder, List.of(), acts.removed()));
    assertThat(db.rows("select count(*) from answer")).containsExactly("0");
  }

  @Test
  void a_duplicate_names_another_item_that_the_company_knows() {
    Sent sent = given.request(klip).withItems(2).sent();
    Sent unknown = given.request(given.company("Video")).by(given.officer()).sent();
    for (String number :
        List.of(sent.number() + "/0001", sent.number() + "/0099", unknown.number() + "/0001")) {
      Refused.byRule(
          "item.refused.no_such_other",
          () -> acts.answer(responder, sent.ref(1), Acts.given("N4", "other_item", number)));
    }
    acts.answer(responder, sent.ref(1), Acts.given("N4", "other_item", sent.number() + "/0002"));
    assertThat(standing(sent)).isEqualTo(Standing.CONTESTED);
  }

  @Test
  void nobody_acted_on_an_order_before_it_came() {
    Sent sent = given.request(klip).sent();
    String before = clock.instant().minus(Duration.ofMinutes(2)).toString();
    Refused.byRule(
        "item.refused.acted_before",
        () ->
            acts.answer(
                responder, sent.refs(), Acts.given("D1", "rule_line", "3.2", "acted_at", before)));
  }

  @Test
  void a_bulk_answer_names_the_rows_it_left_alone() {
    Sent sent = given.request(klip).withItems(3).sent();
    acts.answer(responder, sent.ref(1), acts.removed());
    acts.check(given.officer(), now(sent).subList(0, 1), Verdict.DOWN);
    List<ItemRef> picked =
        List.of(now(sent).get(0), new ItemRef(sent.items().get(1).id(), 77), now(sent).get(2));
    BulkResult result = acts.answer(responder, picked, acts.removed());
    assertThat(result.changed()).extracting(Item::ordinal).containsExactly(3);
    assertThat(result.refused())
        .extracting(each -> each.item().ordinal() + " " + each.key())
        .containsExactly("1 item.refused.answer.confirmed", "2 item.refused.stale");
  }

  @Test
  void a_stale_item_is_not_overwritten() {
    Sent sent = given.request(klip).sent();
    acts.answer(responder, sent.refs(), acts.removed());
    Refused.asStale(() -> acts.answer(responder, sent.refs(), acts.refused()));
    assertThat(standing(sent)).isEqualTo(Standing.CLAIMED);
  }

  @Test
  void a_bulk_act_over_two_requests_is_an_event_each() {
    Sent one = given.request(klip).withItems(2).sent();
    Sent other = given.request(klip).withItems(2).sent();
    List<ItemRef> all = Stream.concat(one.refs().stream(), other.refs().stream()).toList();
    assertThat(acts.answer(responder, all, acts.removed()).changed()).hasSize(4);
    assertThat(
            db.rows("select request_id, body from event where kind = 'items.answered' order by id"))
        .containsExactly(
            one.id() + "|{\"class\":\"acted\",\"items\":2,\"type\":\"D1\"}",
            other.id() + "|{\"class\":\"acted\",\"items\":2,\"type\":\"D1\"}");
  }

  @Test
  void an_item_that_was_never_sent_is_left_alone() {
    long draft = given.request(klip).drafted();
    List<ItemRef> refs = given.refs(given.officer(), draft);
    Refused.byRule(
        "item.refused.withdraw.draft", () -> acts.withdraw(given.supervisor(), refs, "Keliru."));
    Refused.byRule(
        "item.refused.check.draft", () -> acts.check(given.officer(), refs, Verdict.DOWN));
  }

  @Test
  void a_check_judges_the_answer_and_settles_what_is_down() {
    Sent sent = given.request(klip).withItems(3).sent();
    acts.answer(responder, sent.refs(), acts.removed());
    acts.check(given.officer(), now(sent).subList(0, 1), Verdict.DOWN);
    acts.check(given.officer(), now(sent).subList(1, 2), Verdict.STILL_UP);
    acts.check(given.officer(), now(sent).subList(2, 3), Verdict.UNCHECKED);
    assertThat(given.items(responder, sent.id()))
        .extracting(Item::standing)
        .containsExactly(Standing.CONFIRMED, Standing.OPEN, Standing.CLAIMED);
    assertThat(given.items(responder, sent.id()).get(1).dueAt())
        .isEqualTo(sent.items().get(1).dueAt());
    assertThat(lastEvent())
        .isEqualTo(
            "items.checked|both|"
                + klip.id()
                + "|ministry|officer|{\"items\":1,\"verdict\":\"unchecked\"}");
  }

  @Test
  void a_check_is_refused_in_the_future_before_the_answer_and_where_nothing_is_claimed() {
    Sent sent = given.request(klip).sent();
    Refused.byRule(
        "item.refused.check.open", () -> acts.check(given.officer(), sent.refs(), Verdict.DOWN));
    clock.advance(Duration.ofMinutes(10));
    acts.answer(responder, sent.refs(), acts.removed());
    Refused.byRule(
        "check.refused.future",
        () ->
            acts.check(given.officer(), now(sent), Verdict.DOWN, clock.instant().plusSeconds(60)));
    Refused.byRule(
        "item.refused.check.before_answer",
        () ->
            acts.check(given.officer(), now(sent), Verdict.DOWN, clock.instant().minusSeconds(60)));
    Refused.forLackOf(Permission.CHECK_ITEMS, () -> acts.check(responder, now(sent), Verdict.DOWN));
  }

  @Test
  void an_accepted_refusal_settles_and_closes_the_request() {
    Sent sent = given.request(klip).sent();
    acts.answer(responder, sent.refs(), acts.refused());
    acts.rule(given.supervisor(), now(sent), RulingOutcome.ACCEPTED, "");
    assertThat(standing(sent)).isEqualTo(Standing.ACCEPTED);
    assertThat(given.read(responder, sent.id()).state()).isEqualTo(RequestState.CLOSED);
    assertThat(lastEvent())
        .isEqualTo(
            "items.ruled|both|"
                + klip.id()
                + "|ministry|supervisor|{\"items\":1,\"outcome\":\"accepted\"}");
  }

  @Test
  void an_upheld_order_opens_a_new_round_with_full_hours() {
    Sent sent = given.request(klip).urgent().sent();
    acts.answer(responder, sent.refs(), acts.refused());
    clock.advance(Duration.ofHours(9));
    acts.rule(given.supervisor(), now(sent), RulingOutcome.UPHELD, "Bukan karya jurnalistik.");
    Item item = given.items(responder, sent.id()).getFirst();
    assertThat(item.standing()).isEqualTo(Standing.OPEN);
    assertThat(item.dueAt()).hasValue(clock.instant().plus(Duration.ofHours(4)));
    assertThat(given.facts(responder, item.id()).rounds()).hasSize(2);
    assertThat(
            db.rows("select due_after - due_before from event_item order by event_id desc limit 1"))
        .containsExactly("09:00:00");
  }

  @Test
  void a_ruling_needs_a_reason_to_uphold_and_something_to_decide() {
    Sent sent = given.request(klip).sent();
    Refused.byRule(
        "ruling.refused.reason",
        () -> acts.rule(given.supervisor(), sent.refs(), RulingOutcome.UPHELD, ""));
    Refused.byRule(
        "item.refused.rule.open",
        () -> acts.rule(given.supervisor(), sent.refs(), RulingOutcome.ACCEPTED, ""));
    Refused.forLackOf(
        Permission.RULE_ON_REFUSALS,
        () -> acts.rule(given.officer(), sent.refs(), RulingOutcome.ACCEPTED, ""));
  }

  @Test
  void a_question_pauses_and_its_reply_moves_the_due_time() {
    Sent sent = given.request(klip).sent();
    acts.answer(responder, sent.refs(), Acts.given("K1", "questions", "Menit ke berapa?"));
    assertThat(standing(sent)).isEqualTo(Standing.ASKED);
    clock.advance(Duration.ofHours(3));
    acts.reply(given.officer(), now(sent), "Menit ke-2.");
    Item item = given.items(responder, sent.id()).getFirst();
    assertThat(item.standing()).isEqualTo(Standing.OPEN);
    assertThat(item.dueAt())
        .isEqualTo(sent.items().getFirst().dueAt().map(d -> d.plusSeconds(10_800)));
    assertThat(lastEvent())
        .isEqualTo("items.clarified|both|" + klip.id() + "|ministry|officer|{\"items\":1}");
    assertThat(
            db.rows("select due_after - due_before from event_item order by event_id desc limit 1"))
        .containsExactly("03:00:00");
  }

  @Test
  void one_asks_as_often_as_the_rules_allow_and_what_was_taken_back_does_not_count() {
    Sent sent = given.request(klip).sent();
    for (String question : List.of("Menit ke berapa?", "Akun yang mana?")) {
      acts.answer(responder, now(sent), Acts.given("K1", "questions", question));
      acts.reply(given.officer(), now(sent), "Lihat catatan.");
    }
    Refused.byRule(
        "item.refused.asked_enough",
        () -> acts.answer(responder, now(sent), Acts.given("K1", "questions", "Lagi?")));
    Sent other = given.request(klip).sent();
    acts.answer(responder, now(other), Acts.given("K1", "questions", "Menit ke berapa?"));
    acts.takeBack(responder, "Keliru.");
    acts.answer(responder, now(other), Acts.given("K1", "questions", "Akun yang mana?"));
    acts.answer(responder, now(other), Acts.given("K1", "questions", "Bahasa apa?"));
    assertThat(standing(other)).isEqualTo(Standing.ASKED);
  }

  @Test
  void a_reply_needs_words_and_a_question() {
    Sent sent = given.request(klip).sent();
    Refused.byRule(
        "clarification.refused.empty", () -> acts.reply(given.officer(), sent.refs(), ""));
    Refused.byRule(
        "item.refused.clarify.open", () -> acts.reply(given.officer(), sent.refs(), "Ya."));
    Refused.forLackOf(
        Permission.REPLY_TO_CLARIFICATIONS, () -> acts.reply(responder, sent.refs(), "Ya."));
  }

  @Test
  void a_withdrawn_item_is_settled_with_its_reason() {
    Sent sent = given.request(klip).withItems(2).sent();
    acts.withdraw(given.supervisor(), sent.ref(2), "Salah alamat.");
    assertThat(given.items(responder, sent.id()))
        .extracting(Item::standing)
        .containsExactly(Standing.OPEN, Standing.WITHDRAWN);
    assertThat(given.facts(responder, sent.items().get(1).id()).withdrawal())
        .map(Withdrawal::reason)
        .hasValue("Salah alamat.");
    assertThat(lastEvent())
        .isEqualTo(
            "items.withdrawn|both|"
                + klip.id()
                + "|ministry|supervisor|{\"items\":1,\"our_error\":true}");
    Refused.byRule(
        "item.refused.withdraw.withdrawn",
        () -> acts.withdraw(given.supervisor(), now(sent).subList(1, 2), "Lagi."));
    Refused.byRule(
        "item.refused.answer.withdrawn",
        () -> acts.answer(responder, now(sent).subList(1, 2), acts.removed()));
  }

  @Test
  void a_withdrawal_of_items_needs_its_reason_and_permission() {
    Sent sent = given.request(klip).sent();
    Refused.byRule(
        "withdrawal.refused.reason", () -> acts.withdraw(given.supervisor(), sent.refs(), ""));
    Refused.forLackOf(
        Permission.WITHDRAW_REQUESTS, () -> acts.withdraw(given.officer(), sent.refs(), "x"));
  }

  private List<ItemRef> now(Sent sent) {
    return given.refs(given.officer(), sent.id());
  }

  private Standing standing(Sent sent) {
    return given.items(given.officer(), sent.id()).getFirst().standing();
  }

  private static String lastEvent() {
    return db.rows(
            "select kind, side, company_id, actor_side, actor_role, body from event"
                + " order by id desc limit 1")
        .getFirst();
  }

  private static List<String> lastItems() {
    return db.rows(
        "select item_id, due_before = due_after from event_item"
            + " where event_id = (select max(event_id) from event_item) order by item_id");
  }
}
