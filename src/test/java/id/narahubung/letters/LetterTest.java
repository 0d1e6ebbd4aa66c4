package id.narahubung.letters;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.letters.LetterRule.Missed;
import id.narahubung.requests.AnswerGiven;
import id.narahubung.requests.ItemRef;
import id.narahubung.requests.TakedownRequest;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenLetters;
import id.narahubung.testing.GivenRequest.Sent;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Letters from their proposal to their end, and every way to be refused. */
final class LetterTest {

  private static final String NTPN = "A1B2C3D4E5F6G7H8";

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final GivenLetters letters = new GivenLetters(given);
  private Company klip;
  private PersonViewer responder;
  private PersonViewer lead;
  private PersonViewer second;
  private Sent sent;

  @BeforeEach
  void threeItemsPastTheirTime() {
    klip = given.company("Klip");
    responder = given.responder(klip);
    lead = given.person(klip.organisation(), Role.LEAD);
    second = given.person(given.ministry(), Role.SUPERVISOR);
    sent = given.request(klip).withItems(3).sent();
    clock.advance(Duration.ofHours(25));
  }

  @Test
  void a_letter_has_a_number_without_gaps_its_own_time_and_its_event() {
    String first = send("ST1", 1, 2, 3);
    assertThat(first).isEqualTo("ST-2026-000001");
    Letter letter = letter(first);
    assertThat(letter.dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
    assertThat(letter.fine()).isEmpty();
    assertThat(letter.state(clock.instant())).isEqualTo(LetterState.OPEN);
    assertThat(db.rows("select body from event where kind = 'letter.sent'"))
        .containsExactly(
            "{\"fine\":0,\"items\":3,\"letter\":\"ST-2026-000001\",\"stage\":\"ST1\"}");
    Refused.byRule("letter.refused.none", () -> send("ST1", 1, 2, 3));
    clock.advance(Duration.ofHours(25));
    assertThat(letter(first).state(clock.instant())).isEqualTo(LetterState.OVERDUE);
    assertThat(send("ST2", 1, 2, 3)).isEqualTo("ST-2026-000002");
  }

  @Test
  void the_queue_counts_what_the_rule_proposes() {
    assertThat(wanted()).containsExactly("ST1 3");
    send("ST1", 1, 2, 3);
    assertThat(wanted()).isEmpty();
    clock.advance(Duration.ofHours(25));
    assertThat(wanted()).containsExactly("ST2 3");
    removed(1);
    assertThat(wanted()).containsExactly("ST2 3, late 1");
    String second = send("ST2", 2, 3);
    assertThat(wanted()).containsExactly("ST2 1, late 1");
    letters.object(lead, second, "Keliru.");
    clock.advance(Duration.ofHours(25));
    assertThat(wanted()).containsExactly("ST2 1, late 1");
    send("ST2", 1);
    removed(1);
    assertThat(wanted()).as("answered late first, but within the time of the letter").isEmpty();
  }

  @Test
  void those_behind_as_many_as_one_letter_covers_are_proposed_once_it_was_sent() {
    Proposals two = new Proposals(new ProposalStore(), given.desk().facts(), 2);
    assertThat(proposed(two)).containsExactly(letters.ids(sent.id(), 1, 2));
    send("ST1", 1, 2);
    assertThat(proposed(two)).containsExactly(letters.ids(sent.id(), 3));
  }

  private List<Set<Long>> proposed(Proposals proposals) {
    return given.as(
        given.supervisor(),
        tx -> {
          TakedownRequest request = given.desk().requests().fetch(tx, sent.number());
          return proposals
              .of(tx, request, given.desk().rules().fetch(tx, request.ruleSetId()))
              .stream()
              .map(each -> each.items().stream().map(Missed::itemId).collect(toSet()))
              .toList();
        });
  }

  @Test
  void only_who_may_send_letters_sends_one_and_a_stranger_knows_of_none() {
    Refused.forLackOf(
        Permission.SEND_LETTERS,
        () -> letters.send(given.officer(), sent.number(), about("ST1", 1)));
    Refused.forLackOf(
        Permission.SEND_LETTERS, () -> letters.send(lead, sent.number(), about("ST1", 1)));
    PersonViewer stranger = given.person(given.company("Video").organisation(), Role.LEAD);
    String letter = send("ST1", 1, 2, 3);
    Refused.asUnknown(() -> letters.send(stranger, sent.number(), about("ST1", 1)));
    Refused.asUnknown(() -> letters.acknowledge(stranger, letter));
    Refused.asUnknown(() -> letters.object(stranger, letter, "Keliru."));
  }

  @Test
  void items_are_left_out_for_a_reason_and_then_let_be() {
    Set<Long> all = letters.ids(sent.id(), 1, 2, 3);
    Set<Long> two = letters.ids(sent.id(), 1, 2);
    Refused.byRule(
        "letter.refused.reason",
        () -> letters.send(given.supervisor(), sent.number(), given("ST1", all, two, "")));
    Refused.byRule(
        "letter.refused.no_items",
        () -> letters.send(given.supervisor(), sent.number(), given("ST1", all, Set.of(), "x")));
    Refused.byRule(
        "letter.refused.moved",
        () -> letters.send(given.supervisor(), sent.number(), given("ST1", two, all, "x")));
    letters.send(given.supervisor(), sent.number(), given("ST1", all, two, "Server kami mati."));
    clock.advance(Duration.ofHours(25));
    Refused.byRule("letter.refused.moved", () -> send("ST2", 1, 2, 3));
    assertThat(letter(send("ST2", 1, 2)).items()).isEqualTo(2);
  }

  @Test
  void what_was_answered_since_the_form_was_opened_is_not_warned_of_by_surprise() {
    clock.advance(Duration.ofHours(-2));
    removed(3);
    clock.advance(Duration.ofHours(2));
    Refused.byRule("letter.refused.moved", () -> send("ST1", 1, 2, 3));
    assertThat(letter(send("ST1", 1, 2)).items()).isEqualTo(2);
  }

  @Test
  void a_fine_is_written_within_its_ceiling_where_the_set_reckons_none() {
    send("ST1", 1, 2, 3);
    clock.advance(Duration.ofHours(25));
    for (Optional<Long> fine :
        List.of(Optional.<Long>empty(), Optional.of(0L), Optional.of(500_000_001L))) {
      Set<Long> items = letters.ids(sent.id(), 1, 2, 3);
      Refused.byRule(
          "letter.refused.fine",
          () ->
              letters.send(
                  given.supervisor(),
                  sent.number(),
                  new LetterGiven("ST2", items, items, "", Optional.empty(), fine, "")));
    }
    Letter letter = letter(send("ST2", 1, 2, 3));
    assertThat(letter.total()).isEqualTo(15_000_000);
    assertThat(letter.asksToPay()).isTrue();
  }

  @Test
  void removing_later_cancels_no_fine_and_fines_of_two_letters_add_up() {
    String fined = fined();
    removed(1);
    clock.advance(Duration.ofHours(25));
    String third = send("ST3", 2, 3);
    removed(2);
    removed(3);
    assertThat(letter(fined).owed()).isEqualTo(15_000_000);
    assertThat(letter(third).owed()).isEqualTo(10_000_000);
    assertThat(letter(fined).state(clock.instant())).isEqualTo(LetterState.OVERDUE);
  }

  @Test
  void where_fines_do_not_add_up_what_was_paid_is_credited_to_the_letter_that_took_the_place() {
    addUp(false);
    try {
      String fined = fined();
      letters.record(given.supervisor(), fined, letters.paid(11_000_000, NTPN));
      clock.advance(Duration.ofHours(25));
      String some = send("ST3", 2, 3);
      assertThat(letter(fined).owed()).isEqualTo(5_000_000);
      assertThat(letter(fined).state(clock.instant())).isEqualTo(LetterState.CLOSED);
      assertThat(letter(some).account().credited()).isEqualTo(6_000_000);
      assertThat(letter(some).left()).isEqualTo(4_000_000);
      Refused.byRule(
          "letter.refused.amount",
          () -> letters.record(second, some, letters.paid(4_000_001, "X".repeat(16))));
      String rest = send("ST3", 1);
      assertThat(letter(fined).account().replacedBy()).isEqualTo(rest);
      assertThat(letter(some).left()).as("the oldest first").isZero();
      assertThat(letter(rest).left()).isEqualTo(4_000_000);
      Refused.byRule(
          "letter.refused.replaced",
          () -> letters.record(second, fined, letters.paid(1, "X".repeat(16))));
      letters.withdraw(second, rest, "Keliru.");
      assertThat(letter(fined).owed()).isEqualTo(5_000_000);
      assertThat(letter(some).account().credited()).isEqualTo(6_000_000);
    } finally {
      addUp(true);
    }
  }

  @Test
  void the_register_finds_every_letter_in_the_state_it_is_in() {
    Set<LetterState> seen = EnumSet.noneOf(LetterState.class);
    addUp(false);
    try {
      String first = send("ST1", 1, 2, 3);
      look(seen);
      clock.advance(Duration.ofHours(25));
      String replaced = send("ST2", 1, 2, 3);
      look(seen);
      clock.advance(Duration.ofHours(25));
      String third = send("ST3", 1, 2, 3);
      assertThat(letter(replaced).state(clock.instant())).isEqualTo(LetterState.REPLACED);
      look(seen);
      letters.record(second, third, letters.paid(15_000_000, NTPN));
      look(seen);
      letters.reverse(second, third);
      assertThat(letter(third).state(clock.instant())).isEqualTo(LetterState.OPEN);
      look(seen);
      letters.withdraw(second, third, "Keliru.");
      assertThat(letter(replaced).state(clock.instant())).isEqualTo(LetterState.OVERDUE);
      look(seen);
      assertThat(letter(first).state(clock.instant())).isEqualTo(LetterState.OVERDUE);
      assertThat(seen).containsExactlyInAnyOrder(LetterState.values());
    } finally {
      addUp(true);
    }
  }

  /** Compares the register's filter with what is said of each letter; what is late is open, too. */
  private void look(Set<LetterState> seen) {
    List<Letter> all =
        given.as(responder, tx -> letters.desk().letters().of(tx, sent.id())).reversed();
    for (LetterState state : LetterState.values()) {
      assertThat(listed(state))
          .as("%s", state)
          .containsExactlyElementsOf(
              all.stream()
                  .filter(
                      each ->
                          each.state(clock.instant()) == state
                              || (state == LetterState.OPEN
                                  && each.state(clock.instant()) == LetterState.OVERDUE))
                  .map(Letter::number)
                  .toList());
    }
    all.forEach(each -> seen.add(each.state(clock.instant())));
  }

  @Test
  void a_payment_recorded_wrongly_is_undone_and_recorded_anew() {
    String fined = fined();
    Refused.byRule("letter.refused.no_payment", () -> letters.reverse(second, fined, 99, "x"));
    letters.record(second, fined, letters.paid(15_000_000, NTPN));
    long payment = letter(fined).payments().getFirst().id();
    Refused.byRule(
        "letter.refused.objection.reason", () -> letters.reverse(second, fined, payment, ""));
    Refused.forLackOf(
        Permission.SEND_LETTERS, () -> letters.reverse(lead, fined, payment, "Keliru."));
    letters.reverse(second, fined);
    assertThat(letter(fined).paid()).isZero();
    assertThat(letter(fined).payments().getFirst().reversal())
        .map(Letter.Reversal::reason)
        .hasValue("Salah catat.");
    Refused.byRule(
        "letter.refused.no_payment", () -> letters.reverse(second, fined, payment, "Lagi."));
    letters.record(second, fined, letters.paid(1_500_000, NTPN));
    assertThat(letter(fined).left()).isEqualTo(13_500_000);
    assertThat(db.rows("select body from event where kind = 'letter.payment_reversed'"))
        .containsExactly("{\"amount\":15000000,\"items\":3,\"letter\":\"" + fined + "\"}");
  }

  @Test
  void the_treasurys_number_stands_for_one_companys_payment() {
    String fined = fined();
    Sent other = given.request(given.company("Video")).withItems(1).sent();
    clock.advance(Duration.ofHours(25));
    letters.send(given.supervisor(), other.number(), letters.about(other.id(), "ST1", 1));
    clock.advance(Duration.ofHours(25));
    String others =
        letters.send(given.supervisor(), other.number(), letters.about(other.id(), "ST2", 1));
    letters.record(second, fined, letters.paid(1_000_000, NTPN));
    Refused.byRule(
        "letter.refused.anothers",
        () -> letters.record(second, others, letters.paid(1_000_000, NTPN)));
    letters.record(second, others, letters.paid(1_000_000, "X".repeat(16)));
    assertThatThrownBy(
            () ->
                db.asOwner(
                    "insert into letter_payment (letter_id, company_id, side, event_id, recorded,"
                        + " amount, paid_on, reference, told_at) select letter_id, company_id, side,"
                        + " event_id, true, 1, paid_on, '"
                        + NTPN
                        + "', told_at from letter_payment where reference like 'X%'"))
        .hasMessageContaining("is recorded already");
  }

  @Test
  void stages_are_proposed_apart() {
    send("ST1", 1);
    clock.advance(Duration.ofHours(25));
    assertThat(wanted()).containsExactly("ST1 2", "ST2 1");
  }

  @Test
  void a_letter_asks_each_side_for_what_it_has_not_done() {
    String fined = fined();
    assertThat(asked()).containsExactly("ACKNOWLEDGE 2", "PAY 1 2026-03-05T03:15:00Z");
    letters.acknowledge(lead, fined);
    letters.tell(lead, fined, letters.paid(15_000_000, NTPN));
    letters.object(lead, fined, "Keliru.");
    String due = db.rows("select due_at at time zone 'utc' from letter_objection").getFirst();
    assertThat(asked())
        .containsExactly(
            "ACKNOWLEDGE 1",
            "PAY 1 2026-03-05T03:15:00Z",
            "DECIDE 1 " + due.replace(' ', 'T') + "Z",
            "RECORD 1");
    letters.decide(second, fined, LetterOutcome.UPHELD);
    letters.record(second, fined, letters.paid(15_000_000, NTPN));
    assertThat(asked()).containsExactly("ACKNOWLEDGE 1");
  }

  private List<String> asked() {
    return given.as(
        responder,
        tx ->
            letters.desk().letters().asked(tx).stream()
                .filter(each -> each.count() > 0)
                .map(
                    each ->
                        each.need()
                            + " "
                            + each.count()
                            + each.until().map(until -> " " + until).orElse(""))
                .toList());
  }

  @Test
  void a_letter_asks_for_no_commitment_to_a_fine_it_does_not_have() {
    String warning = send("ST1", 1, 2, 3);
    db.asOwner(
        "alter table letter disable trigger user; update letter set asks_to_pay = true;"
            + " alter table letter enable trigger user");
    assertThat(letter(warning).asksToPay()).isFalse();
    Refused.byRule("letter.refused.no_commitment", () -> letters.promise(lead, warning));
  }

  @Test
  void a_letter_without_a_fine_closes_when_its_items_are_settled() {
    String letter = send("ST1", 1, 2, 3);
    given
        .db()
        .run(
            given.supervisor(),
            tx -> given.desk().withdrawItems().run(tx, given.act(), now(1, 2, 3), true, "Keliru."));
    assertThat(letter(letter).state(clock.instant())).isEqualTo(LetterState.CLOSED);
    assertThat(listed(LetterState.CLOSED)).containsExactly(letter);
    assertThat(listed(LetterState.OPEN)).isEmpty();
  }

  @Test
  void a_company_acknowledges_once() {
    String letter = send("ST1", 1, 2, 3);
    Refused.forLackOf(
        Permission.ACKNOWLEDGE_REQUESTS, () -> letters.acknowledge(given.supervisor(), letter));
    letters.acknowledge(responder, letter);
    letters.acknowledge(lead, letter);
    assertThat(db.rows("select count(*) from letter_acknowledgement")).containsExactly("1");
    assertThat(db.rows("select count(*) from event where kind = 'letter.acknowledged'"))
        .containsExactly("1");
  }

  @Test
  void a_commitment_is_made_once_for_a_day_to_come_and_where_it_is_asked_for() {
    String warning = send("ST1", 1, 2, 3);
    Refused.byRule("letter.refused.no_commitment", () -> letters.promise(lead, warning));
    clock.advance(Duration.ofHours(25));
    String fined = send("ST2", 1, 2, 3);
    Refused.forLackOf(Permission.ANSWER_LETTERS, () -> letters.promise(responder, fined));
    Refused.byRule(
        "letter.refused.pay_by", () -> letters.promise(lead, fined, LocalDate.of(2026, 3, 3)));
    Refused.byRule(
        "letter.refused.evidence",
        () ->
            given
                .db()
                .run(
                    lead,
                    tx ->
                        letters
                            .desk()
                            .promise()
                            .run(
                                tx,
                                given.act(),
                                fined,
                                LocalDate.of(2026, 4, 1),
                                Optional.of(99L))));
    letters.promise(lead, fined);
    assertThat(letter(fined).commitment()).isPresent();
    Refused.byRule("letter.refused.committed", () -> letters.promise(lead, fined));
  }

  @Test
  void what_a_company_says_it_paid_counts_when_the_ministry_records_it() {
    String fined = fined();
    letters.tell(lead, fined, letters.paid(15_000_000, NTPN));
    Refused.byRule(
        "letter.refused.told",
        () -> letters.tell(lead, fined, letters.paid(15_000_000, "a1b2 c3d4 e5f6 g7h8")));
    assertThat(letter(fined).paid()).isZero();
    letters.record(given.supervisor(), fined, letters.paid(5_000_000, NTPN));
    Refused.byRule(
        "letter.refused.told",
        () -> letters.record(given.supervisor(), fined, letters.paid(5_000_000, NTPN)));
    Refused.byRule(
        "letter.refused.amount",
        () -> letters.record(given.supervisor(), fined, letters.paid(10_000_001, "X".repeat(16))));
    assertThat(letter(fined).state(clock.instant())).isEqualTo(LetterState.OPEN);
    letters.record(given.supervisor(), fined, letters.paid(10_000_000, "X".repeat(16)));
    assertThat(letter(fined).state(clock.instant())).isEqualTo(LetterState.CLOSED);
    assertThat(listed(LetterState.CLOSED)).containsExactly(fined);
    Refused.byRule(
        "letter.refused.paid",
        () -> letters.record(given.supervisor(), fined, letters.paid(1, "Y".repeat(16))));
  }

  @Test
  void a_payment_has_a_day_and_a_number_that_can_be() {
    String warning = send("ST1", 1, 2, 3);
    Refused.byRule(
        "letter.refused.no_fine",
        () -> letters.record(given.supervisor(), warning, letters.paid(1, NTPN)));
    clock.advance(Duration.ofHours(25));
    String fined = send("ST2", 1, 2, 3);
    Refused.forLackOf(
        Permission.SEND_LETTERS,
        () -> letters.record(given.officer(), fined, letters.paid(1, NTPN)));
    Refused.forLackOf(
        Permission.ANSWER_LETTERS, () -> letters.tell(responder, fined, letters.paid(1, NTPN)));
    Refused.byRule(
        "letter.refused.reference",
        () -> letters.record(given.supervisor(), fined, letters.paid(1, "123")));
    for (LocalDate day : List.of(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 5))) {
      Refused.byRule(
          "letter.refused.paid_on",
          () -> letters.record(given.supervisor(), fined, new PaymentGiven(1, day, NTPN)));
    }
  }

