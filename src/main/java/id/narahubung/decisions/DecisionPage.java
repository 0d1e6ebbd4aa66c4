package id.narahubung.decisions;

import id.narahubung.commitments.CommitmentPlot;
import id.narahubung.commitments.MadeHere;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.web.Field;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage.Link;
import java.util.List;
import java.util.Optional;

/**
 * All that decisions/show.html may see.
 *
 * @param refusal why it was not done; empty where nobody tried
 * @param missing links to the cells that keep it shut, while it could be signed
 * @param atAnyTime what can be done while it cannot be signed; empty once it was
 * @param unsigned what happens if nobody signs; empty once nobody can any more
 * @param changed what is not as the reader saw it before; empty where nothing is
 * @param beside other decisions of the platform that are open or still to begin, while it is open
 * @param superseded the decision that was signed before this one could begin, or has followed it
 * @param typedNote what was typed beside a signature that is not to be had any more
 * @param sha256 hash of what the signer saw; empty before it is signed
 */
public record DecisionPage(
    String title,
    Link platform,
    String standing,
    Tag stage,
    String refusal,
    List<Link> missing,
    String atAnyTime,
    String recommended,
    String recommendation,
    String unsigned,
    Optional<Changed> changed,
    List<Link> beside,
    Optional<Superseded> superseded,
    String caption,
    List<Row> cells,
    List<WaiverToSecond> toSecond,
    List<Fact> facts,
    List<Link> links,
    List<Said> words,
    List<String> next,
    List<Earlier> earlier,
    String blocks,
    Optional<WeeksPlot> weeks,
    List<Course> courses,
    List<MadeHere> commitments,
    Optional<Contested> objection,
    List<Said> questions,
    List<Provider> providers,
    String carriedOut,
    List<Link> tasks,
    List<Link> actions,
    Optional<SignForm> sign,
    String typedNote,
    String sha256) {

  /**
   * A cell of the table.
   *
   * @param supplies where what it lacks is done; none of what is fine
   */
  public record Row(DecisionWording.Line line, List<Link> supplies) {}

  /**
   * A condition's values over time.
   *
   * @param open whether it is drawn unfolded
   */
  public record Course(
      String number, String label, String mark, boolean open, CommitmentPlot plot) {}

  /** Since when, and the parts of it. */
  public record Changed(String since, List<String> parts) {}

  /** What came instead, and since when. */
  public record Superseded(String text, String number) {}

  /** A waiver that waits for its second person. */
  public record WaiverToSecond(String id, String cell, String text, String action, boolean mine) {}

  /**
   * What the company says against it.
   *
   * @param ended how it ended and why; until when it is to be decided while it waits
   * @param links what may be done about it
   */
  public record Contested(
      Tag state, String reason, String told, String due, Optional<Said> ended, List<Link> links) {}

  /** What somebody said, about what, and when. */
  public record Said(String head, String when, String text) {}

  /** A decision before this one. */
  public record Earlier(String href, String number, String text) {}

  /** What a provider did, the last of it first. */
  public record Provider(String name, Tag state, String when, String note) {}

  /** The signer's form. */
  public record SignForm(
      String action,
      String version,
      String seen,
      Field kind,
      Field ends,
      Field watch,
      Field note,
      Optional<Field> despite,
      Field password,
      List<Form.FieldError> errors) {}
}
