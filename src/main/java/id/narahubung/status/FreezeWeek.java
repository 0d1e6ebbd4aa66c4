package id.narahubung.status;

import id.narahubung.access.Share;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.figures.FigureSet;
import id.narahubung.figures.Figures;
import id.narahubung.figures.Week;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Freezes each week whose status is due and is not frozen yet, the oldest first, one transaction
 * each: figures, lists and the hash over all, or nothing. A week is frozen once, whoever else does
 * the same at the same moment; one that nobody was up for follows later, and says so.
 */
public final class FreezeWeek {

  private final Database db;
  private final Figures figures;
  private final StatusStore statuses;
  private final WeekFactStore facts;
  private final ReadWeek reading;
  private final SendingTime time;
  private final Ledger ledger;
  private final Supplier<UUID> acts;

  FreezeWeek(
      Database db,
      Figures figures,
      StatusStore statuses,
      WeekFactStore facts,
      SendingTime time,
      Ledger ledger,
      Supplier<UUID> acts) {
    this.db = db;
    this.figures = figures;
    this.statuses = statuses;
    this.facts = facts;
    this.reading = new ReadWeek(figures, facts);
    this.time = time;
    this.ledger = ledger;
    this.acts = acts;
  }

  /** Gives how many were. */
  public int run() {
    int frozen = 0;
    for (Optional<Week> next = due(); next.isPresent(); next = due()) {
      Week week = next.get();
      if (!one(week)) {
        // Somebody else did, and goes on with the next.
        return frozen;
      }
      frozen++;
    }
    return frozen;
  }

  /** The next one whose time has come. */
  private Optional<Week> due() {
    return db.as(
        SystemViewer.AUDIT, tx -> Optional.of(next(tx)).filter(week -> time.isDue(week, tx.now())));
  }

  /** The one that is frozen before any later one is. */
  public Week next() {
    return db.as(SystemViewer.AUDIT, this::next);
  }

  /** Whether a week was. */
  public boolean isFrozen(Week week) {
    return db.as(SystemViewer.AUDIT, tx -> figures.frozen(tx, week)).isPresent();
  }

  /**
   * The first that is not frozen, wherever that is: one frozen by hand must not take those before
   * it away. A portal tells of no week in which it was not there, and of none that cannot be
   * counted.
   */
  private Week next(Tx tx) {
    Week first =
        statuses
            .start(tx)
            .orElseGet(
                () -> {
                  Week running = Week.containing(tx.now());
                  statuses.begin(tx, running);
                  return running;
                });
    return statuses.unfrozen(
        tx,
        figures.firstWeek(tx).filter(week -> week.monday().isAfter(first.monday())).orElse(first));
  }

  /** Freezes one week that is over; false where that was done before. */
  public boolean one(Week week) {
    return db.as(
        SystemViewer.AUDIT,
        tx ->
            figures
                .freeze(tx, week, time.isLate(week, tx.now()))
                .map(
                    set -> {
                      keep(tx, week, set);
                      return true;
                    })
                .orElse(false));
  }

  /** Reads a week that is over as if it were frozen, and leaves it as it was. */
  <T> T look(Week week, Function<Tx, T> reading) {
    AtomicReference<T> seen = new AtomicReference<>();
    try {
      db.run(
          SystemViewer.AUDIT,
          tx -> {
            figures.freeze(tx, week, false).ifPresent(set -> keep(tx, week, set));
            seen.set(reading.apply(tx));
            throw new Undone();
          });
    } catch (Undone e) {
      return Objects.requireNonNull(seen.get());
    }
    throw new IllegalStateException("it was not undone");
  }

  /** Takes back what was done for a look. */
  private static final class Undone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Undone() {
      super(null, null, false, false);
    }
  }

  private void keep(Tx tx, Week week, FigureSet set) {
    List<Long> companies = facts.companies(tx, set.period());
    statuses.keep(
        tx,
        week,
        reading.companies(tx, companies, set, true),
        reading.ministry(tx, companies, set.period()));
    ledger.add(
        tx,
        Act.of(acts.get(), EventKind.STATUS_FROZEN, "system", Share.MINISTRY)
            .with("week", week.code())
            .with("companies", companies.size())
            .with("late", time.isLate(week, tx.now())));
  }
}
