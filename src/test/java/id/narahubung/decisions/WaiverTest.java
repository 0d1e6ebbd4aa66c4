package id.narahubung.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.FindingResult;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.GivenDecisions;
import id.narahubung.testing.Refused;
import id.narahubung.testing.TestDatabase;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who lets something of a decision be, for how long, and what it covers. */
final class WaiverTest {

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
  void a_waiver_takes_two_and_ends() {
    decisions.signed(klip, "full_block");
    String promise = commitments.agreed(lead, klip, commitments.moderators(90));
    long id = decisions.prepared(klip, "full_restore");
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
    assertThat(decisions.open(id)).as("a proposal alone").contains(cell);
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
    assertThat(decisions.open(id)).isEmpty();
    commitments.find(given.officer(), promise, FindingResult.FAIL, 90);
    assertThat(decisions.open(id)).as("what was found since").contains(cell);
    assertThat(cell(id, cell).waiver()).as("of what was known before").isEmpty();
    decisions.propose(signer, id, new WaiverGiven(cell, "Lagi.", decisions.today(), "Ketua tim"));
    assertThat(cell(id, cell).waiver().orElseThrow().reason()).isEqualTo("Lagi.");
    long dead = decisions.read(signer, id).waivers().getLast().id();
    assertThat(toSecond()).isEqualTo(1);
    commitments.find(given.officer(), promise, FindingResult.PASS, 220);
    assertThat(toSecond()).as("nothing is left to let be").isZero();
    Refused.byRule(
        "decision.refused.waiver.dead", () -> decisions.second(decisions.second(), id, dead));
    commitments.find(given.officer(), promise, FindingResult.FAIL, 90);
    decisions.waive(id, cell);
    assertThat(decisions.open(id)).isEmpty();
    assertThat(toSecond()).as("let be by another").isZero();
    clock.advance(Duration.ofDays(21));
    assertThat(decisions.open(id)).as("after its end").contains(cell);
    Refused.byRule("decision.refused.open", () -> decisions.sign(signer, id, "full_restore"));
  }

  private Cell cell(long id, CellKey key) {
    return given.as(given.officer(), tx -> facts(tx, id)).cells().stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  /** How many waivers the supervisor's home page says wait for them. */
  private int toSecond() {
    Words words = new Words(new Messages(), Language.ID, Words.WIB);
    String line = words.say("queue.show.decisions.to_second");
    return given.as(decisions.second(), tx -> decisions.desk().counters().of(tx, words)).stream()
        .filter(each -> each.label().equals(line))
        .mapToInt(each -> Integer.parseInt(each.number()))
        .sum();
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
    long id = decisions.prepared(klip, "partial_block");
    PersonViewer signer = decisions.signer();
    PersonViewer second = decisions.second();
    decisions.waive(id, CellKey.check("order_received"));
    decisions.ask(given.person(given.ministry(), Role.DECISION_MAKER), id, "Mana sampelnya?");
    int version = decisions.read(signer, id).version();
    for (PersonViewer waived : List.of(signer, second)) {
      Refused.byRule(
          "decision.refused.waiver.changed",
          () -> decisions.change(waived, id, version, decisions.content("partial_block")));
      Refused.byRule(
          "decision.refused.waiver.changed", () -> decisions.reply(waived, id, "Lihat lampiran."));
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
    decisions.change(given.officer(), id, version, decisions.content("partial_block"));
    decisions.reply(given.officer(), id, "Lihat lampiran.");
  }

  private TableFacts facts(Tx tx, long id) {
    return decisions.desk().dossiers().facts(tx, decisions.desk().fetch(tx, id));
  }
}
