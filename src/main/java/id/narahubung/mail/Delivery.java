package id.narahubung.mail;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an attempt ended.
 *
 * @param code the server's last answer; 0 where it gave none
 */
record Delivery(Outcome outcome, Reached reached, int code, String reply) {

  private static final int LONGEST = 500;
  private static final int PERMANENT = 500;

  /** A mailbox that is full: many servers say so as if for good. */
  private static final int FULL = 552;

  private static final int CLOSES = 421;

  /** '550 5.1.1 …': what the second code of a reply is about, and in detail (RFC 3463). */
  private static final Pattern ENHANCED =
      Pattern.compile("\\d{3}[ -][245]\\.(\\d{1,3})\\.(\\d{1,3})\\b.*", Pattern.DOTALL);

  /** Whether it is worth trying again. */
  enum Outcome {
    SENT,
    /** The server lets no mail through: it is away, busy, or takes nothing from us. */
    FAILED,
    /** For now it does not take this mail. */
    POSTPONED,
    /** For good: it has no such mailbox, whenever the mail comes. */
    REFUSED,
    /** Not tried: the account was closed. */
    CLOSED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean isForGood() {
      return this == REFUSED || this == CLOSED;
    }
  }

  /** How far an attempt came. */
  enum Reached {
    /** Connection, sign-in and sender: nothing of them is this mail's. */
    SERVER,
    MAILBOX,
    CONTENT,
    /** Everything is said, and the answer outstanding. */
    END
  }

  Delivery {
    String line = reply.strip().replaceAll("\\s+", " ").replace("\0", "");
    reply = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }

  static Delivery sent(int code, String reply) {
    return new Delivery(Outcome.SENT, Reached.END, code, reply);
  }

  static Delivery closed() {
    return new Delivery(Outcome.CLOSED, Reached.SERVER, 0, "");
  }

  /** What a failure is worth: only a mailbox is refused for good, and never by a policy. */
  static Delivery failed(Reached reached, int code, String reply) {
    Outcome outcome =
        switch (reached) {
          case SERVER -> Outcome.FAILED;
          case MAILBOX ->
              code == 0 || code == CLOSES
                  ? Outcome.FAILED
                  : isNoSuchMailbox(code, reply) ? Outcome.REFUSED : Outcome.POSTPONED;
          case CONTENT, END -> Outcome.POSTPONED;
        };
    return new Delivery(outcome, reached, code, reply);
  }

  private static boolean isNoSuchMailbox(int code, String reply) {
    return code >= PERMANENT && code != FULL && isOfTheMailbox(code, reply);
  }

  /** Whether the answer is about this mailbox, and not about the server or about us. */
  private static boolean isOfTheMailbox(int code, String reply) {
    Matcher enhanced = ENHANCED.matcher(reply);
    if (!enhanced.matches()) {
      return switch (code) {
        case 450, 451, 452, 501, 550, 551, FULL, 553 -> true;
        default -> false;
      };
    }
    return switch (enhanced.group(1)) {
      // 1.7 and 1.8 are about the sender's address.
      case "1" -> !enhanced.group(2).equals("7") && !enhanced.group(2).equals("8");
      case "2" -> true;
      // A policy that says 'later' is about who has not written to this mailbox before.
      case "7" -> code < PERMANENT;
      default -> false;
    };
  }

  /**
   * The same, not held against the mailbox: where the server refuses everybody it is the server.
   */
  Delivery doubted() {
    return new Delivery(Outcome.FAILED, reached, code, reply);
  }

  /** Whether the server is to be left alone for a while, and not only this mail. */
  boolean endsTheRun() {
    return switch (outcome) {
      case SENT, REFUSED, CLOSED -> false;
      case FAILED -> true;
      case POSTPONED -> reached != Reached.MAILBOX || !isOfTheMailbox(code, reply);
    };
  }

  /** Whether the server may have taken it and not said so. */
  boolean mayHaveArrived() {
    return outcome != Outcome.SENT && reached == Reached.END && code == 0;
  }
}
