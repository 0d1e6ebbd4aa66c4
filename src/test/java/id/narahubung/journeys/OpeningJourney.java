package id.narahubung.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.CommitmentDesk;
import id.narahubung.commitments.CommitmentSource;
import id.narahubung.commitments.ProposalGiven;
import id.narahubung.commitments.Terms;
import id.narahubung.decisions.CellKey;
import id.narahubung.requests.Surface;
import id.narahubung.sampling.Confidence;
import id.narahubung.sampling.ToProve;
import id.narahubung.testing.Given;
import id.narahubung.testing.GivenCommitments;
import id.narahubung.testing.GivenDecisions;
import id.narahubung.testing.RunningPortal;
import id.narahubung.text.Language;
import id.narahubung.verification.Entry;
import id.narahubung.verification.Entry.Found;
import id.narahubung.verification.Entry.Seen;
import id.narahubung.verification.Entry.Verdict;
import id.narahubung.verification.GivenVerifications;
import id.narahubung.verification.PlanGiven;
import id.narahubung.verification.Recorded;
import id.narahubung.verification.VerificationDesk;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Check first, then open. What leads there is done by the commands, the decisive steps in the
 * browser.
 */
final class OpeningJourney {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private static final int NEW_VIDEOS = 60;

  @Test
  void nothing_opens_on_a_promise_nor_on_a_sample_that_failed_but_on_one_that_passed() {
    House house = House.build(portal.database(), Language.ID);
    Visitor me = house.visitor(portal.browser(), Language.ID);
    Case of = new Case(house);
    String filtering = me.label(me.rules().commitmentKind("filtering").label());

    isRefused(me, of, me.say("decision.missing.missing", filtering));

    String first = of.sampled("sample", Optional.empty(), 12);
    me.as(House.SUPERVISOR).open("/verifications/" + first).press("verification.conclude.link");
    me.choose("verification.outcome.fail");
    me.fill("verification.form.findings", "Konten negatif masih lolos.");
    me.fill("verification.form.follow_up", me.option("verification.follow_up.decision"));
    me.press("verification.conclude.save").sees("verification.conclude.done");
    isRefused(me, of, me.say("decision.missing.not_met", filtering));

    String second = of.sampled("recheck", Optional.of(first), 0);
    me.as(House.SUPERVISOR).open("/verifications/" + second).press("verification.conclude.link");
    me.choose("verification.outcome.pass");
    me.fill("verification.form.findings", "Daftar yang sama kini bersih.");
    me.press("verification.conclude.save").sees("verification.conclude.done");
    sign(me, of);
    me.sees("decision.signed.done");
    assertThat(me.browser().path()).isEqualTo("/decisions/KA-2026-0002");

    me.as(House.LEAD).open("/platforms/" + house.platform().id());
    me.seesText("KA-2026-0002").sees("decision.status.open");
  }

  /** Not on the page alone: the form is sent, and the server names the cell that is missing. */
  private static void isRefused(Visitor me, Case of, String missing) {
    sign(me, of);
    assertThat(me.browser().path()).isEqualTo("/decisions/" + of.decision + "/signature");
    assertThat(me.browser().all(".notice[role=alert]")).hasSize(1);
    assertThat(me.browser().find("#why").getText()).contains(missing);
    assertThat(portal.db().rows("select stage from access_decision order by id"))
        .containsExactly("signed", "prepared");
  }

  private static void sign(Visitor me, Case of) {
    me.as(House.DECISION_MAKER).open("/decisions/" + of.decision);
    me.fill("decision.sign.password", House.PASSWORD).press("decision.sign.save");
  }

  /** A platform that is blocked, whose company has promised to filter and asks to open again. */
  private static final class Case {

    private final Given given = new Given(portal.database(), portal.clock());
    private final PersonViewer officer;
    private final Given.Company company;
    private final CommitmentDesk commitments =
        new CommitmentDesk(given.desk().rules(), given.ledger());
    private final VerificationDesk checks =
        new VerificationDesk(given.desk(), commitments, given.ledger(), UUID::randomUUID);
    private final String promise;
    private final long decision;

