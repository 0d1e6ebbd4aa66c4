package id.narahubung.access;

import org.jspecify.annotations.Nullable;

/** Why something was not done. The web turns each into its page; everything else is a fault. */
public abstract sealed class Refusal extends RuntimeException
    permits NotFound, NotAllowed, RuleBroken, Stale, BadInput, Busy {

  private static final long serialVersionUID = 1L;

  Refusal(String message) {
    this(message, null);
  }

  Refusal(String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
  }
}
