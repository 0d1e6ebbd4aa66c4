package id.narahubung.status;

import java.util.List;

/**
 * Who would get what of a week: nothing of it was kept or sent.
 *
 * @param frozen whether the week is; else it was counted for this look alone
 */
public record Outlook(String span, boolean frozen, List<Line> lines) {

  public Outlook {
    lines = List.copyOf(lines);
  }

  /**
   * A mail.
   *
   * @param reader the role of a person, or the office outside
   * @param made whether it is in the outbox already
   */
  public record Line(
      String address, String reader, String language, boolean made, int bytes, String subject) {}
}
