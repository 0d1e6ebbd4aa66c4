package id.narahubung.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.narahubung.access.Stale;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.ConstraintBroken;
import id.narahubung.data.Tx;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Race;
import id.narahubung.testing.TestDatabase;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class OnceTest {

  private static final UUID ACT = UUID.fromString("6f9619ff-8b86-4011-b42d-00c04fc964ff");

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final Once once = new Once(given.db(), given.ledger());
  private PersonViewer officer;
  private Sent sent;

  @BeforeEach
  void aRequestWasSent() {
    sent = given.request(given.company("Klip")).sent();
    officer = given.officer();
  }

  @Test
  void a_repeated_act_lands_on_the_first_result() {
    assertThat(write()).isEqualTo("done");
    assertThat(write()).isEqualTo("again " + sent.id());
    assertThat(messages()).isEqualTo("1");
  }

  @Test
  void a_repeated_act_at_the_same_moment_lands_there_too() {
    Future<?>[] second = new Future<?>[1];
    String[] told = new String[1];
    Race race = new Race(db);
    String first =
        run(
            tx -> {
              String done = work(tx);
              second[0] = race.startSecond(() -> told[0] = write());
              return done;
            });
    Race.end(second[0]);
    assertThat(first).isEqualTo("done");
    assertThat(told[0]).isEqualTo("again " + sent.id());
    assertThat(messages()).isEqualTo("1");
  }

  @Test
  void when_the_first_of_two_fails_the_second_does_the_work() {
    Future<?>[] second = new Future<?>[1];
    String[] told = new String[1];
    Race race = new Race(db);
    Throwable refused =
        catchThrowable(
            () ->
                run(
                    tx -> {
                      work(tx);
                      second[0] = race.startSecond(() -> told[0] = write());
                      throw new Stale("the first");
                    }));
    // The first may look again only after the second is done, and then lands on its result.
    if (refused != null) {
      assertThat(refused).isInstanceOfAny(Stale.class, ConstraintBroken.class);
    }
    Race.end(second[0]);
    assertThat(told[0]).isEqualTo("done");
    assertThat(messages()).isEqualTo("1");
  }

  @Test
  void a_sending_repeated_at_the_same_moment_gives_one_number() {
    Given.Company video = given.company("Video");
    given.responder(video);
    long id = given.request(video).submitted();
    Future<?>[] second = new Future<?>[1];
    String[] told = new String[1];
    Race race = new Race(db);
    String first =
        send(
            tx -> {
              String number = given.desk().send().run(tx, ACT, id, 2);
              second[0] =
                  race.startSecond(
                      () -> told[0] = send(late -> given.desk().send().run(late, ACT, id, 2)));
              return number;
            });
    Race.end(second[0]);
    assertThat(first).isEqualTo("PA-2026-000002");
    assertThat(told[0]).isEqualTo("again");
    assertThat(db.rows("select last from number_counter")).containsExactly("2");
  }

  private String send(Function<Tx, String> work) {
    return once.run(given.supervisor(), ACT, work, (tx, done) -> "again");
  }

  @Test
  void a_refusal_of_an_act_that_was_never_done_stays_a_refusal() {
    assertThatThrownBy(
            () ->
                run(
                    tx -> {
                      throw new Stale("item");
                    }))
        .isInstanceOf(Stale.class);
    assertThat(messages()).isEqualTo("0");
  }

  private String write() {
    return run(this::work);
  }

  private String run(Function<Tx, String> work) {
    return once.run(
        officer,
        ACT,
        work,
        (tx, done) -> "again " + done.request().map(String::valueOf).orElse(""));
  }

  private String work(Tx tx) {
    given.desk().write().run(tx, ACT, sent.number(), true, "Sekali saja.");
    return "done";
  }

  private static String messages() {
    return db.rows("select count(*) from message").getFirst();
  }
}
