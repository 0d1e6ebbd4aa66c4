package id.narahubung.web;

import id.narahubung.access.Permission;
import io.javalin.config.RoutesConfig;

/** The route of the health check. */
final class HealthRoutes {

  private HealthRoutes() {}

  static void add(RoutesConfig routes, HealthPages pages) {
    routes.get("/health", pages::show, Permission.ANYONE);
  }
}
