package id.narahubung.papers;

import id.narahubung.accounts.SignInFailureStore;
import id.narahubung.accounts.SourceLimit;
import id.narahubung.data.Database;
import id.narahubung.ledger.Ledger;
import id.narahubung.requests.RequestDesk;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import id.narahubung.web.Pages;
import java.net.URI;
import java.util.random.RandomGenerator;

/** The feature's parts, put together once. */
public record PaperDesk(PrintOrder print, ProofPack proofs) {

  /** What the papers stand on. */
  public record Ground(
      Database db,
      Messages messages,
      RequestDesk desk,
      Ledger ledger,
      URI publicUrl,
      RandomGenerator random) {}

  public static PaperDesk of(Ground ground) {
    Twice.Both words =
        new Twice.Both(
            new Words(ground.messages(), Language.ID, Words.WIB),
            new Words(ground.messages(), Language.EN, Words.WIB));
    CaseReader cases = new CaseReader(ground.desk(), ground.ledger());
    PaperPress press = new PaperPress();
    PrintOrder print =
        new PrintOrder(
            ground.db(),
            new OrderPaperStore(),
            cases,
            new OrderPaperMaker(words, ground.publicUrl()),
            press,
            ground.random());
    return new PaperDesk(print, new ProofPack(ground.db(), cases, print, press));
  }

  PaperPages papers() {
    return new PaperPages(print, proofs);
  }

  static CheckPages checks(Database db, Pages pages) {
    return new CheckPages(
        db, pages, new OrderPaperStore(), new SourceLimit(new SignInFailureStore()));
  }
}
