package id.narahubung.accounts;

import id.narahubung.access.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a role is written in the ledger, in message keys and on the console: 'decision_maker'. */
public final class RoleCode {

  private RoleCode() {}

  public static String of(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> parse(String code) {
    return Arrays.stream(Role.values()).filter(role -> of(role).equals(code)).findFirst();
  }
}
