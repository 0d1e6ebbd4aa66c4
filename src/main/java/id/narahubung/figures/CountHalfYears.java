package id.narahubung.figures;

import id.narahubung.access.Share;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.figures.ReportStore.Line;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Counts each half-year that is over, once, over all companies together, and keeps that with the
 * names of the rules in force: an administrator looks at it and publishes it. One transaction each,
 * the newest first; whoever does the same at the same moment waits, and finds it done.
 */
public final class CountHalfYears {

  private final Database db;
  private final Figures figures;
  private final ReportStore reports = new ReportStore();
  private final RuleStore rules;
  private final Ledger ledger;
  private final Supplier<UUID> acts;

  public CountHalfYears(
      Database db, Figures figures, RuleStore rules, Ledger ledger, Supplier<UUID> acts) {
    this.db = db;
    this.figures = figures;
    this.rules = rules;
    this.ledger = ledger;
    this.acts = acts;
  }

  public void run() {
    for (HalfYear half : db.as(SystemViewer.AUDIT, this::missing)) {
      db.run(SystemViewer.AUDIT, tx -> one(tx, half));
    }
  }

  /** None before the first that can be counted. */
  private List<HalfYear> missing(Tx tx) {
    List<HalfYear> counted = reports.counted(tx);
    Optional<HalfYear> first = figures.firstWeek(tx).map(week -> HalfYear.containing(week.from()));
    List<HalfYear> missing = new ArrayList<>();
    if (first.isPresent()) {
      HalfYear half = HalfYear.containing(tx.now().minus(Period.SETTLING)).previous();
      while (!half.from().isBefore(first.get().from())) {
        if (!counted.contains(half)) {
          missing.add(half);
        }
        half = half.previous();
      }
    }
    return missing;
  }

  private void one(Tx tx, HalfYear half) {
    if (!reports.begin(tx, half)) {
      return;
    }
    reports.takeTime(tx);
    List<Line> lines = lines(tx, half);
    reports.keep(tx, half, lines);
    ledger.add(
        tx,
        Act.of(acts.get(), EventKind.REPORT_COUNTED, "system", Share.MINISTRY)
            .with("half", half.code())
            .with("figures", lines.size()));
  }

  private List<Line> lines(Tx tx, HalfYear half) {
    RuleSet set = rules.inForce(tx);
    return figures.totals(tx, half.period()).stream()
        .map(each -> new Line(each, label(set, each)))
        .toList();
  }

  private static Label label(RuleSet set, Figure figure) {
    String category = figure.of().category();
    String part = figure.of().part();
    if (!category.isEmpty()) {
      return set.findCategory(category)
          .map(each -> each.label())
          .orElseGet(() -> new Label(category, category));
    }
    return switch (figure.measure()) {
      case ANSWERED ->
          set.findAnswerType(part).map(each -> each.label()).orElseGet(() -> new Label(part, part));
      case REFUSED ->
          set.findGround(part).map(each -> each.label()).orElseGet(() -> new Label(part, part));
      default -> new Label(part, part);
    };
  }
}
