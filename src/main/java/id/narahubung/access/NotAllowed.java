package id.narahubung.access;

/** The viewer's roles do not hold what this needs: 403. */
public final class NotAllowed extends Refusal {

  private static final long serialVersionUID = 1L;

  private final Permission needed;

  public NotAllowed(Permission needed) {
    super("needs " + needed);
    this.needed = needed;
  }

  public Permission needed() {
    return needed;
  }
}
