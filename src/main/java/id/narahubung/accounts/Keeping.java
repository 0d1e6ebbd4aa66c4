package id.narahubung.accounts;

import id.narahubung.access.NotAllowed;
import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.ledger.Act;
import id.narahubung.ledger.EventKind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Who keeps which accounts: an administrator everybody's, a company's lead those of the own company
 * and only with the roles of plain casework there; and of one's own account nobody the roles.
 */
final class Keeping {

  /**
   * What a lead gives and takes. What is restricted is for the ministry's administrator to give.
   */
  private static final Set<Role> OF_A_LEAD = Set.of(Role.RESPONDER, Role.LEAD, Role.VIEWER);

  private Keeping() {}

  /** Whether the viewer keeps the accounts of this organisation. */
  static boolean keeps(Viewer viewer, long organisation) {
    return administers(viewer) || leads(viewer, organisation);
  }

  static void require(Viewer viewer, long organisation) {
    if (!keeps(viewer, organisation)) {
      throw new NotAllowed(Permission.ADMINISTER);
    }
  }

  /** The same, and refuses an account that holds what the viewer could not give. */
  static void require(Viewer viewer, Account account) {
    require(viewer, account.organisationId());
    account.given().forEach(each -> requireGivable(viewer, each.role()));
  }

  /** Four eyes: whoever may give roles gets one from somebody else. */
  static void requireAnother(Viewer viewer, long person) {
    if (viewer instanceof PersonViewer me && me.personId() == person) {
      throw new RuleBroken("person.not_ones_own");
    }
  }

  static boolean mayGive(Viewer viewer, Role role) {
    return administers(viewer) || OF_A_LEAD.contains(role);
  }

  static void requireGivable(Viewer viewer, Role role) {
    if (!mayGive(viewer, role)) {
      throw new RuleBroken("person.role_by_administrator", RoleCode.of(role));
    }
  }

  /** The roles this viewer may give on a side, in their order. */
  static List<Role> givable(Viewer viewer, Side side) {
    return Arrays.stream(Role.values())
        .filter(role -> role.side() == side)
        .filter(role -> mayGive(viewer, role))
        .toList();
  }

  /** Of a company's account both sides read, whoever acts; of the ministry's nobody else. */
  static Act act(Viewer viewer, UUID id, EventKind kind, Account account) {
    String role = RoleCode.of(signature(viewer));
    Act act =
        account.side() == Side.COMPANY
            ? Act.of(id, kind, role, Share.BOTH).behind(account.organisationId())
            : Act.of(id, kind, role, Share.MINISTRY);
    return act.with("person", account.id());
  }

  /** The role that signs what the viewer does to an account. */
  static Role signature(Viewer viewer) {
    return administers(viewer) ? Role.ADMINISTRATOR : Role.LEAD;
  }

  private static boolean administers(Viewer viewer) {
    return viewer.may(Permission.ADMINISTER);
  }

  private static boolean leads(Viewer viewer, long organisation) {
    return viewer instanceof PersonViewer me
        && me.may(Permission.KEEP_COLLEAGUES)
        && me.organisationId() == organisation;
  }
}
