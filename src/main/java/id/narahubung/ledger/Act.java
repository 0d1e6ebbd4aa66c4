package id.narahubung.ledger;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One act, about to become an event. The body holds ids, codes and counts, never names, mail
 * addresses or content addresses: those can be erased elsewhere, an event cannot.
 *
 * @param id the form's one-time id: a repeated act is found by it
 * @param role the role it is signed with, such as 'officer'
 * @param company whose wall the event stands behind; none for the ministry's own
 */
public record Act(
    UUID id,
    EventKind kind,
    String role,
    Share share,
    OptionalLong company,
    OptionalLong request,
    Map<String, Object> body) {

  public Act {
    body = Map.copyOf(body);
  }

  /** An act both sides see. */
  public static Act joint(UUID id, EventKind kind, Role role) {
    return of(id, kind, role.code(), Share.BOTH);
  }

  /** An act one side keeps to itself. */
  public static Act of(UUID id, EventKind kind, Role role, Side side) {
    return of(id, kind, role.code(), Share.only(side));
  }

  /**
   * A showing of what is restricted. A ministry's stays with it, a company's is told to both sides,
   * so that an auditor reads every one.
   */
  public static Act shown(UUID id, PersonViewer who) {
    Share share = who.side() == Side.COMPANY ? Share.BOTH : Share.MINISTRY;
    return of(id, EventKind.SHOWN, who.roleFor(Permission.SEE_RESTRICTED).code(), share);
  }

  /** An act without a case, such as signing in. */
  public static Act of(UUID id, EventKind kind, String role, Share share) {
    return new Act(id, kind, role, share, OptionalLong.empty(), OptionalLong.empty(), Map.of());
  }

  /**
   * The id of a further event of the same form: it follows from the form's, so that a repeated send
   * still lands on the first result.
   */
  public static UUID part(UUID act, Object part) {
    return UUID.nameUUIDFromBytes((act + "/" + part).getBytes(StandardCharsets.UTF_8));
  }

  public Act on(long requestId) {
    return new Act(id, kind, role, share, company, OptionalLong.of(requestId), body);
  }

  public Act behind(long companyId) {
    return new Act(id, kind, role, share, OptionalLong.of(companyId), request, body);
  }

  public Act with(String key, Object value) {
    Map<String, Object> more = new TreeMap<>(body);
    more.put(key, value);
    return new Act(id, kind, role, share, company, request, more);
  }
}
