package id.narahubung.accounts;

import static id.narahubung.access.Permission.LEND_ROLES;
import static id.narahubung.access.Permission.SIGNED_IN;

import io.javalin.config.RoutesConfig;

/** Roles that are lent. Who lent one ends it, and who keeps the account. */
public final class LoanRoutes {

  private LoanRoutes() {}

  public static void add(RoutesConfig routes, LoanPages pages) {
    routes.get("/loans", pages::list, SIGNED_IN);
    routes.post("/loans", pages::lend, LEND_ROLES);
    routes.get("/loans/new", pages::ask, LEND_ROLES);
    routes.post("/loans/{loan}/ending", pages::end, SIGNED_IN);
  }
}
