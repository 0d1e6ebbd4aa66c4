package id.narahubung.evidence;

import id.narahubung.access.Permission;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.text.Words;
import id.narahubung.web.Field;
import id.narahubung.web.Form;
import java.util.List;
import java.util.Locale;

/**
 * All that evidence/show.html may see.
 *
 * @param itemHref empty where it hangs on the request
 * @param picture the address of the copy to show; empty until it is asked for
 * @param pictureHref where to ask for it; empty for what is no picture
 */
record EvidencePage(
    String title,
    String eyebrow,
    String back,
    String itemHref,
    EvidenceCard.Line line,
    String refusal,
    String downloadHref,
    String pictureHref,
    String picture,
    String pictureText,
    boolean mayRemove,
    boolean isDraft,
    String removeAction,
    Field reason,
    List<Form.FieldError> errors) {

  static EvidencePage of(
      CaseRef request,
      Evidence piece,
      Form form,
      Words words,
      PersonViewer viewer,
      boolean show,
      String refusal) {
    String href = request.href() + "/evidence/" + piece.id();
    boolean picture = piece.file().kind().isPicture() && !piece.isRemoved();
    return new EvidencePage(
        piece.name(),
        request.number().orElse(request.subject()),
        request.href(),
        piece.ordinal().map(ordinal -> request.href() + "/items/" + ordinal).orElse(""),
        EvidenceCard.line(words, piece, request.href()),
        refusal,
        piece.isRemoved() ? "" : href + "/file",
        picture && !show ? href + "?picture=yes" : "",
        picture && show ? href + "/picture" : "",
        words.say(
            "evidence.picture.text",
            piece.name(),
            words.say("side." + piece.owner().name().toLowerCase(Locale.ROOT))),
        viewer.may(Permission.ADD_EVIDENCE)
            && viewer.side() == piece.owner()
            && !piece.isRemoved()
            && !request.isWaiting(),
        request.isDraft(),
        href + "/removal",
        new Field(
            "reason",
            words.say("evidence.reason"),
            words.say("evidence.reason.hint"),
            form.text("reason"),
            form.error("reason", words),
            true,
            List.of()),
        form.errors(words));
  }
}
