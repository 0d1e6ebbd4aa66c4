package id.narahubung.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.FindingResult;
import id.narahubung.data.Tx;
import id.narahubung.decisions.DecisionContent.Said;
import id.narahubung.decisions.DecisionContent.Watch;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.GivenDecisions;
import id.narahubung.testing.GivenLetters;
import id.narahubung.testing.GivenRequest.Sent;
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

/** Decisions from their preparation to their signature, and every way to be refused. */
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

  @Test
  void a_decision_is_the_ministrys_until_it_is_signed_and_then_both_sides() {
    long id = decisions.prepared(klip, "partial_block");
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
    assertThat(decisions.history(klip).status()).isEqualTo(AccessStatus.PARTLY_BLOCKED);
    assertThat(decisions.history(klip).blocks()).isEqualTo(1);
    assertThat(
            db.rows(
                "select kind, side, body::jsonb ->> 'number' from event where kind = 'decision.signed'"))
        .containsExactly("decision.signed|both|KA-2026-0001");
    Refused.byRule("decision.refused.signed", () -> sign(decisions.signer(), id));
    long next = decisions.prepared(klip, "full_block");
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
        () -> prepare(GivenDecisions.timed(good, Optional.of(before), Optional.empty())));
    Refused.byRule(
        "decision.refused.ends",
        () -> prepare(GivenDecisions.timed(good, Optional.empty(), Optional.of(before))));
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
    long id = decisions.prepared(klip, "full_restore");
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
    commitments.prove(lead, promise, 220);
    commitments.find(given.officer(), promise, FindingResult.PASS, 220);
    assertThat(decisions.open(id)).isEmpty();
    clock.advance(Duration.ofDays(31));
    assertThat(decisions.open(id))
        .as("what proved it holds no more")
        .contains(CellKey.commitment(promise));
    clock.advance(Duration.ofDays(-31));
    String number = decisions.sign(decisions.signer(), id, "full_restore");
    assertThat(decisions.history(klip).status()).isEqualTo(AccessStatus.OPEN);
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

  private TableFacts facts(Tx tx, long id) {
    return decisions.desk().dossiers().facts(tx, decisions.desk().fetch(tx, id));
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
    assertThat(decisions.open(id)).containsAll(codes.stream().map(CellKey::check).toList());
    assertThat(decisions.open(id)).as("no condition is none kept").contains(CONDITIONS);
    String proposed = commitments.propose(lead, klip, commitments.moderators(90));
    assertThat(decisions.open(id)).as("not signed by both").contains(CellKey.commitment(proposed));
    decisions.waiveChecks(id);
    Refused.byRule(
        "decision.refused.open", () -> decisions.sign(decisions.signer(), id, "full_restore"));
    commitments.refuse(lead, proposed, "Tidak jadi.");
    decisions.waiveChecks(id);
    assertThat(decisions.open(id)).isEmpty();
    String items = given.request(klip).withItems(2).sent().number();
    assertThat(decisions.open(id))
        .as("an order it does not name: " + items)
        .contains(CellKey.check("items_checked"));
  }

  @Test
  void a_block_on_some_orders_rests_on_their_letters_and_on_those_it_names() {
    GivenLetters letters = new GivenLetters(given);
    Sent warned = given.request(klip).withItems(1).sent();
    String other = given.request(klip).withItems(1).sent().number();
    clock.advance(Duration.ofDays(2));
    String letter =
        letters.send(given.supervisor(), warned.number(), letters.about(warned.id(), "ST1", 1));
    CellKey served = CellKey.check("letters_served");
    assertThat(decisions.open(block(List.of(other)))).contains(served);
    assertThat(decisions.open(block(List.of(warned.number())))).doesNotContain(served);
    assertThat(decisions.open(block(List.of(other, letter)))).doesNotContain(served);
    assertThat(decisions.open(block(List.of()))).as("on all there is").doesNotContain(served);
  }

  private long block(List<String> links) {
    DecisionContent plain = decisions.content("partial_block");
    return prepare(with(plain, plain.reasons(), plain.targets(), links));
  }

  @Test
  void a_plan_of_one_look_is_none() {
    decisions.signed(klip, "full_block");
    CellKey plan = CellKey.check("watch_plan");
    long id = decisions.prepared(klip, "full_restore");
    assertThat(decisions.open(id)).doesNotContain(plan);
    clock.advance(Duration.ofDays(31));
    assertThat(decisions.open(id)).as("one of two is past").contains(plan);
    Watch once = decisions.content("full_restore").watch().getLast();
    assertThat(
            DecisionRule.ahead(
                with(decisions.content("full_restore"), List.of(once, once)), clock.instant()))
        .as("two looks of a day")
        .isOne();
  }

  private static DecisionContent with(DecisionContent of, List<Watch> watch) {
    return new DecisionContent(
        of.kindCode(),
        of.recommendation(),
        of.basis(),
        of.grounds(),
        of.reasons(),
        of.statement(),
        of.scope(),
        of.startsAt(),
        of.endsAt(),
        of.targets(),
        of.bodies(),
        of.links(),
        watch,
        of.checks());
  }

  @Test
  void whoever_had_a_hand_in_it_does_not_sign_it() {
    PersonViewer maker = given.person(given.ministry(), Role.DECISION_MAKER);
    long id = decisions.prepare(maker, klip, decisions.content("partial_block"));
    decisions.waiveChecks(id);
    Refused.byRule("decision.refused.own", () -> sign(maker, id));
    int version = decisions.read(maker, id).version();
    PersonViewer changing = given.person(given.ministry(), Role.DECISION_MAKER);
    decisions.change(changing, id, version, decisions.content("partial_block"));
    Refused.byRule("decision.refused.own", () -> sign(changing, id));
    Refused.asStale(() -> decisions.change(changing, id, version, decisions.content("full_block")));
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
  void nobody_signs_over_what_the_portal_shows_otherwise_than_the_page_did() {
    given.request(klip).withItems(1).sent();
    long id = decisions.prepared(klip, "partial_block");
    decisions.waiveChecks(id);
    SigningGiven plain = decisions.choose(id, "partial_block");
    SigningGiven seen =
        new SigningGiven(
            plain.kindCode(),
            plain.endsAt(),
            plain.watch(),
            plain.note(),
            false,
            Optional.of(
                given.as(
                    decisions.signer(),
                    tx ->
                        Snapshot.of(
                                decisions.desk().fetch(tx, id).content(),
                                decisions.desk().dossiers().read(tx, facts(tx, id)))
                            .sha256())));
    given.request(klip).withItems(1).sent();
    Refused.asStale(() -> decisions.sign(decisions.signer(), id, seen));
    DecisionContent content = decisions.content("partial_block");
    assertThat(
            Snapshot.of(content, bare(AccessStatus.BLOCKED, 1))
                .changedSince(Snapshot.of(content, bare(AccessStatus.OPEN, 0))))
        .containsExactlyInAnyOrder("status", "blocks");
  }

  private static Dossier bare(AccessStatus status, int blocks) {
    return new Dossier(
        List.of(),
        List.of(),
        List.of(),
        status,
        Optional.empty(),
        blocks,
        Optional.empty(),
        new Weeks(List.of()),
        Map.of());
  }

  @Test
  void of_two_decisions_about_one_platform_the_second_signer_sees_the_first() {
    long first = decisions.prepared(klip, "full_block");
    long second = decisions.prepared(klip, "registration_freeze");
    decisions.waiveChecks(first);
    decisions.waiveChecks(second);
    SigningGiven block = decisions.choose(first, "full_block");
    SigningGiven freeze = decisions.choose(second, "registration_freeze");
    new Race(db)
        .run(
            given,
            new Race.Person(
                decisions.signer(),
                tx -> decisions.desk().sign().run(tx, given.act(), first, 1, block)),
            new Race.Person(
                given.person(given.ministry(), Role.DECISION_MAKER),
                tx -> decisions.desk().sign().run(tx, given.act(), second, 1, freeze)));
    Dossier saw = frozen("KA-2026-0002");
    assertThat(saw.status()).isEqualTo(AccessStatus.BLOCKED);
    assertThat(saw.earlier()).extracting(Dossier.Earlier::number).containsExactly("KA-2026-0001");
  }

  @Test
  void of_two_signers_at_once_one_is_told_that_the_other_signed() {
    long id = decisions.prepared(klip, "partial_block");
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
    long id = decisions.prepared(klip, "full_restore");
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
    assertThat(decisions.history(klip).status()).isEqualTo(AccessStatus.BLOCKED);
    Refused.byRule(
        "decision.refused.nothing_to_do",
        () -> decisions.execute(given.officer(), number, "Telkom", ExecutionState.DONE));
    assertThat(given.as(lead, tx -> decisions.desk().decisions().fetch(tx, number)).signerNote())
        .isEqualTo("Penyaringan belum terbukti.");
    long later = decisions.prepared(klip, "full_restore");
    decisions.waiveChecks(later);
    Instant end = clock.instant().plus(Duration.ofDays(5));
    decisions.sign(
        signer,
        later,
        new SigningGiven(
            "temporary_restore", Optional.of(end), decisions.content("x").watch(), "Dulu.", false));
    assertThat(decisions.history(klip).status()).isEqualTo(AccessStatus.TEMPORARY);
    clock.set("2026-03-08T01:15:00Z");
    assertThat(decisions.history(klip).status())
        .as("its end passed")
        .isEqualTo(AccessStatus.BLOCKED);
  }

  @Test
  void what_is_open_is_not_opened_and_what_never_was_blocked_is_not_blocked_again() {
    long opening = decisions.prepared(klip, "full_restore");
    decisions.waiveChecks(opening);
    Refused.byRule(
        "decision.refused.not_shut",
        () -> decisions.sign(decisions.signer(), opening, "full_restore"));
    long again = decisions.prepared(klip, "reblock");
    decisions.waiveChecks(again);
    Refused.byRule(
        "decision.refused.never_blocked",
        () -> decisions.sign(decisions.signer(), again, "reblock"));
    DecisionContent plain = decisions.content("full_block");
    Instant friday = clock.instant().plus(Duration.ofDays(4));
    long block =
        decisions.prepare(
            given.officer(),
            klip,
            GivenDecisions.timed(plain, Optional.of(friday), Optional.empty()));
    decisions.waiveChecks(block);
    decisions.sign(decisions.signer(), block, "full_block");
    clock.advance(Duration.ofHours(1));
    decisions.sign(decisions.signer(), opening, "full_restore");
    clock.advance(Duration.ofDays(5));
    assertThat(decisions.history(klip).status())
        .as("lifted before it began")
        .isEqualTo(AccessStatus.OPEN);
    assertThat(decisions.history(klip).blocks()).isZero();
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
    assertThat(decisions.history(klip).blocks()).isEqualTo(4);
    long id = decisions.prepared(klip, "full_restore");
    for (CellKey cell : decisions.open(id)) {
      if (!cell.code().equals("blocks_counted")) {
        decisions.waive(id, cell);
      }
    }
    assertThat(decisions.open(id)).containsExactly(CellKey.check("blocks_counted"));
    Refused.byRule(
        "decision.refused.open", () -> decisions.sign(decisions.signer(), id, "full_restore"));
    decisions.sign(
        decisions.signer(),
        id,
        new SigningGiven(
            "full_restore", Optional.empty(), decisions.content("x").watch(), "", true));
    assertThat(decisions.history(klip).status()).isEqualTo(AccessStatus.OPEN);
  }

  @Test
  void a_question_goes_back_and_what_changed_since_is_known() {
    long id = decisions.prepared(klip, "partial_block");
    PersonViewer signer = decisions.signer();
    Refused.forLackOf(
        Permission.SIGN_DECISIONS, () -> decisions.ask(given.officer(), id, "Mengapa?"));
    Refused.byRule("decision.refused.question", () -> decisions.ask(signer, id, ""));
    decisions.ask(signer, id, "Mana sampelnya?");
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
    Refused.byRule("decision.refused.reply", () -> decisions.reply(given.officer(), id, ""));
    decisions.reply(given.officer(), id, "Lihat daftar periksa.");
    Decision now = decisions.read(signer, id);
    Snapshot since =
        given.as(
            signer, tx -> Snapshot.of(now.content(), decisions.desk().dossiers().read(tx, now)));
    assertThat(since.changedSince(now.questions().getFirst().seen()))
        .containsExactly("check:milder_step");
    Refused.byRule(
        "decision.refused.no_question", () -> decisions.reply(given.officer(), id, "Lagi."));
    decisions.waiveChecks(id);
    sign(signer, id);
    assertThat(decisions.read(lead, id).questions()).as("stays with the ministry").isEmpty();
  }

  @Test
  void what_is_withdrawn_is_not_signed() {
    long id = decisions.prepared(klip, "partial_block");
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
}
