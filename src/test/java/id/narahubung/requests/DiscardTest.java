package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.requests.RequestFilter.Sort;
import id.narahubung.search.SearchStore;
import id.narahubung.search.SearchText;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Http;
import id.narahubung.testing.Http.Page;
import id.narahubung.testing.Refused;
import id.narahubung.testing.RunningPortal;
import id.narahubung.testing.Visitors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A draft that nobody needs goes aside, and comes back as it was. */
final class DiscardTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private final Given given = new Given(portal.database(), portal.clock());
  private final Acts acts = new Acts(given);
  private Company klip;
  private long draft;

  @BeforeEach
  void aDraft() {
    klip = given.company("Klip");
    draft = given.request(klip).about("Undian palsu").withItems(2).drafted();
  }

  @Test
  void it_comes_back_exactly_as_it_was() {
    TakedownRequest before = given.read(given.officer(), draft);
    List<Item> items = given.items(given.officer(), draft);
    discard(given.officer(), 1);
    assertThat(given.read(given.officer(), draft).stage()).isEqualTo(Stage.DISCARDED);
    restore(given.officer(), 2);
    TakedownRequest after = given.read(given.officer(), draft);
    assertThat(after)
        .usingRecursiveComparison()
        .ignoringFields("version", "changedAt")
        .isEqualTo(before);
    assertThat(given.items(given.officer(), draft)).isEqualTo(items);
    assertThat(
            portal
                .db()
                .rows("select kind, side, company_id, body from event order by id desc limit 2"))
        .containsExactly(
            "request.restored|ministry||{\"items\":2}",
            "request.discarded|ministry||{\"items\":2}");
  }

  @Test
  void meanwhile_it_is_not_counted_listed_found_or_changed() {
    discard(given.officer(), 1);
    given
        .db()
        .run(
            given.officer(),
            tx -> {
              RequestListStore lists = new RequestListStore();
              assertThat(lists.count(tx, RequestState.DRAFT)).isZero();
              assertThat(lists.list(tx, RequestFilter.none(), Sort.NEWEST, Optional.empty(), 9))
                  .isEmpty();
              assertThat(
                      lists.list(
                          tx,
                          RequestFilter.of(RequestState.DISCARDED),
                          Sort.NEWEST,
                          Optional.empty(),
                          9))
                  .extracting(RequestRow::id)
                  .containsExactly(draft);
              lists.each(
                  tx,
                  RequestFilter.none(),
                  Sort.NEWEST,
                  row -> Assertions.fail("exported: " + row));
              for (String query : List.of("undian", "klip.example/v/1")) {
                assertThat(new SearchStore().find(tx, SearchText.of(query), 9)).as(query).isEmpty();
              }
            });
    Refused.byRule("request.refused.edit", () -> save(2));
    Refused.byRule(
        "request.refused.submit",
        () ->
            given
                .db()
                .run(given.officer(), tx -> given.desk().submit().run(tx, given.act(), draft, 2)));
    restore(given.officer(), 2);
    List<SearchStore.Hit> again =
        given.as(
            given.officer(),
            tx -> new SearchStore().find(tx, SearchText.of("klip.example/v/1"), 9));
    assertThat(again).hasSize(1);
  }

  @Test
  void content_that_came_back_is_not_asked_for_by_a_discarded_draft() {
    PersonViewer responder = given.responder(klip);
    Sent sent = given.request(klip).urgent().withItems(1).sent();
    acts.answer(responder, sent.refs(), acts.removed());
    acts.check(given.officer(), given.refs(given.officer(), sent.id()), Verdict.DOWN);
    portal.clock().advance(Duration.ofDays(1));
    List<ItemRef> refs = given.refs(given.officer(), sent.id());
    acts.recheck(given.officer(), refs, Verdict.STILL_UP);
    assertThat(cameBack(refs)).as("the draft of the same address asks for it").isEmpty();
    discard(given.officer(), 1);
    assertThat(cameBack(refs)).hasSize(1);
    restore(given.officer(), 2);
    assertThat(cameBack(refs)).isEmpty();
  }

  @Test
  void it_goes_by_those_who_wrote_it_and_by_a_supervisor() {
    PersonViewer another = given.person(given.ministry(), Role.OFFICER);
    Refused.byRule("draft.refused.not_yours", () -> discard(another, 1));
    Refused.forLackOf(
        Permission.DRAFT_REQUESTS, () -> discard(given.person(given.ministry(), Role.AUDITOR), 1));
    Refused.asUnknown(() -> discard(given.responder(klip), 1));
    Refused.asStale(() -> discard(given.supervisor(), 7));
    discard(given.supervisor(), 1);
    Refused.byRule("request.refused.discard", () -> discard(given.supervisor(), 2));
    Refused.byRule("draft.refused.not_yours", () -> restore(another, 2));
    Refused.asStale(() -> restore(given.supervisor(), 1));
    restore(given.supervisor(), 2);
    Refused.byRule("request.refused.restore", () -> restore(given.supervisor(), 3));
    assertThat(portal.db().rows("select count(*) from request_author where request_id = " + draft))
        .as("who only put it aside may still approve it")
        .containsExactly("1");
  }

  @Test
  void what_awaits_approval_has_to_be_returned_first() {
    long waiting = given.request(klip).submitted();
    Refused.byRule(
        "request.refused.discard",
        () ->
            given
                .db()
                .run(
                    given.supervisor(),
                    tx -> given.desk().discard().run(tx, given.act(), waiting, 2)));
    for (String step :
        List.of(
            "update request set stage = 'discarded' where id = " + waiting,
            "update request set stage = 'discarded' where id = "
                + draft
                + "; update request set stage = 'awaiting_approval' where id = "
                + draft)) {
      Assertions.assertThatThrownBy(() -> portal.db().asOwner(step))
          .as(step)
          .hasStackTraceContaining("is discarded from a draft");
    }
  }

  @Test
  void its_page_says_so_and_offers_the_way_back() {
    Http supervisor = new Visitors(portal, given).signedIn(given.ministry(), Role.SUPERVISOR);
    String path = "/drafts/" + draft;
    Page gone = supervisor.follow(supervisor.submit(path, path + "/discarding", Map.of()));
    assertThat(gone.text())
        .contains(
            "Draf dibuang. Bila keliru, pulihkan", "Draf ini sudah dibuang", "dibuang, 2 item");
    assertThat(gone.document().select("form[action$=/submission], a[href$=/edit]")).isEmpty();
    assertThat(supervisor.get("/requests").text()).doesNotContain("Undian palsu");
    assertThat(supervisor.get("/requests?state=discarded").text()).contains("Undian palsu");
    assertThat(supervisor.get(path + "/edit").status()).isEqualTo(409);
    Page back = supervisor.follow(supervisor.submit(gone, path + "/discarding/end", Map.of()));
    assertThat(back.text()).contains("Draf dipulihkan seperti semula.");
    assertThat(back.document().select("form[action$=/submission]")).hasSize(1);
  }

  private List<Long> cameBack(List<ItemRef> refs) {
    return given.as(
        given.officer(),
        tx -> new ReappearanceStore().waiting(tx, refs.stream().map(ItemRef::id).toList()));
  }

  private void save(int version) {
    given.as(
        given.officer(),
        tx ->
            given
                .desk()
                .save()
                .run(
                    tx,
                    given.act(),
                    SaveDraft.Target.change(draft, version),
                    GivenRequest.content(klip.platform().id()),
                    ""));
  }

  private void discard(PersonViewer viewer, int version) {
    given.db().run(viewer, tx -> given.desk().discard().run(tx, given.act(), draft, version));
  }

  private void restore(PersonViewer viewer, int version) {
    given.db().run(viewer, tx -> given.desk().restore().run(tx, given.act(), draft, version));
  }
}
