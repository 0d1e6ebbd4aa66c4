package id.narahubung.evidence;

import id.narahubung.access.Permission;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.text.Words;
import java.util.List;
import java.util.Locale;

/**
 * The evidence of a draft, a request or an item, as parts/evidence.html shows it: names and facts,
 * never a picture.
 *
 * @param addHref where to add more; empty where the viewer may not
 * @param more says that there is more than is listed; empty where there is not
 */
public record EvidenceCard(List<Line> lines, String addHref, String more) {

  /** So many are listed on a page. */
  public static final int MOST = 100;

  public EvidenceCard {
    lines = List.copyOf(lines);
  }

  /**
   * One file.
   *
   * @param who the side, the office and the moment
   * @param item the item's number; empty where it hangs on the request
   * @param gone that it was taken back, and why; empty where it was not
   */
  public record Line(
      String name,
      String href,
      String about,
      String sha256,
      String who,
      String item,
      String note,
      boolean isPrivate,
      String gone) {

    public boolean isRemoved() {
      return !gone.isEmpty();
    }
  }

  /**
   * The card under a page.
   *
   * @param href the page's address: /requests/NUMBER or /drafts/ID
   * @param query what an added file hangs on, such as '?item=2'
   * @param open whether anything may be added here now
   */
  public static EvidenceCard of(
      Words words,
      PersonViewer viewer,
      List<Evidence> evidence,
      String href,
      String query,
      boolean open) {
    boolean may = open && viewer.may(Permission.ADD_EVIDENCE);
    return new EvidenceCard(
        evidence.stream().map(piece -> line(words, piece, href)).toList(),
        may ? href + "/evidence/new" + query : "",
        evidence.size() < MOST ? "" : words.say("evidence.more", MOST));
  }

  static Line line(Words words, Evidence piece, String href) {
    return new Line(
        piece.name(),
        href + "/evidence/" + piece.id(),
        about(words, piece.file()),
        piece.file().sha256(),
        words.say(
            "evidence.who",
            words.say("side." + piece.owner().name().toLowerCase(Locale.ROOT)),
            piece.by().told(words),
            words.instantShort(piece.addedAt())),
        piece
            .ordinal()
            .map(ordinal -> words.say("evidence.item", String.format(Locale.ROOT, "%04d", ordinal)))
            .orElse(""),
        piece.note(),
        piece.isPrivate(),
        piece
            .removal()
            .map(
                gone ->
                    words.say(
                        "evidence.removed",
                        words.instantShort(gone.at()),
                        gone.by().told(words),
                        gone.reason()))
            .orElse(""));
  }

  /** 'PNG, 120 kB'. */
  public static String about(Words words, StoredFile file) {
    return words.say("evidence.about", file.kind().name(), Math.ceilDiv(file.size(), 1_000));
  }

  public boolean mayAdd() {
    return !addHref.isEmpty();
  }
}
