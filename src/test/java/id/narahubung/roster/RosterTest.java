package id.narahubung.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.accounts.LendRole;
import id.narahubung.accounts.LoanStore;
import id.narahubung.accounts.PersonStore;
import id.narahubung.data.Tx;
import id.narahubung.mail.MailStore;
import id.narahubung.notices.BundleNotices;
import id.narahubung.notices.ClockNotices;
import id.narahubung.notices.Letters;
import id.narahubung.notices.NoticeStore;
import id.narahubung.requests.AnswerGiven;
import id.narahubung.requests.ItemRef;
import id.narahubung.requests.VisitStore;
import id.narahubung.roster.AddShifts.NewShifts;
import id.narahubung.roster.CopyWeek.Copied;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Race;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The lists of both sides, who is told while somebody is on duty, and test calls. */
final class RosterTest {

  private static final String MONDAY = "2026-03-02";

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  /** Monday, 08.15 WIB. */
  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");

  private final Given given = new Given(db.database(clock), clock);
  private final RosterStore roster = new RosterStore();
  private final CallStore calls = new CallStore();
  private final AddShifts add = new AddShifts(roster, given.ledger());
  private final RemoveShift remove = new RemoveShift(roster, given.ledger());
  private final CopyWeek copy = new CopyWeek(roster, given.ledger());
  private final SetRoster settle = new SetRoster(roster, given.ledger());
  private final RingDuty ring = new RingDuty(roster, calls, given.ledger());
  private final ConfirmCall confirm = new ConfirmCall(calls, given.ledger());
  private final PassOnDuty passOn = new PassOnDuty(given.db(), roster);
  private final ClockNotices clockNotices = new ClockNotices(given.db(), new NoticeStore());
  private Company klip;
  private PersonViewer lead;
  private PersonViewer first;
  private PersonViewer second;

  @BeforeEach
  void aCompanyWithATeam() {
    klip = given.company("Klip");
    lead = given.person(klip.organisation(), Role.LEAD);
    first = given.responder(klip);
    second = given.responder(klip);
  }

  // The list

  @Test
  void one_person_stands_at_the_same_hours_of_some_days() {
    onDuty(lead, first, Place.FIRST, "20:00", "08:00", MONDAY, "2026-03-03");
    assertThat(
            db.rows("select place, starts_at at time zone 'UTC', phone from duty_shift order by 2"))
        .containsExactly(
            "first|2026-03-02 13:00:00|021 500100", "first|2026-03-03 13:00:00|021 500100");
    assertThat(lastEvent())
        .startsWith("roster.shifts_added|company|")
        .contains("\"shifts\":2", "\"place\":\"first\"")
        .doesNotContain("500100");
  }

  @Test
  void a_list_is_kept_by_a_lead_or_supervisor_for_the_own_side_alone() {
    Refused.forLackOf(Permission.SET_ROSTER, () -> morning(first, first, Place.FIRST));
    Refused.forLackOf(Permission.SET_ROSTER, () -> morning(given.officer(), first, Place.FIRST));
    for (PersonViewer nobody :
        List.of(
            given.officer(),
            given.person(klip.organisation(), Role.VIEWER),
            given.responder(given.company("Video")))) {
      Refused.byRule("shift.person_needed", () -> morning(lead, nobody, Place.FIRST));
    }
    morning(given.supervisor(), given.officer(), Place.FIRST);
    morning(lead, first, Place.FIRST);
  }

  @Test
  void one_first_and_one_second_at_a_time_and_nobody_twice() {
    morning(lead, first, Place.FIRST);
    Refused.byRule("shift.taken", () -> morning(lead, second, Place.FIRST));
    Refused.byRule("shift.twice", () -> morning(lead, first, Place.SECOND));
    Refused.byRule(
        "shift.taken",
        () -> onDuty(lead, second, Place.FIRST, "19:00", "21:00", "2026-03-04", MONDAY));
    assertThat(db.rows("select 1 from duty_shift")).as("all or none").hasSize(1);
    morning(lead, second, Place.SECOND);
    onDuty(lead, second, Place.FIRST, "20:00", "08:00", MONDAY);
  }

