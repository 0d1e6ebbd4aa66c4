package id.narahubung.requests;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was confirmed down is looked at again; what came back is asked for with a new item. */
final class RecheckTest {

  private static final Duration DAY = Duration.ofDays(1);

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Acts acts = new Acts(given);
  private Company klip;
  private PersonViewer responder;
  private Sent urgent;
  private Instant confirmed;

  @BeforeEach
  void threeUrgentItemsConfirmedDown() {
    klip = given.company("Klip");
    responder = given.responder(klip);
    urgent = confirmed(given.request(klip).urgent().withItems(3).sent());
    confirmed = portal.clock().instant();
  }

  private Sent confirmed(Sent sent) {
    acts.answer(responder, sent.refs(), acts.removed());
    acts.check(given.officer(), given.refs(given.officer(), sent.id()), Verdict.DOWN);
    return sent;
  }

  @Test
  void the_next_look_is_the_first_time_still_to_come() {
    List<Duration> times = List.of(DAY, DAY.multipliedBy(7), DAY.multipliedBy(30));
    Instant at = confirmed;
    assertThat(RecheckPlan.next(at, at, times)).contains(at.plus(DAY));
    assertThat(RecheckPlan.next(at, at.plus(Duration.ofHours(23)), times)).contains(at.plus(DAY));
    assertThat(RecheckPlan.next(at, at.plus(DAY), times)).contains(at.plus(DAY.multipliedBy(7)));
    assertThat(RecheckPlan.next(at, at.plus(DAY.multipliedBy(9)), times))
        .contains(at.plus(DAY.multipliedBy(30)));
    assertThat(RecheckPlan.next(at, at.plus(DAY.multipliedBy(30)), times)).isEmpty();
    assertThat(RecheckPlan.next(at, at, List.of())).isEmpty();
  }

  @Test
  void urgent_items_are_looked_at_after_a_day_a_week_and_a_month() {
    assertThat(due()).containsOnly(confirmed.plus(DAY)).hasSize(3);
    assertThat(waiting().rechecks()).isZero();

    portal.clock().advance(DAY);
    assertThat(waiting().rechecks()).isEqualTo(3);
    acts.recheck(given.officer(), refs(), Verdict.DOWN);
    assertThat(waiting().rechecks()).isZero();
    assertThat(due()).containsOnly(confirmed.plus(DAY.multipliedBy(7))).hasSize(3);

    portal.clock().advance(DAY.multipliedBy(6));
    acts.recheck(given.officer(), refs(), Verdict.UNCHECKED);
    assertThat(waiting().rechecks()).as("could not be looked at").isEqualTo(3);
    acts.recheck(given.officer(), refs(), Verdict.DOWN);
    assertThat(due()).containsOnly(confirmed.plus(DAY.multipliedBy(30))).hasSize(3);

    portal.clock().advance(DAY.multipliedBy(23));
    acts.recheck(given.officer(), refs(), Verdict.DOWN);
    assertThat(due()).isEmpty();
    assertThat(standings()).containsOnly(Standing.CONFIRMED);
  }

  @Test
  void what_came_back_leaves_its_item_settled_and_is_asked_for_with_a_linked_one() {
    portal.clock().advance(DAY);
    acts.recheck(given.officer(), List.of(refs().get(0), refs().get(1)), Verdict.STILL_UP);
    assertThat(standings()).containsOnly(Standing.CONFIRMED);
    assertThat(waiting().reappeared()).isEqualTo(2);

    acts.redraft(given.officer(), List.of(refs().get(0), refs().get(1)));
    assertThat(waiting().reappeared()).as("asked for in a draft").isZero();
    assertThatThrownBy(() -> acts.redraft(given.officer(), refs()))
        .isInstanceOf(RuleBroken.class)
        .hasMessageContaining("item.refused.redraft");
    long draft = draft();
    given.withoutScreenshot(given.officer(), draft);
    given.db().run(given.officer(), tx -> given.desk().submit().run(tx, given.act(), draft, 2));
    given.as(given.supervisor(), tx -> given.desk().send().run(tx, given.act(), draft, 3));

    assertThat(
            portal
                .db()
                .rows(
                    "select old.ordinal, fresh.standing from item fresh"
                        + " join item old on old.id = fresh.reappeared_from"
                        + " where fresh.request_id = "
                        + draft
                        + " order by fresh.ordinal"))
        .containsExactly("1|open", "2|open");
    assertThat(due()).as("the third's").hasSize(1);
    assertThat(rowsOfWhatCameBack()).as("asked for").isZero();

    acts.withdraw(given.supervisor(), given.refs(given.officer(), draft).subList(0, 1), "Keliru.");
    assertThat(waiting().reappeared()).as("nobody asks for it any more").isEqualTo(1);
    assertThat(checked().items()).isEmpty();
  }

