package id.narahubung.requests;

import id.narahubung.evidence.EvidenceCard;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.roster.DutyCard;
import id.narahubung.web.Field;
import id.narahubung.web.Form;
import java.util.List;
import java.util.Optional;

/** All that requests/show.html may see: finished text, nothing to compute. */
public record RequestPage(
    String title,
    String eyebrow,
    String number,
    int version,
    Tag state,
    boolean urgent,
    String urgentLabel,
    Optional<String> sinceLastVisit,
    Progress progress,
    List<Tally> key,
    List<Line> items,
    String itemsCaption,
    String nextHref,
    String exportHref,
    Optional<ClockCard> clock,
    Optional<LetterCard> letters,
    DutyCard duty,
    Optional<Haste> haste,
    List<Fact> order,
    List<Moment> timeline,
    List<Note> thread,
    Field message,
    String keepLabel,
    List<Form.FieldError> errors,
    boolean mayWrite,
    boolean mayAcknowledge,
    boolean mayWithdraw,
    boolean mayDraft,
    boolean mayVerify,
    boolean mayAnswer,
    List<Choose> choose,
    List<String> whatNext,
    EvidenceCard evidence,
    Optional<RestrictedCard> restricted) {

  /**
   * That an officer sent it because it was urgent.
   *
   * @param css of the notice: soon, late, or good where it is confirmed
   */
  public record Haste(String css, String text, boolean mayConfirm) {}

  /** The bar of where items stand. */
  public record Progress(String label, List<Segment> segments) {}

  /** A part of the bar, out of 100. */
  public record Segment(String css, String x, String width) {}

  /** A counter that is a filter. */
  public record Tally(String css, String text, String href, boolean current) {}

  /**
   * An item's row.
   *
   * @param drafted that an answer is drafted, to the company alone; empty where none is
   */
  public record Line(
      String ref,
      String number,
      String href,
      String address,
      String copied,
      Tag claim,
      Tag found,
      boolean fresh,
      String drafted) {}

  /**
   * A line of the timeline.
   *
   * @param side a CSS class
   * @param takeBack where an act of answering can be taken back; empty for everything else
   */
  public record Moment(String text, String when, String side, boolean fresh, String takeBack) {}

  /** A message: whose, and whether it is private. */
  public record Note(
      String css, String head, String when, String text, boolean isPrivate, boolean fresh) {}

  /** A button over a selection of items: where the form goes. */
  public record Choose(String label, String action, String allLabel, String standing) {}

  public boolean mayChoose() {
    return !choose.isEmpty();
  }
}
