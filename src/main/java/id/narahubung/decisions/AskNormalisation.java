package id.narahubung.decisions;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.evidence.FileStore;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import id.narahubung.ledger.Ledger;
import id.narahubung.platforms.Platform;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.rules.ChecklistEntry;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Asks for a platform to be opened again, with what papers there are, and gives its number; the
 * rest may follow. Refused when the viewer may not ask, while nothing is shut, while a request
 * waits already, without a word of what was done, and with a paper that the rules do not know or
 * that does not suffice by them.
 */
public final class AskNormalisation {

  private final PlatformStore platforms;
  private final RuleStore rules;
  private final DecisionStore decisions;
  private final NormalisationStore normalisations;
  private final FileStore files;
  private final Ledger ledger;

  AskNormalisation(
      PlatformStore platforms,
      RuleStore rules,
      DecisionStore decisions,
      NormalisationStore normalisations,
      FileStore files,
      Ledger ledger) {
    this.platforms = platforms;
    this.rules = rules;
    this.decisions = decisions;
    this.normalisations = normalisations;
    this.files = files;
    this.ledger = ledger;
  }

  public String run(Tx tx, UUID act, long platformId, String statement, List<PaperGiven> papers) {
    Platform platform = platforms.fetch(tx, platformId);
    tx.viewer().require(Permission.ASK_NORMALISATION);
    requireShut(tx, platformId);
    if (statement.isEmpty()) {
      throw new RuleBroken("normalisation.refused.statement");
    }
    RuleSet set = rules.inForce(tx);
    papers.forEach(paper -> requireGood(set, paper));
    String number = normalisations.number(tx);
    // The counter was held: of two at the same moment the second sees the first here.
    requireShut(tx, platformId);
    long event =
        ledger.add(
            tx,
            told(tx, act, EventKind.NORMALISATION_ASKED, platform.companyId(), number)
                .with("platform", platformId)
                .with("papers", papers.size())
                .with("complete", missing(set, given(papers)).isEmpty()));
    normalisations.insert(tx, event, number, platform, set.id(), statement);
    Normalisation made = normalisations.fetch(tx, number);
    papers.forEach(paper -> normalisations.add(tx, event, made, paper, stored(tx, files, paper)));
    return number;
  }

  /** There is something to ask for, and nobody has. */
  void requireShut(Tx tx, long platformId) {
    AccessStatus status = decisions.history(tx, platformId).status();
    if (status == AccessStatus.OPEN) {
      throw new RuleBroken("normalisation.refused.open");
    }
    if (normalisations.open(tx, platformId).isPresent()) {
      throw new RuleBroken("normalisation.refused.waits");
    }
  }

  private static Set<String> given(List<PaperGiven> papers) {
    return papers.stream().map(PaperGiven::entryCode).collect(Collectors.toSet());
  }

  /** What the rules ask for and is not among these. */
  static List<String> missing(RuleSet set, Set<String> there) {
    return set.checklist(ChecklistEntry.NORMALISATION).stream()
        .map(ChecklistEntry::code)
        .filter(code -> !there.contains(code))
        .toList();
  }

  /** Refuses what the rules do not ask for, and what is too poor to count for what they do. */
  static void requireGood(RuleSet set, PaperGiven paper) {
    Optional<RuleBroken> poor = paper.poor(asked(set, paper.entryCode()));
    if (poor.isPresent()) {
      throw poor.get();
    }
  }

  /** The paper of this code that the rules ask for. */
  static ChecklistEntry asked(RuleSet set, String code) {
    return set.checklist(ChecklistEntry.NORMALISATION).stream()
        .filter(entry -> entry.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new RuleBroken("normalisation.refused.paper"));
  }

  static Optional<Normalisation.File> stored(Tx tx, FileStore files, PaperGiven paper) {
    return paper
        .file()
        .map(file -> new Normalisation.File(files.store(tx, file).id(), file.name()));
  }

  static Act told(Tx tx, UUID act, EventKind kind, long company, String number) {
    return Act.joint(act, kind, tx.person().roleFor(Permission.ASK_NORMALISATION))
        .behind(company)
        .with("normalisation", number);
  }
}