  @Test
  void an_accepted_objection_withdraws_the_letter_and_its_fine() {
    String fined = fined();
    Refused.byRule("letter.refused.objection.reason", () -> letters.object(lead, fined, ""));
    Refused.forLackOf(Permission.ANSWER_LETTERS, () -> letters.object(responder, fined, "Keliru."));
    Refused.byRule(
        "letter.refused.decided", () -> letters.decide(second, fined, LetterOutcome.ACCEPTED));
    letters.object(lead, fined, "Item sudah dihapus tepat waktu.");
    Refused.byRule("letter.refused.objection.twice", () -> letters.object(lead, fined, "Lagi."));
    Refused.byRule(
        "letter.refused.own",
        () -> letters.decide(given.supervisor(), fined, LetterOutcome.UPHELD));
    assertThatThrownBy(
            () ->
                db.asOwner(
                    "insert into letter_objection_decision select l.id, l.company_id, 'both',"
                        + " l.event_id, 'upheld', 'x', l.sent_at from letter l where l.number = '"
                        + fined
                        + "'"))
        .hasMessageContaining("may not be decided by one who sent it");
    Refused.forLackOf(
        Permission.SEND_LETTERS, () -> letters.decide(lead, fined, LetterOutcome.ACCEPTED));
    letters.decide(second, fined, LetterOutcome.ACCEPTED);
    assertThat(letter(fined).state(clock.instant())).isEqualTo(LetterState.WITHDRAWN);
    assertThat(letter(fined).owed()).isZero();
    assertThat(listed(LetterState.WITHDRAWN)).containsExactly(fined);
    Refused.byRule(
        "letter.refused.no_fine", () -> letters.record(second, fined, letters.paid(1, NTPN)));
    clock.advance(Duration.ofHours(25));
    assertThat(wanted()).isEmpty();
  }

