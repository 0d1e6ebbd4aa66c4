package id.narahubung.commitments;

import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.evidence.FilePages;
import id.narahubung.evidence.FileStore;
import id.narahubung.ledger.Ledger;
import id.narahubung.ledger.Once;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.QueueCounters;
import id.narahubung.rules.RuleStore;
import id.narahubung.web.Pages;

/** The feature's parts, put together once: its store, its commands, its pages. */
public final class CommitmentDesk {

  private final CommitmentStore commitments = new CommitmentStore();
  private final CommitmentHistoryStore histories = new CommitmentHistoryStore();
  private final OriginStore origins = new OriginStore();
  private final CommitmentActStore store = new CommitmentActStore();
  private final PlatformStore platforms = new PlatformStore();
  private final FileStore files = new FileStore();
  private final RuleStore rules;
  private final Ledger ledger;
  private final CommitmentActs acts;

  public CommitmentDesk(RuleStore rules, Ledger ledger) {
    this.rules = rules;
    this.ledger = ledger;
    this.acts = new CommitmentActs(commitments, histories, store, rules, ledger);
  }

  public CommitmentRoutes.CommitmentSide pages(Database db, Pages pages, WhatWasCounted counted) {
    Once once = new Once(db, ledger);
    WriteCommitmentPages.Stores stores =
        new WriteCommitmentPages.Stores(commitments, histories, origins, acts, platforms, rules);
    return new CommitmentRoutes.CommitmentSide(
        new RegisterPages(db, pages, commitments, platforms, rules),
        new SetPages(db, pages, stores),
        new CommitmentPages(
            db,
            pages,
            once,
            commitments,
            histories,
            origins,
            acts,
            new CommitmentPages.Commands(
                sign(), takeOn(), name(), refuse(), cancel(), takeBackCancel()),
            counted),
        new WriteCommitmentPages(db, pages, once, stores, propose()),
        new ReviseCommitmentPages(db, pages, once, stores, revise()),
        new ReportPages(
            db,
            pages,
            once,
            new ReportPages.Stores(commitments, histories, acts, new FilePages(db, files)),
            report()));
  }

  public CommitmentStore commitments() {
    return commitments;
  }

  /** What the two sides agreed on and said about a commitment. */
  public Commitment.History history(Tx tx, Commitment of) {
    return histories.history(tx, of);
  }

  public ProposeCommitment propose() {
    return new ProposeCommitment(acts, store, platforms, rules, origins);
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

  public TakeBackCancel takeBackCancel() {
    return new TakeBackCancel(acts, store);
  }

  public TakeOnCommitment takeOn() {
    return new TakeOnCommitment(acts, store);
  }

  public NameOwner name() {
    return new NameOwner(acts, store, new MinderStore());
  }

  public ReportProgress report() {
    return new ReportProgress(acts, store, files);
  }

  /** What of commitments stands among the counters of the queue. */
  public QueueCounters counters() {
    return new CommitmentCounters(commitments);
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
