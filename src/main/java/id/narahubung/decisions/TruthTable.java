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
   * @param version of the commitment
   * @param found never {@link CellState#WAIVED}: that is for this table to say
   */
  public record Condition(String number, int version, CellState found) {

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
   * A waiver of a cell. It lets be what was known when it was proposed: what is found otherwise
   * since, or promised otherwise, it does not cover.
   *
   * @param found how the cell stood then
   * @param version of the commitment then; 0 for an entry of a checklist
   * @param until its last day
   * @param seconded whether the second person has signed it; else it is only proposed
   */
  public record Waived(
      CellKey key, CellState found, int version, LocalDate until, boolean seconded) {

    /** Whether it is of this cell as it is found on a day. */
    boolean covers(Row row, LocalDate today) {
      return key.equals(row.key)
          && found == row.found
          && version == row.version
          && !today.isAfter(until);
    }
  }

  /**
   * A cell.
   *
   * @param found how it stands without any waiver
   * @param version of the commitment; 0 for an entry of a checklist
   * @param waiverProposed whether one waits for its second person
   */
  public record Row(
      CellKey key, CellState state, CellState found, int version, boolean waiverProposed) {}

  public static TruthTable of(
      List<Condition> conditions, List<Check> checks, List<Waived> waivers, LocalDate today) {
    List<Row> first =
        conditions.stream()
            .map(
                each ->
                    row(
                        bare(CellKey.commitment(each.number()), each.found(), each.version()),
                        waivers,
                        today))
            .toList();
    // Where there is no condition nobody has verified any.
    Optional<Boolean> fine =
        first.isEmpty()
            ? Optional.empty()
            : Optional.of(first.stream().allMatch(each -> each.state().isFine()));
    Stream<Row> second =
        checks.stream()
            .map(
                each ->
                    row(bare(CellKey.check(each.code()), found(each, fine), 0), waivers, today));
    return new TruthTable(Stream.concat(first.stream(), second).toList());
  }

  private static CellState found(Check check, Optional<Boolean> conditionsAreFine) {
    return (check.ofConditions() ? conditionsAreFine : check.yes())
        .map(yes -> yes ? CellState.MET : CellState.NOT_MET)
        .orElse(CellState.MISSING);
  }

  private static Row bare(CellKey key, CellState found, int version) {
    return new Row(key, found, found, version, false);
  }

  private static Row row(Row bare, List<Waived> waivers, LocalDate today) {
    List<Waived> ofIt =
        bare.found() == CellState.MET
            ? List.of()
            : waivers.stream().filter(each -> each.covers(bare, today)).toList();
    boolean waived = ofIt.stream().anyMatch(Waived::seconded);
    return new Row(
        bare.key(),
        waived ? CellState.WAIVED : bare.found(),
        bare.found(),
        bare.version(),
        !waived && !ofIt.isEmpty());
  }

  /** The cells that keep it shut, in order. */
  public List<Row> open() {
    return rows.stream().filter(each -> !each.state().isFine()).toList();
  }

  /** Whether nothing keeps it shut. */
  public boolean isFine() {
    return open().isEmpty();
  }

  /** Whether a waiver waits for its second person: of a cell that is as it was, and open still. */
  boolean waits(Waived waiver, LocalDate today) {
    return !waiver.seconded()
        && find(waiver.key())
            .filter(Row::waiverProposed)
            .filter(row -> waiver.covers(row, today))
            .isPresent();
  }

  public Optional<Row> find(CellKey key) {
    return rows.stream().filter(each -> each.key().equals(key)).findFirst();
  }
}
