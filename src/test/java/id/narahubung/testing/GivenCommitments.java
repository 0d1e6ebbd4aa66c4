package id.narahubung.testing;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.Commitment;
import id.narahubung.commitments.CommitmentDesk;
import id.narahubung.commitments.CommitmentSource;
import id.narahubung.commitments.FindingGiven;
import id.narahubung.commitments.FindingResult;
import id.narahubung.commitments.ProposalGiven;
import id.narahubung.commitments.ReportGiven;
import id.narahubung.commitments.Terms;
import id.narahubung.commitments.Terms.Milestone;
import id.narahubung.commitments.Terms.Row;
import id.narahubung.data.Tx;
import id.narahubung.evidence.FileFault;
import id.narahubung.evidence.ReceivedFile;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.testing.Given.Company;
import id.narahubung.text.Words;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commitments a test starts from, proposed, signed and reported on through the commands. */
public final class GivenCommitments {

  private final Given given;
  private final CommitmentDesk desk;

  public GivenCommitments(Given given) {
    this.given = given;
    this.desk = new CommitmentDesk(given.desk().rules(), given.ledger());
  }

  public CommitmentDesk desk() {
    return desk;
  }

  public LocalDate today() {
    return LocalDate.ofInstant(given.clock().instant(), Words.WIB);
  }

  /** From 20 to 220 moderators in so many days, halfway at 120; access hangs on it. */
  public Terms moderators(int days) {
    return new Terms(
        "220 moderator untuk Indonesia.",
        Optional.of(BigDecimal.valueOf(20)),
        Optional.of(BigDecimal.valueOf(220)),
        today().plusDays(days),
        0,
        true,
        Map.of(),
        List.of(new Milestone(today().plusDays(days / 2), BigDecimal.valueOf(120))),
        rows(220));
  }

  /** Twenty are there, all of them by day; a night shift of ten is to come. */
  public static List<Row> rows(int target) {
    return List.of(
        new Row(
            List.of("Moderator", "Indonesia", "siang"),
            Optional.of(BigDecimal.valueOf(20)),
            BigDecimal.valueOf(target - 10)),
        new Row(
            List.of("Moderator", "Indonesia", "malam"),
            Optional.of(BigDecimal.ZERO),
            BigDecimal.valueOf(10)));
  }

  /** The same with another target and no milestone. */
  public Terms moderators(int days, int target) {
    Terms terms = moderators(days);
    return new Terms(
        target + " moderator untuk Indonesia.",
        terms.baseline(),
        Optional.of(BigDecimal.valueOf(target)),
        terms.dueOn(),
        terms.graceDays(),
        terms.condition(),
        terms.fields(),
        List.of(),
        rows(target));
  }

  /** That these addresses are taken down. */
  public String proposeCleanUp(PersonViewer who, Company company, String items) {
    return proposeCleanUp(who, company, Map.of("items", items));
  }

  /** The same, with all that is told of it. */
  public String proposeCleanUp(PersonViewer who, Company company, Map<String, String> fields) {
    return propose(who, company, "clean_up", 95, fields);
  }

  /** That so much is kept of another kind, signed by both. */
  public String agreed(
      PersonViewer lead, Company company, String kind, int target, Map<String, String> fields) {
    String number = propose(lead, company, kind, target, fields);
    sign(lead, number, 1);
    sign(given.supervisor(), number, 1);
    return number;
  }

  private String propose(
      PersonViewer who, Company company, String kind, int target, Map<String, String> fields) {
    Terms terms =
        new Terms(
            "Semuanya diturunkan.",
            Optional.empty(),
            Optional.of(BigDecimal.valueOf(target)),
            today().plusDays(30),
            0,
            false,
            fields,
            List.of());
    ProposalGiven proposal =
        new ProposalGiven(
            company.platform().id(), kind, CommitmentSource.MEETING, "Rapat di kementerian", terms);
    return given.as(who, tx -> desk.propose().run(tx, given.act(), proposal));
  }

  public String propose(PersonViewer who, Company company, Terms terms) {
    return propose(who, company.platform().id(), terms);
  }

  public String propose(PersonViewer who, long platform, Terms terms) {
    return given.as(who, tx -> propose(tx, platform, terms));
  }

  public String propose(Tx tx, long platform, Terms terms) {
    return desk.propose()
        .run(
            tx,
            given.act(),
            new ProposalGiven(
                platform, "staffing", CommitmentSource.MEETING, "Rapat di kementerian", terms));
  }

  /** Proposed by the lead and signed by both: what most tests start from. */
  public String agreed(PersonViewer lead, Company company, Terms terms) {
    String number = propose(lead, company, terms);
    sign(lead, number, 1);
    sign(given.supervisor(), number, 1);
    return number;
  }

  public void sign(PersonViewer who, String number, int version) {
    given.db().run(who, tx -> desk.sign().run(tx, given.act(), number, version));
  }

