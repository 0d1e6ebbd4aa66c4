package id.narahubung.accounts;

import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.text.Language;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * A person who may sign in.
 *
 * @param code what the other side sees in place of the name
 * @param passwordHash none until the person has used a one-time link
 */
public record Account(
    long id,
    long organisationId,
    String organisation,
    Side side,
    int code,
    String name,
    String email,
    Optional<String> passwordHash,
    Language language,
    ZoneId zone,
    boolean active,
    Set<Role> roles) {

  public Account {
    roles = Set.copyOf(roles);
  }

  PersonViewer viewer() {
    return new PersonViewer(id, organisationId, side, roles, code);
  }

  /** The role that signs what one does to one's own account. */
  String signature() {
    return roles.stream().sorted().findFirst().map(RoleCode::of).orElse("none");
  }
}
