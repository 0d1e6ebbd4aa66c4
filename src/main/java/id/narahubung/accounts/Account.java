package id.narahubung.accounts;

import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.text.Language;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

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
    int version,
    List<Given> given,
    List<Borrowed> borrowed) {

  public Account {
    given = List.copyOf(given);
    borrowed = List.copyOf(borrowed);
  }

  /** A role on loan that runs now. */
  public record Borrowed(Role role, long loan, int lenderCode) {}

  /** A role as it was given; over once its time is up. */
  public record Given(Role role, Limits limits, boolean over) {}

  /** The roles that count now. */
  public Set<Role> roles() {
    return given.stream()
        .filter(each -> !each.over())
        .map(Given::role)
        .collect(Collectors.toUnmodifiableSet());
  }

  public PersonViewer viewer() {
    OptionalLong onlyRequest =
        given.stream()
            .flatMap(each -> each.limits().request().stream())
            .mapToLong(id -> id)
            .findFirst();
    return new PersonViewer(
        id,
        organisationId,
        side,
        roles(),
        code,
        onlyRequest,
        borrowed.stream()
            .filter(each -> Loan.canBorrow(roles(), each.role()))
            .map(each -> new PersonViewer.Lent(each.role(), each.loan(), each.lenderCode()))
            .toList());
  }

  /** The role that signs what one does to one's own account. */
  String signature() {
    return roles().stream().sorted().findFirst().map(RoleCode::of).orElse("none");
  }
}
