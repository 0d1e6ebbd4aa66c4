package id.narahubung.letters;

import id.narahubung.requests.Wording.Fact;
import id.narahubung.web.Control;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage.Link;
import java.util.List;

/**
 * All that letters/new.html may see.
 *
 * @param refusal why it was not sent; empty where nobody tried
 * @param receipt the fine where the company's size does not matter; else the size is asked
 * @param earlier what the fines of the letters before come to; empty where there are none
 */
public record NewLetterPage(
    String title,
    Link request,
    String action,
    String stage,
    String refusal,
    List<Fact> facts,
    List<Line> items,
    String itemsCaption,
    String itemsError,
    List<Fact> receipt,
    String earlier,
    List<Control> controls,
    List<String> next,
    List<Form.FieldError> errors) {

  /** An item that the letter is proposed for. */
  public record Line(
      long id,
      String number,
      String href,
      String address,
      String missed,
      String late,
      boolean chosen) {}
}