  @Test
  void what_is_found_down_again_or_withdrawn_waits_no_more() {
    portal.clock().advance(DAY);
    acts.recheck(given.officer(), refs(), Verdict.STILL_UP);
    acts.recheck(given.officer(), refs().subList(0, 1), Verdict.DOWN);
    acts.recheck(given.officer(), refs().subList(1, 2), Verdict.UNCHECKED);
    assertThat(waiting().reappeared()).as("not seen is not gone").isEqualTo(2);
    assertThat(rowsOfWhatCameBack()).isEqualTo(2);
    acts.withdraw(given.supervisor(), refs().subList(2, 3), "Keliru.");
    assertThat(rowsOfWhatCameBack()).isEqualTo(1);
    portal.clock().advance(DAY.multipliedBy(31));
    assertThat(waiting().rechecks()).as("only what was found down again").isEqualTo(1);
    assertThat(checked().isGood()).isTrue();
  }

  @Test
  void the_nightly_check_finds_what_waits_wrongly() {
    portal.clock().advance(DAY);
    acts.recheck(given.officer(), refs().subList(0, 1), Verdict.STILL_UP);
    long item = refs().getFirst().id();
    portal.db().asOwner("update reappearance set looked_at = looked_at + interval '1 minute'");
    assertThat(checked().items()).as("moved").containsExactly(item);
    portal.db().asOwner("delete from reappearance");
    assertThat(checked().items()).as("forgotten").containsExactly(item);
  }

  @Test
  void the_nightly_check_finds_what_is_to_be_looked_at_wrongly() {
    long item = refs().get(1).id();
    portal.db().asOwner("update recheck set asked_again = true where item_id = " + item);
    assertThat(checked().items()).as("nobody asks for it").containsExactly(item);
    portal.db().asOwner("update recheck set asked_again = false where item_id = " + item);
    acts.withdraw(given.supervisor(), refs().subList(1, 2), "Keliru.");
    portal
        .db()
        .asOwner(
            "insert into recheck (item_id, company_id, item_side, side, due_at)"
                + " select id, company_id, 'both', 'ministry', now() from item where id = "
                + item);
    assertThat(checked().items()).as("withdrawn").containsExactly(item);
  }

  @Test
  void an_address_filed_again_by_anybody_is_linked_to_the_item_that_was_down() {
    Sent again = given.request(klip).withItems(4).sent();
    assertThat(
            portal
                .db()
                .rows(
                    "select ordinal, reappeared_from is not null from item where request_id = "
                        + again.id()
                        + " order by ordinal"))
        .containsExactly("1|t", "2|t", "3|t", "4|f");
    Visitors visitors = new Visitors(portal, given);
    for (Http http :
        List.of(
            visitors.signedIn(given.ministry(), Role.OFFICER),
            visitors.signedIn(klip.organisation(), Role.RESPONDER))) {
      assertThat(http.get("/requests/" + urgent.number() + "/items/1").text())
          .contains("Muncul lagi sebagai " + again.number() + "/0001");
      assertThat(http.get("/requests/" + again.number() + "/items/1").text())
          .contains("Muncul lagi dari " + urgent.number() + "/0001");
    }
  }

