package id.narahubung.mail;

import static id.narahubung.access.Permission.ADMINISTER;

import io.javalin.config.RoutesConfig;

/** Outgoing mail. */
public final class MailRoutes {

  private MailRoutes() {}

  public static void add(RoutesConfig routes, MailPages pages) {
    routes.get("/administration/mail", pages::list, ADMINISTER);
    routes.get("/exports/mail", pages::export, ADMINISTER);
    routes.get("/administration/mail/parked/sending", pages::askAll, ADMINISTER);
    routes.post("/administration/mail/parked/sending", pages::sendAllAgain, ADMINISTER);
    routes.get("/administration/mail/{mail}", pages::show, ADMINISTER);
    routes.get("/administration/mail/{mail}/html", pages::html, ADMINISTER);
    routes.post("/administration/mail/{mail}/sending", pages::sendAgain, ADMINISTER);
  }
}
