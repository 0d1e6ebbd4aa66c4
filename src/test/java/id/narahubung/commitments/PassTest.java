package id.narahubung.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.CommitmentState.Mark;
import id.narahubung.commitments.CommitmentState.Word;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long a pass holds: no longer than the evidence there was when the check was made. */
final class PassTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final GivenCommitments commitments = new GivenCommitments(given);
  private PersonViewer lead;
  private PersonViewer officer;
  private String promise;

  @BeforeEach
  void aPromiseOfBoth() {
    Company klip = given.company("Klip");
    lead = given.person(klip.organisation(), Role.LEAD);
    officer = given.officer();
    promise = commitments.agreed(lead, klip, commitments.moderators(20));
  }

  @Test
  void a_pass_ends_with_its_evidence_and_only_a_check_on_newer_evidence_renews_it() {
    commitments.prove(lead, promise, 220);
    commitments.find(officer, promise, FindingResult.PASS, 220);
    assertThat(holdsUntil()).hasValue(LocalDate.parse("2026-04-01"));
    clock.advance(Duration.ofDays(30));
    assertThat(word()).isEqualTo(Word.VERIFIED);
    clock.advance(Duration.ofDays(1));
    assertThat(word()).isEqualTo(Word.EXPIRED);
    commitments.prove(lead, promise, 219);
    assertThat(word()).as("newer evidence renews nothing").isEqualTo(Word.EXPIRED);
    assertThat(holdsUntil()).hasValue(LocalDate.parse("2026-04-01"));
    commitments.prove(lead, promise, 220);
    assertThat(state().word()).as("it is to be checked anew").isEqualTo(Word.CLAIMED);
    assertThat(state().is(Mark.LATE)).as("it was kept in time").isFalse();
    assertThat(listed(Mark.LATE)).isZero();
    commitments.find(officer, promise, FindingResult.PASS, 220);
    assertThat(word()).isEqualTo(Word.VERIFIED);
    assertThat(holdsUntil()).hasValue(LocalDate.parse("2026-05-02"));
  }

  @Test
  void a_check_stands_on_what_was_shown_by_its_day_and_held_on_it() {
    commitments.find(officer, promise, FindingResult.PASS, 220);
    assertThat(holdsUntil()).as("nothing was shown").hasValue(LocalDate.parse("2026-05-01"));
    commitments.prove(lead, promise, 220);
    assertThat(holdsUntil()).as("nor before").hasValue(LocalDate.parse("2026-05-01"));
    clock.advance(Duration.ofDays(2));
    commitments.find(officer, promise, found("2026-03-03", Optional.empty()));
    assertThat(holdsUntil()).hasValue(LocalDate.parse("2026-04-01"));
    commitments.prove(lead, promise, 220);
    commitments.find(officer, promise, found("2026-03-03", Optional.empty()));
    assertThat(holdsUntil())
        .as("what was shown the day after was not looked at")
        .hasValue(LocalDate.parse("2026-04-01"));
    clock.advance(Duration.ofDays(31));
    commitments.find(officer, promise, FindingResult.PASS, 220);
    assertThat(holdsUntil())
        .as("what had lapsed was not looked at, either")
        .hasValue(LocalDate.parse("2026-06-03"));
  }

  @Test
  void nobody_says_that_a_pass_holds_longer_than_its_evidence() {
    commitments.prove(lead, promise, 220);
    Refused.byRule(
        "commitment.refused.valid_until.evidence",
        () ->
            commitments.find(
                officer, promise, found("2026-03-02", Optional.of(LocalDate.parse("2026-04-02")))));
    commitments.find(
        officer, promise, found("2026-03-02", Optional.of(LocalDate.parse("2026-03-31"))));
    assertThat(holdsUntil()).hasValue(LocalDate.parse("2026-03-31"));
  }

  private static FindingGiven found(String day, Optional<LocalDate> until) {
    return new FindingGiven(
        FindingResult.PASS,
        Optional.of(BigDecimal.valueOf(220)),
        LocalDate.parse(day),
        until,
        "Dihitung di tempat.",
        Optional.of("VR-2026-0001"));
  }

  private Optional<LocalDate> holdsUntil() {
    return commitments.read(officer, promise).standing().validUntil();
  }

  private CommitmentState state() {
    return commitments.read(officer, promise).state(commitments.today());
  }

  /** What is said of it, as the register finds it. */
  private Word word() {
    Word word = state().word();
    CommitmentFilter filter = CommitmentFilter.ALL.saying(word);
    assertThat(count(filter)).as("%s", word).isOne();
    return word;
  }

  private int listed(Mark mark) {
    return count(CommitmentFilter.ALL.bearing(mark));
  }

  private int count(CommitmentFilter filter) {
    return given
        .as(officer, tx -> commitments.desk().commitments().list(tx, filter, Optional.empty(), 9))
        .size();
  }
}
