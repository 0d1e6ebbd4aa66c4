package id.narahubung.rules;

import id.narahubung.text.Label;
import java.util.List;
import java.util.Optional;

/**
 * A way to answer an item.
 *
 * @param hint what it counts as for the clock, and who acts next
 * @param fields what it asks for, in the order of the form; a refusal's ground is asked apart
 */
public record AnswerType(
    String code, AnswerClass answerClass, Label label, Label hint, List<AnswerField> fields) {

  public AnswerType {
    fields = List.copyOf(fields);
  }

  /** The field of this code, where the type asks for one. */
  public Optional<AnswerField> findField(String fieldCode) {
    return fields.stream().filter(field -> field.code().equals(fieldCode)).findFirst();
  }
}
