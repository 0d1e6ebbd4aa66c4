package id.narahubung.decisions;

import id.narahubung.commitments.CommitmentPage.Entry;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.web.FormPage.Link;
import java.util.List;

/**
 * All that normalisations/show.html may see.
 *
 * @param withdrawn why it was taken back; empty where it was not
 * @param decision the decision that answered it; empty while it waits
 */
public record NormalisationPage(
    String title,
    Link platform,
    Tag state,
    String standing,
    String withdrawn,
    String statement,
    String filed,
    String caption,
    List<Paper> papers,
    List<Link> actions,
    String decision,
    List<Entry> timeline) {

  /** A paper the rules ask for, and what was handed in for it. */
  public record Paper(String label, Tag state, List<Given> given) {}

  /**
   * What was handed in, or said of what was, and by whom.
   *
   * @param head what it is; empty for a paper
   * @param href of its file; empty where it has none
   */
  public record Given(String head, String text, String told, String file, String href) {}
}
