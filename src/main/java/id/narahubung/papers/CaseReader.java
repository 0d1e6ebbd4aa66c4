package id.narahubung.papers;

import id.narahubung.access.NotFound;
import id.narahubung.data.Tx;
import id.narahubung.decisions.Decision;
import id.narahubung.decisions.DecisionDesk;
import id.narahubung.evidence.EvidenceStore;
import id.narahubung.ledger.Ledger;
import id.narahubung.letters.Letter;
import id.narahubung.letters.LetterStore;
import id.narahubung.letters.LetterStore.Covered;
import id.narahubung.platforms.Organisation;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.Item;
import id.narahubung.requests.RequestDesk;
import id.narahubung.requests.TakedownRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a case for its papers, with the viewer's own eyes. */
final class CaseReader {

  private final RequestDesk desk;
  private final PlatformStore platforms = new PlatformStore();
  private final EvidenceStore evidence = new EvidenceStore();
  private final LetterStore letters = new LetterStore();
  private final DecisionDesk decisions;
  private final Ledger ledger;

  CaseReader(RequestDesk desk, DecisionDesk decisions, Ledger ledger) {
    this.desk = desk;
    this.decisions = decisions;
    this.ledger = ledger;
  }

  Proof proof(Tx tx, String number) {
    TakedownRequest request = desk.requests().fetch(tx, number);
    List<Item> items = desk.items().list(tx, request.id(), Optional.empty(), 0, Integer.MAX_VALUE);
    return new Proof(
        tx.person().side(),
        tx.now(),
        platforms.ministry(tx).map(Organisation::name).orElse(""),
        request,
        desk.rules().fetch(tx, request.ruleSetId()),
        platforms.fetch(tx, request.content().platformId()),
        items,
        desk.items().about(tx, request.id()),
        desk.facts().fetch(tx, items.stream().map(Item::id).toList()),
        evidence.list(tx, request.id(), Integer.MAX_VALUE),
        letters.of(tx, request.id()),
        ledger.of(tx, request.id()));
  }

  /** The numbers of a request's letters. */
  List<String> letters(Tx tx, String number) {
    return letters.of(tx, desk.requests().fetch(tx, number).id()).stream()
        .map(Letter::number)
        .toList();
  }

  LetterPaperMaker.Read letter(Tx tx, String number) {
    Letter letter = letters.fetch(tx, number);
    List<Covered> covered = letters.items(tx, letter);
    return new LetterPaperMaker.Read(
        platforms.ministry(tx).map(Organisation::name).orElse(""),
        letter,
        desk.rules().fetch(tx, letter.of().ruleSetId()),
        covered,
        desk.items().fetch(tx, covered.stream().map(Covered::itemId).toList()).stream()
            .collect(Collectors.toMap(Item::id, Function.identity())));
  }

  DecisionPaperMaker.Read decision(Tx tx, String number) {
    Decision decision = decisions.decisions().fetch(tx, number);
    return new DecisionPaperMaker.Read(
        platforms.ministry(tx).map(Organisation::name).orElse(""),
        decision,
        desk.rules().fetch(tx, decision.of().ruleSetId()),
        decisions.decisions().saw(tx, decision.id()));
  }

  /** A decision before it is signed; NotFound where that is over. */
  DossierPaperMaker.Open open(Tx tx, long id) {
    Decision decision = decisions.fetch(tx, id);
    return new DossierPaperMaker.Open(
        platforms.ministry(tx).map(Organisation::name).orElse(""),
        decision,
        desk.rules().fetch(tx, decision.of().ruleSetId()),
        decisions.dossier(tx, decision).orElseThrow(() -> new NotFound("dossier of " + id)),
        tx.now());
  }

  OrderPaperMaker.Read order(Tx tx, String number) {
    TakedownRequest request = desk.requests().fetch(tx, number);
    return new OrderPaperMaker.Read(
        platforms.ministry(tx).map(Organisation::name).orElse(""),
        request,
        desk.rules().fetch(tx, request.ruleSetId()),
        platforms.fetch(tx, request.content().platformId()),
        desk.items().list(tx, request.id(), Optional.empty(), 0, Integer.MAX_VALUE),
        desk.items().about(tx, request.id()),
        evidence.list(tx, request.id(), Integer.MAX_VALUE),
        ledger.of(tx, request.id()));
  }
}
