package id.narahubung.figures;

import id.narahubung.data.Tx;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/** What is counted, for everybody who needs a number. */
public final class Figures {

  private final FigureStore store = new FigureStore();
  private final KeptFigureStore kept = new KeptFigureStore();

  /** Of this week until now, of every company that the viewer can see. */
  public FigureSet soFar(Tx tx) {
    return count(tx, Period.soFar(tx.now()), ids(tx));
  }

  /** The same, of one. */
  public FigureSet soFar(Tx tx, long company) {
    FigureSet counted = count(tx, Period.soFar(tx.now()), List.of(company));
    return new FigureSet(
        counted.period(),
        counted.all().stream().filter(each -> each.of().company().isPresent()).toList());
  }

  private FigureSet count(Tx tx, Period period, List<Long> companies) {
    return new FigureSet(
        period,
        Arrays.stream(Measure.values())
            .filter(measure -> !measure.isUrgent())
            .flatMap(measure -> store.count(tx, measure, period, companies).stream())
            .toList());
  }

  /**
   * Counts a week that is over and keeps it, once: none where somebody did so before. Whoever comes
   * at the same time waits until the first has ended. Run by the portal itself, which sees all
   * companies; each measure is one statement.
   *
   * @param late whether this is later than planned
   */
  public Optional<FigureSet> freeze(Tx tx, Week week, boolean late) {
    if (!kept.begin(tx, week, late)) {
      return Optional.empty();
    }
    FigureSet counted = count(tx, Period.of(week), ids(tx));
    kept.keep(tx, week, counted.all());
    return Optional.of(counted);
  }

  /** The first week that can be counted; none where nothing was sent yet. */
  public Optional<Week> firstWeek(Tx tx) {
    return store.firstWeek(tx);
  }

  /** So many frozen weeks, the newest first. */
  public List<FrozenWeek> frozen(Tx tx, int most) {
    return kept.frozen(tx, most, Optional.empty());
  }

  /** The same, none newer than this one. */
  List<FrozenWeek> frozen(Tx tx, int most, Optional<Week> until) {
    return kept.frozen(tx, most, until);
  }

  public Optional<FrozenWeek> frozen(Tx tx, Week week) {
    return kept.frozen(tx, week);
  }

  /** As they were frozen, as far as the viewer may see them: a company its own. */
  public FigureSet ofWeek(Tx tx, Week week) {
    return new FigureSet(Period.of(week), kept.kept(tx, week), measures(tx, week));
  }

  private Set<Measure> measures(Tx tx, Week week) {
    return kept.measures(tx, List.of(week)).getOrDefault(week.code(), Set.of());
  }

  /**
   * The same of several weeks, in their order: of one company, or of all together, and of one
   * category, or all.
   */
  Map<Week, FigureSet> ofWeeks(Tx tx, OptionalLong company, String category, List<Week> weeks) {
    Map<String, List<Figure>> found = kept.kept(tx, company, category, weeks);
    Map<String, Set<Measure>> measures = kept.measures(tx, weeks);
    Map<Week, FigureSet> sets = new LinkedHashMap<>();
    for (Week week : weeks) {
      sets.put(
          week,
          new FigureSet(
              Period.of(week),
              found.getOrDefault(week.code(), List.of()),
              measures.getOrDefault(week.code(), Set.of())));
    }
    return sets;
  }

  /** Of one category, or of all: what each company's measures were, and of no parts. */
  FigureSet byCompany(Tx tx, Week week, String category, Collection<Measure> measures) {
    return new FigureSet(
        Period.of(week), kept.keptOf(tx, week, category, measures), measures(tx, week));
  }

  /** Of one company, or of all together: what each category's measures were, and of no parts. */
  FigureSet byCategory(Tx tx, Week week, OptionalLong company, Collection<Measure> measures) {
    return new FigureSet(
        Period.of(week), kept.keptByCategory(tx, week, company, measures), measures(tx, week));
  }

  /**
   * A measure of a frozen week by its parts, the largest first: of one company, or of all together,
   * and of one category, or all. Of one category no parts are kept, so they are counted anew, by
   * the same rows.
   */
  List<Figure> parts(Tx tx, Week week, Measure measure, OptionalLong company, String category) {
    List<Figure> parts =
        category.isEmpty()
            ? kept.keptParts(tx, week, measure, company)
            : store.countParts(
                tx, measure, Period.of(week), companies(tx, company), company, category);
    return parts.stream()
        .sorted(
            Comparator.comparingInt(Figure::numerator)
                .reversed()
                .thenComparing(each -> each.of().part()))
        .toList();
  }

  /** Counts what happened to items in a period, over all companies together. */
  List<Figure> totals(Tx tx, Period period) {
    List<Long> companies = ids(tx);
    return Arrays.stream(Measure.values())
        .filter(measure -> measure.isOfItems() && !measure.isUrgent())
        .flatMap(measure -> store.count(tx, measure, period, companies).stream())
        .filter(each -> each.of().company().isEmpty())
        .toList();
  }

  /** The companies that the viewer can see, by their names in order. */
  public Map<Long, String> companies(Tx tx) {
    return store.companies(tx);
  }

  /** The rows behind a figure, so many from a place on. */
  public List<FigureRow> rows(Tx tx, FigureRows which, Optional<FigureRow.Place> after, int most) {
    return store.list(tx, which, companies(tx, which.company()), after, most);
  }

  /** All of them, one by one. */
  public void eachRow(Tx tx, FigureRows which, Consumer<FigureRow> consumer) {
    store.each(tx, which, companies(tx, which.company()), consumer);
  }

  /**
   * A week's figure as its rows give it now: by what is known of commitments today, which may be
   * more than when it was frozen.
   */
  Figure anew(Tx tx, Figure.Key which, Week week) {
    return store
        .count(tx, which.measure(), Period.of(week), companies(tx, which.company()))
        .stream()
        .filter(each -> each.of().equals(which))
        .findFirst()
        .orElseGet(() -> Figure.none(which));
  }

  private List<Long> companies(Tx tx, OptionalLong company) {
    return company.isPresent() ? List.of(company.getAsLong()) : ids(tx);
  }

  private List<Long> ids(Tx tx) {
    return List.copyOf(store.companies(tx).keySet());
  }
}
