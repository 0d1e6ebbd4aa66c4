package id.narahubung.views;

import static id.narahubung.access.Permission.KEEP_VIEWS;

import io.javalin.config.RoutesConfig;

/** The addresses of saved views. */
public final class ViewRoutes {

  private ViewRoutes() {}

  public static void add(RoutesConfig routes, ViewPages pages) {
    routes.get("/views/new", pages::ask, KEEP_VIEWS);
    routes.post("/views", pages::keep, KEEP_VIEWS);
    routes.post("/views/{view}/removal", pages::giveUp, KEEP_VIEWS);
  }
}
