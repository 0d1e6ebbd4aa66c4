package id.narahubung.access;

/** Why something was not done. The web turns each into its page; everything else is a fault. */
public abstract sealed class Refusal extends RuntimeException
    permits NotFound, NotAllowed, RuleBroken, Stale, BadInput {

  private static final long serialVersionUID = 1L;

  Refusal(String message) {
    super(message, null, false, false);
  }
}
