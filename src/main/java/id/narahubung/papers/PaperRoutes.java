package id.narahubung.papers;

import static id.narahubung.access.Permission.ANYONE;
import static id.narahubung.access.Permission.VIEW_DECISIONS;
import static id.narahubung.access.Permission.VIEW_REQUESTS;

import id.narahubung.data.Database;
import id.narahubung.web.Pages;
import io.javalin.config.RoutesConfig;

/** Papers as files, and the public page that confirms them. */
public final class PaperRoutes {

  private PaperRoutes() {}

  public static void add(RoutesConfig routes, PaperDesk desk, Database db, Pages pages) {
    PaperPages papers = desk.papers();
    CheckPages checks = PaperDesk.checks(db, pages);
    routes.get("/requests/{number}/order.pdf", papers::order, VIEW_REQUESTS);
    routes.get("/requests/{number}/proof.zip", papers::proof, VIEW_REQUESTS);
    routes.get("/letters/{letter}/letter.pdf", papers::letter, VIEW_REQUESTS);
    routes.get("/decisions/{decision}/decision.pdf", papers::decision, VIEW_DECISIONS);
    routes.get("/decisions/{decision}/dossier.pdf", papers::dossier, VIEW_DECISIONS);
    routes.get("/verify", checks::ask, ANYONE);
    routes.get("/verify/{code}", checks::check, ANYONE);
  }
}
