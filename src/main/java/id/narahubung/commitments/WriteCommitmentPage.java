package id.narahubung.commitments;

import id.narahubung.web.Control;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage.Hidden;
import id.narahubung.web.FormPage.Link;
import java.util.List;

/**
 * All that commitments/write.html may see.
 *
 * @param choosing whether it only asks for platform and kind, to come back with the rest
 * @param refusal why it was not done as a whole; empty where nobody tried
 * @param meanwhile what stands now where something else was typed; empty where nobody acted since
 * @param upload whether files come with it
 */
public record WriteCommitmentPage(
    String title,
    Link above,
    String about,
    String quoted,
    String refusal,
    List<String> meanwhile,
    String action,
    boolean choosing,
    boolean upload,
    List<Hidden> hidden,
    List<Control> controls,
    String button,
    List<Form.FieldError> errors) {

  public WriteCommitmentPage {
    meanwhile = List.copyOf(meanwhile);
    hidden = List.copyOf(hidden);
    controls = List.copyOf(controls);
  }

  /** What is wrong with the files that came with it. */
  public List<Form.FieldError> fileFaults() {
    return errors.stream().filter(each -> each.field().equals("files")).toList();
  }
}