  @Test
  void an_upheld_objection_leaves_all_as_it_was_and_none_is_filed_late() {
    String fined = fined();
    letters.object(lead, fined, "Keliru.");
    letters.decide(second, fined, LetterOutcome.UPHELD);
    assertThat(letter(fined).owed()).isEqualTo(15_000_000);
    clock.advance(Duration.ofHours(25));
    assertThat(wanted()).containsExactly("ST3 3");
    String third = send("ST3", 1, 2, 3);
    clock.advance(Duration.ofHours(24).plusSeconds(1));
    Refused.byRule("letter.refused.objection.late", () -> letters.object(lead, third, "Keliru."));
  }

  @Test
  void the_ministry_withdraws_a_letter_itself_and_its_fine_falls_away() {
    String fined = fined();
    removed(1);
    Refused.byRule(
        "letter.refused.objection.reason", () -> letters.withdraw(given.supervisor(), fined, ""));
    for (PersonViewer other : List.of(given.officer(), lead)) {
      Refused.forLackOf(Permission.SEND_LETTERS, () -> letters.withdraw(other, fined, "Keliru."));
    }
    letters.object(lead, fined, "Sudah dihapus.");
    letters.withdraw(given.supervisor(), fined, "Dikirim sebelum waktunya.");
    Letter letter = letter(fined);
    assertThat(letter.state(clock.instant())).isEqualTo(LetterState.WITHDRAWN);
    assertThat(letter.owed()).isZero();
    assertThat(letter.isContested()).isFalse();
    assertThat(letter.withdrawal())
        .map(Letter.Withdrawal::reason)
        .hasValue("Dikirim sebelum waktunya.");
    assertThat(listed(LetterState.WITHDRAWN)).containsExactly(fined);
    assertThat(db.rows("select body from event where kind = 'letter.withdrawn'"))
        .containsExactly("{\"again\":false,\"items\":3,\"letter\":\"" + fined + "\"}");
    Refused.byRule(
        "letter.refused.withdrawn", () -> letters.withdraw(second, fined, "Sekali lagi."));
    Refused.byRule(
        "letter.refused.decided", () -> letters.decide(second, fined, LetterOutcome.UPHELD));
    Refused.byRule(
        "letter.refused.no_fine", () -> letters.record(second, fined, letters.paid(1, NTPN)));
    clock.advance(Duration.ofHours(25));
    assertThat(wanted()).isEmpty();
    Refused.byRule("letter.refused.none", () -> send("ST2", 2, 3));
  }

