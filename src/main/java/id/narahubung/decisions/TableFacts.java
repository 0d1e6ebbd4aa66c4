package id.narahubung.decisions;

import id.narahubung.commitments.Condition;
import id.narahubung.decisions.AccessHistory.Signed;
import id.narahubung.letters.Letter;
import id.narahubung.rules.ChecklistEntry;
import id.narahubung.rules.DecisionKind;
import id.narahubung.rules.RuleSet;
import id.narahubung.text.Words;
import id.narahubung.verification.Counted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a decision's truth table is made of, read once: with other content, or another choice of the
 * signer's, the same facts are another table.
 *
 * @param signed all decisions of the platform, and the history that they are
 * @param asked the request that an opening rests on
 * @param warned the platform's letters
 * @param conditions those that an opening hangs on; none for what closes
 * @param counted what the steps counted that found any of it, by their numbers
 */
record TableFacts(
    Decision decision,
    RuleSet rules,
    List<Signed> signed,
    AccessHistory history,
    Optional<Normalisation> asked,
    List<Letter> warned,
    List<Condition> conditions,
    AccessFacts known,
    Map<String, Counted> counted,
    Instant now) {

  TableFacts {
    signed = List.copyOf(signed);
    warned = List.copyOf(warned);
    conditions = List.copyOf(conditions);
    counted = Map.copyOf(counted);
  }

  TruthTable table() {
    return table(checklist(decision.content(), decision.despiteBlocks()), entries());
  }

  /** As the decision stands. */
  List<Cell> cells() {
    return cells(decision.content(), decision.despiteBlocks());
  }

  /** As it would stand with this content, and the signer's choice about earlier blocks. */
  List<Cell> cells(DecisionContent content, boolean despiteBlocks) {
    Checklist checklist = checklist(content, despiteBlocks);
    TruthTable table = table(checklist, entries());
    return Stream.concat(
            conditions.stream().map(each -> cell(table, each)),
            entries().stream().map(each -> cell(table, checklist, each)))
        .toList();
  }

  /** The waivers that a second person may sign: of what is as it was, and open still. */
  List<Decision.Waiver> toSecond() {
    TruthTable table = table();
    return decision.waivers().stream()
        .filter(each -> table.waits(each.toTable(), today()))
        .toList();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, Words.WIB);
  }

  /** What the signer may choose instead goes through the same list. */
  private List<ChecklistEntry> entries() {
    DecisionKind kind = rules.decisionKind(decision.content().kindCode());
    return rules.checklist(DecisionRule.list(kind));
  }

  private Checklist checklist(DecisionContent content, boolean despiteBlocks) {
    return new Checklist(content, known, despiteBlocks, rules.limits().maxBlocks(), now);
  }

  private TruthTable table(Checklist checklist, List<ChecklistEntry> entries) {
    return TruthTable.of(
        conditions.stream()
            .map(
                each ->
                    new TruthTable.Condition(
                        each.number(), each.version(), CellState.of(each, today())))
            .toList(),
        entries.stream().map(checklist::check).toList(),
        decision.waivers().stream().map(Decision.Waiver::toTable).toList(),
        today());
  }

  private Cell cell(TruthTable table, Condition each) {
    TruthTable.Row row = table.find(CellKey.commitment(each.number())).orElseThrow();
    return new Cell(
        row,
        each.kind(),
        each.text(),
        Optional.of(new Cell.Promise(each.direction(), each.target(), each.unit(), each.dueOn())),
        each.lastResult()
            .map(
                result ->
                    new Cell.Verified(
                            result.name().toLowerCase(Locale.ROOT),
                            each.value(),
                            each.asOf(),
                            each.verifiedBy().map(by -> by.withoutName()),
                            each.verifiedIn(),
                            Optional.empty(),
                            each.validUntil(),
                            each.evidenceOn())
                        .with(counted)),
        Checklist.Shown.NOTHING,
        waiver(row));
  }

  private Cell cell(TruthTable table, Checklist checklist, ChecklistEntry entry) {
    TruthTable.Row row = table.find(CellKey.check(entry.code())).orElseThrow();
    return new Cell(
        row,
        entry.label(),
        checklist.text(entry),
        Optional.empty(),
        checklist.verified(entry).map(each -> each.with(counted)),
        checklist.shown(entry),
        waiver(row));
  }

  /**
   * Of those that cover it as it is now one with its second person before one without; of these the
   * last.
   */
  private Optional<Cell.Waiver> waiver(TruthTable.Row row) {
    return decision.waivers().stream()
        .filter(each -> each.toTable().covers(row, today()))
        .max(
            Comparator.comparing((Decision.Waiver each) -> each.second().isPresent())
                .thenComparing(Decision.Waiver::until)
                .thenComparingLong(Decision.Waiver::id))
        .map(Cell.Waiver::of);
  }
}