  @Test
  void the_database_holds_the_same_whoever_writes() {
    morning(lead, first, Place.FIRST);
    String again =
        "insert into duty_shift (organisation_id, side, person_id, place, starts_at, ends_at, phone)"
            + " select organisation_id, side, %d, '%s', starts_at, ends_at, phone from duty_shift";
    for (String row :
        List.of(
            again.formatted(second.personId(), "first"),
            again.formatted(first.personId(), "second"))) {
      assertThatThrownBy(() -> db.asOwner(row)).hasMessageContaining("exclusion constraint");
    }
    db.asOwner(again.formatted(second.personId(), "second"));
  }

  @Test
  void what_is_over_can_neither_be_entered_nor_removed() {
    Refused.byRule(
        "shift.over", () -> onDuty(lead, first, Place.FIRST, "08:00", "20:00", "2026-03-01"));
    morning(lead, first, Place.FIRST);
    long shift = Long.parseLong(db.rows("select id from duty_shift").getFirst());
    clock.advance(Duration.ofDays(1));
    Refused.byRule("shift.ended", () -> remove(lead, shift));
  }

  @Test
  void a_shift_that_runs_ends_and_one_that_has_not_begun_goes() {
    onDuty(lead, first, Place.FIRST, "08:00", "20:00", MONDAY, "2026-03-03");
    List<String> ids = db.rows("select id from duty_shift order by starts_at");
    Refused.forLackOf(Permission.SET_ROSTER, () -> remove(first, Long.parseLong(ids.getFirst())));
    Refused.asUnknown(() -> remove(given.supervisor(), Long.parseLong(ids.getFirst())));
    ids.forEach(id -> remove(lead, Long.parseLong(id)));
    assertThat(db.rows("select ends_at at time zone 'UTC' from duty_shift"))
        .containsExactly("2026-03-02 01:15:00");
    assertThat(lastEvent()).startsWith("roster.shift_removed|company|");
    assertThat(db.rows("select meant_until at time zone 'UTC' from duty_shift"))
        .containsExactly("2026-03-02 13:00:00");
    assertThat(copy(lead, 2)).as("what was cut short").isEqualTo(new Copied(2, 0, 0, 0, 2));
  }

  @Test
  void a_week_copied_forward_leaves_out_what_is_taken_and_who_left() {
    onDuty(lead, first, Place.FIRST, "08:00", "20:00", MONDAY, "2026-03-03");
    onDuty(lead, second, Place.SECOND, "08:00", "20:00", MONDAY);
    onDuty(lead, lead, Place.FIRST, "19:00", "21:00", "2026-03-09");
    db.asOwner("update person set active = false where id = " + second.personId());
    assertThat(copy(lead, 2)).isEqualTo(new Copied(6, 3, 1, 2, 0));
    assertThat(lastEvent()).startsWith("roster.week_copied|company|").contains("\"shifts\":3");
    Refused.byRule("roster.copy.nothing", () -> copy(given.supervisor(), 1));
    Refused.forLackOf(Permission.SET_ROSTER, () -> copy(first, 1));
  }

  @Test
  void in_the_hour_that_clocks_skip_nobody_is_put_on_duty() {
    RosterSetting jakarta = setting(false, 1);
    RosterSetting berlin =
        new RosterSetting(ZoneId.of("Europe/Berlin"), false, jakarta.urgent(), jakarta.other(), 1);
    given.db().run(lead, tx -> settle.run(tx, given.act(), berlin));
    Refused.byRule(
        "shift.skipped", () -> onDuty(lead, first, Place.FIRST, "02:30", "03:00", "2026-03-29"));
    onDuty(lead, first, Place.FIRST, "02:30", "03:00", "2026-03-22");
    assertThat(copy(lead, LocalDate.parse("2026-03-16"), 2)).isEqualTo(new Copied(2, 1, 1, 0, 0));
  }

  @Test
  void of_two_who_settle_it_the_second_is_told() {
    RosterSetting wanted = setting(true, 1);
    given.db().run(lead, tx -> settle.run(tx, given.act(), wanted));
    assertThat(lastEvent()).startsWith("roster.set|company|").contains("\"shares_phone\":true");
    Refused.asStale(() -> given.db().run(lead, tx -> settle.run(tx, given.act(), wanted)));
    Refused.forLackOf(
        Permission.SET_ROSTER,
        () -> given.db().run(first, tx -> settle.run(tx, given.act(), setting(true, 2))));
  }

