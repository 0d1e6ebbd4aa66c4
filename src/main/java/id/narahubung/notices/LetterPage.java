package id.narahubung.notices;

import java.util.List;

/**
 * All that a mail shows, finished text; the template and the plain text draw the same.
 *
 * @param preview the line a list of mails shows beside the subject
 * @param more how many cases are not told; empty where all are
 * @param unsubscribeHref empty where it brings a notice
 */
public record LetterPage(
    String language,
    String title,
    String preview,
    String intro,
    List<Case> cases,
    String more,
    String why,
    String settingsLabel,
    String settingsHref,
    String unsubscribeLabel,
    String unsubscribeHref) {

  /**
   * A request, or an account, and what happened to it.
   *
   * @param due empty where no clock runs
   * @param href empty where the reader has no page of it
   */
  public record Case(
      String heading,
      boolean urgent,
      String urgentLabel,
      String about,
      String due,
      List<Line> lines,
      String openLabel,
      String href) {}

  /** One thing to know: what, and when by whom. */
  public record Line(String text, String when) {}
}
