package id.narahubung.access;

/**
 * The database did not get to it in time, or is away: 503. Nothing was done; trying again may help.
 */
public final class Busy extends Refusal {

  private static final long serialVersionUID = 1L;

  public Busy(Throwable cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }
}
