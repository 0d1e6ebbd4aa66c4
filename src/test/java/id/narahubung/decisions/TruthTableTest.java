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
                  w -> w.key().equals(row.key()) && w.seconded() && !w.until().isBefore(TODAY));
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
        any.checks().stream().map(c -> new Waived(CellKey.check(c.code()), TODAY, true)).toList();
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
        any.waivers().stream().map(w -> new Waived(w.key(), w.until(), false)).toList();
    TruthTable table = TruthTable.of(any.conditions(), any.checks(), proposed, TODAY);
    assertThat(table.rows()).allMatch(row -> row.state() == row.found());
  }

  @Example
  void the_line_about_conditions_follows_them() {
    Check all = new Check("conditions_verified", true, Optional.of(true));
    Waived waived = new Waived(CellKey.commitment("KM-2018-0010"), TODAY, true);
    List<Condition> one = List.of(new Condition("KM-2018-0010", EXPIRED));
    assertThat(states(TruthTable.of(one, List.of(all), List.of(), TODAY)))
        .containsExactly(EXPIRED, NOT_MET);
    assertThat(states(TruthTable.of(one, List.of(all), List.of(waived), TODAY)))
        .containsExactly(WAIVED, MET);
    assertThat(states(TruthTable.of(one, List.of(all), List.of(waived), TODAY.plusDays(1))))
        .as("the day after its end")
        .containsExactly(EXPIRED, NOT_MET);
    assertThat(states(TruthTable.of(List.of(), List.of(all, said()), List.of(), TODAY)))
        .containsExactly(MET, MISSING);
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
            .as(Condition::new);
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
        Combinators.combine(key, Arbitraries.integers().between(-2, 2), Arbitraries.of(true, false))
            .as((of, days, second) -> new Waived(of, TODAY.plusDays(days), second));
    return Combinators.combine(
            condition.list().uniqueElements(Condition::number).ofMaxSize(3),
            check.list().uniqueElements(Check::code).ofMaxSize(3),
            waiver.list().ofMaxSize(4))
        .as(Case::new);
  }
}
