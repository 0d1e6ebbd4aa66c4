package id.narahubung.decisions;

import id.narahubung.requests.Wording.Tag;
import id.narahubung.web.FormPage.Link;
import java.util.List;
import java.util.Optional;

/**
 * The band of a platform's access over time, with what happened along it, ready to be drawn.
 *
 * @param label what it shows, for who does not see it
 * @param from when it begins, in words
 * @param until when it ends
 * @param segments how access stood, in parts of a thousand
 * @param history the same as rows, the newest first
 * @param strip the figures along it; empty where nothing fell due while it shows
 */
public record AccessBand(
    String label,
    String from,
    String until,
    List<Segment> segments,
    List<Mark> marks,
    List<Stood> history,
    Optional<Strip> strip) {

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

  /**
   * What fell due week by week or month by month, on the band's own time.
   *
   * @param key how to read it
   * @param column what a row of the table is: a week, a month
   * @param figures where more is told; empty where the reader may not see it
   */
  public record Strip(
      String label,
      String key,
      String column,
      List<Bar> bars,
      List<Row> rows,
      Optional<Link> figures) {}

  /**
   * A week or a month.
   *
   * @param due how high what fell due stands, and {@code inTime} what of it was answered in time
   */
  public record Bar(String x, String width, Part due, Part inTime, String title) {}

  /** A part of a bar, from its top. */
  public record Part(String y, String height) {}

  /** The same in numbers. */
  public record Row(String from, String due, String inTime) {}

  /** A time in which access stood one way. */
  public record Stood(Tag status, String from, String until, String decision, String href) {}
}
