package id.narahubung.status;

import id.narahubung.mail.MailPage;
import id.narahubung.web.FormPage.Link;
import java.util.List;

/**
 * All that status/mail.html may see: the reader's mail of a week as it was sent, or as it would be.
 *
 * @param frame where it stands as it looks
 * @param again where 'once more' is posted to; empty where that is not to be had
 * @param refusal why it was not sent again; empty where nobody tried
 */
public record StatusMailPage(
    String title,
    Link above,
    String about,
    String frame,
    String text,
    List<MailPage.Fact> facts,
    List<MailPage.Attempt> attempts,
    String again,
    String refusal) {

  public StatusMailPage {
    facts = List.copyOf(facts);
    attempts = List.copyOf(attempts);
  }
}
