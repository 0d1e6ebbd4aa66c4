package id.narahubung.access;

/** A request no page of ours would send, such as an id that is none: 400. */
public final class BadInput extends Refusal {

  private static final long serialVersionUID = 1L;

  public BadInput(String what) {
    super(what);
  }
}
