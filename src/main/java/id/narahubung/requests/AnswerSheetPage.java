package id.narahubung.requests;

import id.narahubung.web.Field;
import id.narahubung.web.Form;
import java.util.List;
import java.util.Map;

/**
 * All that items/sheet.html may see: what a sheet would do, or has done.
 *
 * @param note that a lead must release the answers; empty where none must
 * @param refusal why it was not done; empty where nothing was refused
 * @param waits what the form says about that
 * @param action where the form goes that does it; empty once it is done, and when nothing would be
 */
record AnswerSheetPage(
    String title,
    String eyebrow,
    String summary,
    String guessed,
    String note,
    String refusal,
    List<Group> groups,
    String rowsTitle,
    List<Row> rows,
    String more,
    String action,
    String button,
    String waits,
    String resultHref) {

  /** Rows with the same answer. */
  public record Group(String text, List<Wording.Fact> facts) {}

  /** A row that is not simply answered. */
  public record Row(
      int line, String number, String href, String css, String outcome, String reason) {}

  /** All that items/sheets.html may see: the way there and back. */
  record Start(
      String title,
      String eyebrow,
      Map<String, String> which,
      String open,
      String workbook,
      String csv,
      Field file,
      List<Form.FieldError> errors) {}
}
