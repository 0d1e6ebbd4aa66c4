package id.narahubung.verification;

import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.web.Control;
import id.narahubung.web.Field;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage.Link;
import java.util.List;

/**
 * All that verifications/sample.html may see.
 *
 * @param choosing what to close the list from; empty once it is closed
 * @param sizing what to choose of the draw; empty before the list is closed, and once it is drawn
 * @param sql the line that draws the same again; empty before the draw
 * @param sheetHref where those drawn are looked at one after the other; empty where nobody may, or
 *     none is left
 * @param upload what a filled sheet is sent with; empty where nobody may
 */
public record SamplePage(
    String title,
    Link above,
    String action,
    String refusal,
    List<Form.FieldError> errors,
    List<Choosing> choosing,
    List<Fact> list,
    List<Control> proving,
    List<Control> sizing,
    List<Fact> proof,
    String sizeNote,
    List<Fact> drawn,
    String sql,
    List<Fact> result,
    String sheetHref,
    String sheetLabel,
    List<Control> upload,
    List<Field> file,
    List<Row> rows,
    String nextHref) {

  /** A way to close the list: what would be on it is shown before. */
  public record Choosing(
      String source, String title, List<Control> controls, List<Field> files, String button) {

    /** Whether it is sent in parts. */
    public boolean hasFiles() {
      return !files.isEmpty();
    }
  }

  /** One of those drawn. */
  public record Row(
      String number, String href, String address, String stratum, Tag found, String lookHref) {}

  public boolean isDrawn() {
    return !sql.isEmpty();
  }

  public boolean mayUpload() {
    return !file.isEmpty();
  }
}
