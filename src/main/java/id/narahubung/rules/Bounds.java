package id.narahubung.rules;

import java.math.BigDecimal;
import java.util.Optional;

/** What a number may be; both ends belong to it, and where one is empty nothing bounds it there. */
public record Bounds(Optional<Integer> least, Optional<Integer> most) {

  public static final Bounds NONE = new Bounds(Optional.empty(), Optional.empty());

  /** Whether the value lies within. */
  public boolean hold(BigDecimal value) {
    return least.filter(each -> value.compareTo(BigDecimal.valueOf(each)) < 0).isEmpty()
        && most.filter(each -> value.compareTo(BigDecimal.valueOf(each)) > 0).isEmpty();
  }
}