  @Test
  void a_letter_that_was_made_wrongly_is_withdrawn_and_made_anew() {
    send("ST1", 1, 2, 3);
    clock.advance(Duration.ofHours(25));
    String wrong = send("ST2", 1, 2, 3);
    given
        .db()
        .run(
            second,
            tx -> letters.desk().withdraw().run(tx, given.act(), wrong, "Salah jumlah.", true));
    Refused.byRule("letter.refused.withdrawn", () -> letters.object(lead, wrong, "Keliru."));
    assertThat(wanted()).containsExactly("ST2 3");
    assertThat(letter(send("ST2", 1, 2, 3)).owed()).isEqualTo(15_000_000);
    assertThat(wanted()).isEmpty();
  }

  /** Rules that were released stay as they are; here they are another set's. */
  private static void addUp(boolean up) {
    db.asOwner(
        "alter table fine disable trigger fine_released; update fine set adds_up = "
            + up
            + "; alter table fine enable trigger fine_released");
  }

  private String fined() {
    send("ST1", 1, 2, 3);
    clock.advance(Duration.ofHours(25));
    return send("ST2", 1, 2, 3);
  }

  private String send(String stage, int... ordinals) {
    return letters.send(given.supervisor(), sent.number(), about(stage, ordinals));
  }

  private LetterGiven about(String stage, int... ordinals) {
    return letters.about(sent.id(), stage, ordinals);
  }

