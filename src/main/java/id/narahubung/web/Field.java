package id.narahubung.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /** Whether to say that it may stay empty; where there is a hint, the hint says when. */
  public boolean isOptional() {
    return !required && !hasHint();
  }

  public boolean hasError() {
    return !error.isEmpty();
  }

  public boolean hasHint() {
    return !hint.isEmpty();
  }

  /** What aria-describedby names; null drops the attribute. */
  public @Nullable String describedBy() {
    String ids = (hasHint() ? name + "-hint " : "") + (hasError() ? name + "-error" : "");
    return ids.isBlank() ? null : ids.strip();
  }

  /** The choices under their headings, in order; a heading that is empty is none. */
  public List<Group> groups() {
    Map<String, List<Choice>> groups = new LinkedHashMap<>();
    choices.forEach(
        choice -> groups.computeIfAbsent(choice.group(), name -> new ArrayList<>()).add(choice));
    return groups.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toList();
  }

  /** Choices under one heading. */
  public record Group(String label, List<Choice> choices) {

    public boolean hasLabel() {
      return !label.isEmpty();
    }

    public boolean isChosen() {
      return choices.stream().anyMatch(Choice::chosen);
    }
  }

  /**
   * One of several to choose from.
   *
   * @param group the heading it stands under; empty under none
   * @param with the values of another control that it goes with, for the script to bring it forward
   */
  public record Choice(
      String value, String label, String hint, boolean chosen, String group, List<String> with) {

    public Choice(String value, String label, String hint, boolean chosen) {
      this(value, label, hint, chosen, "", List.of());
    }

    public Choice {
      with = List.copyOf(with);
    }

    public Choice under(String heading) {
      return new Choice(value, label, hint, chosen, heading, with);
    }

    public Choice goingWith(List<String> values) {
      return new Choice(value, label, hint, chosen, group, values);
    }

    /** For a data attribute; null drops it. */
    public @Nullable String withAll() {
      return with.isEmpty() ? null : String.join(" ", with);
    }
  }
}
