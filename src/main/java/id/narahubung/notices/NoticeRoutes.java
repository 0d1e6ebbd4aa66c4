package id.narahubung.notices;

import static id.narahubung.access.Permission.ANYONE;
import static id.narahubung.access.Permission.SIGNED_IN;

import io.javalin.config.RoutesConfig;

/** How one hears of things. */
public final class NoticeRoutes {

  private NoticeRoutes() {}

  public static void add(RoutesConfig routes, NoticePages pages, UnsubscribePages unsubscribe) {
    routes.get("/account/notices", pages::show, SIGNED_IN);
    routes.post("/account/notices", pages::save, SIGNED_IN);
    routes.get("/unsubscribe/{token}", unsubscribe::ask, ANYONE);
    routes.post("/unsubscribe/{token}", unsubscribe::end, ANYONE);
  }
}
