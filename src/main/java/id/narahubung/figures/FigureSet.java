package id.narahubung.figures;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * All figures of a period that the viewer may see, in an order that is always the same: those of
 * all companies together first, then company by company. What is zero is not among them, and found
 * all the same.
 */
public final class FigureSet {

  private static final Comparator<Figure.Key> ORDER =
      Comparator.<Figure.Key>comparingLong(key -> key.company().orElse(0))
          .thenComparing(Figure.Key::category)
          .thenComparing(Figure.Key::measure)
          .thenComparing(Figure.Key::part);

  private final Period period;
  private final Map<Figure.Key, Figure> figures = new LinkedHashMap<>();

  public FigureSet(Period period, List<Figure> counted) {
    this.period = period;
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
    return figures.getOrDefault(key, Figure.none(key));
  }

  /** A measure's figures by part, the largest first. */
  public List<Figure> parts(Measure measure, OptionalLong company) {
    return figures.values().stream()
        .filter(each -> each.measure() == measure && each.of().company().equals(company))
        .filter(each -> each.of().category().isEmpty() && !each.of().part().isEmpty())
        .sorted(
            Comparator.comparingInt(Figure::numerator)
                .reversed()
                .thenComparing(each -> each.of().part()))
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
