package id.narahubung.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.CommitmentState.Mark;
import id.narahubung.commitments.CommitmentState.Word;
import id.narahubung.notices.ClockNotices;
import id.narahubung.notices.NoticeStore;
import id.narahubung.requests.AnswerGiven;
import id.narahubung.requests.ItemRef;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Commitments that the portal measures by itself. */
final class MeasureTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final GivenCommitments commitments = new GivenCommitments(given);
  private final MeasureResponses measure = commitments.desk().measure(given.db());
  private Company klip;
  private PersonViewer lead;
  private PersonViewer responder;

  @BeforeEach
  void aCompany() {
    klip = given.company("Klip");
    lead = given.person(klip.organisation(), Role.LEAD);
    responder = given.responder(klip);
  }

  @Test
  void the_share_answered_in_time_is_measured_once_a_night_with_what_was_counted() {
    String number = agreed(Map.of());
    assertThat(measure.run()).as("nothing fell due").isZero();
    Sent sent = given.request(klip).withItems(4).sent();
    answer(sent.refs().subList(0, 2), removed());
    answer(
        sent.refs().subList(2, 3),
        new AnswerGiven("K1", Optional.empty(), Map.of("questions", "Di mana?")));
    given.request(given.company("Video")).sent();
    clock.advance(Duration.ofHours(25));
    answer(sent.refs().subList(3, 4), removed());
    assertThat(measure.run()).as("the day has not ended").isZero();
    clock.advance(Duration.ofDays(1));
    assertThat(measure.run()).isOne();
    assertThat(measure.run()).isZero();
    assertThat(measured()).containsExactly("2026-03-03|2/4|50.0000");
    assertThat(word(number)).isEqualTo(Word.AGREED);
    Refused.byRule(
        "commitment.fault.claim.measured", () -> commitments.report(responder, number, 80, true));
  }

  @Test
  void missed_nights_are_made_up_for_and_nothing_before_it_was_in_force_counts() {
    given.request(klip).withItems(1).sent();
    clock.advance(Duration.ofDays(3));
    agreed(Map.of());
    Sent sent = given.request(klip).withItems(2).sent();
    answer(sent.refs(), removed());
    clock.advance(Duration.ofDays(3));
    assertThat(measure.run()).as("the day it fell due, and the next").isEqualTo(2);
    assertThat(measured()).containsExactly("2026-03-06|2/2|100.0000", "2026-03-07|2/2|100.0000");
  }

  @Test
  void a_median_that_is_promised_is_measured_of_what_is_urgent_and_kept_too() {
    String number = agreed(Map.of("median_hours", "1,5"));
    Sent urgent = given.request(klip).withItems(2).urgent().sent();
    clock.advance(Duration.ofHours(1));
    answer(urgent.refs().subList(0, 1), removed());
    clock.advance(Duration.ofHours(2));
    answer(urgent.refs().subList(1, 2), removed());
    Sent slow = given.request(klip).withItems(1).sent();
    clock.advance(Duration.ofHours(20));
    answer(slow.refs(), removed());
    clock.advance(Duration.ofDays(2));
    measure.run();
    assertThat(db.rows("select median_hours, most_hours from commitment_measure limit 1"))
        .containsExactly("2.0000|1.5000");
    assertThat(word(number)).as("the share is kept, the median is not").isEqualTo(Word.AGREED);
  }

  @Test
  void it_passes_for_so_long_and_fails_once_late() {
    String number = agreed(Map.of());
    measured(number, 0, 60);
    assertThat(word(number)).isEqualTo(Word.AGREED);
    measured(number, 61, 60);
    assertThat(word(number)).isEqualTo(Word.FAILED);
    measured(number, 62, 80);
    clock.advance(Duration.ofDays(69));
    assertThat(word(number)).isEqualTo(Word.VERIFIED);
    clock.advance(Duration.ofDays(1));
    assertThat(word(number)).as("nothing was measured for a week").isEqualTo(Word.EXPIRED);
  }

  @Test
  void nobody_is_asked_to_prove_what_the_portal_measures() {
    String number = agreed(Map.of());
    clock.advance(Duration.ofDays(59));
    new ClockNotices(given.db(), new NoticeStore()).run();
    assertThat(db.rows("select distinct kind from notice where kind ~ 'due_soon|evidence_due'"))
        .containsExactly("commitment_due_soon");
    assertThat(marked(Mark.DUE_SOON)).containsExactly(number);
    assertThat(marked(Mark.EVIDENCE_MISSING)).isEmpty();
  }

  private String agreed(Map<String, String> fields) {
    Terms share =
        new Terms(
            "75 persen dijawab tepat waktu.",
            Optional.empty(),
            Optional.of(new BigDecimal("75")),
            commitments.today().plusDays(60),
            0,
            false,
            fields,
            List.of());
    ProposalGiven proposal =
        new ProposalGiven(klip.platform().id(), "response_time", CommitmentSource.OWN, "", share);
    String number =
        given.as(lead, tx -> commitments.desk().propose().run(tx, given.act(), proposal));
    commitments.sign(lead, number, 1);
    commitments.sign(given.supervisor(), number, 1);
    return number;
  }

  private List<String> marked(Mark mark) {
    CommitmentFilter filter = CommitmentFilter.ALL.bearing(mark);
    return given
        .as(lead, tx -> commitments.desk().commitments().list(tx, filter, Optional.empty(), 9))
        .stream()
        .map(Commitment::number)
        .toList();
  }

  private AnswerGiven removed() {
    return new AnswerGiven(
        "D1", Optional.empty(), Map.of("rule_line", "3.2", "acted_at", clock.instant().toString()));
  }

  private void answer(List<ItemRef> items, AnswerGiven answer) {
    given.db().run(responder, tx -> given.desk().answer().run(tx, given.act(), items, answer));
  }

  private static List<String> measured() {
    return db.rows(
        "select on_day, numerator || '/' || denominator, value from commitment_measure"
            + " order by on_day");
  }

  private void measured(String number, int days, int value) {
    db.asOwner(
        "insert into commitment_measure (commitment_id, on_day, version, company_id, side, value,"
            + " numerator, denominator, measured_at) select id, date '%s' + %d, 1, company_id, side,"
                .formatted("2026-03-02", days)
            + " %d, 1, 1, '2026-03-02T01:15:00Z' from commitment where number = '%s'"
                .formatted(value, number));
  }

  private Word word(String number) {
    return commitments.read(given.officer(), number).state(commitments.today()).word();
  }
}
