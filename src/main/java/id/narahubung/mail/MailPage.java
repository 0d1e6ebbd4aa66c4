package id.narahubung.mail;

import java.util.List;

/**
 * All that mail/show.html may see.
 *
 * @param frame where the mail stands as it looks; empty where nobody here may read it
 * @param closed why nothing stands there
 * @param again where 'once more' is posted to; empty once it was sent
 */
public record MailPage(
    String title,
    List<Fact> facts,
    String frame,
    String text,
    String closed,
    List<Attempt> attempts,
    String again,
    String againLabel,
    String refusal) {

  /** A label and what stands behind it. */
  public record Fact(String label, String value) {}

  /** A line of what was tried. */
  public record Attempt(int number, String began, String outcome, String reply) {}
}