  // The wall

  @Test
  void of_the_other_side_one_learns_function_and_code_and_the_phone_where_it_is_shared() {
    morning(lead, first, Place.FIRST);
    morning(given.supervisor(), given.officer(), Place.FIRST);
    PersonViewer theirs = given.responder(given.company("Video"));
    assertThat(now(given.officer()))
        .containsExactly(
            "ministry officer " + given.officer().code() + " true 021 500100",
            "company responder " + first.code() + " false -");
    assertThat(now(first))
        .containsExactly(
            "ministry officer " + given.officer().code() + " false -",
            "company responder " + first.code() + " true 021 500100");
    assertThat(now(theirs))
        .containsExactly("ministry officer " + given.officer().code() + " false -");
    given.db().run(lead, tx -> settle.run(tx, given.act(), setting(true, 1)));
    assertThat(now(given.officer()))
        .contains("company responder " + first.code() + " false 021 500100");
  }

  @Test
  void rows_of_a_list_are_the_own_sides_alone() {
    morning(lead, first, Place.FIRST);
    morning(given.supervisor(), given.officer(), Place.FIRST);
    PersonViewer theirs = given.responder(given.company("Video"));
    for (String table : List.of("duty_shift", "duty_setting")) {
      String owners = "select organisation_id::text from " + table;
      assertThat(see(first, owners)).containsExactly("" + klip.id());
      assertThat(see(theirs, owners)).isEmpty();
      assertThat(see(given.officer(), owners)).containsExactly("" + given.ministry().id());
      Refused.byTheWall(table, () -> see(SystemViewer.MAIL, owners));
    }
    Refused.byTheWall(
        "another's list",
        () ->
            given.as(
                lead,
                tx ->
                    tx.sql()
                        .execute(
                            "insert into duty_setting (organisation_id, side, time_zone, share_phone,"
                                + " urgent_minutes, other_minutes, version) values (?, 'ministry',"
                                + " 'Asia/Jakarta', true, 15, 60, 1)",
                            given.ministry().id())));
    assertThatThrownBy(() -> see(first, "select pass_on_duty('2026-03-02')::text"))
        .isInstanceOf(DataAccessException.class);
    assertThat(see(given.officer(), "select kind from event where kind like 'roster.%'"))
        .as("what a company does with its list")
        .containsExactly("roster.shifts_added");
  }

  // Who is told

  @Test
  void while_somebody_is_on_duty_an_order_is_told_to_that_person_alone() {
    morning(lead, first, Place.FIRST);
    morning(lead, second, Place.SECOND);
    given.request(klip).sent();
    assertThat(told("order_sent")).containsExactly(first.personId() + "|first|alone");
  }

  @Test
  void nobody_waits_for_who_is_on_duty_but_may_not_do_it() {
    morning(given.supervisor(), given.officer(), Place.FIRST);
    PersonViewer other = given.person(given.ministry(), Role.SUPERVISOR);
    given.request(klip).submitted();
    assertThat(told("approval_wanted"))
        .containsExactlyInAnyOrder(
            given.supervisor().personId() + "||at_once", other.personId() + "||at_once");
    db.asOwner("delete from notice");
    morning(given.supervisor(), other, Place.SECOND);
    given.request(klip).submitted();
    assertThat(told("approval_wanted")).containsExactly(other.personId() + "|second|alone");
  }

  @Test
  void a_question_is_told_to_who_is_on_duty_beside_the_officials_of_the_case() {
    PersonViewer night = given.person(given.ministry(), Role.OFFICER);
    morning(given.supervisor(), night, Place.FIRST);
    Sent sent = given.request(klip).sent();
    asks(given.refs(first, sent.id()));
    assertThat(told("clarification_asked"))
        .containsExactlyInAnyOrder(
            given.officer().personId() + "||at_once",
            given.supervisor().personId() + "||at_once",
            night.personId() + "|first|alone");
  }

