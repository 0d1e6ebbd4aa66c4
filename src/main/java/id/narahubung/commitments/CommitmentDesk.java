package id.narahubung.commitments;

import id.narahubung.data.Database;
import id.narahubung.evidence.FileStore;
import id.narahubung.ledger.Ledger;
import id.narahubung.ledger.Once;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.rules.RuleStore;
import id.narahubung.web.Pages;

/** The feature's parts, put together once: its store, its commands, its pages. */
public final class CommitmentDesk {

  private final CommitmentStore commitments = new CommitmentStore();
  private final CommitmentActStore store = new CommitmentActStore();
  private final PlatformStore platforms = new PlatformStore();
  private final FileStore files = new FileStore();
  private final RuleStore rules;
  private final Ledger ledger;
  private final CommitmentActs acts;

  public CommitmentDesk(RuleStore rules, Ledger ledger) {
    this.rules = rules;
    this.ledger = ledger;
    this.acts = new CommitmentActs(commitments, store, rules, ledger);
  }

  public CommitmentRoutes.CommitmentSide pages(Database db, Pages pages) {
    Once once = new Once(db, ledger);
    return new CommitmentRoutes.CommitmentSide(
        new RegisterPages(db, pages, commitments, platforms, rules),
        new CommitmentPages(
            db,
            pages,
            once,
            commitments,
            acts,
            new CommitmentPages.Commands(sign(), takeOn(), refuse(), cancel())),
        new WriteCommitmentPages(
            db,
            pages,
            once,
            new WriteCommitmentPages.Stores(commitments, acts, platforms, rules),
            propose(),
            revise()),
        new ReportPages(db, pages, once, commitments, acts, files, report()));
  }

  public CommitmentStore commitments() {
    return commitments;
  }

  public ProposeCommitment propose() {
    return new ProposeCommitment(acts, store, platforms, rules);
  }

  public SignCommitment sign() {
    return new SignCommitment(acts, store);
  }

  public RefuseVersion refuse() {
    return new RefuseVersion(acts, store);
  }

  public ReviseCommitment revise() {
    return new ReviseCommitment(acts, store);
  }

  public CancelCommitment cancel() {
    return new CancelCommitment(acts, store);
  }

  public TakeOnCommitment takeOn() {
    return new TakeOnCommitment(acts, store);
  }

  public ReportProgress report() {
    return new ReportProgress(acts, store, files);
  }

  /** The nightly job. */
  public MeasureResponses measure(Database db) {
    return new MeasureResponses(db, new MeasureStore());
  }

  /** For whoever concludes a check. */
  public RecordFinding recordFinding() {
    return new RecordFinding(acts, store, commitments);
  }
}
