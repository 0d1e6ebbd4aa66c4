package id.narahubung.letters;

import java.util.Optional;
import java.util.Set;

/**
 * What a supervisor says of a letter before it is sent.
 *
 * @param shown the items that were proposed when the form was opened
 * @param items those of them it covers
 * @param leftOutReason why the others are not in it
 * @param scale the size of the company, where the rule set asks for it
 * @param fine of each item, where the rule set reckons none
 */
public record LetterGiven(
    String stage,
    Set<Long> shown,
    Set<Long> items,
    String leftOutReason,
    Optional<String> scale,
    Optional<Long> fine,
    String note) {

  public LetterGiven {
    shown = Set.copyOf(shown);
    items = Set.copyOf(items);
  }

  boolean leavesOut() {
    return items.size() < shown.size();
  }
}
