package id.narahubung.decisions;

import id.narahubung.requests.Wording.Tag;
import java.util.List;

/**
 * The band of a platform's access over time, with what happened along it, ready to be drawn.
 *
 * @param label what it shows, for who does not see it
 * @param from when it begins, in words
 * @param until when it ends
 * @param segments how access stood, in parts of a thousand
 * @param history the same as rows, the newest first
 */
public record AccessBand(
    String label,
    String from,
    String until,
    List<Segment> segments,
    List<Mark> marks,
    List<Stood> history) {

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
  public record Stood(Tag status, String from, String until, String decision, String href) {}
}
