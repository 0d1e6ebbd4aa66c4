package id.narahubung.verification;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.letters.LetterOutcome;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.GivenLetters;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What ends what is to follow from a check, and what does not. */
final class FollowStoreTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final GivenVerifications steps = new GivenVerifications(given);
  private final FollowStore follow = new FollowStore();
  private Company klip;
  private PersonViewer who;
  private PersonViewer concludes;
  private PersonViewer lead;

  @BeforeEach
  void people() {
    klip = given.company("Klip");
    who = given.officer();
    concludes = given.person(given.ministry(), Role.SUPERVISOR);
    lead = given.person(klip.organisation(), Role.LEAD);
  }

  private String failed(Optional<Long> commitment, Optional<String> request, FollowUp next) {
    String number =
        steps.failed(
            who,
            concludes,
            new PlanGiven.From(klip.platform().id(), commitment, request, Optional.empty()),
            next);
    clock.advance(Duration.ofMinutes(1));
    return number;
  }

  private VerificationResult result(Tx tx, String number) {
    return steps.desk().steps().findResult(tx, number).orElseThrow();
  }

  private boolean isOpen(String number) {
    return given.as(concludes, tx -> follow.isOpen(tx, result(tx, number)));
  }

  @Test
  void a_new_day_follows_once_the_ministry_wrote_or_signed_it_and_nobody_refused() {
    GivenCommitments commitments = new GivenCommitments(given);
    String promise = commitments.agreed(lead, klip, commitments.moderators(90));
    long id = commitments.read(lead, promise).id();
    String check = failed(Optional.of(id), Optional.empty(), FollowUp.NEW_DUE);
    assertThat(isOpen(check)).isTrue();
    commitments.revise(lead, promise, commitments.moderators(120, 200), "Lebih lambat.");
    assertThat(isOpen(check)).as("the company alone wrote it").isTrue();
    commitments.refuse(given.supervisor(), promise, "Tetap 220.");
    assertThat(isOpen(check)).as("refused by the ministry").isTrue();
    commitments.revise(given.supervisor(), promise, commitments.moderators(130, 210), "Final.");
    assertThat(isOpen(check)).as("waits for the company").isFalse();
    commitments.refuse(lead, promise, "Terlalu cepat.");
    assertThat(isOpen(check)).as("refused by the company").isTrue();
    commitments.revise(lead, promise, commitments.moderators(140, 215), "Jalan tengah.");
    commitments.sign(lead, promise, 4);
    commitments.sign(given.supervisor(), promise, 4);
    assertThat(isOpen(check)).as("in force").isFalse();
    commitments.revise(lead, promise, commitments.moderators(150, 200), "Lebih lambat.");
    assertThat(isOpen(check)).as("and stays so, whatever is written after it").isFalse();
  }

  @Test
  void a_letter_that_does_not_stand_warned_nobody() {
    Sent sent = given.request(klip).withItems(2).sent();
    String check = failed(Optional.empty(), Optional.of(sent.number()), FollowUp.LETTER);
    clock.advance(Duration.ofHours(25));
    GivenLetters letters = new GivenLetters(given);
    String first =
        letters.send(given.supervisor(), sent.number(), letters.about(sent.id(), "ST1", 1));
    assertThat(isOpen(check)).isFalse();
    letters.withdraw(concludes, first, "Keliru.");
    assertThat(isOpen(check)).as("withdrawn").isTrue();
    String second =
        letters.send(given.supervisor(), sent.number(), letters.about(sent.id(), "ST1", 2));
    letters.object(lead, second, "Sudah diturunkan.");
    assertThat(isOpen(check)).isFalse();
    letters.decide(concludes, second, LetterOutcome.ACCEPTED);
    assertThat(isOpen(check)).as("its objection was accepted").isTrue();
  }

  @Test
  void what_is_to_follow_is_counted_for_a_year_and_stays_open() {
    String check = failed(Optional.empty(), Optional.empty(), FollowUp.DECISION);
    clock.advance(Duration.ofDays(364));
    assertThat(counted()).isOne();
    clock.advance(Duration.ofDays(2));
    assertThat(counted()).isZero();
    assertThat(isOpen(check)).isTrue();
  }

  private int counted() {
    return given.as(
        concludes,
        tx -> {
          int count = follow.count(tx, true);
          assertThat(follow.open(tx, true, Optional.empty(), 10)).hasSize(count);
          return count;
        });
  }

  @Test
  void who_reads_one_request_alone_is_told_nothing_of_what_followed() {
    Sent sent = given.request(klip).sent();
    String check = failed(Optional.empty(), Optional.of(sent.number()), FollowUp.DECISION);
    PersonViewer auditor = given.person(given.ministry(), Role.AUDITOR);
    PersonViewer limited =
        new PersonViewer(
            auditor.personId(),
            auditor.organisationId(),
            Side.MINISTRY,
            Set.of(Role.AUDITOR),
            auditor.code(),
            OptionalLong.of(sent.id()));
    assertThat(state(auditor, check).map(Fact::value).orElse("")).startsWith("Belum dilaksanakan");
    assertThat(state(limited, check)).isEmpty();
  }

  private Optional<Fact> state(PersonViewer viewer, String check) {
    Words words = new Words(new Messages(), Language.ID, Words.WIB);
    return given.as(viewer, tx -> new NextStep(words, viewer, follow).state(tx, result(tx, check)));
  }

  @Test
  void nothing_is_put_aside_where_nothing_was_to_follow() {
    String check = failed(Optional.empty(), Optional.empty(), FollowUp.NONE);
    Refused.byConstraint("verification_follow_aside_act", () -> putAside(check));
    String other = failed(Optional.empty(), Optional.empty(), FollowUp.LETTER);
    putAside(other);
    assertThat(isOpen(other)).isFalse();
  }

  /** Past the command, which refuses it first. */
  private void putAside(String check) {
    given
        .db()
        .run(
            concludes,
            tx -> {
              VerificationResult result = result(tx, check);
              long event =
                  new VerificationActs(given.ledger())
                      .tell(
                          tx,
                          given.act(),
                          EventKind.VERIFICATION_FOLLOW_PUT_ASIDE,
                          Permission.CONCLUDE_VERIFICATIONS,
                          result.of().companyId(),
                          check,
                          Map.of());
              follow.putAside(tx, event, result, "Sudah dibahas.");
            });
  }
}
