package id.narahubung.accounts;

import id.narahubung.administration.OnePage.Fact;
import id.narahubung.web.Control;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage.Link;
import java.util.List;

/**
 * All that accounts/one.html may see.
 *
 * @param path of the account, which its forms post below
 * @param keeps whether the viewer may change it
 * @param giving the fields of one role more; none where the account is the own one or closed
 * @param why what the viewer may not do here, and who may; empty where nothing is kept back
 */
public record PersonPage(
    String title,
    Link above,
    String path,
    boolean active,
    boolean keeps,
    boolean own,
    List<Fact> facts,
    List<RoleRow> roles,
    List<Control> giving,
    String why,
    List<LoanRow> loans,
    List<Entry> history,
    List<Form.FieldError> errors) {

  /**
   * A role that was given.
   *
   * @param under its limits, or from whom and how long it is lent; empty where there is neither
   */
  public record RoleRow(String code, String label, String under, boolean takeable) {}

  /** What happened, when and by whom. */
  public record Entry(String text, String when) {}
}
