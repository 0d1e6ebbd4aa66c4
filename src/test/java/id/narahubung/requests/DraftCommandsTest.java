package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Saving, submitting and returning a draft. */
final class DraftCommandsTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);

  @Test
  void a_draft_keeps_its_content_and_an_item_for_each_address() {
    Company klip = given.company("Klip");
    GivenRequest request = given.request(klip).withItems(3);
    long id = request.withoutScreenshot().drafted();
    TakedownRequest draft = given.read(given.officer(), id);
    assertThat(draft.content()).isEqualTo(request.content());
    assertThat(draft.stage()).isEqualTo(Stage.DRAFT);
    assertThat(draft.number()).isEmpty();
    assertThat(draft.companyId()).isEqualTo(klip.id());
    assertThat(draft.counts().items()).isEqualTo(3);
    assertThat(given.items(given.officer(), id))
        .extracting(Item::url, Item::ordinal, Item::standing)
        .containsExactly(
            tuple("https://klip.example/v/1", 1, Standing.DRAFT),
            tuple("https://klip.example/v/2", 2, Standing.DRAFT),
            tuple("https://klip.example/v/3", 3, Standing.DRAFT));
    assertThat(lastEvent()).isEqualTo("request.drafted|ministry||{\"bad\":0,\"items\":3}");
    assertThat(db.rows("select person_id from request_author"))
        .containsExactly(Long.toString(given.officer().personId()));
  }

  @Test
  void what_is_pasted_is_kept_as_it_came_and_bad_rows_are_counted() {
    Company klip = given.company("Klip");
    String pasted = "klip.example/v/1\nftp://klip.example/x\nhttps://klip.example/v/1\n";
    long id = save(given.officer(), klip, Optional.empty(), 0, pasted);
    assertThat(db.rows("select pasted from request_draft")).containsExactly(pasted);
    assertThat(given.items(given.officer(), id))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.schemeAdded()).isTrue();
              assertThat(item.urlGiven()).isEqualTo("klip.example/v/1");
            });
    assertThat(lastEvent()).endsWith("{\"bad\":1,\"items\":1}");
  }

  @Test
  void a_draft_saved_again_has_the_new_items_and_one_more_author() {
    Company klip = given.company("Klip");
    long id = given.request(klip).withItems(2).drafted();
    PersonViewer other = given.person(given.ministry(), Role.OFFICER);
    save(other, klip, Optional.of(id), 1, "https://klip.example/baru");
    assertThat(given.items(other, id))
        .extracting(Item::url)
        .containsExactly("https://klip.example/baru");
    assertThat(given.read(other, id).version()).isEqualTo(2);
    assertThat(db.rows("select count(*) from request_author")).containsExactly("2");
  }

  @Test
  void a_draft_may_change_its_platform_and_with_it_its_company() {
    Company klip = given.company("Klip");
    Company video = given.company("Video");
    long id = given.request(klip).withItems(2).drafted();
    save(given.officer(), video, Optional.of(id), 1, "https://video.example/1");
    assertThat(given.read(given.officer(), id).companyId()).isEqualTo(video.id());
    assertThat(db.rows("select distinct company_id from item"))
        .containsExactly(Long.toString(video.id()));
  }

  @Test
  void a_draft_started_from_an_earlier_request_remembers_it() {
    Company klip = given.company("Klip");
    GivenRequest.Sent earlier = given.request(klip).sent();
    given.as(
        given.officer(),
        tx ->
            given
                .desk()
                .save()
                .run(
                    tx,
                    given.act(),
                    SaveDraft.Target.startedFrom(Optional.of(earlier.id())),
                    given.request(klip).content(),
                    ""));
    assertThat(db.rows("select started_from from request_draft where started_from is not null"))
        .containsExactly(Long.toString(earlier.id()));
  }

  @Test
  void only_those_who_draft_may_save() {
    Company klip = given.company("Klip");
    for (PersonViewer viewer :
        List.of(
            given.person(given.ministry(), Role.AUDITOR),
            given.person(given.ministry(), Role.ADMINISTRATOR),
            given.responder(klip))) {
      Refused.forLackOf(
          Permission.DRAFT_REQUESTS, () -> save(viewer, klip, Optional.empty(), 0, ""));
    }
    assertThat(db.rows("select count(*) from request")).containsExactly("0");
  }

  @Test
  void a_draft_saved_meanwhile_is_not_overwritten() {
    Company klip = given.company("Klip");
    long id = given.request(klip).drafted();
    save(given.officer(), klip, Optional.of(id), 1, "https://klip.example/2");
    Refused.asStale(
        () -> save(given.officer(), klip, Optional.of(id), 1, "https://klip.example/3"));
    assertThat(given.items(given.officer(), id))
        .extracting(Item::url)
        .containsExactly("https://klip.example/2");
  }

  @Test
  void a_draft_that_awaits_approval_is_read_only() {
    Company klip = given.company("Klip");
    long id = given.request(klip).submitted();
    Refused.byRule(
        "request.refused.edit", () -> save(given.officer(), klip, Optional.of(id), 2, ""));
    Refused.byRule("request.refused.submit", () -> submit(given.officer(), id, 2));
  }

  @Test
  void submitting_moves_it_on_and_tells_the_ministry_alone() {
    long id = given.request(given.company("Klip")).withItems(2).submitted();
    assertThat(given.read(given.officer(), id).stage()).isEqualTo(Stage.AWAITING_APPROVAL);
    assertThat(lastEvent()).isEqualTo("request.submitted|ministry||{\"items\":2}");
  }

  @Test
  void only_a_complete_draft_with_items_is_submitted() {
    Company klip = given.company("Klip");
    long incomplete = given.request(klip).with(GivenRequest::withoutBases).drafted();
    Refused.byRule("draft.refused.incomplete", () -> submit(given.officer(), incomplete, 1));
    long empty = given.request(klip).withItems(0).drafted();
    Refused.byRule("draft.refused.incomplete", () -> submit(given.officer(), empty, 1));
  }

  @Test
  void a_draft_changed_meanwhile_is_not_submitted() {
    Company klip = given.company("Klip");
    long id = given.request(klip).drafted();
    save(given.officer(), klip, Optional.of(id), 1, "https://klip.example/2");
    Refused.asStale(() -> submit(given.officer(), id, 1));
  }

  @Test
  void a_draft_is_submitted_by_those_who_draft_and_unknown_to_the_company() {
    Company klip = given.company("Klip");
    long id = given.request(klip).drafted();
    Refused.forLackOf(
        Permission.DRAFT_REQUESTS,
        () -> submit(given.person(given.ministry(), Role.AUDITOR), id, 1));
    Refused.asUnknown(() -> submit(given.responder(klip), id, 1));
    Refused.asUnknown(() -> submit(given.officer(), 4711, 1));
  }

  @Test
  void a_returned_draft_is_open_again_with_a_note_of_the_ministrys_own() {
    long id = given.request(given.company("Klip")).submitted();
    giveBack(given.supervisor(), id, 2, "Dasar hukum keliru.");
    assertThat(given.read(given.officer(), id).stage()).isEqualTo(Stage.DRAFT);
    assertThat(lastEvent()).isEqualTo("request.returned|ministry||{}");
    assertThat(db.rows("select side, text from message"))
        .containsExactly("ministry|Dasar hukum keliru.");
  }

  @Test
  void a_draft_is_returned_only_while_it_waits_by_those_who_send_and_as_they_saw_it() {
    long id = given.request(given.company("Klip")).drafted();
    Refused.byRule("request.refused.return", () -> giveBack(given.supervisor(), id, 1, "x"));
    submit(given.officer(), id, 1);
    Refused.forLackOf(Permission.SEND_REQUESTS, () -> giveBack(given.officer(), id, 2, "x"));
    Refused.asStale(() -> giveBack(given.supervisor(), id, 1, "x"));
    assertThat(db.rows("select count(*) from message")).containsExactly("0");
  }

  private long save(
      PersonViewer viewer, Company company, Optional<Long> id, int version, String pasted) {
    return given.as(
        viewer,
        tx ->
            given
                .desk()
                .save()
                .run(
                    tx,
                    given.act(),
                    new SaveDraft.Target(id, version, Optional.empty(), Optional.empty()),
                    GivenRequest.content(company.platform().id()),
                    pasted));
  }

  private void submit(PersonViewer viewer, long id, int version) {
    given.db().run(viewer, tx -> given.desk().submit().run(tx, given.act(), id, version));
  }

  private void giveBack(PersonViewer viewer, long id, int version, String note) {
    given.db().run(viewer, tx -> given.desk().giveBack().run(tx, given.act(), id, version, note));
  }

  private static String lastEvent() {
    return db.rows("select kind, side, company_id, body from event order by id desc limit 1")
        .getFirst();
  }
}