  @Test
  void what_is_asked_for_anew_is_not_looked_at_until_that_is_withdrawn() {
    Sent again = given.request(klip).withItems(1).sent();
    portal.clock().advance(DAY);
    assertThat(waiting().rechecks()).isEqualTo(2);
    acts.withdraw(given.supervisor(), again.refs(), "Keliru.");
    assertThat(waiting().rechecks()).isEqualTo(3);
  }

  @Test
  void an_item_that_came_back_is_seen_though_another_of_its_address_was_settled() {
    confirmed(given.request(klip).pasting("https://klip.example/v/9").sent());
    Sent second = given.request(klip).urgent().pasting("https://klip.example/v/9").sent();
    portal.db().asOwner("update item set reappeared_from = null where request_id = " + second.id());
    confirmed(second);
    portal.clock().advance(DAY);
    acts.recheck(given.officer(), given.refs(given.officer(), second.id()), Verdict.STILL_UP);
    assertThat(waiting().reappeared()).isEqualTo(1);
  }

  @Test
  void what_was_asked_for_since_and_settled_has_not_come_back_again() {
    portal.clock().advance(DAY);
    acts.recheck(given.officer(), refs().subList(0, 1), Verdict.STILL_UP);
    assertThat(waiting().reappeared()).isEqualTo(1);
    portal.clock().advance(Duration.ofMinutes(5));
    Sent again = given.request(klip).withItems(1).sent();
    portal.db().asOwner("update item set reappeared_from = null where request_id = " + again.id());
    confirmed(again);
    assertThat(waiting().reappeared()).isZero();
  }

  @Test
  void one_that_may_not_be_seen_leaves_the_others_to_be_drafted() {
    portal.clock().advance(DAY);
    acts.recheck(given.officer(), refs(), Verdict.STILL_UP);
    portal
        .db()
        .asOwner(
            "update item set restricted = true, url = '', url_given = '', identifiers = '{}',"
                + " note = '', account = '', content_time = '' where ordinal = 1");
    BulkResult result = acts.redraft(given.officer(), refs());
    assertThat(result.changed()).extracting(Item::ordinal).containsExactly(2, 3);
    assertThat(result.refused())
        .extracting(BulkResult.Refused::key)
        .containsExactly("redraft.refused.restricted");
  }

  @Test
  void a_restricted_item_is_linked_to_none_that_anybody_may_read() {
    portal
        .db()
        .asOwner(
            "update item set restricted = true, url = '', url_given = '', identifiers = '{}', note = '', account = '', content_time = '' where request_id = "
                + urgent.id());
    Sent open = given.request(klip).withItems(1).sent();
    assertThat(
            portal
                .db()
                .rows("select count(reappeared_from) from item where request_id = " + open.id()))
        .containsExactly("0");
  }

  @Test
  void nothing_is_looked_at_again_that_was_not_confirmed_and_nobody_else_looks() {
    Sent open = given.request(klip).pasting("https://klip.example/v/9").sent();
    assertThatThrownBy(() -> acts.recheck(given.officer(), open.refs(), Verdict.DOWN))
        .isInstanceOf(RuleBroken.class)
        .hasMessageContaining("item.refused.recheck.open");
    assertThatThrownBy(() -> acts.recheck(responder, refs(), Verdict.DOWN))
        .isInstanceOf(NotAllowed.class);
    acts.answer(responder, open.refs(), acts.removed());
    assertThatThrownBy(
            () ->
                portal
                    .db()
                    .asOwner(
                        "insert into item_check (item_id, company_id, side, event_id, answer_id, verdict,"
                            + " observed_at, checked_at, network, country, surface, signed_in, again)"
                            + " select item_id, company_id, side, event_id, id, 'still_up', answered_at,"
                            + " answered_at, 'x', 'ID', 'web', false, true from answer where item_id = "
                            + open.items().getFirst().id()))
        .rootCause()
        .hasMessageContaining("was not confirmed");
  }