    Case(House house) {
      officer = house.viewer(House.OFFICER);
      company = house.company();
      PersonViewer lead = house.viewer(House.LEAD);
      PersonViewer supervisor = house.viewer(House.SUPERVISOR);
      GivenDecisions decisions =
          new GivenDecisions(given, officer, house.decisionMaker(Language.ID), supervisor);
      decisions.signed(company, "partial_block");
      GivenCommitments promises = new GivenCommitments(given);
      Terms terms =
          new Terms(
              "Sedikitnya 95 persen video baru bersih.",
              Optional.empty(),
              Optional.of(BigDecimal.valueOf(95)),
              promises.today().plusDays(7),
              0,
              true,
              Map.of("what", "Konten negatif", "means", "Moderasi", "hours_to_load", "24"),
              List.of());
      promise =
          given.as(
              lead,
              tx ->
                  commitments
                      .propose()
                      .run(
                          tx,
                          given.act(),
                          new ProposalGiven(
                              company.platform().id(),
                              "filtering",
                              CommitmentSource.OWN,
                              "",
                              terms)));
      promises.sign(lead, promise, 1);
      promises.sign(supervisor, promise, 1);
      promises.report(house.viewer(House.RESPONDER), promise, 96, true);
      decisions.ask(lead, company, GivenDecisions.PAPERS);
      decision = decisions.prepare(officer, company, decisions.content("full_restore"));
      // But for the sample, which the checks below show, the checklist is let be by two.
      given.as(officer, tx -> decisions.desk().open(tx, decision)).stream()
          .filter(cell -> cell.kind() == CellKey.Kind.CHECK)
          .filter(cell -> !List.of("conditions_verified", "sample_passed").contains(cell.code()))
          .forEach(cell -> decisions.waive(decision, cell));
    }

    /** New videos, all of them looked at, so many of which are as they should not be. */
    private String sampled(String method, Optional<String> again, int failures) {
      String number =
          given.as(
              officer,
              tx ->
                  checks
                      .plan()
                      .run(
                          tx,
                          given.act(),
                          new PlanGiven(
                              new PlanGiven.From(
                                  company.platform().id(),
                                  Optional.of(commitments.commitments().fetch(tx, promise).id()),
                                  Optional.empty(),
                                  again),
                              method,
                              "Video baru bersih",
                              new PlanGiven.When(
                                  new GivenCommitments(given).today(),
                                  Optional.empty(),
                                  "",
                                  officer.personId()))));
      given
          .db()
          .run(
              officer,
              tx -> {
                // What is checked once more has its list from the start.
                if (again.isEmpty()) {
                  checks.closeList().ofAddresses(tx, given.act(), number, videos());
                }
                checks
                    .draw()
                    .run(
                        tx,
                        given.act(),
                        number,
                        new ToProve(BigDecimal.valueOf(95), Confidence.NINETY_FIVE),
                        NEW_VIDEOS);
              });
      given
          .db()
          .run(
              officer,
              tx -> {
                List<Found> found = new ArrayList<>();
                for (Entry each : checks.toLook(tx, number)) {
                  Verdict verdict = found.size() < failures ? Verdict.FAILED : Verdict.GOOD;
                  found.add(new Found(each.ordinal(), verdict, ""));
                }
                checks
                    .look()
                    .run(
                        tx,
                        given.act(),
                        number,
                        found,
                        new Seen("Telkomsel seluler", "ID", Surface.APP, true, tx.now()));
                checks
                    .record()
                    .run(
                        tx,
                        given.act(),
                        number,
                        checks.steps().fetch(tx, number).version(),
                        new Recorded(
                            new GivenCommitments(given).today(),
                            "",
                            "",
                            "",
                            Map.of(),
                            List.of(),
                            new GivenVerifications(given).good(tx, number)));
              });
      return number;
    }

    private static List<String> videos() {
      return IntStream.range(0, NEW_VIDEOS)
          .mapToObj(n -> "https://klip.example/v/" + (80_000 + n))
          .toList();
    }
  }
}