  public void refuse(PersonViewer who, String number, String reason) {
    int open = read(who, number).standing().latest();
    given.db().run(who, tx -> desk.refuse().run(tx, given.act(), number, open, reason));
  }

  /** As a form would that was opened just now. */
  public void revise(PersonViewer who, String number, Terms terms, String reason) {
    int version = read(who, number).version();
    given.db().run(who, tx -> desk.revise().run(tx, given.act(), number, version, terms, reason));
  }

  public void cancel(PersonViewer who, String number, String reason) {
    int read = read(who, number).standing().inForce().orElse(1);
    given.db().run(who, tx -> desk.cancel().run(tx, given.act(), number, read, reason));
  }

  public void takeBackCancel(PersonViewer who, String number) {
    given.db().run(who, tx -> desk.takeBackCancel().run(tx, given.act(), number));
  }

  public void takeOn(PersonViewer who, String number) {
    given.db().run(who, tx -> desk.takeOn().run(tx, given.act(), number));
  }

  public void report(PersonViewer who, String number, int value, boolean claimsMet) {
    report(who, number, said(value, claimsMet), List.of());
  }

  public ReportGiven said(int value, boolean claimsMet) {
    return new ReportGiven(
        Optional.of(BigDecimal.valueOf(value)),
        today(),
        claimsMet ? "Daftar gaji menyusul." : "",
        claimsMet,
        Optional.empty(),
        Optional.empty());
  }

  /** With a roster that bears today's date and holds for a month; a claim from 220 on. */
  public void prove(PersonViewer who, String number, int value) {
    ReportGiven said =
        new ReportGiven(
            Optional.of(BigDecimal.valueOf(value)),
            today(),
            "Daftar piket terlampir.",
            value >= 220,
            Optional.of(today()),
            Optional.of(today().plusDays(30)));
    try (ReceivedFile file = roster()) {
      report(who, number, said, List.of(file));
    }
  }

  public ReceivedFile roster() {
    try {
      return ReceivedFile.of(
          new ByteArrayInputStream("daftar piket".getBytes(StandardCharsets.UTF_8)), "piket.txt");
    } catch (FileFault e) {
      throw new IllegalStateException(e);
    }
  }

  public void report(PersonViewer who, String number, ReportGiven said, List<ReceivedFile> files) {
    given.db().run(who, tx -> desk.report().run(tx, given.act(), number, said, files));
  }

  /** As whoever concludes a check does: an event of its own and the finding in it. */
  public void find(PersonViewer who, String number, FindingResult result, int value) {
    find(
        who,
        number,
        new FindingGiven(
            result,
            Optional.of(BigDecimal.valueOf(value)),
            today(),
            Optional.empty(),
            "Dihitung di tempat.",
            Optional.of("VR-2026-0001")));
  }

  public void find(PersonViewer who, String number, FindingGiven found) {
    given
        .db()
        .run(
            who,
            tx -> {
              Commitment of = desk.commitments().fetch(tx, number);
              long event =
                  given
                      .ledger()
                      .add(
                          tx,
                          Act.joint(
                                  given.act(),
                                  EventKind.CHECKED,
                                  who.roleFor(Permission.VIEW_COMMITMENTS))
                              .behind(of.of().companyId()));
              desk.recordFinding().run(tx, event, of.id(), found);
            });
  }

  public Commitment read(PersonViewer who, String number) {
    return given.as(who, tx -> desk.commitments().fetch(tx, number));
  }

  public Commitment.History history(PersonViewer who, String number) {
    return given.as(who, tx -> desk.history(tx, desk.commitments().fetch(tx, number)));
  }

  /** What is simply done, and whose kind asks for something once. */
  private void proposeContentManager(PersonViewer lead, Company company) {
    Terms terms =
        new Terms(
            "Seorang pengelola konten.",
            Optional.empty(),
            Optional.empty(),
            today().plusDays(60),
            0,
            false,
            Map.of("function", "Pengelola konten"),
            List.of());
    ProposalGiven proposal =
        new ProposalGiven(
            company.platform().id(), "content_manager", CommitmentSource.OWN, "", terms);
    given.as(lead, tx -> desk.propose().run(tx, given.act(), proposal));
  }

  /** Everything that can happen to one, on some of a company's. */
  public void ofEveryKind(Company company) {
    PersonViewer lead = given.person(company.organisation(), Role.LEAD);
    proposeContentManager(lead, company);
    String number = agreed(lead, company, moderators(90));
    takeOn(lead, number);
    takeOn(given.officer(), number);
    prove(lead, number, 60);
    find(given.officer(), number, FindingResult.PARTLY, 50);
    revise(lead, number, moderators(120, 200), "Perekrutan lebih lambat.");
    refuse(given.supervisor(), number, "Tetap 220.");
    cancel(lead, number, "Layanan ditutup.");
    takeBackCancel(lead, number);
    cancel(lead, number, "Layanan tetap ditutup.");
  }
}
