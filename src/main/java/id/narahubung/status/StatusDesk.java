package id.narahubung.status;

import id.narahubung.data.Database;
import id.narahubung.ledger.Ledger;
import id.narahubung.ledger.Once;
import id.narahubung.web.Pages;

/** The parts of the weekly status, put together. */
public final class StatusDesk {

  private final Database db;
  private final Ledger ledger;
  private final RecipientStore recipients = new RecipientStore();

  public StatusDesk(Database db, Ledger ledger) {
    this.db = db;
    this.ledger = ledger;
  }

  /** The offices outside the portal, as an administrator keeps them. */
  public RecipientPages recipients(Pages pages) {
    return new RecipientPages(
        db,
        pages,
        new Once(db, ledger),
        recipients,
        new MakeRecipient(recipients, ledger),
        new ChangeRecipient(recipients, ledger));
  }
}
