package id.narahubung.decisions;

import id.narahubung.requests.Wording.Tag;
import id.narahubung.web.FormPage.Link;
import java.util.List;

/**
 * All that normalisations/show.html may see.
 *
 * @param decision the decision that answered it; empty while it waits
 */
public record NormalisationPage(
    String title,
    Link platform,
    Tag state,
    String standing,
    String statement,
    String filed,
    String caption,
    List<Paper> papers,
    List<Link> actions,
    String decision) {

  /** A paper the rules ask for, and what was handed in for it. */
  public record Paper(String label, Tag state, List<Given> given) {}

  /**
   * What was handed in, and by whom.
   *
   * @param href of its file; empty where it has none
   */
  public record Given(String text, String told, String file, String href) {}
}
