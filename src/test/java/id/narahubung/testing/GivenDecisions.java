package id.narahubung.testing;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.CommitmentStore;
import id.narahubung.decisions.AccessHistory;
import id.narahubung.decisions.CellKey;
import id.narahubung.decisions.Decision;
import id.narahubung.decisions.DecisionContent;
import id.narahubung.decisions.DecisionContent.Said;
import id.narahubung.decisions.DecisionContent.Watch;
import id.narahubung.decisions.DecisionDesk;
import id.narahubung.decisions.ExecutionGiven;
import id.narahubung.decisions.ExecutionState;
import id.narahubung.decisions.PaperGiven;
import id.narahubung.decisions.SigningGiven;
import id.narahubung.decisions.Target;
import id.narahubung.decisions.WaiverGiven;
import id.narahubung.evidence.FileFault;
import id.narahubung.evidence.ReceivedFile;
import id.narahubung.testing.Given.Company;
import id.narahubung.text.Words;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decisions a test starts from, prepared and signed through the commands that people use. */
public final class GivenDecisions {

  /** The papers that the rules ask for. */
  public static final List<String> PAPERS =
      List.of(
          "request_letter",
          "responsible_person",
          "identity_document",
          "proof_gone",
          "recommendation",
          "legitimacy");

  private static final Said SAID = new Said(Optional.of(false), "Belum ada langkah lain.");

  private final Given given;
  private final DecisionDesk desk;
  private @Nullable PersonViewer preparer;
  private @Nullable PersonViewer signer;
  private @Nullable PersonViewer second;

  public GivenDecisions(Given given) {
    this.given = given;
    this.desk = new DecisionDesk(given.desk(), new CommitmentStore(), given.ledger());
  }

  /** With people who are there already. */
  public GivenDecisions(
      Given given, PersonViewer preparer, PersonViewer signer, PersonViewer second) {
    this(given);
    this.preparer = preparer;
    this.signer = signer;
    this.second = second;
  }

  public DecisionDesk desk() {
    return desk;
  }

  public LocalDate today() {
    return LocalDate.ofInstant(given.clock().instant(), Words.WIB);
  }

  /** Who prepares where nobody else is named. */
  private PersonViewer preparer() {
    PersonViewer chosen = preparer;
    return chosen == null ? given.officer() : chosen;
  }

  /** Who signs where nobody else is named: always the same one. */
  public PersonViewer signer() {
    PersonViewer made = signer;
    if (made == null) {
      made = given.person(given.ministry(), Role.DECISION_MAKER);
      signer = made;
    }
    return made;
  }

  /** The supervisor who seconds waivers: always the same one. */
  public PersonViewer second() {
    PersonViewer made = second;
    if (made == null) {
      made = given.person(given.ministry(), Role.SUPERVISOR);
      second = made;
    }
    return made;
  }

  /** A decision of a kind about the domain of 'Klip', with every text it needs. */
  public DecisionContent content(String kind) {
    return content(kind, Map.of());
  }

  public DecisionContent content(String kind, Map<String, Said> checks) {
    return new DecisionContent(
        kind,
        "Sebaiknya demikian.",
        "PM Kominfo 5/2020 Pasal 16",
        "Konten negatif masih dapat diakses.",
        "Perusahaan menyatakan sudah membersihkan; sampel menunjukkan lain.",
        "Akses diputus sementara.",
        "Seluruh Indonesia",
        Optional.empty(),
        Optional.empty(),
        List.of(Target.read(Target.Kind.DOMAIN, "klip.example")),
        List.of(new DecisionContent.Body("KPAI", DecisionContent.Opinion.AGREES, "")),
        List.of(),
        List.of(
            new Watch(today().plusDays(30), "Sampel beranda"),
            new Watch(today().plusDays(90), "Sampel beranda")),
        checks);
  }

