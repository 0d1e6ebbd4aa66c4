package id.narahubung.verification;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.accounts.LendRole;
import id.narahubung.accounts.LoanStore;
import id.narahubung.accounts.PersonStore;
import id.narahubung.data.Tx;
import id.narahubung.requests.Surface;
import id.narahubung.sampling.Confidence;
import id.narahubung.sampling.ToProve;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import id.narahubung.verification.Entry.Found;
import id.narahubung.verification.Entry.Listed;
import id.narahubung.verification.Entry.Seen;
import id.narahubung.verification.Entry.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a sample refuses, each by its name. */
final class SampleCommandsTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static final ToProve PROOF = new ToProve(BigDecimal.valueOf(95), Confidence.NINETY_FIVE);

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final GivenVerifications steps = new GivenVerifications(given);
  private Company klip;
  private PersonViewer who;
  private String number;

  @BeforeEach
  void aStep() {
    klip = given.company("Klip");
    who = given.officer();
    number =
        steps.planned(who, klip.platform().id(), given.request(klip).sent().number(), "sample");
  }

  private void act(Consumer<Tx> work) {
    given.db().run(who, work);
  }

  private void close(int addresses) {
    close(addresses, Optional.empty());
  }

  private void close(int addresses, Optional<String> read) {
    List<String> list =
        IntStream.range(0, addresses).mapToObj("https://klip.example/%d"::formatted).toList();
    act(
        tx ->
            steps
                .desk()
                .closeList()
                .ofAddresses(tx, given.act(), number, list, Optional.empty(), read));
  }

  private void draw(int n) {
    act(tx -> steps.desk().draw().run(tx, given.act(), number, PROOF, n));
  }

  private void look(Found... found) {
    Seen seen = new Seen("Kantor", "ID", Surface.WEB, false, clock.instant());
    act(tx -> steps.desk().look().run(tx, given.act(), number, List.of(found), seen));
  }

  @Test
  void a_list_is_closed_once_and_drawn_from_once() {
    Refused.byRule("sample.refused.not_closed", () -> draw(1));
    Refused.byRule("sample.refused.empty", () -> close(0));
    Refused.byRule("sample.refused.too_many", () -> close(20_001));
    Refused.byRule("sample.refused.changed", () -> close(2, Optional.of("")));
    List<Listed> other = CloseList.listed(List.of("https://klip.example/1"));
    Refused.byRule("sample.refused.changed", () -> close(2, Optional.of(CloseList.seal(other))));
    close(2);
    Refused.byRule("sample.refused.closed", () -> close(2));
    Refused.byRule("sample.refused.not_drawn", () -> look(new Found(1, Verdict.GOOD, "")));
    Refused.byRule("sample.refused.too_large", () -> draw(3));
    draw(2);
    Refused.byRule("sample.refused.drawn", () -> draw(2));
    Refused.byRule("sample.refused.nothing", this::look);
    look(new Found(1, Verdict.GOOD, ""));
    Refused.byRule("sample.refused.looked", () -> look(new Found(1, Verdict.FAILED, "")));
    look(new Found(1, 1, Verdict.FAILED, "Terlihat lagi."));
    Refused.byRule(
        "verification.refused.drawn",
        () ->
            act(
                tx ->
                    steps
                        .desk()
                        .callOff()
                        .run(
                            tx,
                            given.act(),
                            number,
                            steps.desk().steps().fetch(tx, number).version(),
                            "Keliru.")));
  }

  @Test
  void no_list_passes_of_which_more_may_be_wrong_than_was_promised() {
    GivenCommitments commitments = new GivenCommitments(given);
    PersonViewer promising = given.person(klip.organisation(), Role.LEAD);
    String promise =
        commitments.proposeCleanUp(
            promising, klip, Map.of("items", "https://klip.example/1", "prevalence", "2,4"));
    commitments.sign(promising, promise, 1);
    commitments.sign(given.supervisor(), promise, 1);
    PlanGiven.From from =
        new PlanGiven.From(
            klip.platform().id(),
            Optional.of(commitments.read(who, promise).id()),
            Optional.empty(),
            Optional.empty());
    number = steps.planned(who, from, "sample");
    close(40);
    draw(40);
    look(
        IntStream.rangeClosed(1, 40)
            .mapToObj(each -> new Found(each, each == 1 ? Verdict.FAILED : Verdict.GOOD, ""))
            .toArray(Found[]::new));
    steps.record(who, number);
    PersonViewer concludes = given.supervisor();
    Refused.byRule(
        "verification.refused.prevalence",
        () -> steps.conclude(concludes, number, VerificationOutcome.PASS));
    look(new Found(1, 1, Verdict.GOOD, "Sudah turun."));
    steps.conclude(concludes, number, VerificationOutcome.PASS);
    assertThat(db.rows("select result from verification_result")).containsExactly("pass");
  }

  @Test
  void only_a_method_that_samples_has_a_list() {
    number =
        steps.planned(who, klip.platform().id(), given.request(klip).sent().number(), "document");
    Refused.byRule("sample.refused.method", () -> close(2));
  }

  @Test
  void who_borrowed_the_role_of_one_who_looked_does_not_conclude() {
    PersonViewer supervisor = given.person(given.ministry(), Role.SUPERVISOR);
    PersonViewer borrower = given.person(given.ministry(), Role.OFFICER);
    PersonStore persons = new PersonStore();
    LendRole lend = new LendRole(persons, new LoanStore(), given.ledger());
    given
        .db()
        .run(
            supervisor,
            tx ->
                lend.run(
                    tx,
                    given.act(),
                    new LendRole.Wanted(
                        borrower.personId(),
                        Role.SUPERVISOR,
                        clock.instant(),
                        clock.instant().plus(Duration.ofHours(2)),
                        "Cuti")));
    who = supervisor;
    close(1);
    draw(1);
    look(new Found(1, Verdict.GOOD, ""));
    PersonViewer acting =
        given.as(supervisor, tx -> persons.fetch(tx, borrower.personId()).viewer());
    Refused.byRule(
        "verification.refused.second_person",
        () -> steps.conclude(acting, number, VerificationOutcome.PASS));
    Refused.byRule(
        "verification.refused.unanswered",
        () -> steps.conclude(given.supervisor(), number, VerificationOutcome.PASS));
    steps.record(supervisor, number);
    steps.conclude(given.supervisor(), number, VerificationOutcome.PASS);
    assertThat(db.rows("select result from verification_result")).containsExactly("pass");
  }

  @Test
  void who_looked_concludes_no_sample_by_whatever_method_where_the_row_of_samples_says_so() {
    close(2);
    who = given.person(given.ministry(), Role.SUPERVISOR);
    String first = number;
    number =
        given.as(
            who,
            tx ->
                steps
                    .desk()
                    .plan()
                    .run(
                        tx,
                        given.act(),
                        new PlanGiven(
                            new PlanGiven.From(
                                klip.platform().id(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(first)),
                            "recheck",
                            "Masih tidak tayang",
                            new PlanGiven.When(
                                LocalDate.of(2026, 3, 2), Optional.empty(), "", who.personId()))));
    draw(2);
    look(new Found(1, Verdict.GOOD, ""), new Found(2, Verdict.GOOD, ""));
    steps.record(who, number);
    Refused.byRule(
        "verification.refused.second_person",
        () -> steps.conclude(who, number, VerificationOutcome.PASS));
    Refused.byConstraint("verification_result_four_eyes", () -> tell(who, "'pass'", "", ""));
    asksForAnother(false);
    try {
      // What was released does not change, so a store that has read it reads no more.
      VerificationDesk desk = new GivenVerifications(new Given(db.database(clock), clock)).desk();
      act(
          tx ->
              desk.conclude()
                  .run(
                      tx,
                      given.act(),
                      number,
                      desk.steps().fetch(tx, number).version(),
                      new ConclusionGiven(
                          VerificationOutcome.PASS,
                          Optional.empty(),
                          "Sudah dilihat.",
                          Optional.empty(),
                          Optional.empty(),
                          Optional.empty(),
                          false)));
    } finally {
      asksForAnother(true);
    }
    assertThat(db.rows("select result from verification_result")).containsExactly("pass");
  }

  /** Rules that were released stay as they are; here they are another set's. */
  private static void asksForAnother(boolean second) {
    db.asOwner(
        "alter table check_method disable trigger user; update check_method set second_person = "
            + second
            + " where form = 'sample'; alter table check_method enable trigger user");
  }

  /** A result of the step, written past the commands. */
  private void tell(PersonViewer by, String result, String columns, String values) {
    given
        .db()
        .run(
            by,
            tx ->
                tx.sql()
                    .execute(
                        "insert into verification_result (step_number, company_id, side, event_id,"
                            + " platform_id, rule_set_id, method_code, claim, carried_out_on,"
                            + " place, findings, concluded_at, result"
                            + columns
                            + ") select number, company_id, 'both', (select max(id) from event"
                            + " where actor_id = viewer_person()), platform_id, rule_set_id,"
                            + " method_code, claim, planned_on, '', 'x', '2026-03-04', "
                            + result
                            + values
                            + " from verification_step where number = '"
                            + number
                            + "'"));
  }

  @Test
  void a_result_says_no_more_than_was_looked_at_and_only_a_pass_holds() {
    PersonViewer other = given.supervisor();
    steps.planned(other, klip.platform().id(), given.request(klip).sent().number(), "document");
    Refused.byConstraint(
        "verification_result_looked", () -> tell(other, "'pass'", ", unlooked", ", 1"));
    Refused.byConstraint(
        "verification_result_valid",
        () -> tell(other, "'fail'", ", follow_up, valid_until", ", 'letter', date '2026-04-01'"));
    Refused.byConstraint(
        "verification_result_nothing_because",
        () -> tell(other, "'fail'", ", follow_up", ", 'none'"));
    Refused.byConstraint(
        "verification_result_counted",
        () ->
            tell(
                other,
                "'unchecked'",
                ", list_size, sample_size, failed, unchecked, urgent, urgent_failed,"
                    + " urgent_unchecked, bound_percent, confidence, unlooked",
                ", 2, 2, 1, 1, 0, 0, 0, 95, 95, 1"));
  }

  @Test
  void a_plan_names_somebody_who_may_go_and_what_was_recorded_must_be_possible() {
    Refused.byRule(
        "verification.refused.officer",
        () ->
            act(
                tx ->
                    steps
                        .desk()
                        .plan()
                        .run(
                            tx,
                            given.act(),
                            new PlanGiven(
                                new PlanGiven.From(
                                    klip.platform().id(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty()),
                                "blind",
                                "95 %",
                                new PlanGiven.When(
                                    LocalDate.of(2026, 3, 2),
                                    Optional.empty(),
                                    "",
                                    given.responder(klip).personId())))));
    number = steps.planned(who, klip.platform().id(), given.request(klip).sent().number(), "blind");
    Refused.byRule(
        "verification.refused.caught",
        () ->
            act(
                tx ->
                    steps
                        .desk()
                        .record()
                        .run(
                            tx,
                            given.act(),
                            number,
                            1,
                            new Recorded(
                                LocalDate.of(2026, 3, 2),
                                "",
                                "",
                                "",
                                Map.of("uploaded", "5", "caught", "6"),
                                List.of(),
                                List.of()))));
  }
}
