package id.narahubung.data;

import org.jspecify.annotations.Nullable;

/** The database refused a change; the name says which of its rules did. The transaction is gone. */
public final class ConstraintBroken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String constraint;

  ConstraintBroken(@Nullable String constraint, Throwable cause) {
    super(constraint, cause);
    this.constraint = constraint == null ? "" : constraint;
  }

  /** The constraint's name, as the migration gave it. */
  public String constraint() {
    return constraint;
  }
}
