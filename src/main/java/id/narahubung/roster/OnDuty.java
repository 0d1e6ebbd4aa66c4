package id.narahubung.roster;

import id.narahubung.ledger.By;
import java.util.Optional;

/**
 * A shift as far as the viewer may know of it: of the other side function and code.
 *
 * @param side 'ministry' or 'company'
 * @param name a colleague's; empty for the other side
 * @param standsInFor whose shift it is, where that person lent the role and another stands in
 * @param phone empty where the other side keeps it to itself
 */
public record OnDuty(
    long organisation,
    String side,
    String organisationName,
    Place place,
    String role,
    int code,
    Optional<String> name,
    Optional<By.Lent> standsInFor,
    Span span,
    Optional<String> phone) {

  /** As a page tells of somebody: 'officer 07', or 'officer 07 for supervisor 02'. */
  public By by() {
    return new By(side, role, code, name, standsInFor);
  }
}
