package id.narahubung.decisions;

import static id.narahubung.decisions.CellState.EXPIRED;
import static id.narahubung.decisions.CellState.MET;
import static id.narahubung.decisions.CellState.MISSING;
import static id.narahubung.decisions.CellState.NOT_MET;
import static id.narahubung.decisions.CellState.WAIVED;
import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.decisions.TruthTable.Check;
import id.narahubung.decisions.TruthTable.Condition;
import id.narahubung.decisions.TruthTable.Row;
import id.narahubung.decisions.TruthTable.Waived;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What keeps a decision shut, whatever was found and whoever waived it. */
final class TruthTableTest {

  private static final LocalDate TODAY = LocalDate.of(2018, 7, 10);

  record Case(List<Condition> conditions, List<Check> checks, List<Waived> waivers) {

    TruthTable table() {
      return TruthTable.of(conditions, checks, waivers, TODAY);
    }
  }

  @Property(tries = 300)
  void a_cell_is_fine_only_where_it_is_met_or_waived_by_two_until_today(@ForAll("cases") Case any) {
    for (Row row : any.table().rows()) {
      boolean waived =
          any.waivers().stream()
              .anyMatch(
                  w ->
                      w.key().equals(row.key())
                          && w.found() == row.found()
                          && w.version() == row.version()
                          && w.seconded()
                          && !w.until().isBefore(TODAY));
      assertThat(row.state().isFine()).isEqualTo(row.found() == MET || waived);
      assertThat(row.state() == WAIVED).isEqualTo(row.found() != MET && waived);
    }
  }

  @Property(tries = 300)
  void it_is_fine_when_no_cell_is_open_and_names_those_that_are(@ForAll("cases") Case any) {
    TruthTable table = any.table();
    assertThat(table.isFine()).isEqualTo(table.rows().stream().allMatch(r -> r.state().isFine()));
    assertThat(table.open()).isSubsetOf(table.rows()).noneMatch(row -> row.state().isFine());
    assertThat(table.rows()).hasSize(any.conditions().size() + any.checks().size());
  }

  @Property(tries = 300)
  void no_waiver_of_the_checklist_opens_over_a_condition(@ForAll("cases") Case any) {
    List<Waived> allChecks =
        any.checks().stream()
            .flatMap(
                check ->
                    Stream.of(NOT_MET, MISSING)
                        .map(
                            found ->
                                new Waived(CellKey.check(check.code()), found, 0, TODAY, true)))
            .toList();
    TruthTable table =
        TruthTable.of(
            any.conditions(),
            any.checks(),
            Stream.concat(any.waivers().stream(), allChecks.stream()).toList(),
            TODAY);
    assertThat(table.isFine())
        .isEqualTo(
            table.rows().stream()
                .filter(row -> row.key().kind() == CellKey.Kind.COMMITMENT)
                .allMatch(row -> row.state().isFine()));
  }

  @Property(tries = 200)
  void a_proposal_alone_changes_no_state(@ForAll("cases") Case any) {
    List<Waived> proposed =
        any.waivers().stream()
            .map(w -> new Waived(w.key(), w.found(), w.version(), w.until(), false))
            .toList();
    TruthTable table = TruthTable.of(any.conditions(), any.checks(), proposed, TODAY);
    assertThat(table.rows()).allMatch(row -> row.state() == row.found());
  }

  @Example
  void the_line_about_conditions_follows_them() {
    Check all = new Check("conditions_verified", true, Optional.of(true));
    Waived waived = new Waived(CellKey.commitment("KM-2018-0010"), EXPIRED, 2, TODAY, true);
    List<Condition> one = List.of(new Condition("KM-2018-0010", 2, EXPIRED));
    assertThat(states(TruthTable.of(one, List.of(all), List.of(), TODAY)))
        .containsExactly(EXPIRED, NOT_MET);
    assertThat(states(TruthTable.of(one, List.of(all), List.of(waived), TODAY)))
        .containsExactly(WAIVED, MET);
    assertThat(states(TruthTable.of(one, List.of(all), List.of(waived), TODAY.plusDays(1))))
        .as("the day after its end")
        .containsExactly(EXPIRED, NOT_MET);
    assertThat(states(TruthTable.of(List.of(), List.of(all, said()), List.of(), TODAY)))
        .as("where there is none")
        .containsExactly(MISSING, MISSING);
  }

  @Example
  void a_waiver_covers_what_was_known_and_nothing_found_or_promised_since() {
    CellKey key = CellKey.commitment("KM-2018-0010");
    List<Waived> waivers = List.of(new Waived(key, MISSING, 1, TODAY, true));
    assertThat(states(table(1, MISSING, waivers))).containsExactly(WAIVED);
    assertThat(states(table(1, NOT_MET, waivers))).as("a check failed").containsExactly(NOT_MET);
    assertThat(states(table(2, MISSING, waivers))).as("was revised").containsExactly(MISSING);
  }

  private static TruthTable table(int version, CellState found, List<Waived> waivers) {
    Condition one = new Condition("KM-2018-0010", version, found);
    return TruthTable.of(List.of(one), List.of(), waivers, TODAY);
  }

  private static Check said() {
    return new Check("milder_step", false, Optional.empty());
  }

  private static List<CellState> states(TruthTable table) {
    return table.rows().stream().map(Row::state).toList();
  }

  @Provide
  Arbitrary<Case> cases() {
    Arbitrary<String> number = Arbitraries.of("KM-1", "KM-2", "KM-3");
    Arbitrary<Condition> condition =
        Combinators.combine(number, Arbitraries.of(MET, NOT_MET, EXPIRED, MISSING))
            .as((of, found) -> new Condition(of, 1, found));
    Arbitrary<Check> check =
        Combinators.combine(
                Arbitraries.of("items_checked", "watch_plan", "conditions_verified"),
                Arbitraries.of(true, false).optional())
            .as((code, yes) -> new Check(code, code.equals("conditions_verified"), yes));
    Arbitrary<CellKey> key =
        Arbitraries.oneOf(
            number.map(CellKey::commitment),
            Arbitraries.of("items_checked", "watch_plan").map(CellKey::check));
    Arbitrary<Waived> waiver =
        Combinators.combine(
                key,
                Arbitraries.of(NOT_MET, EXPIRED, MISSING),
                Arbitraries.integers().between(0, 1),
                Arbitraries.integers().between(-2, 2),
                Arbitraries.of(true, false))
            .as(
                (of, found, version, days, second) ->
                    new Waived(of, found, version, TODAY.plusDays(days), second));
    return Combinators.combine(
            condition.list().uniqueElements(Condition::number).ofMaxSize(3),
            check.list().uniqueElements(Check::code).ofMaxSize(3),
            waiver.list().ofMaxSize(4))
        .as(Case::new);
  }
}
