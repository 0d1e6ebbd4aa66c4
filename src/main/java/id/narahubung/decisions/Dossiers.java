package id.narahubung.decisions;

import id.narahubung.commitments.CommitmentStore;
import id.narahubung.commitments.Condition;
import id.narahubung.commitments.FindingResult;
import id.narahubung.data.Tx;
import id.narahubung.letters.Letter;
import id.narahubung.letters.LetterStore;
import id.narahubung.rules.ChecklistEntry;
import id.narahubung.rules.DecisionKind;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts together what a signer decides on, with the viewer's own eyes, as it is now. */
final class Dossiers {

  /** More letters than any platform should have; the newest count. */
  private static final int MOST_LETTERS = 200;

  private final DecisionStore decisions;
  private final DecisionRowStore rows;
  private final AccessFactStore facts;
  private final WeekStore weeks = new WeekStore();
  private final NormalisationStore normalisations;
  private final CommitmentStore commitments;
  private final LetterStore letters;
  private final RuleStore rules;

  Dossiers(
      DecisionStore decisions,
      DecisionRowStore rows,
      AccessFactStore facts,
      NormalisationStore normalisations,
      CommitmentStore commitments,
      LetterStore letters,
      RuleStore rules) {
    this.decisions = decisions;
    this.rows = rows;
    this.facts = facts;
    this.normalisations = normalisations;
    this.commitments = commitments;
    this.letters = letters;
    this.rules = rules;
  }

  /** Holds what an opening hangs on as it is until the transaction ends, to be read after. */
  void hold(Tx tx, Decision decision) {
    facts.holdConditions(tx, decision.of().platformId());
  }

  /** As the decision stands. */
  Dossier read(Tx tx, Decision decision) {
    return read(tx, decision, decision.content(), decision.despiteBlocks());
  }

  /** As it would stand with this content, and the signer's choice about earlier blocks. */
  Dossier read(Tx tx, Decision decision, DecisionContent content, boolean despiteBlocks) {
    long platform = decision.of().platformId();
    RuleSet set = rules.fetch(tx, decision.of().ruleSetId());
    DecisionKind kind = set.decisionKind(content.kindCode());
    List<Letter> warned = letters.ofPlatform(tx, platform, MOST_LETTERS);
    AccessHistory history = decisions.history(tx, platform);
    Optional<Normalisation> asked = normalisations.since(tx, platform, history.blockedAt());
    LocalDate today = LocalDate.ofInstant(tx.now(), Words.WIB);
    List<Condition> conditions =
        DecisionRule.closes(kind) ? List.of() : commitments.conditions(tx, platform);
    List<ChecklistEntry> entries = set.checklist(DecisionRule.list(kind));
    Checklist checklist =
        new Checklist(
            content,
            facts(tx, decision.of(), links(kind, content), warned, history, asked),
            despiteBlocks,
            set.limits().maxBlocks(),
            tx.now());
    TruthTable table =
        TruthTable.of(
            conditions.stream().map(each -> found(each, today)).toList(),
            entries.stream().map(checklist::check).toList(),
            decision.waivers().stream().map(Decision.Waiver::toTable).toList(),
            today);
    List<Cell> cells =
        Stream.concat(
                conditions.stream().map(each -> cell(decision, table, each)),
                entries.stream().map(each -> cell(decision, table, content, checklist, each)))
            .toList();
    return new Dossier(
        cells,
        words(tx, platform, warned, asked),
        earlier(tx, platform),
        history.status(),
        history.since(),
        history.blocks(),
        asked.filter(each -> each.closedBy().isEmpty()).flatMap(Normalisation::dueAt),
        weeks.read(tx, platform));
  }

  private static TruthTable.Condition found(Condition each, LocalDate today) {
    CellState state =
        each.isMet(today)
            ? CellState.MET
            : each.isExpired(today)
                ? CellState.EXPIRED
                : each.lastResult()
                    .filter(result -> result != FindingResult.UNCHECKED)
                    .map(result -> CellState.NOT_MET)
                    .orElse(CellState.MISSING);
    return new TruthTable.Condition(each.number(), each.version(), state);
  }