  @Test
  void a_company_sees_what_was_found_and_not_what_is_planned() {
    Refused.byTheWall(
        "a plan", () -> given.as(responder, tx -> tx.sql().fetch("select * from recheck")));
    Refused.byTheWall(
        "a sample",
        () -> given.as(responder, tx -> tx.sql().fetch("select * from recheck_sample")));
    Refused.byTheWall(
        "what came back",
        () -> given.as(responder, tx -> tx.sql().fetch("select * from reappearance")));
    portal.clock().advance(DAY);
    acts.recheck(given.officer(), refs(), Verdict.PARTLY);
    Visitors visitors = new Visitors(portal, given);
    String path = "/requests/" + urgent.number() + "/items/1";
    assertThat(visitors.signedIn(klip.organisation(), Role.RESPONDER).get(path).text())
        .contains("terkonfirmasi tidak tayang")
        .contains("Diperiksa ulang: sebagian tayang lagi")
        .doesNotContain("Pemeriksaan ulang berikutnya");
  }

  @Test
  void a_week_draws_one_sample_a_company_from_what_was_confirmed_before_it() {
    confirmed(given.request(klip).pasting(addresses(10, 34)).sent());
    Company video = given.company("Video");
    assertThat(draw()).as("confirmed this week").isZero();

    portal.clock().advance(DAY.multipliedBy(7));
    assertThat(draw()).as("twenty of twenty-five").isEqualTo(20);
    assertThat(draw()).as("drawn already").isZero();
    assertThat(sampled()).hasSize(20).isEqualTo(redrawn());
    assertThat(waiting().rechecks()).as("and three urgent ones").isEqualTo(23);
    assertThat(
            portal
                .db()
                .rows(
                    "select count(*) from recheck_sample where company_id = "
                        + video.organisation().id()))
        .containsExactly("0");

    List<ItemRef> drawn = refsOf(sampled());
    acts.recheck(given.officer(), drawn.subList(0, 15), Verdict.DOWN);
    assertThat(portal.db().rows("select count(*) from recheck_drawn")).containsExactly("20");
    assertThat(waiting().rechecks()).isEqualTo(8);
    portal.clock().advance(DAY.multipliedBy(7));
    assertThat(draw()).as("the next week, of what does not wait already").isEqualTo(20);
  }

  @Test
  void a_sample_has_a_page_with_all_that_draws_it_again() throws Exception {
    Sent many = confirmed(given.request(klip).pasting(addresses(10, 34)).sent());
    portal.clock().advance(DAY.multipliedBy(7));
    draw();
    List<ItemRef> drawn = refsOf(sampled());
    acts.recheck(given.officer(), drawn.subList(0, 10), Verdict.DOWN);
    acts.recheck(given.officer(), drawn.subList(10, 11), Verdict.STILL_UP);
    acts.recheck(given.officer(), drawn.subList(11, 12), Verdict.UNCHECKED);
    Visitors visitors = new Visitors(portal, given);
    Http auditor = visitors.signedIn(given.ministry(), Role.AUDITOR);
    Page list = auditor.get("/recheck-samples");
    assertThat(list.text()).contains("9 Mar 2026", "20 dari 25", "11 dari 20", "1 dari 11");
    String href = list.document().select("tbody a").attr("href");
    Page sample = auditor.get(href);
    assertThat(sample.text())
        .contains(portal.db().rows("select seed from recheck_sample").getFirst())
        .contains("1 dari 11; untuk seluruh populasi antara 2% dan 38%");
    assertThat(sample.document().select("tbody tr")).hasSize(20);
    String number = sample.document().select("tbody a.number").eachText().getFirst();
    String named =
        portal.db().rows("select seed from recheck_sample").getFirst() + "/" + many.number();
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(
                (named + "/" + Integer.parseInt(number.substring(number.indexOf('/') + 1)))
                    .getBytes(UTF_8));
    assertThat(sample.document().select("tbody tr").eachText().getFirst())
        .as("the value that placed it, as anybody reckons it")
        .contains(HexFormat.of().formatHex(hash).substring(0, 12));
    assertThat(auditor.get("/recheck-samples/999").status()).isEqualTo(404);
    assertThat(visitors.signedIn(klip.organisation(), Role.LEAD).get(href).status()).isEqualTo(403);
  }

