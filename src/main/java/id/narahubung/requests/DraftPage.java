package id.narahubung.requests;

import id.narahubung.evidence.EvidenceCard;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.web.Field;
import id.narahubung.web.Form;
import java.util.List;
import java.util.Optional;

/** All that drafts/show.html may see. */
record DraftPage(
    String title,
    String eyebrow,
    String href,
    int version,
    Tag state,
    String refusal,
    String meter,
    List<Missing> missing,
    List<Overridden> overridden,
    List<Fact> content,
    String found,
    List<String> looks,
    List<Good> warned,
    List<Good> good,
    int after,
    Turning turning,
    Narrowing narrowing,
    List<Bad> bad,
    List<Repeat> repeats,
    List<Offer> offers,
    Field file,
    Field category,
    List<Linked> linked,
    List<String> preflight,
    Optional<Announcing> announcing,
    Optional<Digest> digest,
    boolean mayEdit,
    boolean maySubmit,
    boolean mayDecide,
    boolean maySend,
    Optional<String> obstacle,
    boolean mayDiscard,
    boolean mayRestore,
    boolean isDiscarded,
    Field note,
    Field strike,
    List<Form.FieldError> errors,
    List<RequestPage.Note> notes,
    List<RequestPage.Moment> timeline,
    String sendLabel,
    String submitLabel,
    EvidenceCard evidence,
    Optional<RestrictedCard> restricted,
    boolean mayDescribe,
    Optional<String> haste) {

  /**
   * What goes before a company's first order.
   *
   * @param may whether the reader can do it now
   */
  public record Announcing(String text, boolean may) {}

  /**
   * Something still to be filled in, where, and what asks for it.
   *
   * @param reason the field to say why it may be left out, where that is allowed
   */
  public record Missing(
      String need, String label, String href, String article, Optional<Field> reason) {}

  /** Something the order is sent without. */
  public record Overridden(String need, String label, String reason) {}

  /** An address that will be an item, with what needs a second look; picked where it was chosen. */
  public record Good(
      int ordinal,
      String address,
      boolean schemeAdded,
      String about,
      List<String> warnings,
      Optional<Link> earlier,
      boolean picked) {}

  /**
   * The pages of the rows: behind which ordinal the ones before and after this begin, empty where
   * there is none; how many rows are chosen on all of them, in words; and the chosen ones that this
   * page does not show.
   */
  public record Turning(String previous, String next, String chosen, String along) {

    public boolean isNeeded() {
      return !previous.isEmpty() || !next.isEmpty();
    }
  }

  /**
   * What the rows are narrowed to.
   *
   * @param offered whether there are enough to narrow
   * @param any whether there are rows at all, found or not
   * @param told how many are found; empty where all are shown
   * @param pickLabel for the button that chooses all that are found; empty where none is
   * @param here the page's address with what narrows it
   * @param exportHref where its rows are as a file; its format is to be added
   * @param pageHref the same for another page: the ordinal behind which it begins is to be added
   */
  public record Narrowing(
      boolean offered,
      boolean any,
      Field text,
      List<Field> selects,
      String told,
      String pickLabel,
      String here,
      String exportHref,
      String pageHref) {}

  /** An address that stands in the paste again. */
  public record Repeat(int line, String given, String first) {}

  /**
   * Rows that belong elsewhere, and the step that takes them there.
   *
   * @param look what asks to look first, where nothing brings them back; else empty
   * @param domains what to look at
   */
  public record Offer(
      String text,
      String action,
      String platform,
      String button,
      String look,
      List<String> domains) {}

  /**
   * A draft at a glance, for whoever approves it.
   *
   * @param lines how many of what: hosts, warnings, what stands twice
   * @param changed what changed since it was returned; empty where it never was
   * @param sample some rows, drawn by lot
   */
  public record Digest(List<String> lines, String changed, List<Good> sample) {}

  /** Another draft of the same paste, or a list that left it. */
  public record Linked(String text, String href) {}

  /** Where something stands. */
  public record Link(String text, String href) {}

  /** Something that cannot be filed, and why. */
  public record Bad(int line, String given, String reason) {}

  public boolean hasBad() {
    return !bad.isEmpty();
  }
}
