package id.narahubung.decisions;

import static java.util.Objects.requireNonNull;

import id.narahubung.commitments.CommitmentStore;
import id.narahubung.commitments.Condition;
import id.narahubung.commitments.Course;
import id.narahubung.commitments.CourseStore;
import id.narahubung.data.Tx;
import id.narahubung.letters.Letter;
import id.narahubung.letters.LetterStore;
import id.narahubung.rules.DecisionKind;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.verification.VerificationStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
  private final ObjectionStore objections;
  private final CommitmentStore commitments;
  private final LetterStore letters;
  private final RuleStore rules;
  private final CourseStore courses = new CourseStore();
  private final VerificationStore steps = new VerificationStore();

  Dossiers(
      DecisionStore decisions,
      DecisionRowStore rows,
      AccessFactStore facts,
      NormalisationStore normalisations,
      ObjectionStore objections,
      CommitmentStore commitments,
      LetterStore letters,
      RuleStore rules) {
    this.decisions = decisions;
    this.rows = rows;
    this.facts = facts;
    this.normalisations = normalisations;
    this.objections = objections;
    this.commitments = commitments;
    this.letters = letters;
    this.rules = rules;
  }

  /**
   * Holds a platform and what an opening of it hangs on as they are until the transaction ends, to
   * be read after: of two who sign about it the second waits, and reads what the first did.
   */
  void hold(Tx tx, Decision decision) {
    facts.hold(tx, decision.of().platformId());
  }

  /** What the truth table is made of, and nothing else. */
  TableFacts facts(Tx tx, Decision decision) {
    return facts(tx, decision, decisions.signed(tx, decision.of().platformId()));
  }

  /** The same where the decisions of the platform were read. */
  TableFacts facts(Tx tx, Decision decision, List<AccessHistory.Signed> signed) {
    long platform = decision.of().platformId();
    RuleSet set = rules.fetch(tx, decision.of().ruleSetId());
    DecisionKind kind = set.decisionKind(decision.content().kindCode());
    List<Letter> warned = letters.ofPlatform(tx, platform, MOST_LETTERS);
    AccessHistory history = AccessHistory.of(signed, tx.now());
    Optional<Normalisation> asked = normalisations.since(tx, platform, history.blockedAt());
    List<Condition> conditions =
        DecisionRule.closes(kind) ? List.of() : commitments.conditions(tx, platform);
    AccessFacts known = known(tx, decision, kind, warned, history, asked);
    return new TableFacts(
        decision,
        set,
        signed,
        history,
        asked,
        warned,
        conditions,
        known,
        steps.counted(
            tx,
            Stream.concat(
                    conditions.stream().flatMap(each -> each.verifiedIn().stream()),
                    known.sample().stream().map(AccessFacts.Sampled::step))
                .toList()),
        tx.now());
  }

  /** As the decision stands. */
  Dossier read(Tx tx, Decision decision) {
    return read(tx, facts(tx, decision));
  }

  /** The same with what was read of it. */
  Dossier read(Tx tx, TableFacts facts) {
    long platform = facts.decision().of().platformId();
    return new Dossier(
        facts.cells(),
        words(tx, platform, facts.warned(), facts.asked()),
        earlier(tx, platform),
        facts.history().status(),
        facts.history().since(),
        facts.history().blocks(),
        facts.asked().filter(each -> each.closedBy().isEmpty()).flatMap(Normalisation::dueAt),
        weeks.read(tx, platform),
        courses(tx, facts.conditions()));
  }

  private Map<String, Course> courses(Tx tx, List<Condition> conditions) {
    Map<Long, Course> read =
        courses.find(tx, conditions.stream().map(Condition::commitmentId).toList());
    return conditions.stream()
        .filter(each -> read.containsKey(each.commitmentId()))
        .collect(
            Collectors.toMap(
                Condition::number, each -> requireNonNull(read.get(each.commitmentId()))));
  }

  /** A block rests on the orders it names; an opening has to do with every order there is. */
  private static List<String> links(DecisionKind kind, DecisionContent content) {
    return DecisionRule.closes(kind)
        ? content.links().stream().filter(number -> number.startsWith("PA-")).toList()
        : List.of();
  }

  /** Where it rests on orders it rests on their letters, and on those it names besides. */
  private static boolean concerns(Letter letter, DecisionContent content, List<String> linked) {
    return linked.isEmpty()
        || linked.contains(letter.of().requestNumber())
        || content.links().contains(letter.number());
  }

  private AccessFacts known(
      Tx tx,
      Decision decision,
      DecisionKind kind,
      List<Letter> warned,
      AccessHistory history,
      Optional<Normalisation> asked) {
    Decision.Of of = decision.of();
    List<String> linked = links(kind, decision.content());
    AccessFactStore.Orders orders = facts.orders(tx, of.platformId(), linked);
    List<Letter> standing =
        warned.stream()
            .filter(letter -> !letter.isWithdrawn())
            .filter(letter -> concerns(letter, decision.content(), linked))
            .toList();
    List<Letter> unpaid = standing.stream().filter(letter -> letter.left() > 0).toList();
    return new AccessFacts(
        orders.sent(),
        orders.acknowledged(),
        orders.items(),
        orders.unsettled(),
        orders.sampled(),
        orders.overdue(),
        standing.size(),
        (int) standing.stream().filter(letter -> letter.fine().isPresent()).count(),
        unpaid.stream().mapToLong(Letter::left).sum(),
        (int) unpaid.stream().filter(letter -> letter.commitment().isEmpty()).count(),
        (int) standing.stream().filter(Letter::isContested).count(),
        history.bands().stream()
            .filter(
                band ->
                    switch (band.status()) {
                      case FROZEN, APP_REMOVED, PARTLY_BLOCKED -> true;
                      case OPEN, CONDITIONAL, TEMPORARY, BLOCKED, REVOKED -> false;
                    })
            .map(AccessHistory.Band::decision)
            .distinct()
            .toList(),
        facts.sample(
            tx, of.platformId(), history.blockedAt(), LocalDate.ofInstant(tx.now(), Words.WIB)),
        facts.called(tx, of.companyId(), history.blockedAt()),
        asked.flatMap(Normalisation::completeAt),
        asked.map(each -> each.completeness().missing().size()).orElse(-1),
        asked.flatMap(each -> each.isInTime(tx.now())),
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
    for (Objection each : objections.ofPlatform(tx, platform)) {
      words.add(
          new Dossier.Word(each.number(), each.reason(), each.filedAt(), each.by().withoutName()));
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
