package id.narahubung.roster;

import static id.narahubung.access.Permission.CONFIRM_CALLS;
import static id.narahubung.access.Permission.SET_ROSTER;
import static id.narahubung.access.Permission.VIEW_ROSTER;

import io.javalin.config.RoutesConfig;

/** Who is on duty. */
public final class RosterRoutes {

  private RosterRoutes() {}

  public static void add(RoutesConfig routes, RosterPages pages) {
    routes.get("/roster", pages::show, VIEW_ROSTER);
    routes.get("/roster/shifts/new", pages::ask, SET_ROSTER);
    routes.post("/roster/shifts", pages::add, SET_ROSTER);
    routes.get("/roster/shifts/{shift}/removal", pages::askRemoval, SET_ROSTER);
    routes.post("/roster/shifts/{shift}/removal", pages::remove, SET_ROSTER);
    routes.post("/roster/copies", pages::copy, SET_ROSTER);
    routes.get("/roster/setting", pages::askSetting, SET_ROSTER);
    routes.post("/roster/setting", pages::settle, SET_ROSTER);
    routes.post("/roster/calls", pages::ring, SET_ROSTER);
    routes.post("/roster/calls/{call}/confirmation", pages::confirm, CONFIRM_CALLS);
  }
}
