package id.narahubung.papers;

import id.narahubung.accounts.SignInFailureStore;
import id.narahubung.accounts.SourceLimit;
import id.narahubung.data.Database;
import id.narahubung.decisions.DecisionDesk;
import id.narahubung.ledger.Ledger;
import id.narahubung.requests.RequestDesk;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import id.narahubung.web.Pages;
import java.net.URI;
import java.util.random.RandomGenerator;

/** The feature's parts, put together once. */
public record PaperDesk(
    PrintOrder print, PrintLetter letters, PrintDecision decisions, ProofPack proofs) {

  /** What the papers stand on. */
  public record Ground(
      Database db,
      Messages messages,
      RequestDesk desk,
      DecisionDesk decisions,
      Ledger ledger,
      URI publicUrl,
      RandomGenerator random) {}

  public static PaperDesk of(Ground ground) {
    Twice.Both words =
        new Twice.Both(
            new Words(ground.messages(), Language.ID, Words.WIB),
            new Words(ground.messages(), Language.EN, Words.WIB));
    CaseReader cases = new CaseReader(ground.desk(), ground.decisions(), ground.ledger());
    PaperPress press = new PaperPress();
    PrintOnce once = new PrintOnce(ground.db(), new PaperStore(), press, ground.random());
    PrintOrder orders = new PrintOrder(once, cases, new OrderPaperMaker(words, ground.publicUrl()));
    PrintLetter letters =
        new PrintLetter(once, cases, new LetterPaperMaker(words, ground.publicUrl()));
    PrintDecision decisions =
        new PrintDecision(
            ground.db(),
            once,
            press,
            cases,
            new DecisionPaperMaker(words, ground.publicUrl()),
            new DossierPaperMaker(words, ground.publicUrl()));
    return new PaperDesk(
        orders, letters, decisions, new ProofPack(ground.db(), cases, orders, letters, press));
  }

  PaperPages papers() {
    return new PaperPages(print, letters, decisions, proofs);
  }

  static CheckPages checks(Database db, Pages pages) {
    return new CheckPages(db, pages, new PaperStore(), new SourceLimit(new SignInFailureStore()));
  }
}
