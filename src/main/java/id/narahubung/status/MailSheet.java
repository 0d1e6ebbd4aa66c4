package id.narahubung.status;

/**
 * All that mail/status.html may see: a sheet whose links are whole addresses, and what stands under
 * it. A link that is empty is not offered.
 *
 * @param unsubscribe where one click ends it; empty where an administrator does
 */
public record MailSheet(
    String language,
    Sheet sheet,
    Link open,
    Link definitions,
    Link settings,
    Link unsubscribe,
    String why,
    String remarkLabel,
    String meaningsLabel) {

  /** A way, with its words. */
  public record Link(String href, String label) {

    public boolean isOffered() {
      return !href.isEmpty();
    }
  }
}
