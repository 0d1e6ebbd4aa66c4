package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One paste, several requests: what is found before filing, and what leaves the draft. */
final class SplitDraftTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static final String PASTED =
      """
      Mohon ditindak sebelum pukul 12:
      https://klip.example/v/1
      https://klip.example/v/2 (anak)
      https://m.video.example/v/3
      https://www.video.example/
      https://slot.situs.example/daftar
      judi.example
      https://berita.klip.example/
      ftp://klip.example/v/9
      https://klip.example/v/1""";

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private Company klip;
  private Company video;
  private PersonViewer officer;
  private long draft;

  @BeforeEach
  void aDraftOfManyThings() {
    klip = given.company("Klip");
    video = given.company("Video");
    officer = given.officer();
    draft = given.request(klip).pasting(PASTED).drafted();
  }

  @Test
  void the_preview_tells_whose_the_rows_are_and_what_to_look_at() {
    Preview preview = preview(draft);
    assertThat(preview.elsewhere().keySet())
        .extracting(each -> each.name())
        .containsExactly("Video");
    assertThat(preview.elsewhere().values().iterator().next())
        .extracting(Preview.Row::host)
        .containsExactly("m.video.example", "www.video.example");
    assertThat(preview.forBlockList())
        .extracting(Preview.Row::host)
        .containsExactly("slot.situs.example", "judi.example");
    assertThat(preview.rows().stream().filter(row -> row.warnings().contains(Warning.WHOLE_SITE)))
        .extracting(Preview.Row::host)
        .containsExactly("www.video.example", "judi.example", "berita.klip.example");
  }

  @Test
  void government_education_and_news_are_known_with_their_subdomains() {
    long watched =
        given
            .request(klip)
            .pasting(
                "https://data.go.id/a\nhttps://x.ui.ac.id/b\nhttps://www.kompas.com/c\n"
                    + "https://mirip-kompas.com/d\nhttps://klip.example/v/8")
            .drafted();
    assertThat(preview(watched).forBlockList())
        .as("no government, university or newspaper is offered for blocking")
        .extracting(Preview.Row::host)
        .containsExactly("mirip-kompas.com");
    assertThat(preview(watched).rows())
        .extracting(row -> row.warnings().toString())
        .containsExactly("[GOVERNMENT]", "[EDUCATION]", "[NEWS]", "[]", "[]");
  }

  @Test
  void an_address_asked_before_is_known_with_its_state() {
    Acts acts = new Acts(given);
    PersonViewer responder = given.responder(klip);
    Sent sent = given.request(klip).withItems(2).sent();
    acts.answer(responder, sent.ref(2), acts.refused());
    assertThat(preview(draft).rows().stream().flatMap(row -> row.earlier().stream()))
        .extracting(each -> each.number() + "/" + each.ordinal(), Earlier::standing)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(sent.number() + "/1", Standing.OPEN),
            org.assertj.core.api.Assertions.tuple(sent.number() + "/2", Standing.CONTESTED));
    assertThat(preview(draft).rows().get(1).earlier().orElseThrow().ground()).hasValue("R6");

    acts.withdraw(given.supervisor(), given.refs(officer, sent.id()).subList(0, 1), "Keliru.");
    assertThat(preview(draft).rows().getFirst().earlier().orElseThrow().ourError()).isTrue();
    assertThat(preview(given.request(video).pasting("https://klip.example/v/1").drafted()).rows())
        .allMatch(row -> row.earlier().isEmpty());
  }

  @Test
  void chosen_rows_go_to_a_draft_of_another_category_which_goes_its_own_way() {
    Item child = given.items(officer, draft).get(1);
    long made = split(officer, 1, List.of(child), content -> content.inCategory(category("01")));

    assertThat(given.items(officer, made)).extracting(Item::url).containsExactly("");
    assertThat(db.rows("select url from restricted_item")).containsExactly(child.url());
    assertThat(given.items(officer, draft)).extracting(Item::url).doesNotContain(child.url());
    RequestContent content = given.read(officer, made).content();
    assertThat(content.categoryCode()).isEqualTo("01");
    assertThat(content.urgencyCode()).isEqualTo("urgent");
    assertThat(content.basisCodes())
        .containsExactlyInAnyOrderElementsOf(category("01").basisCodes());
    assertThat(content.analysis()).contains("kekerasan seksual terhadap anak");
    assertThat(linked(draft)).extracting(TakedownRequest::id).containsExactly(made);
    assertThat(linked(made)).extracting(TakedownRequest::id).containsExactly(draft);
    assertThat(db.rows("select kind, request_id from event order by id desc limit 3"))
        .containsExactly(
            "request.split|" + draft, "request.drafted|" + draft, "request.drafted|" + made);
  }

  @Test
  void a_split_is_refused_without_rows_for_the_stale_and_after_submission() {
    List<Item> one = given.items(officer, draft).subList(0, 1);
    Refused.byRule(
        "draft.refused.none_picked", () -> split(officer, 1, List.of(), content -> content));
    Refused.asStale(() -> split(officer, 7, one, content -> content));
    Refused.forLackOf(
        Permission.DRAFT_REQUESTS,
        () -> split(given.person(given.ministry(), Role.AUDITOR), 1, one, content -> content));
    given.db().run(officer, tx -> given.desk().submit().run(tx, given.act(), draft, 1));
    Refused.byRule(
        "request.refused.edit",
        () -> split(officer, given.read(officer, draft).version(), one, content -> content));
  }

  @Test
  void bad_rows_stay_behind_in_a_draft_of_their_own_when_the_good_go_on() {
    given.db().run(officer, tx -> given.desk().submit().run(tx, given.act(), draft, 1));

    assertThat(given.read(officer, draft).stage()).isEqualTo(Stage.AWAITING_APPROVAL);
    assertThat(given.items(officer, draft)).hasSize(7);
    List<TakedownRequest> left = given.as(officer, tx -> given.desk().requests().linked(tx, draft));
    assertThat(left).extracting(TakedownRequest::stage).containsExactly(Stage.DRAFT);
    assertThat(pasted(left.getFirst().id())).isEqualTo("ftp://klip.example/v/9");
    assertThat(pasted(draft)).doesNotContain("ftp://").contains("Mohon ditindak");
  }

  @Test
  void what_is_too_long_stays_bad_in_the_draft_it_is_left_in() {
    String tooLong = "https://klip.example/" + "x".repeat(3_000);
    long id =
        given
            .request(given.company("Panjang"))
            .pasting("https://panjang.example/1\n" + tooLong)
            .drafted();
    given.db().run(given.officer(), tx -> given.desk().submit().run(tx, given.act(), id, 1));
    long left = linked(id).getFirst().id();
    assertThat(pasted(left)).isEqualTo(tooLong);
    assertThat(given.items(given.officer(), left)).isEmpty();
  }

  @Test
  void rows_on_no_platform_leave_as_a_list_of_domains() {
    given.db().run(officer, tx -> given.desk().handOver().run(tx, given.act(), draft, 1));

    assertThat(db.rows("select domains from block_list where request_id = " + draft))
        .containsExactly("judi.example\nslot.situs.example\n");
    assertThat(preview(draft).forBlockList()).isEmpty();
    assertThat(db.rows("select body from event where kind = 'request.handed_over'"))
        .containsExactly("{\"domains\":2,\"items\":2}");
    Refused.byRule(
        "draft.refused.none_picked",
        () ->
            given.db().run(officer, tx -> given.desk().handOver().run(tx, given.act(), draft, 2)));
  }

  private long split(
      PersonViewer viewer, int version, List<Item> items, UnaryOperator<RequestContent> change) {
    return given.as(
        viewer, tx -> given.desk().split().run(tx, given.act(), draft, version, items, change));
  }

  private List<TakedownRequest> linked(long id) {
    return given.as(officer, tx -> given.desk().requests().linked(tx, id));
  }

  private Preview preview(long id) {
    return given.as(
        officer, tx -> given.desk().previews().of(tx, given.desk().requests().fetch(tx, id)));
  }

  private String pasted(long id) {
    return given.as(officer, tx -> given.desk().drafts().pasted(tx, id));
  }

  private id.narahubung.rules.Category category(String code) {
    return given.as(officer, tx -> given.desk().rules().inForce(tx).category(code));
  }
}
