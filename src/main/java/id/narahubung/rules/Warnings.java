package id.narahubung.rules;

import java.util.List;
import java.util.Optional;

/**
 * What follows a missed due time: the ladder of letters from its first, and the fine where the set
 * has one.
 */
public record Warnings(List<LetterStage> letters, Optional<Fine> fine) {

  public Warnings {
    letters = List.copyOf(letters);
  }
}
