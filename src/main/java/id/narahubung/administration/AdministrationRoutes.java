package id.narahubung.administration;

import static id.narahubung.access.Permission.VIEW_ADMINISTRATION;

import io.javalin.config.RoutesConfig;

/** The first page of the administration; each section brings its own routes. */
public final class AdministrationRoutes {

  private AdministrationRoutes() {}

  public static void add(RoutesConfig routes, AdministrationPages pages) {
    routes.get("/administration", pages::show, VIEW_ADMINISTRATION);
  }
}
