package id.narahubung.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.FindingResult;
import id.narahubung.decisions.DecisionContent.Said;
import id.narahubung.notices.ClockNotices;
import id.narahubung.notices.NoticeStore;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.GivenDecisions;
import id.narahubung.testing.Race;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What follows from decisions: who carries them out, what is looked into, who is told, who asks.
 */
final class DecisionFollowsTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final GivenDecisions decisions = new GivenDecisions(given);
  private final GivenCommitments commitments = new GivenCommitments(given);

  private Company klip;
  private PersonViewer lead;

  @BeforeEach
  void aPlatform() {
    klip = given.company("Klip");
    lead = given.person(klip.organisation(), Role.LEAD);
  }

  @Test
  void nothing_opens_with_an_end_or_otherwise_than_prepared_by_an_oversight() {
    decisions.signed(klip, "full_block");
    long id = decisions.prepared(klip, "full_restore");
    decisions.waiveChecks(id);
    PersonViewer signer = decisions.signer();
    Optional<Instant> end = Optional.of(clock.instant().plus(Duration.ofDays(5)));
    List<DecisionContent.Watch> watch = decisions.content("x").watch();
    Refused.byRule(
        "decision.refused.no_end",
        () -> decisions.sign(signer, id, new SigningGiven("full_restore", end, watch, "", false)));
    Refused.byRule(
        "decision.refused.note",
        () ->
            decisions.sign(
                signer, id, new SigningGiven("temporary_restore", end, watch, "", false)));
    Refused.asStale(
        () ->
            decisions.sign(
                signer,
                id,
                new SigningGiven(
                    "full_restore", Optional.empty(), watch, "", false, Optional.of("ab12"))));
    decisions.sign(signer, id, "full_restore");
    assertThat(tasks()).isEmpty();
    clock.advance(Duration.ofDays(21));
    assertThat(tasks())
        .as("waivers that ended, after a full restore, too")
        .extracting(Reviews.Task::how)
        .isNotEmpty()
        .containsOnly("waiver");
    Reviews.Task task = tasks().getFirst();
    decisions.signed(klip, "registration_freeze");
    assertThat(tasks()).as("under a freeze").contains(task);
    review(task.decision(), task.broken(), "Diberi waktu lagi.");
    assertThat(tasks()).doesNotContain(task);
  }

  @Test
  void the_cell_about_milder_steps_names_those_that_were_tried() {
    String freeze = decisions.signed(klip, "registration_freeze");
    clock.advance(Duration.ofDays(1));
    Decision block = decisions.read(given.officer(), decisions.prepared(klip, "full_block"));
    assertThat(given.as(given.officer(), tx -> decisions.desk().dossiers().read(tx, block)).cells())
        .filteredOn(cell -> cell.row().key().equals(CellKey.check("milder_step")))
        .extracting(Cell::text)
        .containsExactly(freeze);
  }

  @Test
  void providers_carry_it_out_one_after_the_other() {
    long unsigned = decisions.prepared(klip, "partial_block");
    Refused.byRule(
        "decision.refused.unsigned",
        () ->
            given
                .db()
                .run(
                    given.officer(),
                    tx ->
                        decisions
                            .desk()
                            .execute()
                            .run(
                                tx,
                                given.act(),
                                unsigned,
                                new ExecutionGiven("Telkom", ExecutionState.DONE, tx.now(), ""))));
    String number = decisions.signed(klip, "partial_block");
    Refused.byRule(
        "decision.refused.not_done",
        () -> decisions.execute(given.officer(), number, "Telkom", ExecutionState.CONFIRMED));
    decisions.execute(given.officer(), number, "Telkom", ExecutionState.ORDERED);
    clock.advance(Duration.ofHours(2));
    decisions.execute(given.officer(), number, "TELKOM", ExecutionState.DONE);
    Refused.forLackOf(
        Permission.PREPARE_DECISIONS,
        () -> decisions.execute(lead, number, "Telkom", ExecutionState.DONE));
    Decision theirs = given.as(lead, tx -> decisions.desk().decisions().fetch(tx, number));
    assertThat(theirs.executions())
        .extracting(Decision.Execution::state)
        .containsExactly(ExecutionState.ORDERED, ExecutionState.DONE);
    assertThat(theirs.executions()).allMatch(each -> each.provider().equals("Telkom"));
  }

  @Test
  void a_broken_condition_is_a_task_and_never_a_block() {
    decisions.signed(klip, "full_block");
    String promise = commitments.agreed(lead, klip, commitments.moderators(90));
    commitments.find(given.officer(), promise, FindingResult.PASS, 220);
    long id = decisions.prepared(klip, "conditional_restore");
    decisions.waiveChecks(id);
    decisions.sign(decisions.signer(), id, "conditional_restore");
    assertThat(decisions.history(klip).status()).isEqualTo(AccessStatus.CONDITIONAL);
    assertThat(tasks()).isEmpty();
    commitments.find(given.officer(), promise, FindingResult.FAIL, 90);
    Reviews.Task task = tasks().getFirst();
    assertThat(task.broken()).isEqualTo(promise + "/failed/2026-03-02");
    assertThat(decisions.history(klip).status()).isEqualTo(AccessStatus.CONDITIONAL);
    Refused.byRule("decision.refused.review", () -> review(id, "KM-1/late/2026-03-02", "x"));
    Refused.byRule("decision.refused.outcome", () -> review(id, task.broken(), ""));
    review(id, task.broken(), "Diberi waktu sampai akhir bulan.");
    assertThat(tasks()).isEmpty();
    clock.advance(Duration.ofDays(1));
    commitments.find(given.officer(), promise, FindingResult.FAIL, 80);
    assertThat(tasks()).as("broken once more").hasSize(1);
  }

  @Test
  void evidence_that_lapses_breaks_a_pass_until_a_check_looks_anew() {
    PersonViewer officer = given.officer();
    decisions.signed(klip, "full_block");
    String promise = commitments.agreed(lead, klip, commitments.moderators(90));
    commitments.prove(lead, promise, 220);
    commitments.find(officer, promise, FindingResult.PASS, 220);
    long id = decisions.prepared(klip, "conditional_restore");
    decisions.waiveChecks(id);
    decisions.sign(decisions.signer(), id, "conditional_restore");
    clock.advance(Duration.ofDays(30));
    String lapsed = promise + "/expired/2026-04-02";
    tellTheClock();
    assertThat(reviewsTold()).as("it holds on its last day").doesNotContain(lapsed);
    clock.advance(Duration.ofDays(1));
    tellTheClock();
    assertThat(reviewsTold()).contains(lapsed);
    assertThat(tasks()).extracting(Reviews.Task::broken).contains(lapsed);
    commitments.prove(lead, promise, 220);
    assertThat(tasks()).extracting(Reviews.Task::broken).contains(lapsed);
    commitments.find(officer, promise, FindingResult.PASS, 220);
    assertThat(tasks()).extracting(Reviews.Task::commitment).doesNotContain(promise);
    db.asOwner("delete from notice where kind = 'decision_review_wanted'");
    tellTheClock();
    assertThat(reviewsTold()).noneMatch(broken -> broken.startsWith(promise));
  }

  private List<Reviews.Task> tasks() {
    return given.as(given.officer(), tx -> decisions.desk().reviews().open(tx));
  }

  private void review(long id, String broken, String outcome) {
    given
        .db()
        .run(
            given.officer(),
            tx -> decisions.desk().review().run(tx, given.act(), id, broken, outcome));
  }

  @Test
  void the_clock_of_a_request_to_open_again_runs_from_its_last_paper() {
    Refused.byRule("normalisation.refused.open", () -> decisions.ask(lead, klip, List.of()));
    decisions.signed(klip, "full_block");
    clock.advance(Duration.ofHours(1));
    PersonViewer responder = given.responder(klip);
    Refused.forLackOf(
        Permission.ASK_NORMALISATION, () -> decisions.ask(responder, klip, List.of()));
    PersonViewer stranger = given.person(given.company("Video").organisation(), Role.LEAD);
    Refused.asUnknown(() -> decisions.ask(stranger, klip, List.of()));
    Refused.byRule(
        "normalisation.refused.paper", () -> decisions.ask(lead, klip, List.of("bouquet")));
    Refused.byRule(
        "normalisation.refused.file", () -> askWith(words("identity_document", "Paspor 12345678")));
    Refused.byRule("normalisation.refused.short", () -> askWith(words("legitimacy", "-")));
    Refused.byRule("normalisation.refused.text", () -> askWith(words("request_letter", "")));
    String number = decisions.ask(lead, klip, GivenDecisions.PAPERS.subList(0, 5));
    assertThat(number).isEqualTo("PN-2026-0001");
    Refused.byRule("normalisation.refused.waits", () -> decisions.ask(lead, klip, List.of()));
    assertThat(asked(number).completeness().missing()).containsExactly("legitimacy");
    assertThat(asked(number).dueAt()).isEmpty();
    PaperGiven poor = words("legitimacy", "Akta perusahaan");
    Refused.byRule("normalisation.refused.short", () -> add(number, poor));
    clock.advance(Duration.ofHours(3));
    decisions.add(lead, number, "legitimacy");
    Normalisation complete = asked(number);
    assertThat(complete.completeAt()).contains(clock.instant());
    assertThat(complete.dueAt()).contains(clock.instant().plus(Duration.ofDays(2)));
    assertThat(complete.completeness().completeAt()).isEqualTo(complete.completeAt());
    clock.advance(Duration.ofHours(1));
    decisions.add(lead, number, "legitimacy");
    assertThat(asked(number).dueAt()).as("another of the same").isEqualTo(complete.dueAt());
    decisions.signed(klip, "full_restore");
    assertThat(asked(number).closedBy()).contains("KA-2026-0002");
    Refused.byRule("normalisation.refused.closed", () -> decisions.add(lead, number, "legitimacy"));
  }

  @Test
  void whether_a_request_is_decided_in_time_its_clock_says_and_nobody_else() {
    decisions.signed(klip, "full_block");
    clock.advance(Duration.ofHours(1));
    CellKey hours = CellKey.check("hours_minded");
    Said yes = new Said(Optional.of(true), "Belum lewat.");
    long said =
        decisions.prepare(
            given.officer(), klip, decisions.content("full_restore", Map.of(hours.code(), yes)));
    long unsaid = decisions.prepared(klip, "full_restore");
    assertThat(decisions.open(said)).as("nobody asked: a person says").doesNotContain(hours);
    assertThat(decisions.open(unsaid)).contains(hours);
    String number = decisions.ask(lead, klip, GivenDecisions.PAPERS);
    clock.advance(Duration.ofDays(2));
    assertThat(decisions.open(unsaid)).doesNotContain(hours);
    clock.advance(Duration.ofSeconds(1));
    assertThat(decisions.open(said)).contains(hours);
    decisions.lacking(given.officer(), number, "request_letter");
    decisions.add(lead, number, "request_letter");
    assertThat(decisions.open(said)).as("it had passed before").contains(hours);
    decisions.waive(said, hours);
    assertThat(decisions.open(said)).doesNotContain(hours);
  }

  @Test
  void the_clock_rests_while_a_paper_is_insufficient_and_a_request_is_taken_back_once() {
    decisions.signed(klip, "full_block");
    clock.advance(Duration.ofHours(1));
    String number = decisions.ask(lead, klip, GivenDecisions.PAPERS.subList(0, 5));
    Refused.byRule(
        "normalisation.refused.not_there",
        () -> decisions.lacking(given.officer(), number, "legitimacy"));
    decisions.add(lead, number, "legitimacy");
    Instant due = asked(number).dueAt().orElseThrow();
    clock.advance(Duration.ofHours(20));
    Refused.forLackOf(
        Permission.PREPARE_DECISIONS, () -> decisions.lacking(lead, number, "legitimacy"));
    decisions.lacking(given.officer(), number, "legitimacy");
    Normalisation rests = asked(number);
    assertThat(rests.dueAt()).isEmpty();
    assertThat(rests.completeness().missing()).containsExactly("legitimacy");
    assertThat(rests.completeness().spent()).isEqualTo(Duration.ofHours(20));
    assertThat(rests.isLate(due.plusSeconds(1))).isFalse();
    assertThat(told("normalisation_lacking")).containsExactly(lead.personId());
    assertThat(
            db.rows(
                "select distinct label_id from normalisation_facts(array(select id from notice"
                    + " where kind = 'normalisation_lacking'))"))
        .containsExactlyElementsOf(
            db.rows(
                "select distinct label_id from checklist_entry where list = 'normalisation' and"
                    + " code = 'legitimacy'"));
    Refused.byRule(
        "normalisation.refused.not_there",
        () -> decisions.lacking(given.officer(), number, "legitimacy"));
    long draft = decisions.prepared(klip, "full_restore");
    assertThat(decisions.open(draft)).contains(CellKey.check("request_complete"));
    clock.advance(Duration.ofDays(5));
    tellTheClock();
    assertThat(told("normalisation_due")).isEmpty();
    decisions.add(lead, number, "proof_gone");
    assertThat(asked(number).dueAt()).as("another paper mends nothing").isEmpty();
    decisions.add(lead, number, "legitimacy");
    assertThat(asked(number).dueAt())
        .contains(due.plus(Duration.ofDays(5)))
        .isEqualTo(asked(number).completeness().dueAt(Duration.ofDays(2)));
    assertThat(decisions.open(draft)).doesNotContain(CellKey.check("request_complete"));
    clock.advance(Duration.ofHours(3));
    tellTheClock();
    assertThat(told("normalisation_due")).as("less than half").isEmpty();
    clock.advance(Duration.ofHours(1));
    tellTheClock();
    assertThat(told("normalisation_due")).isNotEmpty();
    clock.advance(Duration.ofDays(2));
    decisions.lacking(given.officer(), number, "legitimacy");
    assertThat(asked(number).isLate(clock.instant())).as("it was, before").isTrue();
    Words words = new Words(new Messages(), Language.ID, Words.WIB);
    assertThat(new NormalisationWording(words).standing(asked(number))).contains("sudah terlewati");
    Refused.forLackOf(
        Permission.ASK_NORMALISATION, () -> decisions.takeBack(given.officer(), number));
    decisions.takeBack(lead, number);
    assertThat(told("normalisation_withdrawn")).contains(given.officer().personId());
    Refused.byRule("normalisation.refused.withdrawn", () -> decisions.takeBack(lead, number));
    Refused.byRule(
        "normalisation.refused.withdrawn",
        () -> decisions.lacking(given.officer(), number, "legitimacy"));
    Refused.byRule(
        "normalisation.refused.withdrawn", () -> decisions.add(lead, number, "legitimacy"));
    assertThat(decisions.open(draft)).contains(CellKey.check("request_complete"));
    List<Normalisation> waiting =
        given.as(given.officer(), tx -> decisions.desk().normalisations().open(tx));
    assertThat(waiting).isEmpty();
    clock.advance(Duration.ofHours(1));
    String anew = decisions.ask(lead, klip, GivenDecisions.PAPERS);
    String answer = decisions.signed(klip, "full_restore");
    assertThat(asked(anew).closedBy()).contains(answer);
    assertThat(asked(number).closedBy()).as("taken back before").isEmpty();
  }

  @Test
  void of_two_last_papers_at_once_one_says_that_it_completes_the_request() {
    decisions.signed(klip, "full_block");
    String number = decisions.ask(lead, klip, GivenDecisions.PAPERS.subList(0, 4));
    new Race(db)
        .run(
            given,
            adding(number, GivenDecisions.PAPERS.get(4)),
            adding(number, GivenDecisions.PAPERS.get(5)));
    assertThat(asked(number).completeAt()).isPresent();
    assertThat(
            db.rows(
                "select body::jsonb ->> 'complete' from event where kind ="
                    + " 'normalisation.paper_added' order by id"))
        .containsExactly("false", "true");
  }

  @Test
  void nothing_is_signed_on_a_request_that_is_taken_back_or_lacks_a_paper_at_the_same_moment() {
    decisions.signed(klip, "full_block");
    String number = decisions.ask(lead, klip, GivenDecisions.PAPERS);
    long draft = decisions.prepared(klip, "full_restore");
    decisions.waiveChecks(draft);
    SigningGiven chosen = decisions.choose(draft, "full_restore");
    int version = decisions.read(given.officer(), draft).version();
    DecisionDesk desk = decisions.desk();
    Race.Person signing =
        new Race.Person(
            decisions.signer(), tx -> desk.sign().run(tx, given.act(), draft, version, chosen));
    Race.Person lacking =
        new Race.Person(
            given.officer(),
            tx -> desk.callPaperLacking().run(tx, given.act(), number, "legitimacy", "Buram."));
    Race.Person takingBack =
        new Race.Person(
            lead, tx -> desk.withdrawNormalisation().run(tx, given.act(), number, "Nanti."));
    Refused.byRule("decision.refused.open", () -> new Race(db).run(given, lacking, signing));
    decisions.add(lead, number, "legitimacy");
    Refused.byRule(
        "normalisation.refused.closed", () -> new Race(db).run(given, signing, takingBack));
  }

  private static PaperGiven words(String code, String text) {
    return new PaperGiven(code, text, Optional.empty());
  }

  private void askWith(PaperGiven paper) {
    long platform = klip.platform().id();
    given.as(
        lead,
        tx ->
            decisions
                .desk()
                .askNormalisation()
                .run(tx, given.act(), platform, "Sudah bersih.", List.of(paper)));
  }

  private void add(String number, PaperGiven paper) {
    given.db().run(lead, tx -> decisions.desk().addPaper().run(tx, given.act(), number, paper));
  }

  private Race.Person adding(String number, String paper) {
    return new Race.Person(
        lead,
        tx -> decisions.desk().addPaper().run(tx, given.act(), number, decisions.paper(paper)));
  }

  @Test
  void what_was_refused_is_asked_anew_and_what_was_opened_for_a_time_is_not() {
    decisions.signed(klip, "full_block");
    clock.advance(Duration.ofHours(1));
    decisions.ask(lead, klip, GivenDecisions.PAPERS);
    CellKey complete = CellKey.check("request_complete");
    Instant end = clock.instant().plus(Duration.ofDays(5));
    openedUntil(end);
    assertThat(decisions.open(decisions.prepared(klip, "full_restore")))
        .as("answered for a time")
        .doesNotContain(complete);
    clock.advance(Duration.ofDays(6));
    decisions.ask(lead, klip, GivenDecisions.PAPERS);
    long refused = decisions.prepared(klip, "full_restore");
    decisions.sign(
        decisions.signer(),
        refused,
        new SigningGiven("restore_refused", Optional.empty(), List.of(), "Belum.", false));
    assertThat(decisions.open(decisions.prepared(klip, "full_restore"))).contains(complete);
  }

  private void openedUntil(Instant end) {
    long id = decisions.prepared(klip, "temporary_restore");
    assertThat(decisions.open(id)).doesNotContain(CellKey.check("request_complete"));
    decisions.waiveChecks(id);
    decisions.sign(
        decisions.signer(),
        id,
        new SigningGiven(
            "temporary_restore", Optional.of(end), decisions.content("x").watch(), "", false));
  }

  private Normalisation asked(String number) {
    return given.as(given.officer(), tx -> decisions.desk().normalisations().fetch(tx, number));
  }

  @Test
  void each_hears_of_what_waits_for_them_by_an_act_or_by_the_clock() {
    PersonViewer signer = decisions.signer();
    PersonViewer second = decisions.second();
    PersonViewer officer = given.officer();
    PersonViewer colleague = given.person(klip.organisation(), Role.LEAD);
    given.person(given.ministry(), Role.AUDITOR);
    long block = decisions.prepared(klip, "full_block");
    assertThat(told("decision_to_sign")).containsExactlyInAnyOrder(signer.personId());
    decisions.waiveChecks(block);
    assertThat(told("decision_waiver_to_second")).containsExactlyInAnyOrder(second.personId());
    assertThat(told("decision_waiver_seconded")).containsExactlyInAnyOrder(signer.personId());
    decisions.ask(signer, block, "Mana sampelnya?");
    assertThat(told("decision_asked_back")).containsExactlyInAnyOrder(officer.personId());
    decisions.reply(given.officer(), block, "Terlampir.");
    String number = decisions.sign(signer, block, "full_block");
    assertThat(told("decision_signed"))
        .containsExactlyInAnyOrder(officer.personId(), lead.personId(), colleague.personId());
    decisions.execute(second, number, "Telkom", ExecutionState.ORDERED);
    assertThat(told("decision_execution_failed")).isEmpty();
    decisions.execute(second, number, "Telkom", ExecutionState.FAILED);
    assertThat(told("decision_execution_failed"))
        .containsExactlyInAnyOrder(officer.personId(), lead.personId(), colleague.personId());
    clock.advance(Duration.ofHours(1));
    String asked = decisions.ask(lead, klip, GivenDecisions.PAPERS.subList(0, 5));
    assertThat(told("normalisation_asked"))
        .containsExactlyInAnyOrder(officer.personId(), signer.personId(), second.personId());
    assertThat(told("normalisation_incomplete")).containsExactlyInAnyOrder(colleague.personId());
    clock.advance(Duration.ofHours(24));
    tellTheClock();
    assertThat(told("normalisation_incomplete")).contains(lead.personId());
    clock.advance(Duration.ofDays(31));
    decisions.add(lead, asked, "legitimacy");
    assertThat(told("normalisation_complete"))
        .containsExactlyInAnyOrder(
            officer.personId(), signer.personId(), second.personId(), colleague.personId());
    clock.advance(Duration.ofHours(23));
    tellTheClock();
    assertThat(told("normalisation_due")).isEmpty();
    clock.advance(Duration.ofHours(1));
    tellTheClock();
    tellTheClock();
    assertThat(told("normalisation_due"))
        .containsExactlyInAnyOrder(officer.personId(), signer.personId(), second.personId());
    assertThat(
            db.rows(
                    "select number, label_id, platform from normalisation_facts(array(select id from notice where kind = 'normalisation_due'))")
                .getFirst())
        .isEqualTo(asked + "|Permohonan normalisasi|Klip");
    String kept = commitments.agreed(lead, klip, commitments.moderators(90));
    String broken = commitments.agreed(lead, klip, commitments.moderators(90));
    long opening = decisions.prepared(klip, "conditional_restore");
    decisions.waiveChecks(opening);
    decisions.waive(opening, CellKey.commitment(kept));
    decisions.waive(opening, CellKey.commitment(broken));
    decisions.sign(signer, opening, "conditional_restore");
    commitments.find(officer, broken, FindingResult.FAIL, 90);
    tellTheClock();
    assertThat(reviewsTold())
        .as("found otherwise than what two let be")
        .containsExactly(broken + "/failed/" + decisions.today())
        .containsExactlyElementsOf(tasks().stream().map(Reviews.Task::broken).toList());
    assertThat(told("decision_review_wanted"))
        .containsExactlyInAnyOrder(officer.personId(), signer.personId());
    clock.advance(Duration.ofDays(21));
    commitments.find(officer, kept, FindingResult.PASS, 220);
    tellTheClock();
    assertThat(reviewsTold())
        .as("waivers that ended, but not of what is met or told of as broken")
        .hasSizeGreaterThan(1)
        .containsExactlyInAnyOrderElementsOf(tasks().stream().map(Reviews.Task::broken).toList());
  }

  private static List<String> reviewsTold() {
    return db.rows(
        "select distinct regexp_replace(mark, '^[a-z_]+:[0-9]+:', '') from notice"
            + " where kind = 'decision_review_wanted'");
  }

  private List<Long> told(String kind) {
    return db.rows("select distinct person_id from notice where kind = '" + kind + "'").stream()
        .map(Long::valueOf)
        .sorted()
        .toList();
  }

  private void tellTheClock() {
    new ClockNotices(given.db(), new NoticeStore()).run();
  }
}
