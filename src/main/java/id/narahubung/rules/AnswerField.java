package id.narahubung.rules;

import id.narahubung.text.Label;
import java.util.List;
import java.util.Optional;

/**
 * One thing an answer type asks for.
 *
 * @param options what a choice offers; empty for every other input
 */
public record AnswerField(
    String code, Input input, boolean required, List<AnswerOption> options, Label label) {

  /** The code of the company's own time of action, in every type that has one. */
  public static final String ACTED_AT = "acted_at";

  /** How a field is filled in. */
  public enum Input {
    /** One line of text. */
    LINE,
    /** Text of several lines. */
    TEXT,
    INSTANT,
    DATE,
    CHOICE,
    /** The number of another item. */
    ITEM
  }

  public AnswerField {
    options = List.copyOf(options);
  }

  /** The option of this code, where the choice offers one. */
  public Optional<AnswerOption> findOption(String optionCode) {
    return options.stream().filter(option -> option.code().equals(optionCode)).findFirst();
  }
}
