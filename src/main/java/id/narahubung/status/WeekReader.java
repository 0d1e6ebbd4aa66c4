package id.narahubung.status;

import id.narahubung.access.NotFound;
import id.narahubung.data.Tx;
import id.narahubung.figures.FigureSet;
import id.narahubung.figures.Figures;
import id.narahubung.figures.FrozenWeek;
import id.narahubung.figures.Week;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.status.StatusStore.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Opens a week for whoever looks: what was frozen, or what it is so far. */
final class WeekReader {

  private final Figures figures;
  private final StatusStore statuses;
  private final ReadWeek reading;
  private final RuleStore rules;

  WeekReader(Figures figures, StatusStore statuses, WeekFactStore facts, RuleStore rules) {
    this.figures = figures;
    this.statuses = statuses;
    this.reading = new ReadWeek(figures, facts);
    this.rules = rules;
  }

  /** As it was frozen, of every company that the viewer sees or of one. */
  StatusWeek frozen(Tx tx, Week week, OptionalLong company) {
    FrozenWeek frozen =
        figures.frozen(tx, week).orElseThrow(() -> new NotFound("week " + week.code()));
    Map<Long, CompanyWeek> companies = statuses.companies(tx, week, company);
    if (company.isPresent() && companies.isEmpty()) {
      throw new NotFound("week " + week.code() + " of company " + company.getAsLong());
    }
    return new StatusWeek(
        week,
        Optional.of(frozen),
        week.to(),
        statuses.seal(tx, week).orElse(""),
        figures.ofWeek(tx, week),
        before(tx, week),
        companies,
        company.isPresent() ? new MinistryWeek(List.of()) : statuses.ministry(tx, week),
        statuses.names(tx),
        rules(tx, companies));
  }

  private Optional<FigureSet> before(Tx tx, Week week) {
    Week previous = week.previous();
    return figures.frozen(tx, previous).map(frozen -> figures.ofWeek(tx, previous));
  }

  /** The week that runs, until now; of what is to be done only where one company is looked at. */
  StatusWeek soFar(Tx tx, OptionalLong company) {
    if (tx.person().onlyRequest().isPresent()) {
      // Who was given one case would read its items as if they were all.
      throw new NotFound("week that runs");
    }
    Names names = statuses.names(tx);
    if (company.isPresent() && !names.companies().containsKey(company.getAsLong())) {
      throw new NotFound("company " + company.getAsLong());
    }
    List<Long> asked =
        company.isPresent()
            ? List.of(company.getAsLong())
            : List.copyOf(names.companies().keySet());
    FigureSet set =
        company.isPresent() ? figures.soFar(tx, company.getAsLong()) : figures.soFar(tx);
    Map<Long, CompanyWeek> companies = reading.companies(tx, asked, set, company.isPresent());
    Week week = Week.containing(tx.now());
    return new StatusWeek(
        week,
        Optional.empty(),
        tx.now(),
        "",
        set,
        before(tx, week),
        companies,
        company.isPresent()
            ? new MinistryWeek(List.of())
            : reading.ministry(tx, asked, set.period()),
        names,
        rules(tx, companies));
  }

  /** By which codes are worded that a week keeps without their rules. */
  RuleSet inForce(Tx tx) {
    return rules.inForce(tx);
  }

  private Map<Long, RuleSet> rules(Tx tx, Map<Long, CompanyWeek> companies) {
    Map<Long, RuleSet> sets = new LinkedHashMap<>();
    companies.values().stream()
        .flatMap(
            each ->
                Stream.of(
                        each.promises().stream().map(CompanyWeek.Promise::ruleSet),
                        each.findings().stream().map(CompanyWeek.Finding::ruleSet),
                        each.letters().stream().map(CompanyWeek.Warning::ruleSet))
                    .flatMap(rules -> rules))
        .distinct()
        .forEach(id -> sets.put(id, rules.fetch(tx, id)));
    return sets;
  }
}
