package id.narahubung.verification;

import id.narahubung.data.Database;
import id.narahubung.ledger.Ledger;
import id.narahubung.ledger.Once;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.RequestDesk;
import id.narahubung.web.Pages;

/** The feature's parts, put together once: its store, its commands, its pages. */
public final class VerificationDesk {

  private final RequestDesk desk;
  private final VerificationStore steps = new VerificationStore();
  private final VerificationActStore store = new VerificationActStore();
  private final PlatformStore platforms = new PlatformStore();
  private final VerificationActs acts;
  private final Ledger ledger;

  public VerificationDesk(RequestDesk desk, Ledger ledger) {
    this.desk = desk;
    this.ledger = ledger;
    this.acts = new VerificationActs(ledger);
  }

  public VerificationRoutes.VerificationSide pages(Database db, Pages pages) {
    Once once = new Once(db, ledger);
    return new VerificationRoutes.VerificationSide(
        new VerificationPages(db, pages, steps, platforms, desk.rules()),
        new VerificationPlanPages(
            db, pages, once, steps, desk.requests(), platforms, desk.rules(), plan()),
        new VerificationActPages(
            db,
            pages,
            once,
            steps,
            desk.rules(),
            new VerificationActPages.Commands(record(), conclude(), callOff())));
  }

  public VerificationStore steps() {
    return steps;
  }

  public PlanVerification plan() {
    return new PlanVerification(steps, store, acts, desk.requests(), platforms, desk.rules());
  }

  public RecordVerification record() {
    return new RecordVerification(steps, store, acts, desk.rules());
  }

  public ConcludeVerification conclude() {
    return new ConcludeVerification(steps, store, acts, desk.rules());
  }

  public CallOffVerification callOff() {
    return new CallOffVerification(steps, store, acts);
  }
}
