package id.narahubung.mail;

import java.util.List;

/**
 * All that mail/list.html may see.
 *
 * @param about how old the outbox is, or that nothing is sent
 * @param late whether that is worth a second look
 * @param parkedHref where all that are parked are sent again; empty where none is
 * @param nextHref empty on the last page
 * @param exportHref where the list is as a file, its format to be added; empty without rows
 */
public record MailListPage(
    String title,
    String about,
    boolean late,
    String parkedHref,
    List<Choice> states,
    List<Row> rows,
    String nextHref,
    String exportHref) {

  /** A state to narrow to, with how many there are. */
  public record Choice(String href, String label, String count, boolean current) {}

  /** A mail of the list. */
  public record Row(
      String href, String subject, String to, String organisation, String state, String made) {}
}
