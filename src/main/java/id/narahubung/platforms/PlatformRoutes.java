package id.narahubung.platforms;

import static id.narahubung.access.Permission.ADMINISTER;

import io.javalin.config.RoutesConfig;

/** Organisations and platforms, as an administrator keeps them. */
public final class PlatformRoutes {

  private PlatformRoutes() {}

  public static void add(
      RoutesConfig routes, OrganisationPages organisations, PlatformPages platforms) {
    routes.get("/administration/organisations", organisations::list, ADMINISTER);
    routes.post("/administration/organisations", organisations::make, ADMINISTER);
    routes.get("/administration/organisations/new", organisations::ask, ADMINISTER);
    routes.get("/administration/organisations/{organisation}", organisations::show, ADMINISTER);
    routes.post("/administration/organisations/{organisation}", organisations::change, ADMINISTER);
    routes.get(
        "/administration/organisations/{organisation}/edit",
        organisations::askToChange,
        ADMINISTER);
    routes.get("/administration/platforms", platforms::list, ADMINISTER);
    routes.post("/administration/platforms", platforms::make, ADMINISTER);
    routes.get("/administration/platforms/new", platforms::ask, ADMINISTER);
    routes.get("/administration/platforms/{platform}", platforms::show, ADMINISTER);
    routes.post("/administration/platforms/{platform}", platforms::change, ADMINISTER);
    routes.get("/administration/platforms/{platform}/edit", platforms::askToChange, ADMINISTER);
  }
}