  private List<ItemRef> refsOf(List<String> ids) {
    return given.as(
        given.officer(),
        tx ->
            given.desk().items().fetch(tx, ids.stream().map(Long::valueOf).toList()).stream()
                .map(Item::ref)
                .toList());
  }

  @Test
  void an_officer_works_through_it_in_the_browser_s_pages() {
    Visitors visitors = new Visitors(portal, given);
    portal.clock().advance(DAY);
    Http officer = visitors.signedIn(given.ministry(), Role.OFFICER);
    Page queue = officer.get("/?show=recheck");
    assertThat(queue.document().select("tbody a.number").eachText()).hasSize(3);
    Page first = officer.follow(officer.submit(queue, "/queue/next", Map.of()));
    Map<String, String> seen =
        Map.of("verdict", "still_up", "network", "IndiHome", "signed_in", "no");
    assertThat(first.text()).contains("tayang lagi");
    Page second = officer.follow(officer.submit(first, "/rechecks", seen));
    assertThat(second.document().select(".number").text()).contains(urgent.number() + "/0002");

    Page back = officer.get("/?show=reappeared");
    assertThat(back.document().select("tbody a.number").eachText())
        .containsExactly(urgent.number() + "/0001");
    Page ask =
        officer.get("/reappearances/new?back=%2F%3Fshow%3Dreappeared&item=" + refs().getFirst());
    assertThat(ask.text()).contains("1 draf dibuat");
    assertThat(officer.submit(ask, "/reappearances", Map.of()).status()).isEqualTo(303);
    assertThat(officer.submit(ask, "/reappearances", Map.of()).status())
        .as("sent again")
        .isEqualTo(303);
    assertThat(officer.get("/?show=reappeared").text()).contains("Tidak ada konten yang muncul");
    assertThat(officer.get("/drafts/" + draft()).text()).contains("klip[.]example/v/1");
  }

  private static String addresses(int from, int to) {
    StringBuilder lines = new StringBuilder();
    for (int n = from; n <= to; n++) {
      lines.append("https://klip.example/w/").append(n).append('\n');
    }
    return lines.toString();
  }

  private int draw() {
    return given.desk().drawRechecks(portal.database(), UUID::randomUUID).run();
  }

  private List<String> sampled() {
    return portal.db().rows("select item_id from recheck where sample_id is not null order by 1");
  }

  /** As anybody draws it again who has the seed: the one line of the migration. */
  private List<String> redrawn() {
    return portal
        .db()
        .rows(
            "select id from (select i.id from item i join request r on r.id = i.request_id,"
                + " recheck_sample s where r.urgency_code = 'ordinary' and i.standing = 'confirmed'"
                + " order by sha256(convert_to(s.seed || '/' || r.number || '/' || i.ordinal, 'UTF8'))"
                + " limit 20) drawn order by 1");
  }

  private QueueStore.Waiting waiting() {
    return given.as(given.officer(), tx -> new QueueStore().count(tx, QueueFilter.none()));
  }

  private List<ItemRef> refs() {
    return given.refs(given.officer(), urgent.id());
  }

  private List<Standing> standings() {
    return given.as(
        given.officer(),
        tx ->
            given.desk().items().list(tx, urgent.id(), Optional.empty(), 0, 9).stream()
                .map(Item::standing)
                .toList());
  }

  private int rowsOfWhatCameBack() {
    return Integer.parseInt(portal.db().rows("select count(*) from reappearance").getFirst());
  }

  private StandingCheck.Result checked() {
    return given.desk().check(portal.database(), UUID::randomUUID).run();
  }

  /** When the urgent request's items are to be looked at. */
  private List<Instant> due() {
    RecheckStore rechecks = new RecheckStore(given.desk().rules());
    return given.as(
        given.officer(),
        tx -> refs().stream().flatMap(ref -> rechecks.due(tx, ref.id()).stream()).toList());
  }

  private long draft() {
    return Long.parseLong(
        portal.db().rows("select max(id) from request where number is null").getFirst());
  }
}
