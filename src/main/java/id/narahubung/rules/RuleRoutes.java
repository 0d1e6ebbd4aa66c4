package id.narahubung.rules;

import static id.narahubung.access.Permission.RELEASE_RULES;
import static id.narahubung.access.Permission.VIEW_RULES;
import static id.narahubung.access.Permission.WRITE_RULES;

import io.javalin.config.RoutesConfig;

/** The rules: both sides read them, an administrator drafts them, a supervisor releases them. */
public final class RuleRoutes {

  private RuleRoutes() {}

  public static void add(
      RoutesConfig routes, RulePages pages, RowPages rows, PastedRowPages pasted) {
    routes.get("/rules", pages::list, VIEW_RULES);
    routes.post("/rules", pages::draft, WRITE_RULES);
    routes.get("/rules/{version}", pages::show, VIEW_RULES);
    routes.post("/rules/{version}/release", pages::release, RELEASE_RULES);
    routes.post("/rules/{version}/removal", pages::discard, WRITE_RULES);
    routes.get("/rules/{version}/{section}", rows::list, VIEW_RULES);
    routes.post("/rules/{version}/{section}", rows::add, WRITE_RULES);
    routes.get("/rules/{version}/{section}/new", rows::askNew, WRITE_RULES);
    routes.get("/rules/{version}/{section}/new/rows", pasted::ask, WRITE_RULES);
    routes.post("/rules/{version}/{section}/new/rows", pasted::add, WRITE_RULES);
    routes.get("/rules/{version}/{section}/{row}", rows::ask, WRITE_RULES);
    routes.post("/rules/{version}/{section}/{row}", rows::change, WRITE_RULES);
    routes.post("/rules/{version}/{section}/{row}/removal", rows::remove, WRITE_RULES);
  }
}
