package id.narahubung.access;

import java.util.Set;

/**
 * In whose name a transaction runs. PostgreSQL is told, and shows only what this viewer may see.
 */
public sealed interface Viewer {

  boolean may(Permission needed);

  /** Refuses when the viewer lacks the permission. */
  default void require(Permission needed) {
    if (!may(needed)) {
      throw new NotAllowed(needed);
    }
  }

  /** A signed-in person: the account's organisation, side, roles, and the code others see. */
  record PersonViewer(long personId, long organisationId, Side side, Set<Role> roles, int code)
      implements Viewer {

    public PersonViewer {
      roles = Set.copyOf(roles);
    }

    @Override
    public boolean may(Permission needed) {
      return needed == Permission.ANYONE
          || needed == Permission.SIGNED_IN
          || roles.stream().anyMatch(role -> role.may(needed));
    }

    /** The role an act is signed with: the first of the account's roles that may do it. */
    public Role roleFor(Permission needed) {
      return roles.stream()
          .sorted()
          .filter(role -> role.may(needed))
          .findFirst()
          .orElseThrow(() -> new NotAllowed(needed));
    }
  }

  /** Nobody in person. None of these may file, answer or check; the database holds it, too. */
  enum SystemViewer implements Viewer {
    SIGN_IN,
    SESSION,
    HEALTH,
    CONSOLE;

    @Override
    public boolean may(Permission needed) {
      return needed == Permission.ANYONE || (this == CONSOLE && needed == Permission.ADMINISTER);
    }
  }
}
