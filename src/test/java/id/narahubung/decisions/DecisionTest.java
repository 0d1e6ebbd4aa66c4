package id.narahubung.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Share;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.FindingResult;
import id.narahubung.data.ConstraintBroken;
import id.narahubung.decisions.DecisionContent.Said;
import id.narahubung.decisions.TruthTable.Row;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.notices.ClockNotices;
import id.narahubung.notices.NoticeStore;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.GivenDecisions;
import id.narahubung.testing.Race;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Decisions from their preparation to what follows, and every way to be refused. */
final class DecisionTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final GivenDecisions decisions = new GivenDecisions(given);
  private final GivenCommitments commitments = new GivenCommitments(given);
  private static final CellKey CONDITIONS = CellKey.check("conditions_verified");

  private Company klip;
  private PersonViewer lead;

  @BeforeEach
  void aPlatform() {
    klip = given.company("Klip");
    lead = given.person(klip.organisation(), Role.LEAD);
  }

  private long prepared(String kind) {
    return decisions.prepare(given.officer(), klip, decisions.content(kind));
  }

  private AccessHistory history() {
    return given.as(lead, tx -> decisions.desk().decisions().history(tx, klip.platform().id()));
  }

  @Test
  void a_decision_is_the_ministrys_until_it_is_signed_and_then_both_sides() {
    long id = prepared("partial_block");
    Refused.asUnknown(() -> decisions.read(lead, id));
    Refused.forLackOf(Permission.SIGN_DECISIONS, () -> sign(given.officer(), id));
    decisions.waiveChecks(id);
    assertThat(sign(decisions.signer(), id)).isEqualTo("KA-2026-0001");
    Decision theirs = decisions.read(lead, id);
    assertThat(theirs.content().targets())
        .extracting(Target::value)
        .containsExactly("klip.example");
    assertThat(theirs.waivers()).isNotEmpty().allMatch(each -> each.second().isPresent());
    assertThat(theirs.signature().orElseThrow().by().role()).isEqualTo("decision_maker");
    assertThat(theirs.hands()).as("who else was at it").isEmpty();
    assertThat(history().status()).isEqualTo(AccessStatus.PARTLY_BLOCKED);
    assertThat(history().blocks()).isEqualTo(1);
    assertThat(
            db.rows(
                "select kind, side, body::jsonb ->> 'number' from event where kind = 'decision.signed'"))
        .containsExactly("decision.signed|both|KA-2026-0001");
    Refused.byRule("decision.refused.signed", () -> sign(decisions.signer(), id));
    long next = prepared("full_block");
    decisions.waiveChecks(next);
    assertThat(decisions.sign(decisions.signer(), next, "full_block")).isEqualTo("KA-2026-0002");
  }

  private String sign(PersonViewer who, long id) {
    return decisions.sign(who, id, "partial_block");
  }

  @Test
  void what_is_prepared_is_complete_and_about_the_platform() {
    DecisionContent good = decisions.content("partial_block");
    Refused.forLackOf(Permission.PREPARE_DECISIONS, () -> decisions.prepare(lead, klip, good));
    Refused.byRule(
        "decision.refused.kind",
        () -> decisions.prepare(given.officer(), klip, decisions.content("pardon")));
    Refused.byRule(
        "decision.refused.reasons", () -> prepare(with(good, "", good.targets(), List.of())));
    Refused.byRule(
        "decision.refused.targets", () -> prepare(with(good, "x", List.of(), List.of())));
    Company video = given.company("Video");
    String theirs = given.request(video).withItems(1).sent().number();
    String ours = given.request(klip).withItems(1).sent().number();
    for (String number : List.of(theirs, "PA-2026-999999", "KM-2026-0001", "ST-2026-000001")) {
      Refused.byRule(
          "decision.refused.link",
          () -> prepare(with(good, "x", good.targets(), List.of(ours, number))));
    }
    Instant before = clock.instant().minusSeconds(60);
    Refused.byRule(
        "decision.refused.starts",
        () -> prepare(timed(good, Optional.of(before), Optional.empty())));
    Refused.byRule(
        "decision.refused.ends", () -> prepare(timed(good, Optional.empty(), Optional.of(before))));
    long id = prepare(with(good, "x", good.targets(), List.of(ours)));
    assertThat(decisions.read(given.officer(), id).content().links()).containsExactly(ours);
  }

  private long prepare(DecisionContent content) {
    return decisions.prepare(given.officer(), klip, content);
  }

  private static DecisionContent with(
      DecisionContent of, String reasons, List<Target> targets, List<String> links) {
    return new DecisionContent(
        of.kindCode(),
        of.recommendation(),
        of.basis(),
        of.grounds(),
        reasons,
        of.statement(),
        of.scope(),
        of.startsAt(),
        of.endsAt(),
        targets,
        of.bodies(),
        links,
        of.watch(),
        of.checks());
  }

  private static DecisionContent timed(
      DecisionContent of, Optional<Instant> starts, Optional<Instant> ends) {
    return new DecisionContent(
        of.kindCode(),
        of.recommendation(),
        of.basis(),
        of.grounds(),
        of.reasons(),
        of.statement(),
        of.scope(),
        starts,
        ends,
        of.targets(),
        of.bodies(),
        of.links(),
        of.watch(),
        of.checks());
  }

  @Test
  void targets_are_kept_in_one_form_or_refused_by_name() {
    assertThat(Target.read(Target.Kind.DOMAIN, " HTTPS://Klip.Example/v/1?x "))
        .isEqualTo(new Target(Target.Kind.DOMAIN, "klip.example"));
    assertThat(Target.read(Target.Kind.DOMAIN, "bücher.example").value())
        .isEqualTo("xn--bcher-kva.example");
    for (String good : List.of("203.0.113.7", "203.0.113.0/24", "2001:db8::1", "2001:db8::/32")) {
      assertThat(Target.read(Target.Kind.IP, good).value()).isEqualTo(good);
    }
    assertThat(Target.read(Target.Kind.APP_ID, "com.example.klip").value())
        .isEqualTo("com.example.klip");
    for (String bad : List.of("klip", "203.0.113.7", "klip..example", "-klip.example", "")) {
      Refused.byRule("decision.refused.target.domain", () -> Target.read(Target.Kind.DOMAIN, bad));
    }
    for (String bad : List.of("203.0.113.256", "203.0.113.0/33", "1:2:3", "2001:db8:::1", "klip")) {
      Refused.byRule("decision.refused.target.ip", () -> Target.read(Target.Kind.IP, bad));
    }
    assertThat(Target.lines(Target.Kind.DOMAIN, "klip.example\n\nKLIP.example\n")).hasSize(1);
  }

  @Test
  void an_opening_is_refused_by_name_until_its_condition_is_verified() {
    decisions.signed(klip, "full_block");
    String promise = commitments.agreed(lead, klip, commitments.moderators(90));
    long id = prepared("full_restore");
    decisions.waiveChecks(id);
    assertThatThrownBy(() -> decisions.sign(decisions.signer(), id, "full_restore"))
        .isInstanceOfSatisfying(
            RuleBroken.class,
            e -> {
              assertThat(e.key()).isEqualTo("decision.refused.open");
              assertThat(e.arguments()).containsExactly(2, promise + ", conditions_verified");
            });
    commitments.find(given.officer(), promise, FindingResult.FAIL, 100);
    Refused.byRule(
        "decision.refused.open", () -> decisions.sign(decisions.signer(), id, "full_restore"));
    commitments.find(given.officer(), promise, FindingResult.PASS, 220);
    String number = decisions.sign(decisions.signer(), id, "full_restore");
    assertThat(history().status()).isEqualTo(AccessStatus.OPEN);
    Dossier seen = frozen(number);
    commitments.find(given.officer(), promise, FindingResult.FAIL, 90);
    assertThat(frozen(number)).as("as the signer saw it").isEqualTo(seen);
    Cell cell = seen.cells().getFirst();
    assertThat(cell.row().state()).isEqualTo(CellState.MET);
    assertThat(cell.verified().orElseThrow().value().orElseThrow()).isEqualByComparingTo("220");
    assertThat(seen.earlier()).hasSize(1);
  }

  private Dossier frozen(String number) {
    return given.as(
        lead,
        tx -> {
          DecisionStore store = decisions.desk().decisions();
          return store.saw(tx, store.fetch(tx, number).id()).dossier();
        });
  }

  @Test
  void postgresql_refuses_what_a_command_would_let_through() {
    decisions.signed(klip, "full_block");
    String promise = commitments.agreed(lead, klip, commitments.moderators(90));
    long id = prepared("full_restore");
    assertThatThrownBy(() -> force(decisions.signer(), id, CellState.MET))
        .isInstanceOf(ConstraintBroken.class)
        .hasMessageContaining("access_decision_conditions")
        .hasStackTraceContaining("not verified, nor waived by two: " + promise);
    commitments.find(given.officer(), promise, FindingResult.PASS, 220);
    assertThatThrownBy(() -> force(decisions.signer(), id, CellState.MISSING))
        .isInstanceOf(ConstraintBroken.class)
        .hasStackTraceContaining("neither met nor waived by two: request_complete");
    Refused.byConstraint(
        "access_decision_four_eyes", () -> force(given.officer(), id, CellState.MET));
    Refused.byConstraint(
        "access_decision_dossier_kept",
        () -> force(decisions.signer(), id, CellState.MET, Optional.of("ab12")));
    force(decisions.signer(), id, CellState.MET);
    Refused.byConstraint(
        "access_decision_closed",
        () ->
            given
                .db()
                .run(
                    decisions.signer(),
                    tx -> {
                      Decision now = decisions.desk().fetch(tx, id);
                      new DecisionActStore().move(tx, now, now.version(), DecisionStage.WITHDRAWN);
                    }));
    assertThatThrownBy(
            () ->
                db.asOwner(
                    "insert into access_decision (platform_id, company_id, side, rule_set_id,"
                        + " kind_code, stage, recommendation, basis, grounds, reasons_considered,"
                        + " public_statement, scope, prepared_role, prepared_code, prepared_at)"
                        + " select platform_id, company_id, 'ministry', rule_set_id, kind_code,"
                        + " 'withdrawn', 'x', 'x', 'x', 'x', 'x', 'x', 'officer', 1, prepared_at"
                        + " from access_decision limit 1"))
        .hasStackTraceContaining("is prepared before it is anything else");
    assertThatThrownBy(() -> db.asOwner("delete from decision_target"))
        .hasStackTraceContaining("is closed");
  }

  /** Signs past the command, as one who had broken it would, with cells of one's own making. */
  private void force(PersonViewer who, long id, CellState said) {
    force(who, id, said, Optional.empty());
  }

  private void force(PersonViewer who, long id, CellState said, Optional<String> named) {
    given
        .db()
        .run(
            who,
            tx -> {
              Decision now = decisions.desk().fetch(tx, id);
              Dossier read = decisions.desk().dossiers().read(tx, now);
              List<Cell> cells =
                  read.cells().stream()
                      .map(
                          c ->
                              new Cell(
                                  new Row(c.key(), said, said, 0, false),
                                  c.label(),
                                  c.text(),
                                  c.promise(),
                                  c.verified(),
                                  c.shown(),
                                  c.waiver()))
                      .toList();
              Dossier dossier =
                  new Dossier(
                      cells,
                      List.of(),
                      List.of(),
                      read.status(),
                      read.since(),
                      read.blocks(),
                      Optional.empty(),
                      new Weeks(List.of()));
              Decision signed = signedNow(now, tx.now());
              String kept = Frozen.write(signed, dossier);
              long event =
                  given
                      .ledger()
                      .add(
                          tx,
                          Act.of(given.act(), EventKind.DECISION_SIGNED, "officer", Share.BOTH)
                              .behind(klip.id())
                              .with("dossier", named.orElseGet(() -> Frozen.sha256(kept))));
              new DecisionActStore().sign(tx, event, now, now.version(), signed, dossier, kept);
            });
  }

  private static Decision signedNow(Decision d, Instant now) {
    return new Decision(
        d.id(),
        d.of(),
        Optional.of("KA-2026-0777"),
        DecisionStage.SIGNED,
        d.version(),
        timed(d.content(), Optional.of(now), Optional.empty()),
        false,
        "",
        d.preparedBy(),
        d.preparedAt(),
        d.hands(),
        d.waivedBy(),
        d.signature(),
        d.waivers(),
        d.executions(),
        d.questions(),
        d.withdrawal());
  }

  @Test
  void a_waiver_takes_two_and_ends() {
    decisions.signed(klip, "full_block");
    String promise = commitments.agreed(lead, klip, commitments.moderators(90));
    long id = prepared("full_restore");
    decisions.waiveChecks(id);
    CellKey cell = CellKey.commitment(promise);
    PersonViewer signer = decisions.signer();
    Refused.forLackOf(
        Permission.WAIVE_CONDITIONS, () -> decisions.propose(given.officer(), id, cell));
    Refused.byRule(
        "decision.refused.cell",
        () -> decisions.propose(signer, id, CellKey.commitment("KM-2026-0777")));
    Refused.byRule(
        "decision.refused.waiver.long",
        () ->
            decisions.propose(
                signer, id, new WaiverGiven(cell, "x", decisions.today().plusDays(181), "x")));
    Refused.byRule(
        "decision.refused.waiver.until",
        () ->
            decisions.propose(
                signer, id, new WaiverGiven(cell, "x", decisions.today().minusDays(1), "x")));
    assertThatThrownBy(
            () ->
                db.asOwner(
                    "insert into decision_waiver (decision_id, company_id, side, event_id, cell,"
                        + " found, version, reason, until, owner, proposed_role, proposed_code,"
                        + " proposed_at) select decision_id, company_id, side, event_id, cell,"
                        + " found, version, reason, date '2026-08-30', owner, proposed_role,"
                        + " proposed_code, proposed_at from decision_waiver limit 1"))
        .hasStackTraceContaining("runs for longer than the rules let it");
    decisions.propose(signer, id, cell);
    assertThat(open(id)).as("a proposal alone").contains(cell);
    long waiver = decisions.read(signer, id).waivers().getLast().id();
    Refused.byRule("decision.refused.waiver.own", () -> decisions.second(signer, id, waiver));
    Refused.byConstraint(
        "decision_waiver_second_four_eyes",
        () ->
            given
                .db()
                .run(
                    signer,
                    tx -> {
                      Act act =
                          Act.of(
                                  given.act(),
                                  EventKind.WAIVER_SECONDED,
                                  Role.DECISION_MAKER,
                                  signer.side())
                              .behind(klip.id());
                      Decision now = decisions.desk().fetch(tx, id);
                      new DecisionActStore().second(tx, given.ledger().add(tx, act), now, waiver);
                    }));
    decisions.second(decisions.second(), id, waiver);
    Refused.byRule(
        "decision.refused.seconded", () -> decisions.second(decisions.second(), id, waiver));
    assertThat(open(id)).isEmpty();
    commitments.find(given.officer(), promise, FindingResult.FAIL, 90);
    assertThat(open(id)).as("what was found since").contains(cell);
    decisions.waive(id, cell);
    assertThat(open(id)).isEmpty();
    clock.advance(Duration.ofDays(21));
    assertThat(open(id)).as("after its end").contains(cell);
    Refused.byRule("decision.refused.open", () -> decisions.sign(signer, id, "full_restore"));
  }

  @Test
  void whoever_prepared_it_lets_nothing_of_it_be() {
    PersonViewer preparer = given.person(given.ministry(), Role.SUPERVISOR);
    long id = decisions.prepare(preparer, klip, decisions.content("partial_block"));
    CellKey cell = CellKey.check("order_received");
    Refused.byRule("decision.refused.waiver.hand", () -> decisions.propose(preparer, id, cell));
    decisions.propose(decisions.signer(), id, cell);
    long waiver = decisions.read(preparer, id).waivers().getLast().id();
    Refused.byRule("decision.refused.waiver.hand", () -> decisions.second(preparer, id, waiver));
  }

  @Test
  void whoever_let_something_of_it_be_writes_nothing_of_it_after() {
    long id = prepared("partial_block");
    PersonViewer signer = decisions.signer();
    PersonViewer second = decisions.second();
    decisions.waive(id, CellKey.check("order_received"));
    ask(given.person(given.ministry(), Role.DECISION_MAKER), id, "Mana sampelnya?");
    int version = decisions.read(signer, id).version();
    for (PersonViewer waived : List.of(signer, second)) {
      Refused.byRule(
          "decision.refused.waiver.changed", () -> change(waived, id, version, "partial_block"));
      Refused.byRule(
          "decision.refused.waiver.changed", () -> reply(waived, id, "Lihat lampiran."));
      Refused.byConstraint(
          "decision_hand_waived_by_others",
          () ->
              given
                  .db()
                  .run(
                      waived,
                      tx -> {
                        Act act =
                            Act.of(
                                    given.act(),
                                    EventKind.DECISION_CHANGED,
                                    Role.SUPERVISOR,
                                    waived.side())
                                .behind(klip.id());
                        long event = given.ledger().add(tx, act);
                        new DecisionActStore().addHand(tx, event, id, klip.id());
                      }));
    }
    change(given.officer(), id, version, "partial_block");
    reply(id, "Lihat lampiran.");
  }

  private void change(PersonViewer who, long id, int version, String kind) {
    given
        .db()
        .run(
            who,
            tx ->
                decisions
                    .desk()
                    .change()
                    .run(tx, given.act(), id, version, decisions.content(kind)));
  }

  @Test
  void nobodys_word_stands_for_what_was_not_looked_at() {
    decisions.signed(klip, "full_block");
    Said yes = new Said(Optional.of(true), "Sudah.");
    List<String> codes = List.of("items_checked", "sample_passed", "contact_tested");
    long id =
        decisions.prepare(
            given.officer(),
            klip,
            decisions.content(
                "full_restore", Map.of(codes.get(0), yes, codes.get(1), yes, codes.get(2), yes)));
    assertThat(open(id)).containsAll(codes.stream().map(CellKey::check).toList());
    assertThat(open(id)).as("no condition is none kept").contains(CONDITIONS);
    String proposed = commitments.propose(lead, klip, commitments.moderators(90));
    assertThat(open(id)).as("not signed by both").contains(CellKey.commitment(proposed));
    decisions.waiveChecks(id);
    Refused.byRule(
        "decision.refused.open", () -> decisions.sign(decisions.signer(), id, "full_restore"));
    commitments.refuse(lead, proposed, "Tidak jadi.");
    decisions.waiveChecks(id);
    assertThat(open(id)).isEmpty();
    String items = given.request(klip).withItems(2).sent().number();
    assertThat(open(id))
        .as("an order it does not name: " + items)
        .contains(CellKey.check("items_checked"));
  }

  @Test
  void nothing_opens_with_an_end_or_otherwise_than_prepared_by_an_oversight() {
    decisions.signed(klip, "full_block");
    long id = prepared("full_restore");
    decisions.waiveChecks(id);
    PersonViewer signer = decisions.signer();
    Optional<Instant> end = Optional.of(clock.instant().plus(Duration.ofDays(5)));
    List<DecisionContent.Watch> watch = decisions.content("x").watch();
    Refused.byRule(
        "decision.refused.no_end",
        () -> decisions.sign(signer, id, new SigningGiven("full_restore", end, watch, "", false)));
    Refused.byRule(
        "decision.refused.note",
        () ->
            decisions.sign(
                signer, id, new SigningGiven("temporary_restore", end, watch, "", false)));
    Refused.asStale(
        () ->
            decisions.sign(
                signer,
                id,
                new SigningGiven(
                    "full_restore", Optional.empty(), watch, "", false, Optional.of("ab12"))));
    decisions.sign(signer, id, "full_restore");
    assertThat(tasks()).isEmpty();
    clock.advance(Duration.ofDays(21));
    assertThat(tasks())
        .as("waivers that ended, after a full restore, too")
        .extracting(Reviews.Task::how)
        .isNotEmpty()
        .containsOnly("waiver");
    Reviews.Task task = tasks().getFirst();
    decisions.signed(klip, "registration_freeze");
    assertThat(tasks()).as("under a freeze").contains(task);
    review(task.decision(), task.broken(), "Diberi waktu lagi.");
    assertThat(tasks()).doesNotContain(task);
  }

  private List<CellKey> open(long id) {
    return given.as(given.officer(), tx -> decisions.desk().open(tx, id));
  }

  @Test
  void whoever_had_a_hand_in_it_does_not_sign_it() {
    PersonViewer maker = given.person(given.ministry(), Role.DECISION_MAKER);
    long id = decisions.prepare(maker, klip, decisions.content("partial_block"));
    decisions.waiveChecks(id);
    Refused.byRule("decision.refused.own", () -> sign(maker, id));
    int version = decisions.read(maker, id).version();
    PersonViewer changing = given.person(given.ministry(), Role.DECISION_MAKER);
    change(changing, id, version, "partial_block");
    Refused.byRule("decision.refused.own", () -> sign(changing, id));
    Refused.asStale(() -> change(changing, id, version, "full_block"));
    PersonViewer other = given.person(given.ministry(), Role.DECISION_MAKER);
    Refused.asStale(
        () ->
            given.as(
                other,
                tx ->
                    decisions
                        .desk()
                        .sign()
                        .run(tx, given.act(), id, version, decisions.choose(id, "partial_block"))));
    assertThat(sign(other, id)).isEqualTo("KA-2026-0001");
  }

  @Test
  void of_two_signers_at_once_one_is_told_that_the_other_signed() {
    long id = prepared("partial_block");
    decisions.waiveChecks(id);
    PersonViewer other = given.person(given.ministry(), Role.DECISION_MAKER);
    SigningGiven chosen = decisions.choose(id, "partial_block");
    Refused.byRule(
        "decision.refused.signed",
        () ->
            new Race(db)
                .run(
                    given,
                    new Race.Person(
                        decisions.signer(),
                        tx -> decisions.desk().sign().run(tx, given.act(), id, 1, chosen)),
                    new Race.Person(
                        other, tx -> decisions.desk().sign().run(tx, given.act(), id, 1, chosen))));
    assertThat(db.rows("select last from decision_counter")).containsExactly("1");
  }

  @Test
  void the_signer_chooses_how_to_open_and_refusing_needs_no_cell() {
    decisions.signed(klip, "full_block");
    PersonViewer signer = decisions.signer();
    long id = prepared("full_restore");
    Refused.byRule("decision.refused.choice", () -> decisions.sign(signer, id, "full_block"));
    Refused.byRule(
        "decision.refused.needs_end", () -> decisions.sign(signer, id, "temporary_restore"));
    Refused.byRule(
        "decision.refused.needs_conditions",
        () -> decisions.sign(signer, id, "conditional_restore"));
    Refused.byRule(
        "decision.refused.needs_watch",
        () ->
            decisions.sign(
                signer,
                id,
                new SigningGiven("conditional_restore", Optional.empty(), List.of(), "", false)));
    Refused.byRule("decision.refused.note", () -> decisions.sign(signer, id, "restore_refused"));
    String number =
        decisions.sign(
            signer,
            id,
            new SigningGiven(
                "restore_refused",
                Optional.empty(),
                List.of(),
                "Penyaringan belum terbukti.",
                false));
    assertThat(history().status()).isEqualTo(AccessStatus.BLOCKED);
    Refused.byRule(
        "decision.refused.nothing_to_do",
        () -> decisions.execute(given.officer(), number, "Telkom", ExecutionState.DONE));
    assertThat(given.as(lead, tx -> decisions.desk().decisions().fetch(tx, number)).signerNote())
        .isEqualTo("Penyaringan belum terbukti.");
    long later = prepared("full_restore");
    decisions.waiveChecks(later);
    Instant end = clock.instant().plus(Duration.ofDays(5));
    decisions.sign(
        signer,
        later,
        new SigningGiven(
            "temporary_restore", Optional.of(end), decisions.content("x").watch(), "Dulu.", false));
    assertThat(history().status()).isEqualTo(AccessStatus.TEMPORARY);
    clock.set("2026-03-08T01:15:00Z");
    assertThat(history().status()).as("its end passed").isEqualTo(AccessStatus.BLOCKED);
  }

  @Test
  void what_is_open_is_not_opened_and_what_never_was_blocked_is_not_blocked_again() {
    long opening = prepared("full_restore");
    decisions.waiveChecks(opening);
    Refused.byRule(
        "decision.refused.not_shut",
        () -> decisions.sign(decisions.signer(), opening, "full_restore"));
    long again = prepared("reblock");
    decisions.waiveChecks(again);
    Refused.byRule(
        "decision.refused.never_blocked",
        () -> decisions.sign(decisions.signer(), again, "reblock"));
    DecisionContent plain = decisions.content("full_block");
    Instant friday = clock.instant().plus(Duration.ofDays(4));
    long block =
        decisions.prepare(
            given.officer(), klip, timed(plain, Optional.of(friday), Optional.empty()));
    decisions.waiveChecks(block);
    decisions.sign(decisions.signer(), block, "full_block");
    clock.advance(Duration.ofHours(1));
    decisions.sign(decisions.signer(), opening, "full_restore");
    clock.advance(Duration.ofDays(5));
    assertThat(history().status()).as("lifted before it began").isEqualTo(AccessStatus.OPEN);
    assertThat(history().blocks()).isZero();
  }

  @Test
  void after_more_than_three_blocks_opening_is_an_explicit_choice() {
    for (int time = 0; time < 4; time++) {
      decisions.signed(klip, "full_block");
      clock.advance(Duration.ofHours(1));
      if (time < 3) {
        decisions.signed(klip, "full_restore");
        clock.advance(Duration.ofHours(1));
      }
    }
    assertThat(history().blocks()).isEqualTo(4);
    long id = prepared("full_restore");
    for (CellKey cell : open(id)) {
      if (!cell.code().equals("blocks_counted")) {
        decisions.waive(id, cell);
      }
    }
    assertThat(open(id)).containsExactly(CellKey.check("blocks_counted"));
    Refused.byRule(
        "decision.refused.open", () -> decisions.sign(decisions.signer(), id, "full_restore"));
    decisions.sign(
        decisions.signer(),
        id,
        new SigningGiven(
            "full_restore", Optional.empty(), decisions.content("x").watch(), "", true));
    assertThat(history().status()).isEqualTo(AccessStatus.OPEN);
  }

  @Test
  void a_question_goes_back_and_what_changed_since_is_known() {
    long id = prepared("partial_block");
    PersonViewer signer = decisions.signer();
    Refused.forLackOf(Permission.SIGN_DECISIONS, () -> ask(given.officer(), id, "Mengapa?"));
    Refused.byRule("decision.refused.question", () -> ask(signer, id, ""));
    ask(signer, id, "Mana sampelnya?");
    Refused.byRule("decision.refused.asked", () -> sign(signer, id));
    DecisionContent more =
        decisions.content(
            "partial_block",
            Map.of("milder_step", new Said(Optional.of(true), "Tiga surat teguran.")));
    int version = decisions.read(signer, id).version();
    given
        .db()
        .run(
            given.officer(),
            tx -> decisions.desk().change().run(tx, given.act(), id, version, more));
    Refused.byRule("decision.refused.reply", () -> reply(id, ""));
    reply(id, "Lihat daftar periksa.");
    Decision now = decisions.read(signer, id);
    Snapshot since =
        given.as(
            signer, tx -> Snapshot.of(now.content(), decisions.desk().dossiers().read(tx, now)));
    assertThat(since.changedSince(now.questions().getFirst().seen()))
        .containsExactly("check:milder_step");
    Refused.byRule("decision.refused.no_question", () -> reply(id, "Lagi."));
    decisions.waiveChecks(id);
    sign(signer, id);
    assertThat(decisions.read(lead, id).questions()).as("stays with the ministry").isEmpty();
  }

  private void ask(PersonViewer who, long id, String question) {
    int version = decisions.read(given.officer(), id).version();
    given
        .db()
        .run(who, tx -> decisions.desk().askBack().run(tx, given.act(), id, version, question));
  }

  private void reply(long id, String reply) {
    reply(given.officer(), id, reply);
  }

  private void reply(PersonViewer who, long id, String reply) {
    int version = decisions.read(given.officer(), id).version();
    given
        .db()
        .run(who, tx -> decisions.desk().reply().run(tx, given.act(), id, version, reply));
  }

  @Test
  void what_is_withdrawn_is_not_signed() {
    long id = prepared("partial_block");
    Refused.byRule("decision.refused.reason", () -> withdraw(id, ""));
    withdraw(id, "Perusahaan sudah memenuhi.");
    Refused.byRule("decision.refused.withdrawn", () -> sign(decisions.signer(), id));
    Refused.asUnknown(() -> decisions.read(lead, id));
  }

  private void withdraw(long id, String reason) {
    given
        .db()
        .run(
            given.officer(), tx -> decisions.desk().withdraw().run(tx, given.act(), id, 1, reason));
  }

  @Test
  void providers_carry_it_out_one_after_the_other() {
    long unsigned = prepared("partial_block");
    Refused.byRule(
        "decision.refused.unsigned",
        () ->
            given
                .db()
                .run(
                    given.officer(),
                    tx ->
                        decisions
                            .desk()
                            .execute()
                            .run(
                                tx,
                                given.act(),
                                unsigned,
                                new ExecutionGiven("Telkom", ExecutionState.DONE, tx.now(), ""))));
    String number = decisions.signed(klip, "partial_block");
    Refused.byRule(
        "decision.refused.not_done",
        () -> decisions.execute(given.officer(), number, "Telkom", ExecutionState.CONFIRMED));
    decisions.execute(given.officer(), number, "Telkom", ExecutionState.ORDERED);
    clock.advance(Duration.ofHours(2));
    decisions.execute(given.officer(), number, "TELKOM", ExecutionState.DONE);
    Refused.forLackOf(
        Permission.PREPARE_DECISIONS,
        () -> decisions.execute(lead, number, "Telkom", ExecutionState.DONE));
    Decision theirs = given.as(lead, tx -> decisions.desk().decisions().fetch(tx, number));
    assertThat(theirs.executions())
        .extracting(Decision.Execution::state)
        .containsExactly(ExecutionState.ORDERED, ExecutionState.DONE);
    assertThat(theirs.executions()).allMatch(each -> each.provider().equals("Telkom"));
  }

  @Test
  void a_broken_condition_is_a_task_and_never_a_block() {
    decisions.signed(klip, "full_block");
    String promise = commitments.agreed(lead, klip, commitments.moderators(90));
    commitments.find(given.officer(), promise, FindingResult.PASS, 220);
    long id = prepared("conditional_restore");
    decisions.waiveChecks(id);
    decisions.sign(decisions.signer(), id, "conditional_restore");
    assertThat(history().status()).isEqualTo(AccessStatus.CONDITIONAL);
    assertThat(tasks()).isEmpty();
    commitments.find(given.officer(), promise, FindingResult.FAIL, 90);
    Reviews.Task task = tasks().getFirst();
    assertThat(task.broken()).isEqualTo(promise + "/failed/2026-03-02");
    assertThat(history().status()).isEqualTo(AccessStatus.CONDITIONAL);
    Refused.byRule("decision.refused.review", () -> review(id, "KM-1/late/2026-03-02", "x"));
    Refused.byRule("decision.refused.outcome", () -> review(id, task.broken(), ""));
    review(id, task.broken(), "Diberi waktu sampai akhir bulan.");
    assertThat(tasks()).isEmpty();
    clock.advance(Duration.ofDays(1));
    commitments.find(given.officer(), promise, FindingResult.FAIL, 80);
    assertThat(tasks()).as("broken once more").hasSize(1);
  }

  private List<Reviews.Task> tasks() {
    return given.as(given.officer(), tx -> decisions.desk().reviews().open(tx));
  }

  private void review(long id, String broken, String outcome) {
    given
        .db()
        .run(
            given.officer(),
            tx -> decisions.desk().review().run(tx, given.act(), id, broken, outcome));
  }

  @Test
  void the_clock_of_a_request_to_open_again_runs_from_its_last_paper() {
    Refused.byRule("normalisation.refused.open", () -> decisions.ask(lead, klip, List.of()));
    decisions.signed(klip, "full_block");
    clock.advance(Duration.ofHours(1));
    PersonViewer responder = given.responder(klip);
    Refused.forLackOf(
        Permission.ASK_NORMALISATION, () -> decisions.ask(responder, klip, List.of()));
    PersonViewer stranger = given.person(given.company("Video").organisation(), Role.LEAD);
    Refused.asUnknown(() -> decisions.ask(stranger, klip, List.of()));
    Refused.byRule(
        "normalisation.refused.paper", () -> decisions.ask(lead, klip, List.of("bouquet")));
    String number = decisions.ask(lead, klip, GivenDecisions.PAPERS.subList(0, 5));
    assertThat(number).isEqualTo("PN-2026-0001");
    Refused.byRule("normalisation.refused.waits", () -> decisions.ask(lead, klip, List.of()));
    assertThat(asked(number).completeness().missing()).containsExactly("legitimacy");
    assertThat(asked(number).dueAt()).isEmpty();
    clock.advance(Duration.ofHours(3));
    decisions.add(lead, number, "legitimacy");
    Normalisation complete = asked(number);
    assertThat(complete.completeAt()).contains(clock.instant());
    assertThat(complete.dueAt()).contains(clock.instant().plus(Duration.ofDays(2)));
    assertThat(complete.completeness().completeAt()).isEqualTo(complete.completeAt());
    clock.advance(Duration.ofHours(1));
    decisions.add(lead, number, "legitimacy");
    assertThat(asked(number).dueAt()).as("another of the same").isEqualTo(complete.dueAt());
    decisions.signed(klip, "full_restore");
    assertThat(asked(number).closedBy()).contains("KA-2026-0002");
    Refused.byRule("normalisation.refused.closed", () -> decisions.add(lead, number, "legitimacy"));
  }

  private Normalisation asked(String number) {
    return given.as(given.officer(), tx -> decisions.desk().normalisations().fetch(tx, number));
  }

  @Test
  void each_hears_of_what_waits_for_them_by_an_act_or_by_the_clock() {
    PersonViewer signer = decisions.signer();
    PersonViewer second = decisions.second();
    PersonViewer officer = given.officer();
    PersonViewer colleague = given.person(klip.organisation(), Role.LEAD);
    given.person(given.ministry(), Role.AUDITOR);
    long block = prepared("full_block");
    assertThat(told("decision_to_sign")).containsExactlyInAnyOrder(signer.personId());
    decisions.waiveChecks(block);
    assertThat(told("decision_waiver_to_second")).containsExactlyInAnyOrder(second.personId());
    ask(signer, block, "Mana sampelnya?");
    assertThat(told("decision_asked_back")).containsExactlyInAnyOrder(officer.personId());
    reply(block, "Terlampir.");
    decisions.sign(signer, block, "full_block");
    assertThat(told("decision_signed"))
        .containsExactlyInAnyOrder(officer.personId(), lead.personId(), colleague.personId());
    clock.advance(Duration.ofHours(1));
    String asked = decisions.ask(lead, klip, GivenDecisions.PAPERS.subList(0, 5));
    assertThat(told("normalisation_asked"))
        .containsExactlyInAnyOrder(officer.personId(), signer.personId(), second.personId());
    assertThat(told("normalisation_incomplete")).containsExactlyInAnyOrder(colleague.personId());
    clock.advance(Duration.ofHours(24));
    tellTheClock();
    assertThat(told("normalisation_incomplete")).contains(lead.personId());
    decisions.add(lead, asked, "legitimacy");
    assertThat(told("normalisation_complete"))
        .containsExactlyInAnyOrder(
            officer.personId(), signer.personId(), second.personId(), colleague.personId());
    clock.advance(Duration.ofHours(23));
    tellTheClock();
    assertThat(told("normalisation_due")).isEmpty();
    clock.advance(Duration.ofHours(1));
    tellTheClock();
    tellTheClock();
    assertThat(told("normalisation_due"))
        .containsExactlyInAnyOrder(officer.personId(), signer.personId(), second.personId());
    assertThat(
            db.rows(
                    "select number, label_id, platform from normalisation_facts(array(select id from notice where kind = 'normalisation_due'))")
                .getFirst())
        .isEqualTo(asked + "|Permohonan normalisasi|Klip");
    decisions.signed(klip, "full_restore");
    clock.advance(Duration.ofDays(21));
    tellTheClock();
    assertThat(told("decision_review_wanted"))
        .containsExactlyInAnyOrder(officer.personId(), signer.personId());
    assertThat(
            db.rows(
                "select distinct substr(mark, strpos(mark, 'check:')) from notice"
                    + " where kind = 'decision_review_wanted'"))
        .containsExactlyInAnyOrderElementsOf(tasks().stream().map(Reviews.Task::broken).toList());
  }

  private List<Long> told(String kind) {
    return db.rows("select distinct person_id from notice where kind = '" + kind + "'").stream()
        .map(Long::valueOf)
        .sorted()
        .toList();
  }

  private void tellTheClock() {
    new ClockNotices(given.db(), new NoticeStore()).run();
  }
}
