package id.narahubung.decisions;

import id.narahubung.meetings.HeldHere;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.web.FormPage.Link;
import java.util.List;
import java.util.Optional;

/**
 * All that platforms/show.html may see.
 *
 * @param carried how far the providers of access are with the decision that stands, or is to come
 * @param band its access over time; empty where nothing ever happened
 */
public record AccessPage(
    String title,
    String company,
    Tag status,
    String blocks,
    Optional<Carried> carried,
    List<Link> actions,
    Optional<AccessBand> band,
    Optional<WeeksPlot> weeks,
    List<String> next,
    List<DecisionsPage.Row> decisions,
    List<DecisionsPage.Task> waiting,
    Weighings weighed,
    List<Link> work,
    List<Line> conditions,
    List<Link> commitmentLinks,
    List<Line> letters,
    List<HeldHere> meetings,
    List<Link> meetingLinks,
    List<Fact> facts) {

  /** How far a decision is carried out, in a sentence and provider by provider. */
  public record Carried(String sentence, String href, List<DecisionPage.Provider> providers) {}

  /**
   * Something of the platform, with a way there.
   *
   * @param act what the reader may do about it
   */
  public record Line(String href, String number, String text, Tag tag, Optional<Link> act) {

    public Line(String href, String number, String text, Tag tag) {
      this(href, number, text, tag, Optional.empty());
    }
  }

  /**
   * What may lead to a decision.
   *
   * @param more that more facts are not linked; empty where none are
   * @param acts what may be done about it
   */
  public record Weighed(String text, List<Link> facts, String more, List<Link> acts) {}

  /**
   * What is to be weighed.
   *
   * @param aside what somebody put aside lately, with the reason
   */
  public record Weighings(List<Weighed> open, List<String> aside) {

    public boolean isEmpty() {
      return open.isEmpty() && aside.isEmpty();
    }
  }

  /** All that platforms/list.html may see. */
  public record Listed(String title, List<Row> rows) {}

  /** A platform's row. */
  public record Row(String href, String name, String company, Tag status, String blocks) {}
}
