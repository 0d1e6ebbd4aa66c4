package id.narahubung.access;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

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
   * @param roles those of the account itself
   * @param onlyRequest the one request an auditor was given to read; empty for everybody else
   * @param lent the roles it was lent that count now, besides its own
   */
  record PersonViewer(
      long personId,
      long organisationId,
      Side side,
      Set<Role> roles,
      int code,
      OptionalLong onlyRequest,
      List<Lent> lent)
      implements Viewer {

    /** A role on loan: which loan that is, and the code of who lent it. */
    public record Lent(Role role, long loan, int lenderCode) {}

    /** An auditor is nothing else beside. */
    public PersonViewer {
      lent = roles.contains(Role.AUDITOR) ? List.of() : List.copyOf(lent);
      roles = roles.contains(Role.AUDITOR) ? Set.of(Role.AUDITOR) : Set.copyOf(roles);
    }

    /** A person to whom nothing is lent. */
    public PersonViewer(
        long personId,
        long organisationId,
        Side side,
        Set<Role> roles,
        int code,
        OptionalLong onlyRequest) {
      this(personId, organisationId, side, roles, code, onlyRequest, List.of());
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
      return holds(needed)
          || (needed.isLent() && lent.stream().anyMatch(each -> each.role().may(needed)));
    }

    /** Whether the account's own roles may, without anything that was lent. */
    public boolean holds(Permission needed) {
      return needed == Permission.ANYONE
          || needed == Permission.SIGNED_IN
          || roles.stream().anyMatch(role -> role.may(needed));
    }

    /**
     * The role an act is signed with: the first of the account's own that may do it, else one that
     * was lent.
     */
    public Role roleFor(Permission needed) {
      return Stream.concat(
              roles.stream().sorted(),
              needed.isLent() ? lent.stream().map(Lent::role).sorted() : Stream.empty())
          .filter(role -> role.may(needed))
          .findFirst()
          .orElseThrow(() -> new NotAllowed(needed));
    }

    /** The loan that an act signed with this role goes by; none where the role is one's own. */
    public Optional<Lent> lent(String role) {
      return roles.stream().anyMatch(own -> own.code().equals(role))
          ? Optional.empty()
          : lent.stream().filter(each -> each.role().code().equals(role)).findFirst();
    }

    /** The loan an act goes by for which this is needed; none where one may without, or not. */
    public Optional<Lent> lentFor(Permission needed) {
      return may(needed) ? lent(roleFor(needed).code()) : Optional.empty();
    }

    /** The account's own first role, which stands beside one that was lent. */
    public Optional<Role> ownRole() {
      return roles.stream().sorted().findFirst();
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
    /** Tells that lent roles began and ended by themselves. */
    LOANS,
    /** Tells people by mail what happened. */
    MAIL,
    CONSOLE;

    @Override
    public boolean may(Permission needed) {
      return needed == Permission.ANYONE || (this == CONSOLE && needed == Permission.ADMINISTER);
    }
  }
}
