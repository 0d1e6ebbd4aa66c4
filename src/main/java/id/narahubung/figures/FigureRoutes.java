package id.narahubung.figures;

import static id.narahubung.access.Permission.VIEW_REQUESTS;

import id.narahubung.data.Database;
import id.narahubung.rules.RuleStore;
import id.narahubung.web.Pages;
import io.javalin.config.RoutesConfig;

/** Every address of figures, with the permission it takes. */
public final class FigureRoutes {

  private FigureRoutes() {}

  public static void add(RoutesConfig routes, Database db, Pages pages, RuleStore rules) {
    Figures figures = new Figures();
    FigurePages show = new FigurePages(db, pages, figures, rules);
    FigureRowPages rows = new FigureRowPages(db, pages, figures, rules);
    routes.get("/figures", show::show, VIEW_REQUESTS);
    routes.get("/figures/rows", rows::list, VIEW_REQUESTS);
    routes.get("/figures/definitions", show::definitions, VIEW_REQUESTS);
    routes.get("/figures/scorecard/{company}", show::scorecard, VIEW_REQUESTS);
    routes.get("/exports/figures", show::export, VIEW_REQUESTS);
    routes.get("/exports/figures/rows", rows::export, VIEW_REQUESTS);
  }
}
