package id.narahubung.decisions;

import static java.util.stream.Collectors.joining;

import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.data.Tx;
import id.narahubung.decisions.Decision.Signature;
import id.narahubung.ledger.By;
import id.narahubung.ledger.EventKind;
import id.narahubung.rules.DecisionKind;
import id.narahubung.rules.DecisionKind.Effect;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Signs a decision, which gives it its number, turns it joint and keeps what the signer saw. The
 * signer's password is asked for before this. Refused when the viewer may not sign or had a hand in
 * it, while a question waits for its reply unless it refuses to open, when it was signed or
 * withdrawn or it is not any more what the signer's page showed, for a kind that is none of the
 * signer's choices, without the end, the watch plan or the conditions that the kind needs, with an
 * end that it does not know, to open what is open or to block again what never was, without a
 * reason where it is not the kind that was prepared, and, unless it refuses to open, while a cell
 * of its truth table is neither met nor waived by two: these are named.
 */
public final class SignDecision {

  private final DecisionActs acts;
  private final RuleStore rules;
  private final Dossiers dossiers;
  private final DecisionActStore store;

  SignDecision(DecisionActs acts, RuleStore rules, Dossiers dossiers, DecisionActStore store) {
    this.acts = acts;
    this.rules = rules;
    this.dossiers = dossiers;
    this.store = store;
  }

  public String run(Tx tx, UUID act, long id, int version, SigningGiven given) {
    Decision decision = acts.lock(tx, id, DecisionAct.SIGN);
    if (decision.version() != version) {
      throw new Stale("decision " + id);
    }
    RuleSet set = rules.fetch(tx, decision.of().ruleSetId());
    DecisionKind kind = chosen(set, decision, given);
    if (decision.stage() == DecisionStage.ASKED_BACK && kind.effect() != Effect.REFUSAL) {
      throw new RuleBroken("decision.refused.asked");
    }
    dossiers.hold(tx, decision);
    TableFacts facts = dossiers.facts(tx, decision);
    Dossier shown = dossiers.read(tx, facts);
    requireSeen(decision, given, shown);
    DecisionContent content =
        decision.content().signedAs(kind.code(), given.endsAt(), given.watch());
    Dossier dossier = shown.with(facts.cells(content, given.despiteBlocks()));
    requireSignable(set, decision, kind, content, given, dossier, tx.now());
    DecisionRule.checkAccess(kind, facts.signed(), tx.now());
    String number = store.number(tx);
    By by = By.of(tx.person(), DecisionAct.SIGN.permission());
    Decision signed = signed(decision, content, given, number, new Signature(tx.now(), by));
    String kept = Frozen.write(signed, dossier);
    long event =
        acts.tellBoth(
            tx,
            act,
            EventKind.DECISION_SIGNED,
            DecisionAct.SIGN,
            decision,
            number,
            Map.of(
                "kind",
                kind.code(),
                "effect",
                DecisionRule.code(kind.effect()),
                "dossier",
                Frozen.sha256(kept)));
    store.sign(tx, event, decision, version, signed, dossier, kept);
    return number;
  }

  /** Nobody signs what the page did not show: a promise revised meanwhile, another pass. */
  private static void requireSeen(Decision decision, SigningGiven given, Dossier shown) {
    String now = Snapshot.of(decision.content(), shown).sha256();
    if (given.seen().filter(seen -> !seen.equals(now)).isPresent()) {
      throw new Stale("decision " + decision.id());
    }
  }

  private static DecisionKind chosen(RuleSet set, Decision decision, SigningGiven given) {
    List<DecisionKind> choices =
        DecisionRule.choices(set, set.decisionKind(decision.content().kindCode()));
    return choices.stream()
        .filter(kind -> kind.code().equals(given.kindCode()))
        .findFirst()
        .orElseThrow(() -> new RuleBroken("decision.refused.choice"));
  }

  private static void requireSignable(
      RuleSet set,
      Decision decision,
      DecisionKind kind,
      DecisionContent content,
      SigningGiven given,
      Dossier dossier,
      Instant now) {
    // What was to start before it is signed starts at its signature.
    DecisionRule.check(set, startingAt(content, Optional.empty()), now);
    int conditions =
        (int)
            dossier.cells().stream()
                .filter(cell -> cell.key().kind() == CellKey.Kind.COMMITMENT)
                .count();
    boolean otherwise = !kind.code().equals(decision.content().kindCode());
    DecisionRule.checkSigning(kind, content, given.note(), otherwise, conditions, now);
    TruthTable table = dossier.table();
    if (kind.effect() != Effect.REFUSAL && !table.isFine()) {
      throw new RuleBroken(
          "decision.refused.open",
          table.open().size(),
          table.open().stream().map(row -> row.key().code()).collect(joining(", ")));
    }
  }

  private static Decision signed(
      Decision decision,
      DecisionContent content,
      SigningGiven given,
      String number,
      Signature signature) {
    Instant now = signature.at();
    Instant starts = content.startsAt().filter(now::isBefore).orElse(now);
    return new Decision(
        decision.id(),
        decision.of(),
        Optional.of(number),
        DecisionStage.SIGNED,
        decision.version(),
        startingAt(content, Optional.of(starts)),
        given.despiteBlocks(),
        given.note(),
        decision.preparedBy(),
        decision.preparedAt(),
        decision.hands(),
        decision.waivedBy(),
        Optional.of(signature),
        decision.waivers(),
        decision.executions(),
        decision.questions(),
        decision.withdrawal());
  }

  private static DecisionContent startingAt(DecisionContent content, Optional<Instant> start) {
    return new DecisionContent(
        content.kindCode(),
        content.recommendation(),
        content.basis(),
        content.grounds(),
        content.reasons(),
        content.statement(),
        content.scope(),
        start,
        content.endsAt(),
        content.targets(),
        content.bodies(),
        content.links(),
        content.watch(),
        content.checks());
  }
}
