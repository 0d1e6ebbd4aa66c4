package id.narahubung.decisions;

import id.narahubung.accounts.ConfirmPassword;
import id.narahubung.commitments.CommitmentStore;
import id.narahubung.commitments.WhatWasMade;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.evidence.FilePages;
import id.narahubung.evidence.FileStore;
import id.narahubung.ledger.Ledger;
import id.narahubung.ledger.Once;
import id.narahubung.letters.LetterStore;
import id.narahubung.meetings.MeetingStore;
import id.narahubung.meetings.WhatWasHeld;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.QueueCounters;
import id.narahubung.requests.RequestDesk;
import id.narahubung.web.Pages;
import java.util.List;
import java.util.Optional;

/** The feature's parts, put together once: its stores, its commands, its pages. */
public final class DecisionDesk {

  private final RequestDesk desk;
  private final Ledger ledger;
  private final PlatformStore platforms = new PlatformStore();
  private final DecisionStore decisions = new DecisionStore();
  private final DecisionRowStore rows = new DecisionRowStore();
  private final DecisionActStore store = new DecisionActStore();
  private final NormalisationStore normalisations = new NormalisationStore();
  private final ObjectionStore objections = new ObjectionStore();
  private final LetterStore letters = new LetterStore();
  private final FileStore files = new FileStore();
  private final CommitmentStore commitments;
  private final Dossiers dossiers;
  private final DecisionActs acts;
  private final Links links;
  private final Reviews reviews;
  private final CauseStore caused = new CauseStore();
  private final Causes causes;

  public DecisionDesk(RequestDesk desk, CommitmentStore commitments, Ledger ledger) {
    this.desk = desk;
    this.ledger = ledger;
    this.commitments = commitments;
    this.dossiers =
        new Dossiers(
            decisions,
            rows,
            new AccessFactStore(),
            normalisations,
            objections,
            commitments,
            letters,
            desk.rules());
    this.acts = new DecisionActs(decisions, ledger);
    this.links = new Links(desk.requests(), letters, commitments);
    this.reviews = new Reviews(decisions, dossiers);
    this.causes = new Causes(decisions, commitments, caused);
  }

  public DecisionRoutes.DecisionSide pages(Database db, Pages pages, ConfirmPassword password) {
    Once once = new Once(db, ledger);
    DecisionShowPages shown =
        new DecisionShowPages(
            db,
            pages,
            decisions,
            rows,
            store,
            dossiers,
            reviews,
            contest(),
            desk.rules(),
            new WhatWasMade(commitments));
    return new DecisionRoutes.DecisionSide(
        new DecisionPages(
            db,
            pages,
            decisions,
            rows,
            normalisations,
            objections,
            dossiers,
            reviews,
            causes,
            platforms,
            desk.rules()),
        shown,
        new SignDecisionPages(db, once, decisions, shown, password, sign(), secondWaiver()),
        new PrepareDecisionPages(
            db,
            pages,
            once,
            decisions,
            platforms,
            desk.rules(),
            objections,
            new LinkOffers(
                new AccessFactStore(), desk.requests(), letters, commitments, desk.rules(), links),
            prepare(),
            change()),
        new DecisionActPages(
            db,
            pages,
            once,
            decisions,
            dossiers,
            reviews,
            new DecisionActPages.Commands(
                askBack(), reply(), proposeWaiver(), withdraw(), execute(), review())),
        new AccessPages(
            db,
            pages,
            new AccessPages.Stores(
                decisions,
                rows,
                new AccessFactStore(),
                normalisations,
                causes,
                commitments,
                letters,
                platforms,
                new WhatWasHeld(new MeetingStore(), new WhatWasMade(commitments)),
                desk.rules())),
        new CausePages(db, pages, once, platforms, causes, putAside()),
        new AskNormalisationPages(
            db,
            pages,
            once,
            normalisations,
            platforms,
            desk.rules(),
            askNormalisation(),
            addPaper()),
        new NormalisationPages(db, pages, normalisations, desk.rules(), new FilePages(db, files)),
        new NormalisationActPages(
            db,
            pages,
            once,
            normalisations,
            desk.rules(),
            callPaperLacking(),
            withdrawNormalisation()),
        new ObjectionPages(db, pages, once, decisions, contest()));
  }

  /** What the queue counts. */
  public QueueCounters counters() {
    return new DecisionCounters(
        decisions, rows, normalisations, contest(), objections, dossiers, reviews, causes);
  }

  public DecisionStore decisions() {
    return decisions;
  }

  /** A decision of an id, signed or not. */
  public Decision fetch(Tx tx, long id) {
    return decisions.fetch(tx, id);
  }

  /** What its signer would decide on now; empty where nobody can sign it, or it was signed. */
  public Optional<Dossier> dossier(Tx tx, Decision decision) {
    return decision.stage().isOpen() ? Optional.of(dossiers.read(tx, decision)) : Optional.empty();
  }

  /** The cells that keep a decision shut as it stands. */
  public List<CellKey> open(Tx tx, long id) {
    return dossiers.facts(tx, decisions.fetch(tx, id)).table().open().stream()
        .map(TruthTable.Row::key)
        .toList();
  }

  NormalisationStore normalisations() {
    return normalisations;
  }

  Dossiers dossiers() {
    return dossiers;
  }

  Causes causes() {
    return causes;
  }

  Reviews reviews() {
    return reviews;
  }

  public PrepareDecision prepare() {
    return new PrepareDecision(platforms, desk.rules(), links, store, ledger);
  }

  public ChangeDecision change() {
    return new ChangeDecision(acts, platforms, desk.rules(), links, store);
  }

  public SignDecision sign() {
    return new SignDecision(acts, desk.rules(), dossiers, store);
  }

  public AskBack askBack() {
    return new AskBack(acts, dossiers, store);
  }

  public ReplyToQuestion reply() {
    return new ReplyToQuestion(acts, store);
  }

  public WithdrawDecision withdraw() {
    return new WithdrawDecision(acts, store);
  }

  public ProposeWaiver proposeWaiver() {
    return new ProposeWaiver(acts, desk.rules(), dossiers, store);
  }

  public SecondWaiver secondWaiver() {
    return new SecondWaiver(acts, decisions, dossiers, store);
  }

  public RecordExecution execute() {
    return new RecordExecution(acts, desk.rules(), store);
  }

  public ReviewBreak review() {
    return new ReviewBreak(acts, reviews, store);
  }

  PutCauseAside putAside() {
    return new PutCauseAside(platforms, causes, caused, ledger);
  }

  public ContestDecision contest() {
    return new ContestDecision(decisions, objections, desk.rules(), ledger);
  }

  public AskNormalisation askNormalisation() {
    return new AskNormalisation(platforms, desk.rules(), decisions, normalisations, files, ledger);
  }

  public CallPaperLacking callPaperLacking() {
    return new CallPaperLacking(normalisations, ledger);
  }

  public WithdrawNormalisation withdrawNormalisation() {
    return new WithdrawNormalisation(normalisations, ledger);
  }

  public AddPaper addPaper() {
    return new AddPaper(desk.rules(), normalisations, files, ledger);
  }
}