  @Test
  void what_a_company_does_reaches_the_ministry_though_the_officials_of_the_case_left() {
    PersonViewer other = given.person(given.ministry(), Role.SUPERVISOR);
    PersonViewer borrower = given.person(given.ministry(), Role.OFFICER);
    lends(given.supervisor(), borrower, Role.SUPERVISOR);
    Sent sent = given.request(klip).withItems(2).sent();
    asks(List.of(given.items(first, sent.id()).get(0).ref()));
    assertThat(told("clarification_asked"))
        .as("who has the sender's role on loan")
        .containsExactlyInAnyOrder(
            given.officer().personId() + "||at_once",
            given.supervisor().personId() + "||at_once",
            borrower.personId() + "||at_once");
    db.asOwner(
        "delete from notice; update person set active = false where id in (%d, %d)"
            .formatted(given.officer().personId(), given.supervisor().personId()));
    asks(List.of(given.items(first, sent.id()).get(1).ref()));
    assertThat(told("clarification_asked")).containsExactly(other.personId() + "||at_once");
  }

  private void lends(PersonViewer lender, PersonViewer borrower, Role role) {
    LendRole lend = new LendRole(new PersonStore(), new LoanStore(), given.ledger());
    LendRole.Wanted wanted =
        new LendRole.Wanted(
            borrower.personId(),
            role,
            clock.instant(),
            clock.instant().plus(Duration.ofHours(2)),
            "Cuti");
    given.db().run(lender, tx -> lend.run(tx, given.act(), wanted));
  }

  @Test
  void a_question_waits_for_its_own_reply_and_not_for_another_items() {
    PersonViewer night = given.person(given.ministry(), Role.OFFICER);
    PersonViewer next = given.person(given.ministry(), Role.OFFICER);
    morning(given.supervisor(), night, Place.FIRST);
    morning(given.supervisor(), next, Place.SECOND);
    Sent sent = given.request(klip).urgent().withItems(2).sent();
    for (int n = 1; n <= 2; n++) {
      asks(List.of(given.items(first, sent.id()).get(n - 1).ref()));
    }
    List<ItemRef> second = List.of(given.items(night, sent.id()).get(1).ref());
    given.as(night, tx -> given.desk().reply().run(tx, given.act(), second, "Semua."));
    clock.advance(Duration.ofMinutes(15));
    assertThat(passOn.run()).isOne();
    assertThat(
            db.rows(
                "select ordinal from notice n join event_item e on e.event_id = n.event_id join item"
                    + " i on i.id = e.item_id where n.duty = 'second'"))
        .containsExactly("1");
  }

  @Test
  void what_the_first_leaves_alone_goes_to_the_second_and_then_to_everybody_each_once() {
    morning(lead, first, Place.FIRST);
    morning(lead, second, Place.SECOND);
    given.request(klip).urgent().sent();
    clock.advance(Duration.ofMinutes(14));
    assertThat(passOn.run()).isZero();
    clock.advance(Duration.ofMinutes(1));
    assertThat(passOn.run()).isOne();
    assertThat(passOn.run()).isZero();
    assertThat(told("order_sent"))
        .containsExactlyInAnyOrder(
            first.personId() + "|first|alone", second.personId() + "|second|alone");
    clock.advance(Duration.ofMinutes(15));
    assertThat(passOn.run()).isOne();
    assertThat(told("order_sent")).contains(lead.personId() + "||alone").hasSize(3);
    clock.advance(Duration.ofHours(5));
    assertThat(passOn.run()).isZero();
  }

  @Test
  void what_is_not_urgent_has_the_longer_time_and_what_was_seen_is_passed_on_to_nobody() {
    morning(lead, first, Place.FIRST);
    morning(lead, second, Place.SECOND);
    given.request(klip).sent();
    Sent seen = given.request(klip).sent();
    given.as(first, tx -> given.desk().see().run(tx, given.desk().requests().fetch(tx, seen.id())));
    clock.advance(Duration.ofMinutes(59));
    assertThat(passOn.run()).isZero();
    clock.advance(Duration.ofMinutes(1));
    assertThat(passOn.run()).isOne();
    assertThat(db.rows("select request_id <> " + seen.id() + " from notice where duty = 'second'"))
        .containsExactly("t");
  }

