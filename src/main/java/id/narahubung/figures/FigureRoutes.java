package id.narahubung.figures;

import static id.narahubung.access.Permission.ADMINISTER;
import static id.narahubung.access.Permission.ANYONE;
import static id.narahubung.access.Permission.VIEW_REQUESTS;

import id.narahubung.data.Database;
import id.narahubung.ledger.Ledger;
import id.narahubung.ledger.Once;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.web.Pages;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.function.Function;

/**
 * Every address of figures, with the permission it takes. How colours are chosen the weekly status
 * says.
 */
public final class FigureRoutes {

  private FigureRoutes() {}

  public static void add(
      RoutesConfig routes,
      Database db,
      Pages pages,
      RuleStore rules,
      Ledger ledger,
      Function<Words, List<DefinitionsPage.Colour>> colours) {
    Figures figures = new Figures();
    FigurePages show = new FigurePages(db, pages, figures, rules);
    FigureRowPages rows = new FigureRowPages(db, pages, figures, rules);
    routes.get("/figures", show::show, VIEW_REQUESTS);
    routes.get("/figures/rows", rows::list, VIEW_REQUESTS);
    routes.get("/figures/definitions", new DefinitionPages(pages, colours)::show, ANYONE);
    routes.get(
        "/figures/scorecard/{company}",
        new ScorecardPages(db, pages, figures)::show,
        VIEW_REQUESTS);
    routes.get("/exports/figures", show::export, VIEW_REQUESTS);
    routes.get("/exports/figures/rows", rows::export, VIEW_REQUESTS);
    ReportStore reports = new ReportStore();
    ReportPages report =
        new ReportPages(
            db, pages, new Once(db, ledger), reports, new PublishReport(reports, ledger));
    routes.get("/transparency", report::list, ANYONE);
    routes.get("/transparency/{half}", report::show, ANYONE);
    routes.get("/transparency/{half}/report.csv", report::export, ANYONE);
    routes.get("/administration/transparency", report::kept, ADMINISTER);
    routes.get("/administration/transparency/{half}", report::look, ADMINISTER);
    routes.post("/administration/transparency/{half}/publication", report::publish, ADMINISTER);
  }
}
