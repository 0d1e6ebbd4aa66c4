package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.accounts.LendRole;
import id.narahubung.accounts.LoanStore;
import id.narahubung.accounts.PersonStore;
import id.narahubung.data.Tx;
import id.narahubung.ledger.By;
import id.narahubung.requests.AnswerDraft.State;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Race;
import id.narahubung.testing.Race.Person;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers that wait for a lead: what they move, who releases them, and what comes in between. */
final class AnswerDraftTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final Acts acts = new Acts(given);
  private final Race race = new Race(db);
  private Company klip;
  private PersonViewer responder;
  private PersonViewer lead;
  private Sent sent;

  @BeforeEach
  void aCompanyWhoseLeadReleases() {
    klip = given.company("Klip");
    responder = given.responder(klip);
    lead = given.person(klip.organisation(), Role.LEAD);
    acts.requireRelease(lead, true);
    sent = given.request(klip).withItems(3).sent();
  }

  @Test
  void a_draft_can_be_released_while_it_waits_and_its_item_stands_as_it_was_seen() {
    Item item = sent.items().getFirst();
    for (State state : State.values()) {
      assertThat(draft(state, item.version()).refusal(item, Story.of("")))
          .isEqualTo(
              state == State.OPEN
                  ? Optional.empty()
                  : Optional.of("draft_answer.refused." + Wording.lower(state)));
    }
    AnswerDraft waiting = draft(State.OPEN, item.version());
    assertThat(waiting.refusal(item, Story.of("acted"))).isEmpty();
    assertThat(waiting.refusal(item, Story.of("withdrawn")))
        .contains("item.refused.answer.withdrawn");
    assertThat(waiting.refusal(item, Story.of("acted down")))
        .contains("item.refused.answer.confirmed");
    assertThat(draft(State.OPEN, item.version() - 1).refusal(item, Story.of("")))
        .contains("draft_answer.refused.stale");
    assertThat(Arrays.stream(State.values()).filter(State::isLive))
        .containsExactly(State.OPEN, State.RETURNED);
  }

  private static AnswerDraft draft(State state, int version) {
    By by = new By("company", "responder", 1, Optional.empty());
    AnswerGiven said = new AnswerGiven("N2", Optional.empty(), Map.of());
    return new AnswerDraft(
        1,
        1,
        1,
        version,
        said,
        1,
        by,
        Instant.EPOCH,
        state,
        true,
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void a_responders_answer_moves_nothing_and_the_ministry_hears_nothing() {
    List<Item> before = given.items(given.officer(), sent.id());
    List<String> events = kinds(given.officer());
    assertThat(acts.answer(responder, sent.refs(), acts.removed()).changed()).hasSize(3);

    assertThat(given.items(given.officer(), sent.id()))
        .as("not even a version, by which a form of the ministry would be stale")
        .isEqualTo(before);
    assertThat(given.read(given.officer(), sent.id()).acknowledgedAt()).isEmpty();
    assertThat(kinds(given.officer())).isEqualTo(events);
    assertThat(kinds(responder)).contains("answers.drafted").doesNotContain("items.answered");
    assertThat(db.rows("select 1 from answer")).isEmpty();
    assertThat(live(0).person()).isEqualTo(responder.personId());
    acts.withdraw(given.supervisor(), sent.ref(1), "Salah alamat.");
  }

  @Test
  void a_leads_answer_goes_straight_and_a_responders_too_where_nobody_must_release() {
    acts.answer(lead, sent.ref(1), acts.removed());
    acts.requireRelease(lead, false);
    acts.answer(responder, sent.ref(2), acts.removed());
    assertThat(standings()).containsExactly(Standing.CLAIMED, Standing.CLAIMED, Standing.OPEN);
    assertThat(db.rows("select 1 from answer_draft")).isEmpty();
  }

  @Test
  void a_lead_on_loan_releases_what_others_wrote_in_the_lenders_name_and_nothing_of_ones_own() {
    PersonStore persons = new PersonStore();
    LendRole lend = new LendRole(persons, new LoanStore(), given.ledger());
    LendRole.Wanted wanted =
        new LendRole.Wanted(
            responder.personId(),
            Role.LEAD,
            clock.instant(),
            clock.instant().plusSeconds(3600),
            "Cuti");
    given.as(lead, tx -> lend.run(tx, given.act(), wanted));
    PersonViewer lent = given.as(lead, tx -> persons.fetch(tx, responder.personId()).viewer());
    acts.answer(lent, sent.ref(1), acts.removed());
    acts.answer(given.responder(klip), sent.ref(2), acts.removed());

    BulkResult result =
        given.as(lent, tx -> given.desk().release().run(tx, given.act(), everyDraft()));

    assertThat(result.refused())
        .extracting(BulkResult.Refused::key)
        .containsExactly("draft_answer.refused.own_lent");
    assertThat(standings()).containsExactly(Standing.OPEN, Standing.CLAIMED, Standing.OPEN);
    assertThat(given.facts(given.officer(), item(1)).latestAnswer().orElseThrow().by().lent())
        .contains(new By.Lent("lead", lead.code()));
  }

  @Test
  void released_it_is_the_answer_of_whoever_released_it() {
    Sent other = given.request(klip).withItems(1).sent();
    AnswerGiven removed = acts.removed();
    acts.answer(responder, sent.ref(1), removed);
    acts.answer(responder, List.of(sent.refs().get(1), other.refs().getFirst()), acts.refused());
    List<Long> drafts = everyDraft();
    clock.set("2026-03-02T05:15:00Z");
    UUID act = given.act();

    BulkResult result = given.as(lead, tx -> given.desk().release().run(tx, act, drafts));

    assertThat(result.changed()).hasSize(3);
    assertThat(result.refused()).isEmpty();
    assertThat(standings()).containsExactly(Standing.CLAIMED, Standing.CONTESTED, Standing.OPEN);
    Answer answer = given.facts(given.officer(), item(0)).latestAnswer().orElseThrow();
    assertThat(answer.answeredAt()).as("only now it counts").isEqualTo(clock.instant());
    assertThat(answer.by().role()).isEqualTo("lead");
    assertThat(answer.details()).isEqualTo(removed.details());
    assertThat(history(0))
        .singleElement()
        .satisfies(
            draft -> {
              assertThat(draft.state()).isEqualTo(State.RELEASED);
              assertThat(draft.by().role()).isEqualTo("responder");
              assertThat(draft.ended().orElseThrow().by().role()).isEqualTo("lead");
              assertThat(draft.given()).isEqualTo(removed);
            });
    assertThat(db.rows("select count(*) from event where kind = 'items.answered'"))
        .as("one for each type of answer and request")
        .containsExactly("3");
    assertThat(db.rows("select 1 from event where act_id = '" + act + "'")).hasSize(1);
  }

  @Test
  void what_moved_meanwhile_is_refused_and_kept() {
    acts.answer(responder, sent.refs(), acts.removed());
    List<Long> drafts = List.of(id(0), id(1), id(2));
    acts.withdraw(given.supervisor(), sent.ref(1), "Salah alamat.");
    acts.answer(lead, sent.ref(2), acts.refused());

    BulkResult result = acts.release(lead, drafts);

    assertThat(result.changed()).extracting(Item::ordinal).containsExactly(3);
    assertThat(result.refused())
        .extracting(BulkResult.Refused::key)
        .containsExactly("item.refused.answer.withdrawn", "draft_answer.refused.replaced");
    assertThat(live(0).given().typeCode()).as("nothing typed is lost").isEqualTo("D1");
    assertThat(history(1)).extracting(AnswerDraft::state).containsExactly(State.REPLACED);
    assertThat(acts.release(lead, drafts).changed()).as("nothing twice").isEmpty();
    assertThat(db.rows("select 1 from answer")).hasSize(2);
  }

  @Test
  void an_item_that_was_asked_about_and_replied_to_since_is_refused_as_it_moved() {
    acts.answer(responder, sent.ref(1), acts.removed());
    acts.answer(lead, sent.ref(2), Acts.given("K1", "questions", "Menit ke berapa?"));
    acts.draft(lead, refs(1), acts.removed());
    acts.reply(given.officer(), refs(1), "Menit ke-2.");
    assertThat(acts.release(lead, List.of(id(1))).refused())
        .extracting(BulkResult.Refused::key)
        .containsExactly("draft_answer.refused.stale");
    assertThat(live(1).state()).isEqualTo(State.OPEN);
  }

  @Test
  void returned_it_waits_for_its_writer_who_writes_another() {
    acts.answer(responder, sent.ref(1), acts.removed());
    long first = id(0);
    acts.returnDrafts(lead, List.of(first), "Sebutkan pasal pedoman.");
    assertThat(live(0).state()).isEqualTo(State.RETURNED);
    assertThat(live(0).returned().orElseThrow().reason()).isEqualTo("Sebutkan pasal pedoman.");
    Refused.byRule(
        "draft_answer.refused.returned", () -> acts.returnDrafts(lead, List.of(first), "Lagi."));

    acts.answer(responder, refs(0), acts.refused());
    assertThat(history(0))
        .extracting(AnswerDraft::state)
        .containsExactly(State.REPLACED, State.OPEN);
    acts.release(lead, List.of(id(0)));
    assertThat(standings()).startsWith(Standing.CONTESTED);
    assertThat(kinds(given.officer()))
        .doesNotContain("answers.drafted", "answers.returned", "answers.dropped");
  }

  @Test
  void a_colleagues_draft_that_waits_is_not_written_over_but_a_returned_one_is() {
    PersonViewer colleague = given.responder(klip);
    acts.answer(responder, sent.ref(1), acts.removed());
    Refused.byRule("item.refused.drafted", () -> acts.answer(colleague, refs(0), acts.refused()));
    assertThat(acts.answer(colleague, sent.refs(), acts.refused()).changed()).hasSize(2);
    acts.returnDrafts(lead, List.of(id(0)), "Keliru.");
    acts.answer(colleague, refs(0), acts.refused());
    assertThat(live(0).person()).isEqualTo(colleague.personId());
    acts.draft(lead, refs(0), acts.removed());
    assertThat(live(0).person()).as("a lead may").isEqualTo(lead.personId());
  }

  @Test
  void its_writer_drops_it_or_a_lead_and_nobody_else() {
    acts.answer(responder, sent.refs().subList(0, 2), acts.removed());
    PersonViewer colleague = given.responder(klip);
    Refused.byRule("draft_answer.refused.not_yours", () -> acts.drop(colleague, List.of(id(0))));
    long first = id(0);
    acts.drop(responder, List.of(first));
    acts.drop(lead, List.of(id(1)));
    assertThat(history(0)).extracting(AnswerDraft::state).containsExactly(State.DROPPED);
    Refused.byRule("draft_answer.refused.dropped", () -> acts.drop(responder, List.of(first)));
    assertThat(acts.release(lead, List.of(first)).refused())
        .extracting(BulkResult.Refused::key)
        .containsExactly("draft_answer.refused.dropped");
  }

  @Test
  void only_a_lead_releases_returns_settles_and_takes_back() {
    acts.answer(responder, sent.ref(1), acts.removed());
    List<Long> drafts = List.of(id(0));
    for (PersonViewer who : List.of(responder, given.officer(), given.supervisor())) {
      Refused.forLackOf(Permission.RELEASE_ANSWERS, () -> acts.release(who, drafts));
      Refused.forLackOf(Permission.RELEASE_ANSWERS, () -> acts.returnDrafts(who, drafts, "x"));
      Refused.forLackOf(Permission.SET_UP_COMPANY, () -> acts.requireRelease(who, false));
    }
    PersonViewer stranger = given.person(given.company("Video").organisation(), Role.LEAD);
    Refused.asUnknown(() -> acts.release(stranger, drafts));
    Refused.asUnknown(() -> acts.drop(stranger, drafts));
    acts.release(lead, drafts);
    Refused.byRule("take_back.refused.lead", () -> acts.takeBack(responder, "Keliru."));
    assertThat(acts.takeBack(lead, "Keliru.")).isEqualTo(1);
  }

  @Test
  void the_next_item_is_none_that_is_drafted() {
    QueueStore.Slice open = QueueStore.Slice.of(Standing.OPEN);
    long first = take(responder, open).orElseThrow();
    acts.answer(responder, List.of(ref(first)), acts.removed());
    long second = take(responder, open).orElseThrow();
    assertThat(second).as("neither held still, nor given again").isNotEqualTo(first);
    assertThat(take(given.responder(klip), open)).isPresent().get().isNotIn(first, second);
  }

  @Test
  void what_was_only_kept_as_a_draft_is_still_the_next_item_last_for_its_writer() {
    acts.requireRelease(lead, false);
    QueueStore.Slice open = QueueStore.Slice.of(Standing.OPEN);
    long first = take(responder, open).orElseThrow();
    acts.draft(responder, List.of(ref(first)), acts.removed());
    long second = take(responder, open).orElseThrow();
    assertThat(second).isNotEqualTo(first);
    PersonViewer colleague = given.responder(klip);
    assertThat(take(colleague, open)).as("the most urgent one").contains(first);

    acts.draft(responder, List.of(ref(second)), acts.removed());
    long third = take(responder, open).orElseThrow();
    assertThat(third).isNotIn(first, second);
    acts.draft(responder, List.of(ref(third)), acts.removed());
    assertThat(take(responder, open)).as("nobody is left without").contains(second);
    acts.requireRelease(lead, true);
    assertThat(take(given.responder(klip), open)).as("now a lead must release them").isEmpty();
  }

  @Test
  void of_a_settled_item_no_draft_waits_and_who_may_drops_it() {
    acts.answer(responder, sent.refs(), acts.removed());
    acts.returnDrafts(lead, List.of(id(1)), "Keliru.");
    acts.withdraw(given.supervisor(), sent.refs().subList(0, 2), "Salah alamat.");
    AnswerDraftStore drafts = new AnswerDraftStore();
    AnswerDraftStore.DraftCounts counts = given.as(lead, drafts::count);
    assertThat(counts.open()).isEqualTo(1);
    assertThat(counts.returned()).isZero();
    assertThat(counts.required()).isTrue();
    acts.drop(lead, List.of(id(0)));
    acts.drop(responder, List.of(id(1)));
    assertThat(acts.drafted(lead, item(0))).isEmpty();
  }

  private Optional<Long> take(PersonViewer who, QueueStore.Slice slice) {
    return given.as(
        who,
        tx ->
            given
                .desk()
                .takeNext()
                .run(tx, slice, QueueFilter.none(), Optional.empty())
                .map(row -> row.item().id()));
  }

  @Test
  void to_settle_what_is_settled_is_no_act() {
    acts.requireRelease(lead, true);
    assertThat(db.rows("select side from event where kind = 'company.release_set'"))
        .containsExactly("company");
  }

  @Test
  void of_two_leads_who_release_at_once_one_does() {
    acts.answer(responder, sent.refs(), acts.removed());
    PersonViewer other = given.person(klip.organisation(), Role.LEAD);
    List<Long> drafts = List.of(id(0), id(1), id(2));
    BulkResult[] late = new BulkResult[1];
    race.run(
        given,
        new Person(lead, tx -> given.desk().release().run(tx, given.act(), drafts)),
        new Person(other, tx -> late[0] = given.desk().release().run(tx, given.act(), drafts)));
    assertThat(late[0].changed()).isEmpty();
    assertThat(late[0].refused())
        .extracting(BulkResult.Refused::key)
        .containsOnly("draft_answer.refused.released");
    assertThat(db.rows("select 1 from answer")).hasSize(3);
  }

  @Test
  void a_release_and_an_answer_at_once_never_both_count() {
    acts.answer(responder, sent.refs(), acts.removed());
    PersonViewer other = given.person(klip.organisation(), Role.LEAD);
    List<Long> drafts = everyDraft();
    BulkResult[] released = new BulkResult[1];
    race.run(
        given,
        answering(other, sent.ref(1)),
        new Person(lead, tx -> released[0] = release(tx, drafts.getFirst())));
    assertThat(released[0].refused())
        .extracting(BulkResult.Refused::key)
        .containsExactly("draft_answer.refused.replaced");
    Refused.asStale(
        () ->
            race.run(
                given,
                new Person(lead, tx -> release(tx, drafts.get(1))),
                answering(other, sent.ref(2))));
    assertThat(standings()).containsExactly(Standing.CONTESTED, Standing.CLAIMED, Standing.OPEN);
  }

  @Test
  void of_two_responders_who_draft_at_once_the_second_is_told() {
    PersonViewer colleague = given.responder(klip);
    Refused.byRule(
        "item.refused.drafted",
        () ->
            race.run(given, answering(responder, sent.ref(1)), answering(colleague, sent.ref(1))));
    assertThat(live(0).person()).isEqualTo(responder.personId());
  }

  @Test
  void a_return_and_a_release_at_once_never_both_happen() {
    acts.answer(responder, sent.ref(1), acts.removed());
    List<Long> drafts = everyDraft();
    Refused.byRule(
        "draft_answer.refused.released",
        () ->
            race.run(
                given,
                new Person(lead, tx -> release(tx, drafts.getFirst())),
                new Person(
                    lead,
                    tx -> given.desk().returnAnswers().run(tx, given.act(), drafts, "Keliru."))));
    assertThat(history(0)).extracting(AnswerDraft::state).containsExactly(State.RELEASED);
  }

  private BulkResult release(Tx tx, long draft) {
    return given.desk().release().run(tx, given.act(), List.of(draft));
  }

  private Person answering(PersonViewer who, List<ItemRef> items) {
    return new Person(who, tx -> given.desk().answer().run(tx, given.act(), items, acts.refused()));
  }

  private List<Long> everyDraft() {
    return db.rows("select id from answer_draft order by id").stream().map(Long::valueOf).toList();
  }

  private List<Standing> standings() {
    return given.items(lead, sent.id()).stream().map(Item::standing).toList();
  }

  private long item(int at) {
    return sent.items().get(at).id();
  }

  private AnswerDraft live(int at) {
    return acts.drafted(lead, item(at)).orElseThrow();
  }

  private long id(int at) {
    return live(at).id();
  }

  private List<AnswerDraft> history(int at) {
    return given.as(lead, tx -> new AnswerDraftStore().ofItem(tx, item(at)));
  }

  private List<ItemRef> refs(int at) {
    return List.of(given.refs(lead, sent.id()).get(at));
  }

  private ItemRef ref(long item) {
    return given.refs(lead, sent.id()).stream()
        .filter(ref -> ref.id() == item)
        .findFirst()
        .orElseThrow();
  }

  private List<String> kinds(PersonViewer viewer) {
    return given.as(
        viewer,
        tx -> given.ledger().of(tx, sent.id()).stream().map(event -> event.kind()).toList());
  }
}
