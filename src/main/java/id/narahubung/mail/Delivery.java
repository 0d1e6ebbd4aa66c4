package id.narahubung.mail;

import java.util.Locale;

/**
 * How an attempt ended.
 *
 * @param code the server's last answer; 0 where it gave none
 */
record Delivery(Outcome outcome, int code, String reply) {

  private static final int LONGEST = 500;

  /** Whether it is worth trying again. */
  enum Outcome {
    SENT,
    /** For now: the server is away, busy, or does not let us in. */
    FAILED,
    /** For good: the server will not take this mail, whenever it comes. */
    REFUSED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Delivery {
    String line = reply.strip().replaceAll("\\s+", " ").replace("\0", "");
    reply = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }
}