  private static Cell cell(Decision decision, TruthTable table, Condition each) {
    CellKey key = CellKey.commitment(each.number());
    return new Cell(
        table.find(key).orElseThrow(),
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
                        each.validUntil(),
                        each.evidenceOn())),
        Checklist.Shown.NOTHING,
        waiver(decision, key));
  }

  private static Cell cell(
      Decision decision,
      TruthTable table,
      DecisionContent content,
      Checklist checklist,
      ChecklistEntry entry) {
    CellKey key = CellKey.check(entry.code());
    return new Cell(
        table.find(key).orElseThrow(),
        entry.label(),
        Optional.ofNullable(content.checks().get(entry.code()))
            .map(DecisionContent.Said::note)
            .orElse(""),
        Optional.empty(),
        Optional.empty(),
        checklist.shown(entry),
        waiver(decision, key));
  }

  /** One with its second person before one without; of these the last. */
  private static Optional<Cell.Waiver> waiver(Decision decision, CellKey key) {
    return decision.waivers().stream()
        .filter(each -> each.cell().equals(key))
        .max(
            Comparator.comparing((Decision.Waiver each) -> each.second().isPresent())
                .thenComparing(Decision.Waiver::until)
                .thenComparingLong(Decision.Waiver::id))
        .map(Cell.Waiver::of);
  }

  /** A block rests on the orders it names; an opening has to do with every order there is. */
  private static List<String> links(DecisionKind kind, DecisionContent content) {
    return DecisionRule.closes(kind)
        ? content.links().stream().filter(number -> number.startsWith("PA-")).toList()
        : List.of();
  }

  private AccessFacts facts(
      Tx tx,
      Decision.Of of,
      List<String> linked,
      List<Letter> warned,
      AccessHistory history,
      Optional<Normalisation> asked) {
    AccessFactStore.Orders orders = facts.orders(tx, of.platformId(), linked);
    List<Letter> standing = warned.stream().filter(letter -> !letter.isWithdrawn()).toList();
    List<Letter> unpaid = standing.stream().filter(letter -> letter.left() > 0).toList();
    return new AccessFacts(
        orders.sent(),
        orders.acknowledged(),
        orders.items(),
        orders.unsettled(),
        orders.overdue(),
        standing.size(),
        (int) standing.stream().filter(letter -> letter.fine().isPresent()).count(),
        unpaid.stream().mapToLong(Letter::left).sum(),
        (int) unpaid.stream().filter(letter -> letter.commitment().isEmpty()).count(),
        (int) standing.stream().filter(Letter::isContested).count(),
        (int)
            history.bands().stream()
                .filter(
                    band ->
                        switch (band.status()) {
                          case FROZEN, APP_REMOVED, PARTLY_BLOCKED -> true;
                          case OPEN, CONDITIONAL, TEMPORARY, BLOCKED, REVOKED -> false;
                        })
                .count(),
        facts.sample(
            tx, of.platformId(), history.blockedAt(), LocalDate.ofInstant(tx.now(), Words.WIB)),
        facts.called(tx, of.companyId(), history.blockedAt()),
        asked.flatMap(Normalisation::completeAt),
        asked.map(each -> each.completeness().missing().size()).orElse(-1),
        history.blocks());
  }

  /** The request to open again, then what was contested, the newest first. */
  private List<Dossier.Word> words(
      Tx tx, long platform, List<Letter> warned, Optional<Normalisation> asked) {
    List<Dossier.Word> words = new ArrayList<>();
    asked.ifPresent(
        each ->
            words.add(
                new Dossier.Word(
                    each.number(), each.statement(), each.filedAt(), each.by().withoutName())));
    for (Letter letter : warned) {
      letter
          .objection()
          .ifPresent(
              filed ->
                  words.add(
                      new Dossier.Word(
                          letter.number(),
                          filed.reason(),
                          filed.filedAt(),
                          filed.by().withoutName())));
    }
    words.addAll(facts.objections(tx, platform));
    return words;
  }

  private List<Dossier.Earlier> earlier(Tx tx, long platform) {
    return rows.ofPlatform(tx, platform).stream()
        .map(
            row ->
                new Dossier.Earlier(
                    row.number().orElseThrow(),
                    rules.fetch(tx, row.ruleSetId()).decisionKind(row.kindCode()).label(),
                    row.signedAt().orElseThrow(),
                    row.startsAt().orElseThrow(),
                    row.endsAt()))
        .toList();
  }
}
