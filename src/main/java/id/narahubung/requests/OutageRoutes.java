package id.narahubung.requests;

import static id.narahubung.access.Permission.GIVE_TIME;

import io.javalin.config.RoutesConfig;

/** Outages of the portal, and the credits they propose. */
public final class OutageRoutes {

  private OutageRoutes() {}

  public static void add(RoutesConfig routes, OutagePages pages) {
    routes.get("/outages", pages::list, GIVE_TIME);
    routes.get("/outages/{outage}", pages::show, GIVE_TIME);
    routes.post("/outages/{outage}/decision", pages::decide, GIVE_TIME);
  }
}
