package id.narahubung.accounts;

import static id.narahubung.access.Permission.SIGNED_IN;

import io.javalin.config.RoutesConfig;

/** One's own account. */
public final class AccountRoutes {

  private AccountRoutes() {}

  public static void add(RoutesConfig routes, AccountPages pages) {
    routes.get("/account", pages::show, SIGNED_IN);
    routes.post("/account/reading", pages::changeReading, SIGNED_IN);
    routes.post("/account/password", pages::changePassword, SIGNED_IN);
    routes.post("/account/ended-sessions", pages::endSession, SIGNED_IN);
  }
}
