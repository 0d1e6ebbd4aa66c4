package id.narahubung.web;

import id.narahubung.web.Field.Choice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that form.html may see: a page that is one form.
 *
 * @param above what it belongs to, a way back there
 * @param about a sentence under the title; empty where none is needed
 * @param quoted what somebody wrote that the form is about; empty where there is nothing
 * @param refusal why it was not done as a whole; empty where nobody tried
 * @param version of what is changed; empty for something new
 * @param meanwhile what somebody else saved while the form stood open; none else
 * @param hidden further values that travel along
 */
public record FormPage(
    String title,
    Link above,
    String about,
    String quoted,
    String refusal,
    String action,
    String version,
    Optional<List<String>> meanwhile,
    List<Hidden> hidden,
    List<Control> controls,
    String button,
    List<Form.FieldError> errors) {

  public FormPage {
    hidden = List.copyOf(hidden);
    controls = List.copyOf(controls);
  }

  /** A page that quotes nobody, and whose refusals are each about a field. */
  public FormPage(
      String title,
      Link above,
      String about,
      String action,
      String version,
      Optional<List<String>> meanwhile,
      List<Hidden> hidden,
      List<Control> controls,
      String button,
      List<Form.FieldError> errors) {
    this(title, above, about, "", "", action, version, meanwhile, hidden, controls, button, errors);
  }

  /** Whether files go with it. */
  public boolean isUpload() {
    return controls.stream()
        .map(Control::kind)
        .anyMatch(kind -> kind == Control.Kind.FILE || kind == Control.Kind.FILES);
  }

  /** A way to another page. */
  public record Link(String href, String label) {}

  /** A value nobody types. */
  public record Hidden(String name, String value) {}

  /** A line for each control whose saved value is not the typed one: its label and what stands. */
  public static List<String> differences(List<Control> typed, List<Control> saved) {
    return saved.stream()
        .filter(
            now ->
                typed.stream()
                    .anyMatch(
                        mine ->
                            mine.field().name().equals(now.field().name())
                                && !shown(mine.field()).equals(shown(now.field()))))
        .map(now -> now.field().label() + ": " + shown(now.field()))
        .toList();
  }

  private static String shown(Field field) {
    String value =
        field.choices().isEmpty()
            ? field.value().lines().collect(Collectors.joining(", "))
            : field.choices().stream()
                .filter(Choice::chosen)
                .map(Choice::label)
                .collect(Collectors.joining(", "));
    return value.isEmpty() ? "–" : value;
  }
}
