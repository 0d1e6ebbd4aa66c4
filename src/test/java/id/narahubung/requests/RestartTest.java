package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A set of rules may start the full hours again when a question was answered. */
final class RestartTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final Acts acts = new Acts(given);

  @Test
  void the_full_hours_run_from_the_reply_where_the_rules_say_so() {
    db.asOwner(
        "alter table urgency disable trigger urgency_released;"
            + "update urgency set clarification_restarts = true");
    Company klip = given.company("Klip");
    PersonViewer responder = given.responder(klip);
    Sent sent = given.request(klip).sent();
    clock.advance(Duration.ofHours(20));
    acts.answer(responder, sent.ref(1), Acts.given("K1", "questions", "Menit ke berapa?"));
    clock.advance(Duration.ofHours(10));
    acts.reply(given.officer(), given.refs(responder, sent.id()), "Lihat catatan.");

    Deadline deadline = given.facts(responder, sent.items().getFirst().id()).deadline();
    assertThat(deadline.due()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
    assertThat(deadline.round().cause()).isEqualTo(RoundCause.CLARIFIED);
    assertThat(deadline.lines()).as("the pause is over, and counts for nothing").hasSize(1);
    assertThat(given.items(responder, sent.id()).getFirst().dueAt()).hasValue(deadline.due());
  }
}
