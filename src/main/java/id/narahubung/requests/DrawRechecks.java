package id.narahubung.requests;

import id.narahubung.access.Share;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.requests.RecheckSampleStore.Population;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Draws each company's sample of the week, from what was confirmed down before Monday and is not
 * looked at one by one. Run daily: what was drawn is not drawn again, and a Monday on which nobody
 * was up is made good on the next day. The population is closed before the seed exists.
 */
public final class DrawRechecks {

  private final Database db;
  private final RecheckSampleStore samples;
  private final RuleStore rules;
  private final Ledger ledger;
  private final Supplier<UUID> random;

  public DrawRechecks(
      Database db,
      RecheckSampleStore samples,
      RuleStore rules,
      Ledger ledger,
      Supplier<UUID> random) {
    this.db = db;
    this.samples = samples;
    this.rules = rules;
    this.ledger = ledger;
    this.random = random;
  }

  /** Draws what is missing, a company a transaction; gives how many items are to be looked at. */
  public int run() {
    RuleSet inForce = db.as(SystemViewer.AUDIT, rules::inForce);
    Population population = db.as(SystemViewer.AUDIT, tx -> population(tx.now(), inForce));
    int drawn = 0;
    for (long company : db.as(SystemViewer.AUDIT, tx -> samples.companies(tx, population))) {
      drawn += db.as(SystemViewer.AUDIT, tx -> draw(tx, population, company, inForce));
    }
    return drawn;
  }

  private static Population population(Instant now, RuleSet inForce) {
    LocalDate monday =
        LocalDate.ofInstant(now, Words.WIB)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return new Population(
        monday,
        monday.minusDays(inForce.limits().recheckSampleDays()).atStartOfDay(Words.WIB).toInstant(),
        monday.atStartOfDay(Words.WIB).toInstant());
  }

  private int draw(Tx tx, Population population, long company, RuleSet inForce) {
    int counted = samples.count(tx, company, population);
    if (counted == 0) {
      return 0;
    }
    int size = Math.min(counted, inForce.limits().recheckSample());
    UUID seed = random.get();
    return samples
        .insert(tx, company, population, seed, counted, size)
        .map(
            sample -> {
              ledger.add(
                  tx,
                  Act.of(random.get(), EventKind.RECHECKS_DRAWN, "system", Share.MINISTRY)
                      .with("company", company)
                      .with("week", population.week().toString())
                      .with("population", counted)
                      .with("items", size)
                      .with("seed", seed.toString()));
              return samples.draw(tx, sample, company, population, seed, size);
            })
        .orElse(0);
  }
}
