package id.narahubung.mail;

import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.mail.Delivery.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits, urgent orders first, one after the other. A mail is claimed in one transaction,
 * sent in none, and what became of it recorded in another: killed between the server's 'yes' and
 * that record it is sent once more, under the same Message-ID.
 */
public final class SendMail {

  private static final Logger LOG = LoggerFactory.getLogger(SendMail.class);

  /** So long a worker tries to record what became of a mail. */
  private static final Duration RECORDING = Duration.ofMinutes(3);

  /** Longer than an attempt can take, and its recording. */
  private static final Duration CLAIM = Postman.LONGEST.plus(RECORDING);

  /** Then others get their turn. */
  private static final Duration RUN = Duration.ofMinutes(1);

  private final Database db;
  private final MailStore mails;
  private final Postman postman;
  private final InstantSource clock;

  /** What the server said and the database does not know yet. */
  private final Queue<Said> said = new ConcurrentLinkedQueue<>();

  /** The address refused since a mail was last taken; null where none was. */
  private volatile @Nullable String refused;

  public SendMail(Database db, MailStore mails, Postman postman, InstantSource clock) {
    this.db = db;
    this.mails = mails;
    this.postman = postman;
    this.clock = clock;
  }

  /**
   * Until nothing is left, the time is up, or the server is not to be asked for every mail: it is
   * away or unwell, or does not take two in a row.
   */
  public void run() {
    record();
    Instant end = clock.instant().plus(RUN);
    @Nullable String untaken = null;
    boolean more = true;
    while (more && clock.instant().isBefore(end)) {
      Optional<Outgoing> next = claim();
      if (next.isEmpty()) {
        return;
      }
      Outgoing mail = next.get();
      Delivery delivery = deliver(mail);
      boolean taken = delivery.outcome() == Outcome.SENT;
      more = !delivery.endsTheRun() && (taken || isNotAnother(mail, untaken));
      if (mail.active()) {
        untaken = taken ? null : mail.address();
      }
    }
  }

  private static boolean isNotAnother(Outgoing mail, @Nullable String address) {
    return !mail.active() || address == null || address.equals(mail.address());
  }

  Optional<Outgoing> claim() {
    return db.as(SystemViewer.MAIL, tx -> mails.claim(tx, tx.now().plus(CLAIM)));
  }

  Delivery deliver(Outgoing mail) {
    Delivery delivery = mail.active() ? judged(mail, postman.deliver(mail)) : Delivery.closed();
    said.add(new Said(mail, delivery));
    record();
    return delivery;
  }

  /**
   * A second address in a row that is refused for good tells of the server, and not of the address:
   * one that refuses everybody would else park the whole outbox.
   */
  private Delivery judged(Outgoing mail, Delivery delivery) {
    @Nullable String before = refused;
    if (delivery.outcome() == Outcome.SENT) {
      refused = null;
    } else if (delivery.outcome() == Outcome.REFUSED) {
      if (!isNotAnother(mail, before)) {
        return delivery.doubted();
      }
      refused = mail.address();
    }
    return delivery;
  }

  private record Said(Outgoing mail, Delivery delivery) {}

  /**
   * A database that is away for a moment must not make a mail that was taken be sent again: what it
   * does not take is written by the next run, as long as nobody else may claim the mail.
   */
  private void record() {
    for (Said next = said.peek(); next != null; next = said.peek()) {
      Said each = next;
      if (clock.instant().isBefore(each.mail().until())) {
        db.run(SystemViewer.MAIL, tx -> mails.record(tx, each.mail(), each.delivery()));
      } else {
        LOG.error("what became of mail {} was never recorded", each.mail().id());
      }
      said.remove(each);
    }
  }
}
