package id.narahubung.rules;

import id.narahubung.text.Label;
import java.util.Map;

/**
 * What a request asks for.
 *
 * @param fulfilledBy answer type to extent; a type that is missing does not fulfil it
 */
public record Measure(String code, Label label, Map<String, Extent> fulfilledBy) {

  public Measure {
    fulfilledBy = Map.copyOf(fulfilledBy);
  }

  /** How far an answer of this type does what is asked. */
  public Extent fulfilment(String answerCode) {
    return fulfilledBy.getOrDefault(answerCode, Extent.NOT);
  }
}