  @Test
  void without_a_second_everybody_is_told_of_what_the_first_left_alone() {
    PersonViewer other = given.person(given.ministry(), Role.SUPERVISOR);
    morning(given.supervisor(), other, Place.FIRST);
    given.request(klip).urgent().submitted();
    clock.advance(Duration.ofMinutes(15));
    assertThat(passOn.run()).isOne();
    assertThat(told("approval_wanted"))
        .containsExactlyInAnyOrder(
            other.personId() + "|first|alone", given.supervisor().personId() + "||alone");
  }

  @Test
  void what_the_clock_tells_goes_to_who_is_on_duty_then_to_the_next_and_to_everybody() {
    PersonViewer notOfTheCase = given.person(given.ministry(), Role.OFFICER);
    morning(given.supervisor(), notOfTheCase, Place.FIRST);
    morning(lead, first, Place.FIRST);
    morning(lead, second, Place.SECOND);
    Sent sent = given.request(klip).urgent().sent();
    looksAt(sent, first);
    clock.advance(Duration.ofHours(2));
    clockNotices.run();
    assertThat(told("half_gone")).containsExactly(first.personId() + "|first|at_once");
    looksAt(sent, first);
    clock.advance(Duration.ofMinutes(15));
    assertThat(passOn.run()).as("the first looked, and there is time").isZero();
    clock.advance(Duration.ofMinutes(57));
    clockNotices.run();
    clock.advance(Duration.ofMinutes(15));
    assertThat(passOn.run()).as("the first did not look").isOne();
    assertThat(told("nearly_gone"))
        .containsExactly(first.personId() + "|first|alone", second.personId() + "|second|alone");
    clock.advance(Duration.ofMinutes(33));
    clockNotices.run();
    clockNotices.run();
    assertThat(passOn.run()).as("of a time nearly gone, when it has passed").isZero();
    looksAt(sent, first);
    for (int told = 2; told <= 3; told++) {
      clock.advance(Duration.ofMinutes(15));
      assertThat(passOn.run()).as("to look is not enough any more").isOne();
    }
    assertThat(told("due_passed"))
        .containsExactlyInAnyOrder(
            first.personId() + "|first|at_once",
            given.officer().personId() + "||at_once",
            given.supervisor().personId() + "||at_once",
            second.personId() + "|second|alone",
            lead.personId() + "||alone");
    clock.advance(Duration.ofHours(8));
    clockNotices.run();
    assertThat(told("due_passed")).as("whoever is on duty later").hasSize(5);
  }

  @Test
  void of_an_order_that_nobody_opens_the_second_hears_once() {
    PersonViewer rings = given.person(given.ministry(), Role.OFFICER);
    morning(given.supervisor(), rings, Place.FIRST);
    morning(lead, first, Place.FIRST);
    morning(lead, second, Place.SECOND);
    given.request(klip).urgent().sent();
    for (int n = 0; n < 4; n++) {
      clock.advance(Duration.ofMinutes(15));
      clockNotices.run();
      passOn.run();
    }
    assertThat(
            db.rows(
                "select person_id, kind from notice where side = 'company' and kind like 'order%'"
                    + " order by id"))
        .containsExactly(
            first.personId() + "|order_sent",
            first.personId() + "|order_unseen",
            second.personId() + "|order_sent",
            lead.personId() + "|order_sent");
    assertThat(
            db.rows(
                "select person_id, duty from notice where side = 'ministry' and kind ="
                    + " 'order_unseen'"))
        .as("the officials of the case, and who is on duty there and can ring")
        .containsExactlyInAnyOrder(
            given.officer().personId() + "|",
            given.supervisor().personId() + "|",
            rings.personId() + "|first");
  }

