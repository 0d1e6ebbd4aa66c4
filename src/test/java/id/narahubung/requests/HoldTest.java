package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.BadInput;
import id.narahubung.access.NotAllowed;
import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Race;
import id.narahubung.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Items in somebody's hands: for some hours, for one's own side's eyes, and never twice. */
final class HoldTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T02:00:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private Company klip;
  private PersonViewer responder;
  private PersonViewer colleague;
  private PersonViewer lead;
  private Sent sent;

  @BeforeEach
  void fiveItems() {
    klip = given.company("Klip");
    responder = given.responder(klip);
    colleague = given.responder(klip);
    lead = given.person(klip.organisation(), Role.LEAD);
    sent = given.request(klip).withItems(5).sent();
  }

  @Test
  void what_one_holds_another_may_not_take_but_who_shares_out_may() {
    hold(responder, sent.ref(1), responder);
    assertThatThrownBy(() -> hold(colleague, sent.ref(1), colleague))
        .isInstanceOf(RuleBroken.class)
        .hasMessageContaining("item.refused.held");
    assertThat(hold(colleague, sent.refs(), colleague).refused())
        .extracting(each -> each.item().ordinal())
        .containsExactly(1);
    assertThat(hold(lead, sent.refs(), colleague).refused()).isEmpty();
    assertThat(held(colleague)).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void one_hands_over_what_one_holds_and_lets_go_of_nothing_else() {
    hold(responder, sent.ref(1), responder);
    hold(responder, sent.ref(1), colleague);
    assertThat(held(colleague)).containsExactly(1);
    assertThatThrownBy(() -> letGo(responder, sent.ref(1)))
        .isInstanceOf(RuleBroken.class)
        .hasMessageContaining("item.refused.hold.not_yours");
    letGo(colleague, sent.ref(1));
    assertThat(held(colleague)).isEmpty();
    hold(responder, sent.ref(1), responder);
    letGo(lead, sent.ref(1));
    assertThat(held(responder)).isEmpty();
  }

  @Test
  void a_hold_ends_by_itself_and_no_later_than_after_eight_hours() {
    hold(responder, sent.ref(1), responder);
    clock.advance(Duration.ofHours(8));
    assertThat(held(responder)).isEmpty();
    hold(colleague, sent.ref(1), colleague);
    assertThat(held(colleague)).containsExactly(1);
    for (Duration wrong : List.of(Duration.ZERO, Duration.ofMinutes(8 * 60 + 1))) {
      Instant end = clock.instant().plus(wrong);
      assertThatThrownBy(() -> hold(responder, sent.ref(2), responder, end))
          .isInstanceOf(RuleBroken.class);
    }
  }

  @Test
  void only_what_waits_for_ones_own_side_is_held_by_people_of_ones_own_side() {
    assertThatThrownBy(() -> hold(given.officer(), sent.ref(1), given.officer()))
        .isInstanceOf(RuleBroken.class)
        .hasMessageContaining("item.refused.hold.not_waiting");
    PersonViewer elsewhere = given.responder(given.company("Video"));
    assertThatThrownBy(() -> hold(responder, sent.ref(1), elsewhere)).isInstanceOf(BadInput.class);
    assertThatThrownBy(() -> hold(responder, sent.ref(1), given.officer()))
        .isInstanceOf(BadInput.class);
    PersonViewer viewer = given.person(klip.organisation(), Role.VIEWER);
    assertThatThrownBy(() -> hold(viewer, sent.ref(1), viewer)).isInstanceOf(NotAllowed.class);
  }

  @Test
  void the_other_side_never_sees_who_holds_what() {
    hold(responder, sent.ref(1), responder);
    assertThat(row(responder, 1).hold().map(Hold::person)).contains(responder.personId());
    assertThat(row(given.officer(), 1).hold()).isEmpty();
  }

  @Test
  void next_gives_ones_own_first_then_the_free_ones_by_time_left() {
    hold(colleague, sent.ref(1), colleague);
    hold(responder, sent.ref(4), responder);
    assertThat(next(responder)).contains(4);
    new Acts(given).answer(responder, sent.ref(4), new Acts(given).removed());
    assertThat(next(responder)).contains(2);
    assertThat(next(responder)).as("still mine").contains(2);
    letGo(responder, sent.ref(2));
    Item second = sent.items().get(1);
    assertThat(next(responder, Optional.of(new Cursor(second.dueAt(), second.id()))))
        .as("passed over")
        .contains(3);
  }

  @Test
  void next_never_hands_one_item_to_two_people() {
    List<PersonViewer> people = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      people.add(given.responder(klip));
    }
    Set<Integer> taken = new ConcurrentSkipListSet<>();
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (PersonViewer person : people) {
        running.add(all.submit(() -> next(person).ifPresent(taken::add)));
      }
      running.forEach(Race::end);
    }
    assertThat(taken).containsExactly(1, 2, 3, 4, 5);
    assertThat(people.stream().flatMap(person -> held(person).stream()).sorted())
        .containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void everybody_sees_what_colleagues_hold() {
    hold(lead, List.of(sent.refs().get(0), sent.refs().get(1)), colleague);
    clock.advance(Duration.ofHours(7));
    List<Colleague> colleagues = given.as(responder, tx -> new HoldStore().colleagues(tx));
    assertThat(colleagues)
        .filteredOn(each -> each.held() > 0)
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.person()).isEqualTo(colleague.personId());
              assertThat(each.held()).isEqualTo(2);
              assertThat(each.late()).isZero();
              assertThat(each.nextDue()).isEqualTo(sent.items().getFirst().dueAt());
            });
  }

  @Test
  void who_is_on_duty_holds_what_comes_next_until_the_shift_ends() {
    Instant end = clock.instant().plus(Duration.ofHours(3));
    db.asOwner(
        "insert into duty_shift (organisation_id, side, person_id, place, starts_at, ends_at, phone)"
            + " values (%d, 'company', %d, 'first', '%s', '%s', '0800123')"
                .formatted(
                    responder.organisationId(),
                    responder.personId(),
                    clock.instant().minus(Duration.ofHours(1)),
                    end));
    assertThat(next(responder)).contains(1);
    assertThat(row(responder, 1).hold().map(Hold::endsAt)).contains(end);
    assertThat(next(colleague)).contains(2);
    assertThat(row(responder, 2).hold().map(Hold::endsAt))
        .as("who is not on duty, for the longest time")
        .contains(clock.instant().plus(HoldItems.LONGEST));
  }

  private BulkResult hold(PersonViewer by, List<ItemRef> items, PersonViewer person) {
    return hold(by, items, person, clock.instant().plus(HoldItems.LONGEST));
  }

  private BulkResult hold(PersonViewer by, List<ItemRef> items, PersonViewer person, Instant end) {
    return given.as(
        by, tx -> given.desk().hold().run(tx, items, Optional.of(person.personId()), end));
  }

  private void letGo(PersonViewer by, List<ItemRef> items) {
    Instant end = clock.instant().plus(HoldItems.LONGEST);
    given.as(by, tx -> given.desk().hold().run(tx, items, Optional.empty(), end));
  }

  private Optional<Integer> next(PersonViewer viewer) {
    return next(viewer, Optional.empty());
  }

  private Optional<Integer> next(PersonViewer viewer, Optional<Cursor> after) {
    return given
        .as(
            viewer,
            tx ->
                given
                    .desk()
                    .takeNext()
                    .run(tx, QueueStore.Slice.of(Standing.OPEN), QueueFilter.none(), after))
        .map(row -> row.item().ordinal());
  }

  private List<Integer> held(PersonViewer person) {
    QueueFilter mine =
        new QueueFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(person.personId()),
            false);
    return given.as(
        person,
        tx ->
            new QueueStore()
                .list(tx, QueueStore.Slice.of(Standing.OPEN), mine, Optional.empty(), 50).stream()
                    .map(row -> row.item().ordinal())
                    .toList());
  }

  private ItemRow row(PersonViewer viewer, int ordinal) {
    return given
        .as(viewer, tx -> new QueueStore().fetch(tx, List.of(sent.ref(ordinal).getFirst().id())))
        .getFirst();
  }
}
