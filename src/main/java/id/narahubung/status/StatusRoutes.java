package id.narahubung.status;

import static id.narahubung.access.Permission.ADMINISTER;
import static id.narahubung.access.Permission.ASK_STATUS_AGAIN;
import static id.narahubung.access.Permission.REMARK_ON_STATUS;
import static id.narahubung.access.Permission.VIEW_STATUS;

import io.javalin.config.RoutesConfig;

/** Every address of the weekly status, with the permission it takes. */
public final class StatusRoutes {

  private StatusRoutes() {}

  public static void add(
      RoutesConfig routes,
      StatusPages pages,
      StatusMailPages mails,
      RemarkPages remarks,
      RecipientPages recipients) {
    routes.get("/status", pages::list, VIEW_STATUS);
    routes.get("/status/{week}", pages::show, VIEW_STATUS);
    routes.get("/exports/status/{week}", pages::export, VIEW_STATUS);
    routes.get("/status/{week}/companies/{company}", pages::showCompany, VIEW_STATUS);
    routes.get("/status/{week}/companies/{company}/remarks/new", remarks::ask, REMARK_ON_STATUS);
    routes.post("/status/{week}/companies/{company}/remarks", remarks::send, REMARK_ON_STATUS);
    routes.get("/status/{week}/mail", mails::show, VIEW_STATUS);
    routes.get("/status/{week}/mail/html", mails::html, VIEW_STATUS);
    routes.post("/status/{week}/mail/sending", mails::sendAgain, ASK_STATUS_AGAIN);
    routes.get("/administration/status", recipients::list, ADMINISTER);
    routes.post("/administration/status", recipients::make, ADMINISTER);
    routes.get("/administration/status/new", recipients::ask, ADMINISTER);
    routes.get("/administration/status/{recipient}", recipients::askToChange, ADMINISTER);
    routes.post("/administration/status/{recipient}", recipients::change, ADMINISTER);
  }
}
