package id.narahubung.mail;

import id.narahubung.access.Side;
import java.time.Duration;
import java.util.Optional;

/**
 * A mail to be put into the outbox.
 *
 * @param own whether it tells something that the person's side keeps to itself
 * @param request the one request it is about; none where there are several
 * @param unsubscribe what ends such news; none where it is a notice
 */
public record NewMail(
    Addressee to,
    Kind kind,
    boolean own,
    boolean urgent,
    Optional<Long> request,
    Optional<String> unsubscribe,
    Letter letter) {

  /** What is not told at once is gathered for so long before it is made into a mail. */
  public static final Duration GATHERED_OVER = Duration.ofMinutes(5);

  /** Why it comes. */
  public enum Kind {
    NOTICES,
    /** At once, because its reader wants it so. */
    NEWS,
    DAILY,
    WEEKLY,
    /** The status of a week, as it was frozen. */
    STATUS
  }

  /**
   * Who gets it: a person, or an office that has no account here.
   *
   * @param outside whether it is such an office
   */
  public record Addressee(long id, boolean outside, Side side, long organisation) {

    public Addressee(long person, Side side, long organisation) {
      this(person, false, side, organisation);
    }

    /** The account of one who has one. */
    public long person() {
      return id;
    }
  }
}
