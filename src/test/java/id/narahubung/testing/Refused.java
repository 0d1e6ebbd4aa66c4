package id.narahubung.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.NotAllowed;
import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.data.ConstraintBroken;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.exception.DataAccessException;

/** The ways to be refused, as a test expects them. */
public final class Refused {

  private Refused() {}

  public static void byRule(String key, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            RuleBroken.class, e -> Assertions.assertThat(e.key()).isEqualTo(key));
  }

  public static void forLackOf(Permission needed, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            NotAllowed.class, e -> Assertions.assertThat(e.needed()).isEqualTo(needed));
  }

  public static void asStale(ThrowingCallable work) {
    assertThatThrownBy(work).isInstanceOf(Stale.class);
  }

  public static void asUnknown(ThrowingCallable work) {
    assertThatThrownBy(work).isInstanceOf(NotFound.class);
  }

  public static void byConstraint(String name, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            ConstraintBroken.class, e -> Assertions.assertThat(e.constraint()).isEqualTo(name));
  }

  /** PostgreSQL says no: a missing grant, or a row a policy does not let in. */
  public static void byTheWall(String what, ThrowingCallable work) {
    assertThatThrownBy(work)
        .as(what)
        .isInstanceOfSatisfying(
            DataAccessException.class,
            e -> Assertions.assertThat(e.sqlState()).as(what).isEqualTo("42501"));
  }
}
