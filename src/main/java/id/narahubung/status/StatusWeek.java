package id.narahubung.status;

import id.narahubung.figures.FigureSet;
import id.narahubung.figures.FrozenWeek;
import id.narahubung.figures.Week;
import id.narahubung.rules.RuleSet;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A week with all that is told of it: as it was frozen, or so far.
 *
 * @param frozen when it was; none while it runs
 * @param asOf what had been recorded until then is in it
 * @param seal the hash over all of it; empty while it runs
 * @param before the figures of the week before, where those were frozen
 * @param companies each that the viewer sees, by id
 * @param rules by id, those whose codes stand in it
 */
record StatusWeek(
    Week week,
    Optional<FrozenWeek> frozen,
    Instant asOf,
    String seal,
    FigureSet figures,
    Optional<FigureSet> before,
    Map<Long, CompanyWeek> companies,
    MinistryWeek ministry,
    StatusStore.Names names,
    Map<Long, RuleSet> rules) {

  boolean isLate() {
    return frozen.filter(FrozenWeek::late).isPresent();
  }

  String company(long id) {
    return names.companies().getOrDefault(id, "");
  }

  String platform(long id) {
    return names.platforms().getOrDefault(id, "");
  }
}
