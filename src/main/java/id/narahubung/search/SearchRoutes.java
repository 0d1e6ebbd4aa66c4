package id.narahubung.search;

import static id.narahubung.access.Permission.VIEW_REQUESTS;

import io.javalin.config.RoutesConfig;

/** The addresses of the search. */
public final class SearchRoutes {

  private SearchRoutes() {}

  public static void add(RoutesConfig routes, SearchPages pages) {
    routes.get("/search", pages::show, VIEW_REQUESTS);
    routes.get("/exports/search", pages::export, VIEW_REQUESTS);
  }
}
