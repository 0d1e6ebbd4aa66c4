package id.narahubung.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.commitments.FindingResult;
import id.narahubung.decisions.CellKey;
import id.narahubung.decisions.ContestDecision;
import id.narahubung.figures.FigureSet;
import id.narahubung.figures.Figures;
import id.narahubung.figures.Period;
import id.narahubung.letters.LetterOutcome;
import id.narahubung.requests.ObjectionOutcome;
import id.narahubung.status.CompanyWeek.Matter;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.GivenDecisions;
import id.narahubung.testing.GivenLetters;
import id.narahubung.testing.GivenRequest;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the colour of a company is taken from, beside its figures. */
final class ReadWeekTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final GivenCommitments commitments = new GivenCommitments(given);
  private final GivenDecisions decisions = new GivenDecisions(given);
  private final GivenLetters letters = new GivenLetters(given);

  @Test
  void the_light_sees_access_and_commitments_as_they_stand() {
    Company klip = given.company("Klip");
    Company video = given.company("Video");
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    String promise = commitments.agreed(lead, klip, commitments.moderators(5));
    soon(3);
    assertThat(light(klip)).isEqualTo(verdict("nothing_open", "", ""));
    soon(14);
    assertThat(light(klip)).as("due soon").isEqualTo(verdict("evidence_missing", promise, "1"));
    commitments.find(given.officer(), promise, FindingResult.FAIL, 90);
    assertThat(light(klip)).as("access").isEqualTo(verdict("condition_broken", promise, "1"));
    assertThat(light(video)).isEqualTo(verdict("nothing_open", "", ""));

    String began = clock.instant().toString();
    Company warta = given.company("Warta");
    String freeze = decisions.signed(warta, "registration_freeze");
    assertThat(light(warta))
        .as("not shut, and not as it was")
        .isEqualTo(verdict("access_shut", freeze, began));
    String block = decisions.signed(video, "partial_block");
    assertThat(light(video)).as("shut").isEqualTo(verdict("access_shut", block, began));
    clock.advance(Duration.ofDays(1));
    Instant end = clock.instant().plus(Duration.ofDays(20));
    long opening =
        decisions.prepare(
            given.officer(),
            video,
            GivenDecisions.timed(
                decisions.content("temporary_restore"), Optional.empty(), Optional.of(end)));
    decisions.waiveChecks(opening);
    String opened = decisions.sign(decisions.signer(), opening, "temporary_restore");
    assertThat(light(video).reason()).as("three weeks to go").isEqualTo("nothing_open");
    clock.advance(Duration.ofDays(6));
    assertThat(light(video))
        .as("two to go")
        .isEqualTo(verdict("restore_ends", opened, end.toString()));
  }

  @Test
  void of_a_letter_about_a_restricted_category_a_week_holds_number_and_clock() {
    Company klip = given.company("Klip");
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    List<String> numbers = new ArrayList<>();
    for (Sent sent :
        List.of(
            given.request(klip).urgent().withItems(3).sent(),
            GivenRequest.restricted(given, klip, 3))) {
      clock.advance(Duration.ofHours(30));
      String letter =
          letters.send(given.supervisor(), sent.number(), letters.about(sent.id(), "ST1", 1, 2));
      letters.object(lead, letter, "Keliru.");
      numbers.add(letter);
    }
    CompanyWeek read = read(klip);
    assertThat(read.letters())
        .extracting(
            CompanyWeek.Warning::number, CompanyWeek.Warning::stage, CompanyWeek.Warning::items)
        .containsExactly(tuple(numbers.getFirst(), "ST1", 2), tuple(numbers.getLast(), "", 0));
    assertThat(read.letters().getLast().due()).isGreaterThan(clock.instant().toString());
    assertThat(needed(klip, Period.soFar(clock.instant())))
        .extracting(MinistryWeek.Need::number, each -> each.platform() == 0)
        .containsExactly(tuple(numbers.getFirst(), false), tuple(numbers.getLast(), true));
  }

  @Test
  void
      what_a_company_asked_besides_its_items_stands_with_its_clock_and_then_with_what_came_of_it() {
    ContestDecision contest = decisions.desk().contest();
    Company klip = given.company("Klip");
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    PersonViewer judge = given.person(given.ministry(), Role.DECISION_MAKER);
    PersonViewer other = given.person(given.ministry(), Role.SUPERVISOR);
    List<Sent> sent =
        List.of(
            given.request(klip).urgent().withItems(3).sent(),
            GivenRequest.restricted(given, klip, 3));
    clock.advance(Duration.ofHours(30));
    List<String> about =
        sent.stream()
            .map(
                each ->
                    letters.send(
                        given.supervisor(), each.number(), letters.about(each.id(), "ST1", 1)))
            .toList();
    String block = decisions.signed(klip, "full_block");
    given.db().run(lead, tx -> contest.run(tx, given.act(), block, "Domain itu bukan kami."));
    about.forEach(letter -> letters.object(lead, letter, "Keliru."));
    String asked = decisions.ask(lead, klip, List.of());
    assertThat(read(klip).matters())
        .filteredOn(each -> each.number().equals(asked))
        .as("its papers are not there")
        .containsExactly(
            new Matter("normalisation", asked, klip.platform().id(), "", "", "", "", ""));
    GivenDecisions.PAPERS.forEach(paper -> decisions.add(lead, asked, paper));
    String due = clock.instant().plus(Duration.ofDays(2)).toString();

    List<Matter> waiting = read(klip).matters();
    assertThat(waiting)
        .extracting(Matter::kind, Matter::number, Matter::platform)
        .containsExactlyInAnyOrder(
            tuple("normalisation", asked, klip.platform().id()),
            tuple("letter_objection", about.getFirst(), klip.platform().id()),
            tuple("letter_objection", about.getLast(), 0L),
            tuple("decision_objection", block, klip.platform().id()));
    assertThat(waiting).extracting(Matter::due).isSorted().contains(due).doesNotContain("");
    assertThat(waiting).extracting(Matter::outcome).containsOnly("");
    assertThat(needed(klip, Period.soFar(clock.instant())))
        .as("the ministry reads the same")
        .containsExactlyElementsOf(
            waiting.stream()
                .map(
                    each ->
                        new MinistryWeek.Need(
                            each.kind(), each.number(), klip.id(), each.platform(), each.due(), ""))
                .toList());
    Period then = Period.soFar(clock.instant());

    clock.advance(Duration.ofHours(1));
    decisions.lacking(given.officer(), asked, "request_letter");
    assertThat(read(klip).matters())
        .as("the clock rests")
        .filteredOn(each -> each.due().isEmpty())
        .extracting(Matter::number, Matter::rests)
        .containsExactly(tuple(asked, "in_time"));
    decisions.add(lead, asked, "request_letter");
    letters.decide(other, about.getFirst(), LetterOutcome.UPHELD);
    letters.decide(other, about.getLast(), LetterOutcome.ACCEPTED);
    given
        .db()
        .run(
            judge, tx -> contest.decide(tx, given.act(), block, ObjectionOutcome.UPHELD, "Tetap."));
    String opened = decisions.signed(klip, "full_restore");
    String at = clock.instant().toString();
    assertThat(read(klip).matters())
        .containsExactly(
            new Matter("decision_objection", block, klip.platform().id(), "", "upheld", "", at, ""),
            new Matter(
                "letter_objection",
                about.getFirst(),
                klip.platform().id(),
                "",
                "upheld",
                "",
                at,
                ""),
            new Matter("letter_objection", about.getLast(), 0, "", "kept", "", at, ""),
            new Matter(
                "normalisation", asked, klip.platform().id(), "", "restore", opened, at, ""));
    assertThat(asOf(klip, then).matters()).as("as it was").isEqualTo(waiting);
    clock.advance(Duration.ofDays(7));
    assertThat(read(klip).matters()).as("told in its week").isEmpty();
    assertThat(needed(klip, Period.soFar(clock.instant()))).isEmpty();
  }

  @Test
  void a_clock_that_rests_tells_whether_its_time_had_passed_before() {
    Company klip = given.company("Klip");
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    decisions.signed(klip, "full_block");
    String asked = decisions.ask(lead, klip, GivenDecisions.PAPERS);
    clock.advance(Duration.ofHours(40));
    decisions.lacking(given.officer(), asked, "request_letter");
    clock.advance(Duration.ofHours(40));
    assertThat(read(klip).matters()).extracting(Matter::rests).containsExactly("in_time");
    decisions.add(lead, asked, "request_letter");
    clock.advance(Duration.ofHours(9));
    assertThat(read(klip).matters()).extracting(Matter::rests).containsExactly("");
    decisions.lacking(given.officer(), asked, "request_letter");
    assertThat(read(klip).matters()).extracting(Matter::rests).containsExactly("late");
  }

  @Test
  void a_letter_that_was_withdrawn_or_a_request_that_was_taken_back_waits_for_nobody() {
    Company klip = given.company("Klip");
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    Sent sent = given.request(klip).urgent().withItems(3).sent();
    clock.advance(Duration.ofHours(30));
    String letter =
        letters.send(given.supervisor(), sent.number(), letters.about(sent.id(), "ST1", 1));
    letters.object(lead, letter, "Keliru.");
    decisions.signed(klip, "full_block");
    String asked = decisions.ask(lead, klip, GivenDecisions.PAPERS);
    letters.withdraw(given.person(given.ministry(), Role.SUPERVISOR), letter, "Salah item.");
    decisions.takeBack(lead, asked);
    assertThat(read(klip).matters())
        .extracting(Matter::number, Matter::outcome)
        .containsExactly(tuple(letter, "letter_withdrawn"), tuple(asked, "withdrawn"));
    assertThat(needed(klip, Period.soFar(clock.instant()))).isEmpty();
  }

  @Test
  void a_condition_that_broke_under_an_opening_is_to_be_reviewed_until_somebody_did() {
    Company klip = given.company("Klip");
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    decisions.signed(klip, "full_block");
    String promise = commitments.agreed(lead, klip, commitments.moderators(90));
    String other = commitments.agreed(lead, klip, commitments.moderators(90));
    commitments.find(given.officer(), promise, FindingResult.PASS, 220);
    long id = decisions.prepared(klip, "conditional_restore");
    decisions.waiveChecks(id);
    decisions.waive(id, CellKey.commitment(other));
    String opened = decisions.sign(decisions.signer(), id, "conditional_restore");
    assertThat(reviews(klip)).isEmpty();
    commitments.find(given.officer(), promise, FindingResult.FAIL, 90);
    Period then = Period.soFar(clock.instant());
    assertThat(reviews(klip)).containsExactly(opened + " " + promise);
    clock.advance(Duration.ofDays(1));
    given
        .db()
        .run(
            given.officer(),
            tx ->
                decisions
                    .desk()
                    .review()
                    .run(tx, given.act(), id, promise + "/failed/2026-03-02", "Diberi waktu."));
    assertThat(reviews(klip)).isEmpty();
    clock.advance(Duration.ofDays(20));
    assertThat(reviews(klip))
        .as("what two let be for twenty days")
        .containsExactly(opened + " " + other);
    assertThat(
            needed(klip, then).stream()
                .filter(each -> each.kind().equals("review"))
                .map(MinistryWeek.Need::about))
        .as("as it was")
        .containsExactly(promise);
    decisions.signed(klip, "full_block");
    assertThat(reviews(klip)).as("shut again").isEmpty();
  }

  @Test
  void a_waiver_covers_what_was_known_when_it_was_proposed_and_nothing_else() {
    Company klip = given.company("Klip");
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    decisions.signed(klip, "full_block");
    String found = commitments.agreed(lead, klip, commitments.moderators(90));
    String revised = commitments.agreed(lead, klip, commitments.moderators(90));
    long id = decisions.prepared(klip, "conditional_restore");
    decisions.waiveChecks(id);
    decisions.waive(id, CellKey.commitment(found));
    decisions.waive(id, CellKey.commitment(revised));
    String opened = decisions.sign(decisions.signer(), id, "conditional_restore");
    assertThat(reviews(klip)).isEmpty();
    commitments.find(given.officer(), found, FindingResult.FAIL, 90);
    assertThat(reviews(klip)).as("found otherwise").containsExactly(opened + " " + found);
    commitments.revise(lead, revised, commitments.moderators(2), "Lebih cepat.");
    commitments.sign(lead, revised, 2);
    commitments.sign(given.supervisor(), revised, 2);
    clock.advance(Duration.ofDays(3));
    assertThat(reviews(klip))
        .as("late by another version")
        .containsExactly(opened + " " + found, opened + " " + revised);
  }

  @Test
  void a_pass_is_to_be_reviewed_from_the_day_after_its_evidence_lapsed_whatever_is_shown_since() {
    Company klip = given.company("Klip");
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    decisions.signed(klip, "full_block");
    String promise = commitments.agreed(lead, klip, commitments.moderators(90));
    commitments.prove(lead, promise, 220);
    commitments.find(given.officer(), promise, FindingResult.PASS, 220);
    long id = decisions.prepared(klip, "conditional_restore");
    decisions.waiveChecks(id);
    String opened = decisions.sign(decisions.signer(), id, "conditional_restore");
    clock.advance(Duration.ofDays(29));
    commitments.prove(lead, promise, 220);
    clock.advance(Duration.ofDays(1));
    assertThat(reviews(klip)).as("it holds on its last day").isEmpty();
    clock.advance(Duration.ofDays(1));
    assertThat(reviews(klip)).containsExactly(opened + " " + promise);
  }

  @Test
  void a_cell_that_was_let_be_twice_is_to_be_reviewed_once() {
    Company klip = given.company("Klip");
    PersonViewer lead = given.person(klip.organisation(), Role.LEAD);
    decisions.signed(klip, "full_block");
    String promise = commitments.agreed(lead, klip, commitments.moderators(90));
    long id = decisions.prepared(klip, "conditional_restore");
    decisions.waive(id, CellKey.commitment(promise));
    clock.advance(Duration.ofDays(21));
    decisions.waiveChecks(id);
    decisions.waive(id, CellKey.commitment(promise));
    String opened = decisions.sign(decisions.signer(), id, "conditional_restore");
    assertThat(reviews(klip)).isEmpty();
    clock.advance(Duration.ofDays(21));
    assertThat(reviews(klip)).containsExactly(opened + " " + promise);
  }

  private List<String> reviews(Company of) {
    return needed(of, Period.soFar(clock.instant())).stream()
        .filter(each -> each.kind().equals("review"))
        .map(each -> each.number() + " " + each.about())
        .toList();
  }

  /** What the rules call soon, in days. */
  private static void soon(int days) {
    db.asOwner(
        "alter table rule_set disable trigger user; update rule_set set commitment_soon_days = "
            + days
            + "; alter table rule_set enable trigger user");
  }

  private static Light.Verdict verdict(String reason, String first, String second) {
    return new Light.Verdict(reason, first, second);
  }

  private Light.Verdict light(Company of) {
    return read(of).light();
  }

  private CompanyWeek read(Company of) {
    return asOf(of, Period.soFar(clock.instant()));
  }

  private CompanyWeek asOf(Company of, Period period) {
    return given.as(
        SystemViewer.AUDIT,
        tx ->
            Objects.requireNonNull(
                new ReadWeek(new Figures(), new WeekFactStore())
                    .companies(tx, List.of(of.id()), new FigureSet(period, List.of()), false)
                    .get(of.id())));
  }

  private List<MinistryWeek.Need> needed(Company of, Period period) {
    return given
        .as(
            SystemViewer.AUDIT,
            tx ->
                new ReadWeek(new Figures(), new WeekFactStore())
                    .ministry(tx, List.of(of.id()), period))
        .needed();
  }
}
