package id.narahubung.status;

import static id.narahubung.access.Permission.ADMINISTER;

import io.javalin.config.RoutesConfig;

/** Every address of the weekly status, with the permission it takes. */
public final class StatusRoutes {

  private StatusRoutes() {}

  public static void add(RoutesConfig routes, RecipientPages recipients) {
    routes.get("/administration/status", recipients::list, ADMINISTER);
    routes.post("/administration/status", recipients::make, ADMINISTER);
    routes.get("/administration/status/new", recipients::ask, ADMINISTER);
    routes.get("/administration/status/{recipient}", recipients::askToChange, ADMINISTER);
    routes.post("/administration/status/{recipient}", recipients::change, ADMINISTER);
  }
}
