package id.narahubung.requests;

import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.web.Control;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage.Link;
import java.util.List;
import java.util.Optional;

/**
 * All that outages/show.html may see.
 *
 * @param facts since when, until when, how long, and the decision where there is one
 * @param open whether a decision is awaited: then rows and controls are there
 * @param earlier the outage that is to be decided before this one: until then there are no controls
 * @param reach how many items of how many requests it cost time
 * @param more how many requests are not listed; empty where none
 * @param unmoved how many items' due times are not listed; empty where none
 */
public record OutagePage(
    String title,
    long id,
    Tag state,
    List<Fact> facts,
    boolean open,
    Optional<Link> earlier,
    String reach,
    List<Row> rows,
    String more,
    String unmoved,
    List<Control> controls,
    String refusal,
    List<Form.FieldError> errors) {

  /** A request, how many of its items lost time, and how the first of those would fall due. */
  public record Row(String number, String href, String subject, String items, List<String> moves) {

    public Row {
      moves = List.copyOf(moves);
    }
  }
}
