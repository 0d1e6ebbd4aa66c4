package id.narahubung.mail;

import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Sends what waits, urgent orders first, one after the other. A mail is claimed in one transaction,
 * sent in none, and what became of it recorded in another: killed between the server's 'yes' and
 * that record it is sent once more, under the same Message-ID.
 */
public final class SendMail {

  /** Longer than an attempt can take. */
  private static final Duration CLAIM = Duration.ofMinutes(5);

  /** Then others get their turn. */
  private static final Duration RUN = Duration.ofMinutes(1);

  private final Database db;
  private final MailStore mails;
  private final Postman postman;
  private final InstantSource clock;

  public SendMail(Database db, MailStore mails, Postman postman, InstantSource clock) {
    this.db = db;
    this.mails = mails;
    this.postman = postman;
    this.clock = clock;
  }

  public void run() {
    Instant end = clock.instant().plus(RUN);
    boolean more = true;
    while (more && clock.instant().isBefore(end)) {
      Optional<Outgoing> next = claim();
      // A server that is away or unwell is not asked for every mail.
      more = next.isPresent() && deliver(next.get()).outcome() != Delivery.Outcome.FAILED;
    }
  }

  Optional<Outgoing> claim() {
    return db.as(SystemViewer.MAIL, tx -> mails.claim(tx, tx.now().plus(CLAIM)));
  }

  Delivery deliver(Outgoing mail) {
    Delivery delivery = postman.deliver(mail);
    db.run(SystemViewer.MAIL, tx -> mails.record(tx, mail, delivery));
    return delivery;
  }
}