  @Test
  void who_borrowed_the_role_of_somebody_on_duty_stands_in_and_is_told_for_whom() {
    morning(lead, lead, Place.FIRST);
    morning(lead, first, Place.SECOND);
    lends(lead, second, Role.LEAD);
    given.request(klip).sent();
    assertThat(told("order_sent")).containsExactly(second.personId() + "|first|alone");
    Words words = new Words(new Messages(), Language.ID, Words.WIB);
    assertThat(DutyCard.of(words, given.as(given.officer(), roster::now)).text())
        .endsWith(": Penanggap\u00a00" + second.code() + " a.n.\u00a0narahubung\u00a001");
    new BundleNotices(
            given.db(),
            new NoticeStore(),
            new MailStore(),
            new Letters(new Messages(), URI.create("https://portal.example.go.id")),
            given::act,
            "portal.example.go.id",
            true)
        .run();
    for (String part : List.of("html", "text")) {
      assertThat(
              db.rows("select " + part + " from mail_content")
                  .getFirst()
                  .replaceAll("&nbsp;|\u00a0", " "))
          .contains("Anda menggantikan narahubung 01 dalam piket.");
    }
    ring(given.supervisor(), klip.id());
    RosterPage page =
        given.as(lead, tx -> new RosterPageMaker(tx, words, roster, calls).page(Optional.empty()));
    assertThat(page.shifts().getFirst().who())
        .matches("Penanggap\u00a00" + second.code() + " \\(.+\\) a\\.n\\.\u00a0narahubung\u00a001");
    assertThat(page.calls().getFirst().called()).contains("a.n.\u00a0narahubung\u00a001");
    clock.advance(Duration.ofHours(3));
    given.request(klip).sent();
    assertThat(told("order_sent")).as("after the loan").contains(lead.personId() + "|first|alone");
  }

  private void looksAt(Sent sent, PersonViewer who) {
    given.as(
        who,
        tx -> {
          given.desk().see().run(tx, given.desk().requests().fetch(tx, sent.id()));
          return new VisitStore().visit(tx, given.desk().requests().fetch(tx, sent.id()));
        });
  }

  // Test calls

  @Test
  void a_call_rings_who_is_on_duty_and_is_confirmed_by_that_person() {
    morning(lead, first, Place.FIRST);
    ring(given.supervisor(), klip.id());
    assertThat(told("test_call")).containsExactly(first.personId() + "|first|alone");
    assertThat(lastEvent()).startsWith("call.rung|both|").contains("\"called\":\"company\"");
    long call = call();
    for (PersonViewer other : List.of(second, lead)) {
      Refused.byRule("call.not_for_you", () -> confirm(other, call));
    }
    Refused.byRule("call.not_for_you", () -> confirm(given.supervisor(), call));
    Refused.asUnknown(() -> confirm(given.responder(given.company("Video")), call));
    clock.advance(Duration.ofMinutes(3));
    confirm(first, call);
    assertThat(lastEvent()).startsWith("call.confirmed|both|");
    Refused.byRule("call.confirmed_already", () -> confirm(first, call));
    TestCall known = given.as(given.officer(), tx -> calls.latest(tx, 1)).getFirst();
    assertThat(known.confirmed().orElseThrow().by().code()).isEqualTo(first.code());
    assertThat(known.confirmed().orElseThrow().by().name()).as("across the wall").isEmpty();
  }

  @Test
  void a_call_is_refused_where_it_would_reach_nobody_or_reached_somebody_just_now() {
    Refused.byRule("call.nobody", () -> ring(given.supervisor(), klip.id()));
    morning(lead, first, Place.FIRST);
    Refused.forLackOf(Permission.SET_ROSTER, () -> ring(given.officer(), klip.id()));
    PersonViewer theirs = given.person(given.company("Video").organisation(), Role.LEAD);
    Refused.byRule("call.nobody", () -> ring(theirs, klip.id()));
    ring(lead, klip.id());
    Refused.byRule("call.open", () -> ring(lead, klip.id()));
    assertThat(db.rows("select side from test_call")).containsExactly("company");
    assertThat(see(given.supervisor(), "select side from test_call")).isEmpty();
    morning(given.supervisor(), given.supervisor(), Place.FIRST);
    Refused.byRule("call.oneself", () -> ring(given.supervisor(), given.ministry().id()));
    ring(theirs, given.ministry().id());
    assertThat(see(lead, "select called_side from test_call")).containsExactly("company");
  }

  @Test
  void a_call_nobody_confirms_goes_to_the_second_who_may_confirm_it_then() {
    morning(lead, first, Place.FIRST);
    morning(lead, second, Place.SECOND);
    ring(given.supervisor(), klip.id());
    Refused.byRule("call.not_for_you", () -> confirm(second, call()));
    clock.advance(Duration.ofMinutes(15));
    assertThat(passOn.run()).isOne();
    assertThat(passOn.run()).isZero();
    assertThat(told("test_call")).contains(second.personId() + "|second|alone").hasSize(2);
    TestCall known = given.as(given.supervisor(), tx -> calls.latest(tx, 1)).getFirst();
    assertThat(known.isUnanswered(clock.instant(), Duration.ofMinutes(15))).isTrue();
    assertThat(known.passedTo().orElseThrow().to().code()).isEqualTo(second.code());
    confirm(second, call());
  }

