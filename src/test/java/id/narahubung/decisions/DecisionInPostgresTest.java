package id.narahubung.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.Role;
import id.narahubung.access.Share;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.FindingResult;
import id.narahubung.data.ConstraintBroken;
import id.narahubung.data.Tx;
import id.narahubung.decisions.TruthTable.Row;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.GivenDecisions;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What PostgreSQL refuses of decisions past the commands, and says of them by itself. */
final class DecisionInPostgresTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final FakeClock clock = FakeClock.at("2026-03-02T01:15:00Z");
  private final Given given = new Given(db.database(clock), clock);
  private final GivenDecisions decisions = new GivenDecisions(given);
  private final GivenCommitments commitments = new GivenCommitments(given);

  private Company klip;
  private PersonViewer lead;

  @BeforeEach
  void aPlatform() {
    klip = given.company("Klip");
    lead = given.person(klip.organisation(), Role.LEAD);
  }

  @Test
  void what_a_signer_saw_is_held_by_the_hash_that_the_signing_named_or_that_stands_beside_it() {
    String number = decisions.signed(klip, "full_block");
    Dossier saw = frozen(number);
    signingSays("body::jsonb || '{}'");
    assertThat(frozen(number)).as("however it is spaced").isEqualTo(saw);
    signingSays("body::jsonb - 'dossier'");
    assertThat(frozen(number)).as("before signings named it").isEqualTo(saw);
    signingSays("body::jsonb || '{\"dossier\": \"ab12\"}'");
    assertThatThrownBy(() -> frozen(number)).hasMessageContaining("was changed");
  }

  private static void signingSays(String body) {
    db.asOwner(
        "alter table event disable trigger event_only_added; update event set body = ("
            + body
            + ")::text where kind = 'decision.signed';"
            + " alter table event enable trigger event_only_added");
  }

  @Test
  void postgresql_refuses_what_a_command_would_let_through() {
    decisions.signed(klip, "full_block");
    String promise = commitments.agreed(lead, klip, commitments.moderators(90));
    long id = decisions.prepared(klip, "full_restore");
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
        "access_decision_dossier_kept", () -> force(decisions.signer(), id, Forced.naming("ab12")));
    Refused.byConstraint(
        "access_decision_signing_act",
        () -> force(decisions.signer(), id, Forced.by(EventKind.DECISION_CHANGED)));
    Instant end = clock.instant().plus(Duration.ofDays(3));
    Refused.byConstraint(
        "access_decision_no_end", () -> force(decisions.signer(), id, Forced.until(end)));
    long unheard = decisions.prepared(klip, "partial_block");
    db.asOwner("update access_decision set reasons_considered = '' where id = " + unheard);
    Refused.byConstraint(
        "access_decision_reasons_considered",
        () -> force(decisions.signer(), unheard, CellState.MET));
    long asked = decisions.prepared(klip, "partial_block");
    decisions.ask(decisions.signer(), asked, "Mana sampelnya?");
    Refused.byConstraint(
        "access_decision_answered_first", () -> force(decisions.signer(), asked, CellState.MET));
    PersonViewer preparer = given.person(given.ministry(), Role.SUPERVISOR);
    long own = decisions.prepare(preparer, klip, decisions.content("partial_block"));
    Refused.byConstraint("decision_waiver_prepared_by_others", () -> forceWaiver(preparer, own));
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

  @Test
  void postgresql_opens_nothing_on_a_pass_whose_evidence_has_lapsed() {
    decisions.signed(klip, "full_block");
    String promise = commitments.agreed(lead, klip, commitments.moderators(90));
    commitments.prove(lead, promise, 220);
    commitments.find(given.officer(), promise, FindingResult.PASS, 220);
    clock.advance(Duration.ofDays(31));
    long id = decisions.prepared(klip, "full_restore");
    assertThatThrownBy(() -> force(decisions.signer(), id, CellState.MET))
        .hasMessageContaining("access_decision_conditions")
        .hasStackTraceContaining("not verified, nor waived by two: " + promise);
    commitments.prove(lead, promise, 220);
    assertThat(decisions.open(id)).contains(CellKey.commitment(promise));
    assertThatThrownBy(() -> force(decisions.signer(), id, CellState.MET))
        .as("newer evidence that nobody has looked at")
        .hasStackTraceContaining("not verified, nor waived by two: " + promise);
    commitments.find(given.officer(), promise, FindingResult.PASS, 220);
    assertThat(decisions.open(id)).doesNotContain(CellKey.commitment(promise));
    force(decisions.signer(), id, CellState.MET);
    assertThat(given.as(given.officer(), tx -> decisions.desk().fetch(tx, id)).stage())
        .isEqualTo(DecisionStage.SIGNED);
  }

  /** Signs past the command, as one who had broken it would, with cells of one's own making. */
  private void force(PersonViewer who, long id, CellState said) {
    force(who, id, new Forced(said));
  }

  /** What such a signing says: of its cells, of what it saw, of its act, and of its end. */
  private record Forced(
      CellState said, Optional<String> dossier, EventKind kind, Optional<Instant> end) {

    Forced(CellState said) {
      this(said, Optional.empty(), EventKind.DECISION_SIGNED, Optional.empty());
    }

    static Forced naming(String dossier) {
      return new Forced(
          CellState.MET, Optional.of(dossier), EventKind.DECISION_SIGNED, Optional.empty());
    }

    static Forced by(EventKind kind) {
      return new Forced(CellState.MET, Optional.empty(), kind, Optional.empty());
    }

    static Forced until(Instant end) {
      return new Forced(
          CellState.MET, Optional.empty(), EventKind.DECISION_SIGNED, Optional.of(end));
    }
  }

  private void forceWaiver(PersonViewer who, long id) {
    given
        .db()
        .run(
            who,
            tx -> {
              Act act =
                  Act.of(given.act(), EventKind.WAIVER_PROPOSED, Role.SUPERVISOR, who.side())
                      .behind(klip.id());
              CellKey cell = CellKey.check("order_received");
              new DecisionActStore()
                  .propose(
                      tx,
                      given.ledger().add(tx, act),
                      decisions.desk().fetch(tx, id),
                      new Row(cell, CellState.NOT_MET, CellState.NOT_MET, 0, false),
                      new WaiverGiven(cell, "x", decisions.today(), "x"));
            });
  }

  private void force(PersonViewer who, long id, Forced forced) {
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
                                  new Row(c.key(), forced.said(), forced.said(), 0, false),
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
                      new Weeks(List.of()),
                      Map.of());
              Decision signed = signedNow(now, tx.now(), forced.end());
              String kept = Frozen.write(signed, dossier);
              long event =
                  given
                      .ledger()
                      .add(
                          tx,
                          Act.of(given.act(), forced.kind(), "officer", Share.BOTH)
                              .behind(klip.id())
                              .with(
                                  "dossier",
                                  forced.dossier().orElseGet(() -> Frozen.sha256(kept))));
              new DecisionActStore().sign(tx, event, now, now.version(), signed, dossier, kept);
            });
  }

  private static Decision signedNow(Decision d, Instant now, Optional<Instant> end) {
    return new Decision(
        d.id(),
        d.of(),
        Optional.of("KA-2026-0777"),
        DecisionStage.SIGNED,
        d.version(),
        GivenDecisions.timed(d.content(), Optional.of(now), end),
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
  void what_is_said_of_a_request_to_open_again_hangs_on_an_act_of_its_own_while_it_waits() {
    decisions.signed(klip, "full_block");
    clock.advance(Duration.ofHours(1));
    String number = decisions.ask(lead, klip, GivenDecisions.PAPERS.subList(0, 5));
    Refused.byConstraint(
        "normalisation_lack_act", () -> lack(number, "filed_at", "request_letter", "r.event_id"));
    String told = tell(given.officer(), EventKind.NORMALISATION_PAPER_LACKING, number);
    Refused.byConstraint(
        "normalisation_lack_act", () -> lack(number, "filed_at", "request_letter", told));
    EventKind lacking = EventKind.NORMALISATION_PAPER_LACKING;
    Refused.byConstraint(
        "normalisation_lack_act",
        () -> lackNow(number, EventKind.NORMALISATION_WITHDRAWN, "request_letter", 0));
    Refused.byConstraint(
        "normalisation_lack_act", () -> lackNow(number, lacking, "request_letter", 1));
    Refused.byConstraint(
        "normalisation_lack_paper", () -> lackNow(number, lacking, "legitimacy", 0));
    Refused.byConstraint(
        "normalisation_withdrawal_act",
        () -> withdrawNow(number, EventKind.NORMALISATION_PAPER_ADDED));
    lackNow(number, lacking, "request_letter", 0);
    Refused.byConstraint(
        "normalisation_lack_paper", () -> lackNow(number, lacking, "request_letter", 0));
    withdrawNow(number, EventKind.NORMALISATION_WITHDRAWN);
    Refused.byConstraint(
        "normalisation_lack_waits", () -> lackNow(number, lacking, "identity_document", 0));
    clock.advance(Duration.ofHours(1));
    String anew = decisions.ask(lead, klip, GivenDecisions.PAPERS);
    Refused.byConstraint(
        "normalisation_paper_suffices", () -> addInWords(anew, "identity_document"));
    decisions.signed(klip, "full_restore");
    Refused.byConstraint(
        "normalisation_withdrawal_waits",
        () -> withdrawNow(anew, EventKind.NORMALISATION_WITHDRAWN));
    Refused.byConstraint("normalisation_paper_waits", () -> addInWords(anew, "legitimacy"));
  }

  /** A paper without a file, past the command. */
  private void addInWords(String number, String paper) {
    NormalisationStore store = decisions.desk().normalisations();
    given
        .db()
        .run(
            lead,
            tx ->
                store.add(
                    tx,
                    told(tx, EventKind.NORMALISATION_PAPER_ADDED, number),
                    store.fetch(tx, number),
                    decisions.paper(paper),
                    Optional.empty()));
  }

  private String tell(PersonViewer who, EventKind kind, String number) {
    return Long.toString(given.<Long>as(who, tx -> told(tx, kind, number)));
  }

  private long told(Tx tx, EventKind kind, String number) {
    String role = tx.person().equals(lead) ? "lead" : "officer";
    return given
        .ledger()
        .add(
            tx,
            Act.of(given.act(), kind, role, Share.BOTH)
                .behind(klip.id())
                .with("normalisation", number)
                .with("platform", klip.platform().id()));
  }

  /** Past the store, with an act of before. */
  private void lack(String number, String at, String entry, String event) {
    given
        .db()
        .run(
            given.officer(),
            tx -> tx.sql().execute(LACK.formatted(event, "'" + entry + "'", at, number)));
  }

  private void lackNow(String number, EventKind kind, String entry, int secondsLater) {
    given
        .db()
        .run(
            given.officer(),
            tx -> {
              long event = told(tx, kind, number);
              String at = "timestamptz '" + tx.now().plusSeconds(secondsLater) + "'";
              tx.sql().execute(LACK.formatted(event, "'" + entry + "'", at, number));
            });
  }

  private static final String LACK =
      "insert into normalisation_lack (normalisation_id, company_id, side, event_id, entry_code,"
          + " reason, called_at) select r.id, r.company_id, r.side, %s, %s, 'Buram.', %s from"
          + " normalisation_request r where r.number = '%s'";

  private void withdrawNow(String number, EventKind kind) {
    NormalisationStore store = decisions.desk().normalisations();
    given
        .db()
        .run(
            lead,
            tx -> store.withdraw(tx, told(tx, kind, number), store.fetch(tx, number), "Nanti."));
  }

  @Test
  void postgresql_says_as_the_history_does_by_which_restore_access_stands() {
    decisions.signed(klip, "full_block");
    db.asOwner("alter table access_decision disable trigger user");
    List<String> kinds =
        List.of(
            "partial_block",
            "full_block",
            "full_restore",
            "full_restore",
            "restore_refused",
            "registration_freeze",
            "registration_revocation");
    Random random = new Random(20180703);
    Set<Optional<String>> met = new HashSet<>();
    for (int round = 0; round < 150; round++) {
      StringBuilder rows =
          new StringBuilder("delete from access_decision where number <> 'KA-2026-0001';");
      for (int at = 2; at < 7; at++) {
        int signed = random.nextInt(8);
        int starts = signed + random.nextInt(8);
        String end =
            random.nextInt(3) == 0 ? "interval '" + (1 + random.nextInt(9)) + " days'" : "null";
        rows.append(
            SIGNED
                .replace("{number}", "KA-2026-000" + at)
                .replace("{kind}", kinds.get(random.nextInt(kinds.size())))
                .replace("{signed}", Integer.toString(signed))
                .replace("{starts}", Integer.toString(starts))
                .replace("{end}", end));
      }
      db.asOwner(rows.toString());
      clock.set("2026-03-02T01:15:00Z");
      clock.advance(Duration.ofDays(random.nextInt(20)));
      Optional<String> opening = decisions.history(klip).opening();
      assertThat(
              db.rows(
                  "select coalesce((select number from access_decision where id ="
                      + " standing_restore(platform_id, '"
                      + clock.instant()
                      + "')), '') from access_decision where number = 'KA-2026-0001'"))
          .as("round %d", round)
          .containsExactly(opening.orElse(""));
      met.add(opening);
    }
    db.asOwner(
        "delete from access_decision where number <> 'KA-2026-0001';"
            + " alter table access_decision enable trigger user");
    assertThat(met).as("shut, and open by one or another").hasSizeGreaterThan(3);
  }

  private static final String SIGNED =
      "insert into access_decision (platform_id, company_id, side, rule_set_id, kind_code, stage,"
          + " recommendation, basis, grounds, reasons_considered, public_statement, scope,"
          + " prepared_role, prepared_code, prepared_at, number, signed_event_id, signed_at,"
          + " starts_at, ends_at) select platform_id, company_id, side, rule_set_id, '{kind}',"
          + " stage, 'x', 'x', 'x', 'x', 'x', 'x', 'officer', 1, prepared_at, '{number}',"
          + " signed_event_id, signed_at + interval '{signed} days', signed_at + interval '{starts}"
          + " days', signed_at + interval '{starts} days' + {end} from access_decision where number"
          + " = 'KA-2026-0001';";

  private Dossier frozen(String number) {
    return given.as(
        lead,
        tx -> {
          DecisionStore store = decisions.desk().decisions();
          return store.saw(tx, store.fetch(tx, number).id()).dossier();
        });
  }
}