  /** The same with a time of its own. */
  public static DecisionContent timed(
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

  public long prepare(PersonViewer who, Company company, DecisionContent content) {
    return given.as(
        who, tx -> desk.prepare().run(tx, given.act(), company.platform().id(), content));
  }

  /** By the officer, with every text it needs. */
  public long prepared(Company company, String kind) {
    return prepare(preparer(), company, content(kind));
  }

  public void change(PersonViewer who, long id, int version, DecisionContent content) {
    given.db().run(who, tx -> desk.change().run(tx, given.act(), id, version, content));
  }

  public void ask(PersonViewer who, long id, String question) {
    int version = read(preparer(), id).version();
    given.db().run(who, tx -> desk.askBack().run(tx, given.act(), id, version, question));
  }

  public void reply(PersonViewer who, long id, String reply) {
    int version = read(preparer(), id).version();
    given.db().run(who, tx -> desk.reply().run(tx, given.act(), id, version, reply));
  }

  /** The cells that keep it shut. */
  public List<CellKey> open(long id) {
    return given.as(preparer(), tx -> desk.open(tx, id));
  }

  public AccessHistory history(Company company) {
    return given.as(preparer(), tx -> desk.decisions().history(tx, company.platform().id()));
  }

  public Decision read(PersonViewer who, long id) {
    return given.as(who, tx -> desk.fetch(tx, id));
  }

  public void propose(PersonViewer who, long id, CellKey cell) {
    propose(who, id, new WaiverGiven(cell, "Sedang ditinjau.", today().plusDays(20), "Ketua tim"));
  }

  public void propose(PersonViewer who, long id, WaiverGiven waiver) {
    given.db().run(who, tx -> desk.proposeWaiver().run(tx, given.act(), id, waiver));
  }

  public void second(PersonViewer who, long id, long waiver) {
    given.db().run(who, tx -> desk.secondWaiver().run(tx, given.act(), id, waiver));
  }

  /**
   * Lets every cell of the checklist be that is not met, by two people; but the one about
   * conditions only where there are none.
   */
  public void waiveChecks(long id) {
    List<CellKey> open = open(id);
    boolean conditions = open.stream().anyMatch(cell -> cell.kind() == CellKey.Kind.COMMITMENT);
    open.stream()
        .filter(cell -> cell.kind() == CellKey.Kind.CHECK)
        .filter(cell -> !conditions || !cell.code().equals("conditions_verified"))
        .forEach(cell -> waive(id, cell));
  }

  public void waive(long id, CellKey cell) {
    propose(signer(), id, cell);
    second(second(), id, read(signer(), id).waivers().getLast().id());
  }

  public String sign(PersonViewer who, long id, String kind) {
    return sign(who, id, choose(id, kind));
  }

  public String sign(PersonViewer who, long id, SigningGiven chosen) {
    int version = read(signer(), id).version();
    return given.as(who, tx -> desk.sign().run(tx, given.act(), id, version, chosen));
  }

  /** What the form of a decision sends where the signer changes nothing but the kind. */
  public SigningGiven choose(long id, String kind) {
    Decision now = read(signer(), id);
    return new SigningGiven(kind, now.content().endsAt(), now.content().watch(), "", false);
  }

  /** Prepared by the officer, its checklist let be, signed. */
  public String signed(Company company, String kind) {
    long id = prepared(company, kind);
    waiveChecks(id);
    return sign(signer(), id, kind);
  }

  public void execute(PersonViewer who, String number, String provider, ExecutionState state) {
    Instant now = given.clock().instant();
    given
        .db()
        .run(
            who,
            tx ->
                desk.execute()
                    .run(
                        tx,
                        given.act(),
                        desk.decisions().fetch(tx, number).id(),
                        new ExecutionGiven(provider, state, now, "")));
  }

  public String ask(PersonViewer who, Company company, List<String> papers) {
    return given.as(
        who,
        tx ->
            desk.askNormalisation()
                .run(
                    tx,
                    given.act(),
                    company.platform().id(),
                    "Pembersihan selesai; kami menunggu verifikasi.",
                    papers.stream().map(this::paper).toList()));
  }

  /** In words, with a file where the rules take nothing else. */
  public PaperGiven paper(String code) {
    boolean needsFile = code.equals("identity_document") || code.equals("proof_gone");
    return new PaperGiven(
        code, "Nomor 12 tanggal 9 Juli", needsFile ? Optional.of(file(code)) : Optional.empty());
  }

  private static ReceivedFile file(String name) {
    try {
      return ReceivedFile.of(new ByteArrayInputStream(Samples.text("Rekaan.")), name + ".txt");
    } catch (FileFault e) {
      throw new IllegalStateException(e);
    }
  }

  public void add(PersonViewer who, String number, String paper) {
    given.db().run(who, tx -> desk.addPaper().run(tx, given.act(), number, paper(paper)));
  }

  public void lacking(PersonViewer who, String number, String paper) {
    given
        .db()
        .run(
            who,
            tx ->
                desk.callPaperLacking()
                    .run(tx, given.act(), number, paper, "Surat ini tidak bertanggal."));
  }

  public void takeBack(PersonViewer who, String number) {
    given
        .db()
        .run(
            who,
            tx ->
                desk.withdrawNormalisation()
                    .run(tx, given.act(), number, "Menunggu verifikasi terlebih dahulu."));
  }

  /** A block with all that hangs on one, carried out, a request to open again, and a draft. */
  public void ofEveryKind(Company company, String request) {
    PersonViewer lead = given.person(company.organisation(), Role.LEAD);
    DecisionContent plain = content("partial_block", Map.of("milder_step", SAID));
    long id =
        prepare(
            given.officer(),
            company,
            new DecisionContent(
                plain.kindCode(),
                plain.recommendation(),
                plain.basis(),
                plain.grounds(),
                plain.reasons(),
                plain.statement(),
                plain.scope(),
                plain.startsAt(),
                plain.endsAt(),
                plain.targets(),
                plain.bodies(),
                List.of(request),
                plain.watch(),
                plain.checks()));
    waiveChecks(id);
    String number = sign(signer(), id, "partial_block");
    execute(given.officer(), number, "Telkom", ExecutionState.DONE);
    given
        .db()
        .run(lead, tx -> desk.contest().run(tx, given.act(), number, "Domain itu bukan kami."));
    given.db().run(lead, tx -> desk.contest().takeBack(tx, given.act(), number, "Sudah jelas."));
    String asked = ask(lead, company, PAPERS);
    lacking(given.officer(), asked, "request_letter");
    takeBack(lead, asked);
    ask(lead, company, PAPERS);
    prepare(given.officer(), company, content("full_restore"));
  }
}
