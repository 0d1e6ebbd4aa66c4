package id.narahubung.access;

import java.util.OptionalLong;
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

  /**
   * A signed-in person: the account's organisation, side, roles, and the code others see.
   *
   * @param onlyRequest the one request an auditor was given to read; empty for everybody else
   */
  record PersonViewer(
      long personId,
      long organisationId,
      Side side,
      Set<Role> roles,
      int code,
      OptionalLong onlyRequest)
      implements Viewer {

    /** An auditor is nothing else beside. */
    public PersonViewer {
      roles = roles.contains(Role.AUDITOR) ? Set.of(Role.AUDITOR) : Set.copyOf(roles);
    }

    /** A person who sees all that the side sees. */
    public PersonViewer(long personId, long organisationId, Side side, Set<Role> roles, int code) {
      this(personId, organisationId, side, roles, code, OptionalLong.empty());
    }

    /** Whether this person, of the ministry, may change nothing: an auditor, or who has no role. */
    public boolean onlyReads() {
      return side == Side.MINISTRY && (roles.isEmpty() || roles.contains(Role.AUDITOR));
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
    /** Reads what the ministry reads, and changes nothing. */
    AUDIT,
    /** Keeps orders as they were printed, and confirms one to anybody who has its code. */
    PAPERS,
    /** Tells people by mail what happened. */
    MAIL,
    CONSOLE;

    @Override
    public boolean may(Permission needed) {
      return needed == Permission.ANYONE || (this == CONSOLE && needed == Permission.ADMINISTER);
    }
  }
}
