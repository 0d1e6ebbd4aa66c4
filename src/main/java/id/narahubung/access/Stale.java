package id.narahubung.access;

/** Somebody changed the same thing meanwhile: 409, with what was typed kept. */
public final class Stale extends Refusal {

  private static final long serialVersionUID = 1L;

  public Stale(String what) {
    super(what);
  }
}
