package id.narahubung.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.accounts.LendRole;
import id.narahubung.accounts.LoanStore;
import id.narahubung.accounts.PersonStore;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whose hands it takes to sign for the ministry, and to let go of what access hangs on. */
final class LettingGoTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final GivenCommitments commitments = new GivenCommitments(given);
  private Company klip;
  private PersonViewer lead;
  private PersonViewer second;

  @BeforeEach
  void aCompanyWithALeadAndTwoSupervisors() {
    klip = given.company("Klip");
    lead = given.person(klip.organisation(), Role.LEAD);
    second = given.person(given.ministry(), Role.SUPERVISOR);
  }

  @Test
  void a_condition_the_company_drops_takes_two_of_the_ministry() {
    String number = commitments.agreed(lead, klip, commitments.moderators(90));
    commitments.revise(lead, number, unconditional(), "Bukan syarat lagi.");
    commitments.sign(lead, number, 2);
    commitments.sign(second, number, 2);
    assertThat(condition(number)).isTrue();
    assertThat(db.rows("select body::json ->> 'in_force' from event order by id desc limit 1"))
        .containsExactly("false");
    Refused.byRule("commitment.refused.second_hand", () -> commitments.sign(second, number, 2));
    assertThat(toSign()).isOne();
    commitments.sign(given.supervisor(), number, 2);
    assertThat(condition(number)).isFalse();
    assertThat(toSign()).isZero();
    PersonViewer third = given.person(given.ministry(), Role.SUPERVISOR);
    Refused.byRule("commitment.refused.signed", () -> commitments.sign(third, number, 2));
  }

  @Test
  void one_the_ministry_drops_was_in_two_hands_already() {
    String number = commitments.agreed(lead, klip, commitments.moderators(90));
    commitments.revise(second, number, unconditional(), "Bukan syarat lagi.");
    commitments.sign(given.supervisor(), number, 2);
    commitments.sign(lead, number, 2);
    assertThat(condition(number)).isFalse();
  }

  @Test
  void postgresql_lets_no_single_hand_sign_twice_or_what_it_wrote_by_a_lent_role_either() {
    String number = commitments.agreed(lead, klip, commitments.moderators(90));
    commitments.revise(second, number, commitments.moderators(60), "Lebih cepat.");
    PersonViewer borrower = borrower(second);
    Refused.byRule("commitment.refused.own", () -> commitments.sign(borrower, number, 2));
    Refused.byConstraint("commitment_signature_four_eyes", () -> signRaw(borrower, 2, 1));
    Refused.byConstraint("commitment_signature_open", () -> signRaw(given.supervisor(), 2, 2));
    commitments.revise(lead, number, unconditional(), "Bukan syarat lagi.");
    commitments.sign(second, number, 3);
    Refused.byRule("commitment.refused.second_hand", () -> commitments.sign(borrower, number, 3));
    Refused.byConstraint("commitment_signature_four_eyes", () -> signRaw(borrower, 3, 2));
    assertThatThrownBy(
            () ->
                db.asOwner(
                    "insert into commitment_milestone (commitment_id, version, company_id, side,"
                        + " on_day, value) select commitment_id, number, company_id, side,"
                        + " '2026-03-09', 30 from commitment_version where number = 3"))
        .hasMessageContaining("version 3 of commitment 1 is signed");
  }

  @Test
  void nor_cancels_alone_what_access_hangs_on() {
    String number = commitments.agreed(lead, klip, commitments.moderators(90));
    commitments.cancel(second, number, "Tutup.");
    PersonViewer borrower = borrower(second);
    Refused.byRule(
        "commitment.refused.cancel_second_hand",
        () -> commitments.cancel(borrower, number, "Tutup."));
    Refused.byConstraint("commitment_cancel_four_eyes", () -> cancelRaw(borrower));
    commitments.cancel(given.supervisor(), number, "Tutup.");
    PersonViewer third = given.person(given.ministry(), Role.SUPERVISOR);
    Refused.byRule(
        "commitment.refused.cancel_told", () -> commitments.cancel(third, number, "Tutup."));
    Refused.byConstraint("commitment_cancel_once", () -> cancelRaw(third));
    Refused.byConstraint(
        "commitment_cancel_taken_back_stands",
        () ->
            given
                .db()
                .run(
                    lead,
                    tx ->
                        tx.sql()
                            .execute(
                                "insert into commitment_cancel_taken_back (event_id, commitment_id,"
                                    + " company_id, side, of_side) select "
                                    + event(lead)
                                    + ", id, company_id, side, 'company' from commitment")));
  }

  @Test
  void nobody_names_who_minds_it_on_the_other_side() {
    commitments.agreed(lead, klip, commitments.moderators(90));
    PersonViewer colleague = given.person(klip.organisation(), Role.RESPONDER);
    assertThatThrownBy(() -> nameRaw(lead, given.officer()))
        .hasMessageContaining("row-level security policy for table \"commitment_owner\"");
    assertThatThrownBy(() -> nameRaw(second, colleague))
        .hasMessageContaining("row-level security policy for table \"commitment_owner\"");
    nameRaw(lead, colleague);
    assertThat(db.rows("select person_id from commitment_owner"))
        .containsExactly(Long.toString(colleague.personId()));
  }

  private void nameRaw(PersonViewer who, PersonViewer minder) {
    long event = event(who);
    String side = who.side().name().toLowerCase(Locale.ROOT);
    given
        .db()
        .run(
            who,
            tx ->
                tx.sql()
                    .execute(
                        "insert into commitment_owner (commitment_id, company_id, side, of_side,"
                            + " event_id, person_id, role, code) select id, company_id, side, '%s',"
                                .formatted(side)
                            + " %d, %d, 'officer', 1 from commitment"
                                .formatted(event, minder.personId())));
  }

  private Terms unconditional() {
    Terms terms = commitments.moderators(90);
    return new Terms(
        terms.text(),
        terms.baseline(),
        terms.target(),
        terms.dueOn(),
        0,
        false,
        terms.fields(),
        terms.milestones(),
        terms.rows());
  }

  private boolean condition(String number) {
    return commitments.read(second, number).standing().condition();
  }

  private int toSign() {
    return given
        .as(
            second,
            tx -> commitments.desk().commitments().counts(tx, List.of(CommitmentFilter.waiting())))
        .getFirst();
  }

  /** An officer under the lender's role. */
  private PersonViewer borrower(PersonViewer lender) {
    PersonViewer officer = given.person(given.ministry(), Role.OFFICER);
    LendRole.Wanted wanted =
        new LendRole.Wanted(
            officer.personId(),
            Role.SUPERVISOR,
            clock.instant(),
            clock.instant().plus(Duration.ofHours(3)),
            "Cuti");
    LendRole lend = new LendRole(new PersonStore(), new LoanStore(), given.ledger());
    given.db().run(lender, tx -> lend.run(tx, given.act(), wanted));
    return given.as(
        SystemViewer.SESSION, tx -> new PersonStore().fetch(tx, officer.personId()).viewer());
  }

  private long event(PersonViewer who) {
    return given.as(
        who,
        tx ->
            given
                .ledger()
                .add(
                    tx,
                    Act.joint(
                            given.act(),
                            EventKind.COMMITMENT_SIGNED,
                            who.roleFor(Permission.SIGN_COMMITMENTS))
                        .behind(klip.id())));
  }

  private void signRaw(PersonViewer who, int version, int hand) {
    long event = event(who);
    given
        .db()
        .run(
            who,
            tx ->
                tx.sql()
                    .execute(
                        "insert into commitment_signature (commitment_id, version, company_id, side,"
                            + " of_side, event_id, hand) select id, %d, company_id, side,"
                                .formatted(version)
                            + " 'ministry', %d, %d from commitment".formatted(event, hand)));
  }

  @Test
  void a_word_to_cancel_ends_with_the_text_it_was_said_of() {
    String number = commitments.agreed(lead, klip, commitments.moderators(90));
    commitments.cancel(lead, number, "Tutup.");
    commitments.revise(second, number, commitments.moderators(90, 150), "Lebih sedikit.");
    commitments.sign(lead, number, 2);
    commitments.sign(given.supervisor(), number, 2);
    commitments.cancel(second, number, "Tutup.");
    commitments.cancel(given.supervisor(), number, "Tutup.");
    assertThat(commitments.read(lead, number).standing().stage()).isEqualTo(CommitmentStage.AGREED);
    assertThat(commitments.history(lead, number).cancelsOf(Side.COMPANY)).isEmpty();
    commitments.cancel(lead, number, "Tutup juga.");
    assertThat(commitments.read(lead, number).standing().stage())
        .isEqualTo(CommitmentStage.CANCELLED);
  }

  private void cancelRaw(PersonViewer who) {
    long event = event(who);
    given
        .db()
        .run(
            who,
            tx ->
                tx.sql()
                    .execute(
                        "insert into commitment_cancel (commitment_id, company_id, side, of_side,"
                            + " event_id, reason) select id, company_id, side, 'ministry', "
                            + event
                            + ", 'x' from commitment"));
  }
}
