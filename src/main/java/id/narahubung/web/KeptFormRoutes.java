package id.narahubung.web;

import id.narahubung.access.Permission;
import io.javalin.config.RoutesConfig;

/** The route of the form that outlived its session. */
final class KeptFormRoutes {

  static final String PATH = "/kept-form";

  private KeptFormRoutes() {}

  static void add(RoutesConfig routes, KeptFormPages pages) {
    routes.get(PATH, pages::show, Permission.SIGNED_IN);
    routes.post(PATH + "/dropping", pages::drop, Permission.SIGNED_IN);
  }
}
