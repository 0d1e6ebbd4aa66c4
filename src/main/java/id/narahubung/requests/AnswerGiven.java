package id.narahubung.requests;

import java.util.Map;
import java.util.Optional;

/** An answer as the company gives it: type, ground of a refusal, and what the type asks for. */
public record AnswerGiven(String typeCode, Optional<String> ground, Map<String, String> details) {

  public AnswerGiven {
    details = Map.copyOf(details);
  }
}
