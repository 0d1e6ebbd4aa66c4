package id.narahubung.notices;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.requests.CheckGiven;
import id.narahubung.requests.ItemRef;
import id.narahubung.requests.Surface;
import id.narahubung.requests.Verdict;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the clock tells by itself: of the time that is left, and that nobody looked. */
final class ClockNoticesTest extends OutboxWorld {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  ClockNoticesTest() {
    super(db);
  }

  private final ClockNotices clockNotices = new ClockNotices(given.db(), notices);

  @Test
  void the_clock_tells_each_mark_of_a_round_once_however_many_items_run_in_it() {
    Sent sent = given.request(klip).withItems(5).sent();
    // 24 hours: half after 12, four fifths after 19 h 12 min.
    String[][] said = {
      {"PT11H59M", ""},
      {"PT1M", "half_gone 5"},
      {"PT7H11M", "half_gone 5"},
      {"PT1M", "half_gone 5, nearly_gone 5"},
      {"PT4H47M", "half_gone 5, nearly_gone 5"},
      {"PT1M", "half_gone 5, nearly_gone 5, due_passed 5"}
    };
    for (String[] step : said) {
      clock.advance(Duration.parse(step[0]));
      clockNotices.run();
      clockNotices.run();
      assertThat(String.join(", ", ofTheClock(responder))).as(step[0]).isEqualTo(step[1]);
    }
    assertThat(ofTheClock(given.officer())).containsExactly("due_passed 5");
    assertThat(ofTheClock(given.supervisor())).containsExactly("due_passed 5");
    assertThat(sent.items()).hasSize(5);
  }

  @Test
  void items_that_fall_due_later_than_the_others_are_told_at_their_own_times() {
    Sent sent = given.request(klip).withItems(5).sent();
    asks(sent.refs().subList(3, 5));
    clock.advance(Duration.ofHours(8));
    given.as(
        given.officer(),
        tx ->
            given
                .desk()
                .reply()
                .run(
                    tx,
                    given.act(),
                    given.refs(given.officer(), sent.id()).subList(3, 5),
                    "Semua."));
    // 24 hours, and 32 for the two that were asked about.
    String[][] said = {
      {"PT4H", "half_gone 3"},
      {"PT7H12M", "half_gone 3, nearly_gone 3"},
      {"PT48M", "half_gone 3, nearly_gone 3, half_gone 2"},
      {"PT4H", "half_gone 3, nearly_gone 3, half_gone 2, due_passed 3"},
      {"PT3H12M", "half_gone 3, nearly_gone 3, half_gone 2, due_passed 3, nearly_gone 2"},
      {
        "PT4H48M",
        "half_gone 3, nearly_gone 3, half_gone 2, due_passed 3, nearly_gone 2, due_passed 2"
      }
    };
    for (String[] step : said) {
      clock.advance(Duration.parse(step[0]));
      clockNotices.run();
      clockNotices.run();
      assertThat(String.join(", ", ofTheClock(responder))).as(step[0]).isEqualTo(step[1]);
    }
  }

  @Test
  void of_what_was_answered_in_time_no_due_time_passes_without_an_answer() {
    Sent sent = given.request(klip).withItems(3).sent();
    answer(sent.refs().subList(0, 2), removed());
    clock.advance(Duration.ofHours(20));
    clockNotices.run();
    findUp(sent, 1);
    clock.advance(Duration.ofHours(5));
    clockNotices.run();
    findUp(sent, 2);
    clockNotices.run();
    assertThat(ofTheClock(responder)).containsExactly("nearly_gone 1", "due_passed 1");
  }

  private void findUp(Sent sent, int ordinal) {
    CheckGiven found =
        new CheckGiven(Verdict.STILL_UP, clock.instant(), "IndiHome", "ID", Surface.WEB, false, "");
    PersonViewer officer = given.officer();
    List<ItemRef> item = List.of(given.refs(officer, sent.id()).get(ordinal - 1));
    given.as(officer, tx -> given.desk().check().run(tx, given.act(), item, found));
  }

  @Test
  void an_urgent_order_that_nobody_opened_is_told_after_a_quarter_of_an_hour() {
    given.request(klip).sent();
    given.request(klip).urgent().sent();
    clock.advance(Duration.ofMinutes(14));
    clockNotices.run();
    assertThat(ofTheClock(responder)).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    clockNotices.run();
    assertThat(ofTheClock(responder)).containsExactly("order_unseen 1");
    assertThat(ofTheClock(given.officer())).containsExactly("order_unseen 1");
    assertThat(db.rows("select distinct tempo from notice where kind = 'order_unseen'"))
        .containsExactly("alone");
    bundle.run();
    String told =
        "select person_id from mail join mail_content on mail_id = id where text ~ '%s' order by 1";
    assertThat(db.rows(told.formatted("belum dibuka siapa pun di perusahaan Anda")))
        .containsExactly(Long.toString(responder.personId()));
    assertThat(db.rows(told.formatted("belum dibuka perusahaan")))
        .contains(Long.toString(given.officer().personId()))
        .doesNotContain(Long.toString(responder.personId()));
  }

  @Test
  void what_the_clock_would_tell_is_not_told_once_the_due_time_has_moved() {
    Sent sent = given.request(klip).withItems(2).sent();
    clock.advance(Duration.ofHours(12));
    bundle.run();
    clockNotices.run();
    given.as(
        given.supervisor(),
        tx -> given.desk().extend().run(tx, given.act(), sent.ref(1), 5, "Pusat data pindah."));
    bundle.run();
    assertThat(dropped()).as("the other item falls due as it did").isEmpty();
    given.as(
        given.supervisor(),
        tx -> given.desk().extend().run(tx, given.act(), sent.ref(2), 5, "Pusat data pindah."));
    bundle.run();
    assertThat(dropped()).containsExactly("half_gone");
  }

  @Test
  void after_more_time_was_granted_the_clock_tells_its_marks_anew() {
    Sent sent = given.request(klip).sent();
    clock.advance(Duration.ofHours(20));
    clockNotices.run();
    assertThat(ofTheClock(responder)).containsExactly("nearly_gone 1");
    given.as(
        given.supervisor(),
        tx -> given.desk().extend().run(tx, given.act(), sent.ref(1), 24, "Pusat data pindah."));
    // 48 hours: half after 24, four fifths after 38 h 24 min.
    String[][] said = {
      {"PT3H59M", "nearly_gone 1"},
      {"PT1M", "nearly_gone 1, half_gone 1"},
      {"PT14H23M", "nearly_gone 1, half_gone 1"},
      {"PT1M", "nearly_gone 1, half_gone 1, nearly_gone 1"},
      {"PT9H36M", "nearly_gone 1, half_gone 1, nearly_gone 1, due_passed 1"}
    };
    for (String[] step : said) {
      clock.advance(Duration.parse(step[0]));
      clockNotices.run();
      clockNotices.run();
      assertThat(String.join(", ", ofTheClock(responder))).as(step[0]).isEqualTo(step[1]);
    }
  }

  private static List<String> ofTheClock(PersonViewer person) {
    return db.rows(
        "select kind || ' ' || items from notice where mark is not null and person_id = "
            + person.personId()
            + " order by id");
  }
}
