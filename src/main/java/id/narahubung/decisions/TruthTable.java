package id.narahubung.decisions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a decision hangs on, cell by cell: the conditions and the checklist, with the waivers that
 * count on a day. What keeps it shut has a name.
 */
public record TruthTable(List<Row> rows) {

  public TruthTable {
    rows = List.copyOf(rows);
  }

  /**
   * A condition as it was found.
   *
   * @param found never {@link CellState#WAIVED}: that is for this table to say
   */
  public record Condition(String number, CellState found) {

    public Condition {
      if (found == CellState.WAIVED) {
        throw new IllegalArgumentException("a condition is found, not waived");
      }
    }
  }

  /**
   * An entry of the checklist.
   *
   * @param ofConditions whether it says that the conditions are met, so that they answer it
   * @param yes what the portal shows or somebody said; empty where neither has
   */
  public record Check(String code, boolean ofConditions, Optional<Boolean> yes) {}

  /**
   * A waiver of a cell.
   *
   * @param until its last day
   * @param seconded whether the second person has signed it; else it is only proposed
   */
  public record Waived(CellKey key, LocalDate until, boolean seconded) {

    boolean countsOn(LocalDate today) {
      return seconded && !today.isAfter(until);
    }

    boolean isProposedOn(LocalDate today) {
      return !seconded && !today.isAfter(until);
    }
  }

  /**
   * A cell.
   *
   * @param found how it stands without any waiver
   * @param waiverProposed whether one waits for its second person
   */
  public record Row(CellKey key, CellState state, CellState found, boolean waiverProposed) {}

  public static TruthTable of(
      List<Condition> conditions, List<Check> checks, List<Waived> waivers, LocalDate today) {
    List<Row> first =
        conditions.stream()
            .map(each -> row(CellKey.commitment(each.number()), each.found(), waivers, today))
            .toList();
    boolean fine = first.stream().allMatch(each -> each.state().isFine());
    Stream<Row> second =
        checks.stream()
            .map(each -> row(CellKey.check(each.code()), found(each, fine), waivers, today));
    return new TruthTable(Stream.concat(first.stream(), second).toList());
  }

  private static CellState found(Check check, boolean conditionsAreFine) {
    return (check.ofConditions() ? Optional.of(conditionsAreFine) : check.yes())
        .map(yes -> yes ? CellState.MET : CellState.NOT_MET)
        .orElse(CellState.MISSING);
  }

  private static Row row(CellKey key, CellState found, List<Waived> waivers, LocalDate today) {
    List<Waived> ofIt = waivers.stream().filter(each -> each.key().equals(key)).toList();
    boolean waived = found != CellState.MET && ofIt.stream().anyMatch(each -> each.countsOn(today));
    boolean proposed =
        found != CellState.MET && !waived && ofIt.stream().anyMatch(e -> e.isProposedOn(today));
    return new Row(key, waived ? CellState.WAIVED : found, found, proposed);
  }

  /** The cells that keep it shut, in order. */
  public List<Row> open() {
    return rows.stream().filter(each -> !each.state().isFine()).toList();
  }

  /** Whether nothing keeps it shut. */
  public boolean isFine() {
    return open().isEmpty();
  }

  public Optional<Row> find(CellKey key) {
    return rows.stream().filter(each -> each.key().equals(key)).findFirst();
  }
}
