package id.narahubung.web;

import java.util.List;

/**
 * One control of a form as its template draws it: finished text, and what was typed.
 *
 * @param hint empty where there is none
 * @param error empty where there is none
 * @param choices for select, radios and checkboxes; empty otherwise
 */
public record Field(
    String name,
    String label,
    String hint,
    String value,
    String error,
    boolean required,
    List<Choice> choices) {

  public Field {
    choices = List.copyOf(choices);
  }

  /** Also the element's id, so that the error summary can link to it. */
  public String id() {
    return name;
  }

  public boolean hasError() {
    return !error.isEmpty();
  }

  public boolean hasHint() {
    return !hint.isEmpty();
  }

  /** What aria-describedby names; null drops the attribute. */
  @org.jspecify.annotations.Nullable
  public String describedBy() {
    String ids = (hasHint() ? name + "-hint " : "") + (hasError() ? name + "-error" : "");
    return ids.isBlank() ? null : ids.strip();
  }

  /** One of several to choose from. */
  public record Choice(String value, String label, String hint, boolean chosen) {}
}
