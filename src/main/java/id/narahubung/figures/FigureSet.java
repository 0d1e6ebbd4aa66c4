package id.narahubung.figures;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * All figures of a period that the viewer may see, in an order that is always the same: those of
 * all companies together first, then company by company. What is zero is not among them, and found
 * all the same; what was not counted at all is found as unknown.
 */
public final class FigureSet {

  private static final Comparator<Figure.Key> ORDER =
      Comparator.<Figure.Key>comparingLong(key -> key.company().orElse(0))
          .thenComparing(Figure.Key::category)
          .thenComparing(Figure.Key::measure)
          .thenComparing(Figure.Key::part);

  private final Period period;
  private final Set<Measure> measures;
  private final Map<Figure.Key, Figure> figures = new LinkedHashMap<>();

  /** In which everything was counted. */
  public FigureSet(Period period, List<Figure> counted) {
    this(period, counted, EnumSet.allOf(Measure.class));
  }

  /**
   * @param measures what was counted: of another nobody knows whether it was zero
   */
  FigureSet(Period period, List<Figure> counted, Set<Measure> measures) {
    this.period = period;
    this.measures = Set.copyOf(measures);
    counted.stream()
        .sorted(Comparator.comparing(Figure::of, ORDER))
        .forEach(each -> figures.put(each.of(), each));
  }

  public Period period() {
    return period;
  }

  /** Every figure that is not zero. */
  public List<Figure> all() {
    return List.copyOf(figures.values());
  }

  /** Of one company, or of all together, over all categories. */
  public Figure of(Measure measure, OptionalLong company) {
    return of(Figure.Key.of(measure, company));
  }

  public Figure of(Measure measure, long company) {
    return of(measure, OptionalLong.of(company));
  }

  /** Of all companies together. */
  public Figure total(Measure measure) {
    return of(measure, OptionalLong.empty());
  }

  public Figure of(Figure.Key key) {
    return figures.getOrDefault(
        key, measures.contains(key.measure()) ? Figure.none(key) : Figure.unknown(key));
  }

  /** The categories of which anything was counted, by code. */
  List<String> categories() {
    return figures.keySet().stream()
        .map(Figure.Key::category)
        .filter(each -> !each.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  /** The companies of which anything was counted, by id. */
  public List<Long> companies() {
    return figures.keySet().stream()
        .filter(key -> key.company().isPresent())
        .map(key -> key.company().getAsLong())
        .distinct()
        .toList();
  }
}
