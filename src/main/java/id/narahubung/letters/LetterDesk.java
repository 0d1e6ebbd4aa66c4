package id.narahubung.letters;

import id.narahubung.commitments.CommitmentStore;
import id.narahubung.commitments.WhatWasMade;
import id.narahubung.data.Database;
import id.narahubung.ledger.Ledger;
import id.narahubung.ledger.Once;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.LetterBox;
import id.narahubung.requests.RequestDesk;
import id.narahubung.web.Pages;

/** The feature's parts, put together once: its store, its commands, its pages. */
public final class LetterDesk {

  private final RequestDesk desk;
  private final Ledger ledger;
  private final LetterStore letters = new LetterStore();
  private final LetterActStore store = new LetterActStore();
  private final Proposals proposals;
  private final LetterActs acts;

  public LetterDesk(RequestDesk desk, Ledger ledger) {
    this.desk = desk;
    this.ledger = ledger;
    this.proposals = new Proposals(new ProposalStore(), desk.facts(), Proposals.MOST_ITEMS);
    this.acts = new LetterActs(desk.requests(), letters, desk.rules(), ledger);
  }

  public LetterRoutes.LetterSide pages(Database db, Pages pages) {
    Once once = new Once(db, ledger);
    return new LetterRoutes.LetterSide(
        new LetterPages(
            db,
            pages,
            once,
            letters,
            proposals,
            desk.items(),
            desk.rules(),
            new WhatWasMade(new CommitmentStore()),
            acknowledge()),
        new SendLetterPages(
            db,
            pages,
            once,
            new SendLetterPages.Stores(
                desk.requests(),
                desk.items(),
                desk.rules(),
                new PlatformStore(),
                letters,
                proposals),
            send()),
        new LetterActPages(
            db,
            pages,
            once,
            letters,
            desk.rules(),
            new LetterActPages.Commands(
                promise(),
                tellPayment(),
                recordPayment(),
                reversePayment(),
                object(),
                decide(),
                withdraw())));
  }

  /** What stands on the pages of requests and items. */
  public LetterBox box() {
    return new LetterCards(letters, proposals, desk.rules());
  }

  public LetterStore letters() {
    return letters;
  }

  Proposals proposals() {
    return proposals;
  }

  public SendLetter send() {
    return new SendLetter(desk.requests(), desk.rules(), store, proposals, ledger);
  }

  public AcknowledgeLetter acknowledge() {
    return new AcknowledgeLetter(acts, store);
  }

  public PromisePayment promise() {
    return new PromisePayment(acts, letters, store);
  }

  public AddPayment tellPayment() {
    return new AddPayment(acts, store, LetterAct.TELL_PAYMENT);
  }

  public AddPayment recordPayment() {
    return new AddPayment(acts, store, LetterAct.RECORD_PAYMENT);
  }

  public ReversePayment reversePayment() {
    return new ReversePayment(acts, store);
  }

  public ObjectToLetter object() {
    return new ObjectToLetter(acts, store, desk.rules());
  }

  public DecideOnLetter decide() {
    return new DecideOnLetter(acts, store);
  }

  public WithdrawLetter withdraw() {
    return new WithdrawLetter(acts, store);
  }
}
