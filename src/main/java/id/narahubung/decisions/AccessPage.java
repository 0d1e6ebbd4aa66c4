package id.narahubung.decisions;

import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.web.FormPage.Link;
import java.util.List;
import java.util.Optional;

/**
 * All that platforms/show.html may see.
 *
 * @param segments the band over time, in parts of a thousand; empty where nothing was ever decided
 * @param history the same as rows, the newest first
 */
public record AccessPage(
    String title,
    String company,
    Tag status,
    String blocks,
    List<Link> actions,
    String bandLabel,
    String bandFrom,
    String bandUntil,
    List<Segment> segments,
    List<Mark> marks,
    List<Band> history,
    Optional<WeeksPlot> weeks,
    List<String> next,
    List<DecisionsPage.Row> decisions,
    List<DecisionsPage.Task> waiting,
    Weighings weighed,
    List<Link> work,
    List<Line> conditions,
    String conditionsHref,
    List<Line> letters,
    List<Fact> facts) {

  /** A part of the band. */
  public record Segment(String css, String x, String width, String label) {}

  /**
   * Something that happened, drawn under the band and told in the table.
   *
   * @param css the shape it is drawn with
   * @param kind what it is, in words
   */
  public record Mark(
      String css, String x, String kind, String when, String href, String number, String text) {}

  /** A time in which access stood one way. */
  public record Band(Tag status, String from, String until, String decision, String href) {}

  /** Something of the platform, with a way there. */
  public record Line(String href, String number, String text, Tag tag) {}

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
