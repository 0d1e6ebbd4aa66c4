package id.narahubung.decisions;

import static io.javalin.http.HttpStatus.OK;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.WhatWasMade;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.By;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.verification.VerificationStore;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One decision: what a signer decides on, and what both sides read of it after. */
public final class DecisionShowPages {

  private final Database db;
  private final Pages pages;
  private final DecisionStore decisions;
  private final DecisionRowStore rows;
  private final DecisionActStore store;
  private final Dossiers dossiers;
  private final Reviews reviews;
  private final ContestDecision contest;
  private final RuleStore rules;
  private final WhatWasMade made;
  private final VerificationStore steps = new VerificationStore();

  DecisionShowPages(
      Database db,
      Pages pages,
      DecisionStore decisions,
      DecisionRowStore rows,
      DecisionActStore store,
      Dossiers dossiers,
      Reviews reviews,
      ContestDecision contest,
      RuleStore rules,
      WhatWasMade made) {
    this.db = db;
    this.pages = pages;
    this.decisions = decisions;
    this.rows = rows;
    this.store = store;
    this.dossiers = dossiers;
    this.reviews = reviews;
    this.contest = contest;
    this.rules = rules;
    this.made = made;
  }

  void show(Context ctx) {
    show(ctx, OK, Optional.empty(), "");
  }

  /** The page with what was typed to sign it, and why it was not done. */
  void show(Context ctx, HttpStatus status, Optional<Form> typed, String refusal) {
    Reader reader = Reader.of(ctx);
    PersonViewer viewer = reader.viewer();
    DecisionPageMaker.Read read =
        db.as(
            viewer,
            tx -> read(tx, reader.words(), viewer, DecisionPages.fetch(tx, decisions, ctx)));
    pages.show(
        ctx,
        status,
        "decisions/show",
        new DecisionPageMaker(reader.words()).make(read, viewer, typed, refusal));
  }

  private DecisionPageMaker.Read read(Tx tx, Words words, PersonViewer viewer, Decision decision) {
    List<AccessHistory.Signed> signed = decisions.signed(tx, decision.of().platformId());
    // What is signed is read from what was kept and from nothing else.
    Optional<DecisionStore.Saw> saw =
        decision.number().map(number -> decisions.saw(tx, decision.id()));
    Optional<TableFacts> facts =
        saw.isPresent() ? Optional.empty() : Optional.of(dossiers.facts(tx, decision, signed));
    Dossier dossier =
        saw.map(DecisionStore.Saw::dossier)
            .or(() -> facts.map(each -> dossiers.read(tx, each)))
            .orElseThrow();
    boolean open = decision.stage().isOpen();
    Snapshot now = Snapshot.of(decision.content(), dossier);
    // An auditor looks and leaves no trace in what others work with.
    Optional<DecisionStore.Seen> last =
        open && !viewer.onlyReads() ? Optional.of(store.see(tx, decision, now)) : Optional.empty();
    return new DecisionPageMaker.Read(
        decision,
        rules.fetch(tx, decision.of().ruleSetId()),
        dossier,
        saw.map(DecisionStore.Saw::sha256).orElse(""),
        now,
        last,
        DecisionAct.REVIEW.isOffered(decision, viewer)
            ? reviews.of(tx, decision, signed)
            : List.of(),
        DecisionAct.WAIVE.isOffered(decision, viewer) ? proposers(tx, decision) : Map.of(),
        open ? AccessHistory.nextChange(signed, tx.now()) : Optional.empty(),
        facts.flatMap(TableFacts::asked).filter(Normalisation::waits),
        steps.ofDecision(tx, decision.id()),
        made.afterDecision(tx, words, decision.id()),
        open ? beside(tx, decision, signed) : List.of(),
        superseded(decision, signed, tx.now()),
        contest.read(tx, decision),
        decision.signature().map(Decision.Signature::at).orElse(tx.now()),
        tx.now());
  }

  /** Open ones of the platform, and signed ones that are still to begin. */
  private List<DecisionPageMaker.Beside> beside(
      Tx tx, Decision decision, List<AccessHistory.Signed> signed) {
    List<String> toCome =
        AccessHistory.toCome(signed, tx.now()).stream().map(AccessHistory.Signed::number).toList();
    return Stream.concat(
            rows.openBeside(tx, decision).stream(),
            rows.ofPlatform(tx, decision.of().platformId()).stream()
                .filter(row -> row.number().filter(toCome::contains).isPresent()))
        .map(
            row ->
                new DecisionPageMaker.Beside(
                    row, rules.fetch(tx, row.ruleSetId()).decisionKind(row.kindCode()).label()))
        .toList();
  }

  /** What was signed before this one could begin, or has taken its place since. */
  private static Optional<DecisionPageMaker.Superseded> superseded(
      Decision decision, List<AccessHistory.Signed> signed, Instant now) {
    return signed.stream()
        .filter(each -> decision.number().filter(each.number()::equals).isPresent())
        .findFirst()
        .flatMap(
            each ->
                AccessHistory.superseding(signed, each)
                    .map(by -> new DecisionPageMaker.Superseded(by.number(), Optional.empty()))
                    .or(
                        () ->
                            AccessHistory.following(signed, each, now)
                                .map(
                                    by ->
                                        new DecisionPageMaker.Superseded(
                                            by.number(), Optional.of(by.startsAt())))));
  }

  private Map<Long, By> proposers(Tx tx, Decision decision) {
    return decision.waivers().stream()
        .filter(each -> each.second().isEmpty())
        .collect(Collectors.toMap(Decision.Waiver::id, each -> decisions.proposer(tx, each.id())));
  }
}
