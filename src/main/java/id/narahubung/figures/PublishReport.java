package id.narahubung.figures;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.data.Tx;
import id.narahubung.figures.ReportStore.Line;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Label;
import java.util.List;
import java.util.UUID;

/**
 * Publishes what is counted of a half-year, for everybody to read: aggregates over all companies,
 * with the names of the rules in force. Refused when the viewer may not administer, while the
 * half-year lasts, when nothing could be counted in it, and when it was published before.
 */
final class PublishReport {

  private final Figures figures;
  private final ReportStore reports;
  private final RuleStore rules;
  private final Ledger ledger;

  PublishReport(Figures figures, ReportStore reports, RuleStore rules, Ledger ledger) {
    this.figures = figures;
    this.reports = reports;
    this.rules = rules;
    this.ledger = ledger;
  }

  void run(Tx tx, UUID act, HalfYear half) {
    tx.viewer().require(Permission.ADMINISTER);
    if (!half.isOver(tx.now())) {
      throw new RuleBroken("transparency.not_over", half.code());
    }
    if (reports.find(tx, half).isPresent()) {
      throw new RuleBroken("transparency.published_before", half.code());
    }
    List<Line> lines = lines(tx, half);
    if (lines.isEmpty()) {
      throw new RuleBroken("transparency.nothing", half.code());
    }
    long event =
        ledger.add(
            tx,
            Act.of(
                    act,
                    EventKind.REPORT_PUBLISHED,
                    tx.person().roleFor(Permission.ADMINISTER),
                    Side.MINISTRY)
                .with("half", half.code())
                .with("figures", lines.size()));
    reports.put(tx, half, event, lines);
  }

  /** What publishing it would tell. */
  List<Line> lines(Tx tx, HalfYear half) {
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
