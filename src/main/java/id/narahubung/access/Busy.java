package id.narahubung.access;

/** The database is away, or did not get to it in time: 503. Trying again may help. */
public final class Busy extends Refusal {

  private static final long serialVersionUID = 1L;

  public Busy(Throwable cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }
}
