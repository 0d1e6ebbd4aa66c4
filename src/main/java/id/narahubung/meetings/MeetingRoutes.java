package id.narahubung.meetings;

import static id.narahubung.access.Permission.SIGN_MINUTES;
import static id.narahubung.access.Permission.VIEW_REQUESTS;
import static id.narahubung.access.Permission.WRITE_MINUTES;

import io.javalin.config.RoutesConfig;

/** Every address of meetings, with the permission it takes. */
public final class MeetingRoutes {

  private MeetingRoutes() {}

  public static void add(RoutesConfig routes, MeetingPages pages, MinutesPages minutes) {
    routes.get("/meetings", pages::list, VIEW_REQUESTS);
    routes.get("/meetings/new", minutes::askNew, WRITE_MINUTES);
    routes.post("/meetings", minutes::write, WRITE_MINUTES);
    routes.get("/meetings/{meeting}", pages::show, VIEW_REQUESTS);
    routes.get("/meetings/{meeting}/minutes/new", minutes::askMend, WRITE_MINUTES);
    routes.post("/meetings/{meeting}/minutes", minutes::mend, WRITE_MINUTES);
    routes.post("/meetings/{meeting}/signatures", pages::sign, SIGN_MINUTES);
  }
}
