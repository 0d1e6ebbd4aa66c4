package id.narahubung.access;

/** There is no such thing, or none the viewer may know of: 404. */
public final class NotFound extends Refusal {

  private static final long serialVersionUID = 1L;

  public NotFound(String what) {
    super(what);
  }
}
