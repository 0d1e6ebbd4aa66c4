package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.data.Database;
import id.narahubung.requests.StandingCheck.Result;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The nightly look at the columns that lists sort by. */
final class StandingCheckTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Database database = db.database(clock);
  private final Given given = new Given(database, clock);
  private Sent sent;
  private Sent other;

  @BeforeEach
  void casesOfEveryKind() {
    WallCase cases = new WallCase(given);
    Company klip = given.company("Klip");
    Company video = given.company("Video");
    sent = cases.of(klip, given.responder(klip));
    other = cases.of(video, given.responder(video));
    given.request(klip).submitted();
  }

  @Test
  void what_the_commands_wrote_follows_from_the_facts() {
    assertThat(check())
        .isEqualTo(new Result(sent.items().size() + other.items().size(), List.of(), List.of()));
    assertThat(alarms()).isEmpty();
  }

  @Test
  void a_due_time_that_moved_silently_is_told_and_left_as_it_is() {
    long item = sent.items().getFirst().id();
    db.asOwner("update item set due_at = due_at + interval '1 minute' where id = " + item);
    List<String> tampered = db.rows("select due_at from item where id = " + item);

    assertThat(check().items()).containsExactly(item);

    assertThat(db.rows("select due_at from item where id = " + item)).isEqualTo(tampered);
    assertThat(alarms()).hasSize(1).first().asString().contains("\"items\":[" + item + "]");
  }

  @Test
  void a_wrong_standing_makes_its_request_wrong_too() {
    long item = sent.items().getLast().id();
    db.asOwner(
        "update item set standing = case standing when 'open' then 'asked' else 'open' end"
            + " where id = "
            + item);

    assertThat(check().items()).containsExactly(item);
    assertThat(check().requests()).containsExactly(sent.id());
  }

  @Test
  void an_item_that_stands_elsewhere_than_its_last_event_says_is_found() {
    long item = sent.items().getFirst().id();
    db.asOwner("alter table event_item disable trigger event_item_only_added");
    db.asOwner(
        "update event_item set standing_after = 'asked' where item_id = "
            + item
            + " and event_id = (select max(event_id) from event_item where side = 'both'"
            + " and item_id = "
            + item
            + ")");
    db.asOwner("alter table event_item enable trigger event_item_only_added");
    assertThat(check().items()).containsExactly(item);
  }

  @Test
  void a_row_of_an_event_says_where_its_item_stood_at_the_events_own_instant() {
    String row =
        "insert into event_item (event_id, item_id, company_id, side, at, due_after,"
            + " standing_before, standing_after, stood_since) select e.id, i.id, i.company_id,"
            + " 'both', %s, i.due_at, %s, 'open', e.at from item i join event e on e.company_id ="
            + " i.company_id and e.side = 'both' where i.side = 'both' and not exists (select from"
            + " event_item o where o.event_id = e.id and o.item_id = i.id) limit 1";
    assertThatThrownBy(() -> db.asOwner(row.formatted("e.at + interval '1 second'", "'asked'")))
        .rootCause()
        .hasMessageContaining("another instant than the event");
    assertThatThrownBy(() -> db.asOwner(row.formatted("e.at", "null")))
        .rootCause()
        .hasMessageContaining("event_item_stood");
  }

  @Test
  void a_sent_item_that_claims_to_be_a_draft_is_found() {
    long item = sent.items().getFirst().id();
    db.asOwner("update item set standing = 'draft' where id = " + item);
    assertThat(check().items()).containsExactly(item);
  }

  @Test
  void an_item_filed_under_another_urgency_than_its_request_is_found() {
    long item = sent.items().getFirst().id();
    db.asOwner("update item set urgency_code = 'nonsense' where id = " + item);
    assertThat(check().items()).containsExactly(item);
  }

  @Test
  void a_wrong_count_is_found_alone() {
    db.asOwner("update request set settled_count = settled_count + 1 where id = " + other.id());

    assertThat(check()).isEqualTo(new Result(check().checked(), List.of(), List.of(other.id())));
  }

  @Test
  void more_time_that_nobody_granted_is_found_on_the_item_it_was_written_for() {
    long item = sent.items().get(2).id();
    db.asOwner(
        "insert into item_extension (item_id, event_id, company_id, side, round, minutes, reason,"
            + " granted_at) select i.id, x.event_id, x.company_id, x.side, x.round, x.minutes,"
            + " x.reason, x.granted_at from item i join item_extension x on x.company_id ="
            + " i.company_id where i.id = "
            + item);

    assertThat(check().items()).containsExactly(item);
  }

  @Test
  void a_credit_that_nobody_granted_is_found_on_the_item_it_was_written_for() {
    long credited =
        Long.parseLong(
            db.rows(
                    "select max(c.item_id) from item_credit c join item i on i.id = c.item_id where"
                        + " i.request_id = "
                        + sent.id())
                .getFirst());
    long item =
        sent.items().stream().map(Item::id).filter(id -> id != credited).findFirst().orElseThrow();
    assertThat(db.rows("select 1 from item_credit where item_id = " + item)).isEmpty();
    db.asOwner(
        "insert into item_credit (item_id, outage_id, event_id, company_id, side, granted_at)"
            + " select "
            + item
            + ", c.outage_id, c.event_id, c.company_id, c.side, c.granted_at from item_credit c"
            + " where c.item_id = "
            + credited);

    assertThat(check().items()).containsExactly(item);
  }

  private Result check() {
    return given.desk().check(database, given::act).run();
  }

  private static List<String> alarms() {
    return db.rows("select body from event where kind = 'standings.differ'");
  }
}
