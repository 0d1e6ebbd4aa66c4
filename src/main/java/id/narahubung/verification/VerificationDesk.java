package id.narahubung.verification;

import id.narahubung.commitments.CommitmentDesk;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Ledger;
import id.narahubung.ledger.Once;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.RequestDesk;
import id.narahubung.web.Pages;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The feature's parts, put together once: its store, its commands, its pages. */
public final class VerificationDesk {

  private final RequestDesk desk;
  private final CommitmentDesk commitments;
  private final SampleStore samples = new SampleStore();
  private final Supplier<UUID> random;
  private final VerificationStore steps = new VerificationStore();
  private final VerificationActStore store = new VerificationActStore();
  private final PlatformStore platforms = new PlatformStore();
  private final VerificationActs acts;
  private final Ledger ledger;

  public VerificationDesk(
      RequestDesk desk, CommitmentDesk commitments, Ledger ledger, Supplier<UUID> random) {
    this.desk = desk;
    this.commitments = commitments;
    this.ledger = ledger;
    this.random = random;
    this.acts = new VerificationActs(ledger);
  }

  public VerificationRoutes.VerificationSide pages(Database db, Pages pages, InstantSource clock) {
    Once once = new Once(db, ledger);
    SampleRead.Stores read = new SampleRead.Stores(steps, samples, desk.items(), desk.rules());
    return new VerificationRoutes.VerificationSide(
        new VerificationPages(
            db,
            pages,
            new VerificationPages.Stores(
                steps, samples, platforms, commitments.commitments(), desk.rules())),
        new VerificationPlanPages(
            db,
            pages,
            once,
            new VerificationPlanPages.Stores(
                steps, desk.requests(), commitments.commitments(), platforms, desk.rules()),
            plan()),
        new VerificationActPages(
            db,
            pages,
            once,
            steps,
            samples,
            desk.rules(),
            new VerificationActPages.Commands(record(), conclude(), callOff())),
        new SamplePages(
            db, pages, once, read, new SamplePages.Commands(closeList(), draw(), look()), clock),
        new LookPages(db, pages, once, read, look(), clock));
  }

  public VerificationStore steps() {
    return steps;
  }

  /** Those that a step's sample has to look at, in that order. */
  public List<Entry> toLook(Tx tx, String number) {
    return samples.toLook(tx, steps.fetch(tx, number));
  }

  public PlanVerification plan() {
    return new PlanVerification(
        steps,
        store,
        acts,
        new PlanVerification.Stores(
            desk.requests(), commitments.commitments(), platforms, desk.rules()));
  }

  public RecordVerification record() {
    return new RecordVerification(steps, store, acts, desk.rules());
  }

  public ConcludeVerification conclude() {
    return new ConcludeVerification(
        steps,
        store,
        acts,
        desk.rules(),
        samples,
        new SettleSample(samples, desk.items(), desk.facts(), desk.check(), desk.acceptOnSample()),
        commitments.recordFinding());
  }

  public CloseList closeList() {
    return new CloseList(steps, store, samples, acts, desk.rules());
  }

  public DrawSample draw() {
    return new DrawSample(steps, store, samples, acts, random);
  }

  public RecordLooks look() {
    return new RecordLooks(steps, store, samples, acts);
  }

  public CallOffVerification callOff() {
    return new CallOffVerification(steps, store, acts);
  }
}