  private static LetterGiven given(String stage, Set<Long> shown, Set<Long> items, String reason) {
    return new LetterGiven(stage, shown, items, reason, Optional.empty(), Optional.empty(), "");
  }

  private Letter letter(String number) {
    return given.as(responder, tx -> letters.desk().letters().fetch(tx, number));
  }

  private List<String> listed(LetterState state) {
    return given.as(
        responder,
        tx ->
            letters
                .desk()
                .letters()
                .list(
                    tx,
                    new LetterFilter(Optional.empty(), Optional.of(state), Optional.empty()),
                    Optional.empty(),
                    9)
                .stream()
                .map(Letter::number)
                .toList());
  }

  private List<String> wanted() {
    return given.as(
        given.supervisor(),
        tx ->
            letters.desk().proposals().wanted(tx).stream()
                .map(
                    each ->
                        each.stage()
                            + " "
                            + each.items()
                            + (each.late() == 0 ? "" : ", late " + each.late()))
                .toList());
  }

  private void removed(int ordinal) {
    AnswerGiven removed =
        new AnswerGiven(
            "D1",
            Optional.empty(),
            Map.of("rule_line", "3.2", "acted_at", clock.instant().toString()));
    given
        .db()
        .run(responder, tx -> given.desk().answer().run(tx, given.act(), now(ordinal), removed));
  }

  private List<ItemRef> now(int... ordinals) {
    List<ItemRef> refs = given.refs(given.officer(), sent.id());
    return java.util.Arrays.stream(ordinals).mapToObj(each -> refs.get(each - 1)).toList();
  }
}
