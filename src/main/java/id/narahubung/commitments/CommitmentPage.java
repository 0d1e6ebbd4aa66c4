package id.narahubung.commitments;

import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.FormPage.Link;
import java.util.List;
import java.util.Optional;

/**
 * All that commitments/show.html may see.
 *
 * @param refusal why what was just tried was not done; empty where nothing was
 * @param minders whom the viewer may name to mind it; empty where that is nobody
 * @param open the version that waits for signatures
 * @param set the platform's whole set
 * @param origin the meeting, letter or decision it comes from
 * @param showsText whether a version besides the open one is shown: one in force, or one refused
 * @param facts of the version that counts
 * @param breakdown what it promises row by row
 * @param standing what was reported and found, and whose it is
 * @param plot none for a kind without values
 * @param reportsNote that only some of the reports are shown; empty where all are
 * @param olderHref the reports before these; empty on the last page of them
 * @param versions side by side; empty while there is one
 */
public record CommitmentPage(
    String title,
    String number,
    Link set,
    Optional<Link> origin,
    String refusal,
    Tag state,
    List<Tag> marks,
    String next,
    boolean mayTakeOn,
    List<Choice> minders,
    boolean mayTakeBackCancel,
    List<Link> actions,
    Optional<Open> open,
    boolean showsText,
    String textTitle,
    String text,
    List<Fact> facts,
    Optional<Breakdown> breakdown,
    List<Fact> standing,
    Optional<CommitmentPlot> plot,
    List<Report> reports,
    String reportsNote,
    String olderHref,
    List<Found> findings,
    Optional<Versions> versions,
    List<Entry> timeline) {

  /**
   * A version that waits.
   *
   * @param twoHands that two of the ministry sign it; empty where one does
   * @param maySign whether the viewer's side has yet to sign it, and the viewer may
   */
  public record Open(
      int number,
      String title,
      String text,
      List<Fact> facts,
      Optional<Breakdown> breakdown,
      List<String> changes,
      String reason,
      List<Fact> signatures,
      String twoHands,
      boolean maySign,
      String signsFor) {}

  public record Report(
      String asOf,
      String value,
      boolean claims,
      String note,
      String evidence,
      String told,
      List<File> files) {}

  /**
   * A file that proves a report.
   *
   * @param pictureHref of a copy without metadata; empty where it is no picture
   */
  public record File(String href, String name, String about, String pictureHref) {}

  /**
   * What was found.
   *
   * @param counted what its value was found at; empty where nothing was counted
   */
  public record Found(
      String asOf,
      Tag result,
      String value,
      String counted,
      String findings,
      String until,
      Optional<Link> check,
      String told) {}

  /** All versions in columns, the newest last. */
  public record Versions(List<Column> columns, List<Row> rows) {}

  /** A version's head: what it changed in words. */
  public record Column(String title, Tag state, String told, String reason, List<String> changes) {}

  public record Row(String label, List<Cell> cells) {}

  /** What a version says of a thing, marked where the one before said something else. */
  public record Cell(String text, boolean changed) {}

  /** A line of the timeline. */
  public record Entry(String side, boolean fresh, String text, String when, String takeBack) {}
}
