package id.narahubung.letters;

import id.narahubung.commitments.MadeHere;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.web.FormPage.Link;
import java.util.List;

/** All that letters/show.html may see. */
public record LetterPage(
    String title,
    String number,
    Link request,
    Tag state,
    List<Fact> facts,
    List<Fact> receipt,
    String receiptNote,
    List<Fact> happened,
    String evidenceHref,
    List<Line> items,
    String itemsCaption,
    List<Line> leftOut,
    String leftOutReason,
    List<MadeHere> commitments,
    boolean mayAcknowledge,
    List<Link> actions) {

  /** An item, and when its time was missed. */
  public record Line(String number, String href, String address, String copied, String missed) {}
}
