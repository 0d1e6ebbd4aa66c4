package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Tx;
import id.narahubung.requests.RecheckSampleStore.Population;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Race;
import id.narahubung.testing.Race.Person;
import id.narahubung.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What is to be looked at again agrees with the items and with those sent since, whoever acts while
 * the sample of the week is drawn.
 */
final class RecheckRaceTest {

  private static final Duration WEEK = Duration.ofDays(7);

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final Race race = new Race(db);
  private final Acts acts = new Acts(given);
  private Company klip;
  private PersonViewer responder;
  private Sent down;

  @BeforeEach
  void twoItemsConfirmedAWeekAgo() {
    klip = given.company("Klip");
    responder = given.responder(klip);
    down = given.request(klip).withItems(2).sent();
    acts.answer(responder, down.refs(), acts.removed());
    acts.check(given.officer(), given.refs(given.officer(), down.id()), Verdict.DOWN);
    clock.advance(WEEK);
  }

  @Test
  void what_is_withdrawn_while_the_sample_is_drawn_is_not_looked_at() {
    List<ItemRef> first = refs(down.id()).subList(0, 1);
    drawnDuring(tx -> given.desk().withdrawItems().run(tx, given.act(), first, false, "Keliru."));
    assertThat(db.rows("select count(*) from recheck_drawn")).containsExactly("2");
    assertThat(planned()).containsExactly("2|f");
    assertThat(wrong()).isEmpty();
  }

  @Test
  void what_is_seen_again_while_the_sample_is_drawn_is_not_looked_at() {
    List<ItemRef> first = refs(down.id()).subList(0, 1);
    CheckGiven up =
        new CheckGiven(Verdict.STILL_UP, clock.instant(), "IndiHome", "ID", Surface.WEB, false, "");
    drawnDuring(tx -> given.desk().check().again(tx, given.act(), first, up));
    assertThat(planned()).containsExactly("2|f");
  }

  @Test
  void what_is_asked_for_again_while_the_sample_is_drawn_is_not_looked_at() {
    long again = given.request(klip).submitted();
    drawnDuring(tx -> given.desk().send().run(tx, given.act(), again, 2));
    assertThat(planned()).containsExactly("1|t", "2|f");
    assertThat(wrong()).isEmpty();
  }

  @Test
  void what_is_drawn_while_it_is_asked_for_again_is_not_looked_at() {
    long again = given.request(klip).submitted();
    Person sender =
        new Person(given.supervisor(), tx -> given.desk().send().run(tx, given.act(), again, 2));
    race.run(given, new Person(SystemViewer.AUDIT, this::drawByHand), sender);
    assertThat(planned()).containsExactly("1|t", "2|f");
    assertThat(wrong()).isEmpty();
  }

  @Test
  void what_is_asked_for_no_more_while_the_sample_is_drawn_is_looked_at() {
    Sent again = given.request(klip).sent();
    drawnDuring(
        tx -> given.desk().withdrawItems().run(tx, given.act(), again.refs(), false, "Keliru."));
    assertThat(planned()).containsExactly("1|f", "2|f");
    assertThat(wrong()).isEmpty();
  }

  @Test
  void a_sample_leaves_alone_what_was_asked_for_before() {
    given.request(klip).sent();
    draw();
    assertThat(planned()).containsExactly("1|t", "2|f");
    assertThat(wrong()).isEmpty();
  }

  @Test
  void a_look_that_plans_anew_leaves_alone_what_was_asked_for_before() {
    Sent urgent = given.request(klip).urgent().pasting("https://klip.example/w/1").sent();
    acts.answer(responder, urgent.refs(), acts.removed());
    acts.check(given.officer(), refs(urgent.id()), Verdict.DOWN);
    acts.recheck(given.officer(), refs(urgent.id()), Verdict.STILL_UP);
    assertThat(planned()).as("it came back").isEmpty();
    given.request(klip).pasting("https://klip.example/w/1").sent();
    acts.recheck(given.officer(), refs(urgent.id()), Verdict.DOWN);
    assertThat(planned()).containsExactly("1|t");
    assertThat(wrong()).isEmpty();
  }

  private List<ItemRef> refs(long request) {
    return given.refs(given.officer(), request);
  }

  /** A supervisor acts, and the sample is drawn before that is committed. */
  private void drawnDuring(Consumer<Tx> act) {
    Future<?>[] drawing = new Future<?>[1];
    given
        .db()
        .run(
            given.person(given.ministry(), Role.OFFICER, Role.SUPERVISOR),
            tx -> {
              act.accept(tx);
              drawing[0] = race.startSecond(this::draw);
            });
    Race.end(drawing[0]);
  }

  /** As the job draws: in one transaction, of all that was confirmed before this week. */
  private void drawByHand(Tx tx) {
    RecheckSampleStore samples = new RecheckSampleStore();
    Population population =
        new Population(
            LocalDate.of(2026, 3, 9), clock.instant().minus(WEEK.multipliedBy(2)), clock.instant());
    UUID seed = UUID.randomUUID();
    long sample = samples.insert(tx, klip.id(), population, seed, 2, 2).orElseThrow();
    samples.draw(tx, sample, klip.id(), population, seed, 2);
  }

  private void draw() {
    given.desk().drawRechecks(given.db(), UUID::randomUUID).run();
  }

  /** Which items are to be looked at, and whether another asks for them. */
  private List<String> planned() {
    return db.rows(
        "select i.ordinal, r.asked_again from recheck r join item i on i.id = r.item_id"
            + " order by i.id");
  }

  /** What the nightly check would say. */
  private List<Long> wrong() {
    return given.desk().check(given.db(), UUID::randomUUID).run().items();
  }
}