  @Test
  void a_call_is_one_of_its_hour() {
    morning(lead, first, Place.FIRST);
    ring(given.supervisor(), klip.id());
    clock.advance(Duration.ofMinutes(60));
    morning(lead, second, Place.SECOND);
    assertThat(passOn.run()).as("whoever comes later is not rung for it").isZero();
    Refused.byRule("call.lapsed", () -> confirm(first, call()));
    Words words = new Words(new Messages(), Language.ID, Words.WIB);
    RosterPage page =
        given.as(first, tx -> new RosterPageMaker(tx, words, roster, calls).page(Optional.empty()));
    assertThat(page.mine()).isEmpty();
    assertThat(page.calls().getFirst().outcome()).isEqualTo("Tidak dijawab");
  }

  @Test
  void of_two_who_ring_at_once_one_does() {
    morning(lead, first, Place.FIRST);
    PersonViewer other = given.person(given.ministry(), Role.SUPERVISOR);
    Consumer<Tx> rings = tx -> ring.run(tx, given.act(), klip.id());
    Refused.byRule(
        "call.open",
        () ->
            new Race(db)
                .run(
                    given,
                    new Race.Person(given.supervisor(), rings),
                    new Race.Person(other, rings)));
    assertThat(told("test_call")).hasSize(1);
  }

  private void asks(List<ItemRef> items) {
    AnswerGiven says = new AnswerGiven("K1", Optional.empty(), Map.of("questions", "Yang mana?"));
    given.db().run(first, tx -> given.desk().answer().run(tx, given.act(), items, says));
  }

  private void morning(PersonViewer by, PersonViewer who, Place place) {
    onDuty(by, who, place, "08:00", "20:00", MONDAY);
  }

  private void onDuty(
      PersonViewer by, PersonViewer who, Place place, String from, String until, String... days) {
    NewShifts wanted =
        new NewShifts(
            who.personId(),
            place,
            Arrays.stream(days).map(LocalDate::parse).toList(),
            LocalTime.parse(from),
            LocalTime.parse(until),
            "021 500100");
    given.db().run(by, tx -> add.run(tx, given.act(), wanted));
  }

  private void remove(PersonViewer by, long shift) {
    given.db().run(by, tx -> remove.run(tx, given.act(), shift));
  }

  private Copied copy(PersonViewer by, int weeks) {
    return copy(by, LocalDate.parse(MONDAY), weeks);
  }

  private Copied copy(PersonViewer by, LocalDate monday, int weeks) {
    return given.as(by, tx -> copy.run(tx, given.act(), monday, weeks));
  }

  private static RosterSetting setting(boolean sharesPhone, int version) {
    return new RosterSetting(
        ZoneId.of("Asia/Jakarta"),
        sharesPhone,
        Duration.ofMinutes(15),
        Duration.ofMinutes(60),
        version);
  }

  private void ring(PersonViewer by, long organisation) {
    given.db().run(by, tx -> ring.run(tx, given.act(), organisation));
  }

  private void confirm(PersonViewer by, long call) {
    given.db().run(by, tx -> confirm.run(tx, given.act(), call));
  }

  private static long call() {
    return Long.parseLong(db.rows("select max(id) from test_call").getFirst());
  }

  private List<String> now(PersonViewer viewer) {
    return given.as(viewer, roster::now).stream()
        .map(
            each ->
                each.side()
                    + " "
                    + each.role()
                    + " "
                    + each.code()
                    + " "
                    + each.name().isPresent()
                    + " "
                    + each.phone().orElse("-"))
        .toList();
  }

  private static List<String> told(String kind) {
    return db.rows(
        "select person_id, duty, tempo from notice where kind = '" + kind + "' order by id");
  }

  private static String lastEvent() {
    return db.rows("select kind, side, body from event order by id desc limit 1").getFirst();
  }

  private List<String> see(Viewer viewer, String query) {
    return given.as(viewer, tx -> tx.sql().fetch(query).getValues(0, String.class));
  }
}
