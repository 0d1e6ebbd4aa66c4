package id.narahubung.decisions;

import static id.narahubung.access.Permission.ASK_NORMALISATION;
import static id.narahubung.access.Permission.PREPARE_DECISIONS;
import static id.narahubung.access.Permission.SIGN_DECISIONS;
import static id.narahubung.access.Permission.VIEW_DECISIONS;
import static id.narahubung.access.Permission.WAIVE_CONDITIONS;

import id.narahubung.web.Body;
import io.javalin.config.RoutesConfig;

/** Every address of decisions, with the permission it takes. */
public final class DecisionRoutes {

  private DecisionRoutes() {}

  /** The pages behind the routes. */
  public record DecisionSide(
      DecisionPages register,
      DecisionShowPages one,
      SignDecisionPages signing,
      PrepareDecisionPages preparing,
      DecisionActPages acts,
      AccessPages access,
      CausePages causes,
      AskNormalisationPages asking,
      NormalisationPages normalisations,
      NormalisationActPages said,
      ObjectionPages objections) {}

  public static void add(RoutesConfig routes, DecisionSide pages) {
    routes.get("/decisions", pages.register()::list, VIEW_DECISIONS);
    routes.get("/exports/decisions", pages.register()::export, VIEW_DECISIONS);
    routes.get("/decisions/new", pages.preparing()::ask, PREPARE_DECISIONS);
    routes.post("/decisions", pages.preparing()::prepare, PREPARE_DECISIONS);
    routes.get("/decisions/{decision}", pages.one()::show, VIEW_DECISIONS);
    routes.post("/decisions/{decision}/signature", pages.signing()::sign, SIGN_DECISIONS);
    routes.get("/decisions/{decision}/edit", pages.preparing()::askToChange, PREPARE_DECISIONS);
    routes.post("/decisions/{decision}/edit", pages.preparing()::change, PREPARE_DECISIONS);
    routes.post(
        "/decisions/{decision}/waivers/{waiver}/second", pages.signing()::second, WAIVE_CONDITIONS);
    for (DecisionAct act : DecisionActPages.FORMS) {
      String path = "/decisions/{decision}/" + act.path();
      routes.get(path, ctx -> pages.acts().ask(ctx, act), act.permission());
      routes.post(path, ctx -> pages.acts().submit(ctx, act), act.permission());
    }
    for (ObjectionAct act : ObjectionAct.values()) {
      String path = "/decisions/{decision}/" + act.path();
      routes.get(path, ctx -> pages.objections().ask(ctx, act), act.permission());
      routes.post(path, ctx -> pages.objections().submit(ctx, act), act.permission());
    }
    routes.get("/platforms", pages.access()::list, VIEW_DECISIONS);
    routes.get("/platforms/{platform}", pages.access()::show, VIEW_DECISIONS);
    routes.get("/platforms/{platform}/causes/{cause}", pages.causes()::ask, PREPARE_DECISIONS);
    routes.post("/platforms/{platform}/causes/{cause}", pages.causes()::submit, PREPARE_DECISIONS);
    routes.get("/platforms/{platform}/normalisation", pages.asking()::ask, ASK_NORMALISATION);
    routes.post(
        "/platforms/{platform}/normalisation",
        pages.asking()::submit,
        ASK_NORMALISATION,
        Body.FILE);
    routes.get("/normalisations/{normalisation}", pages.normalisations()::show, VIEW_DECISIONS);
    routes.get(
        "/normalisations/{normalisation}/papers", pages.asking()::askForPaper, ASK_NORMALISATION);
    routes.post(
        "/normalisations/{normalisation}/papers",
        pages.asking()::add,
        ASK_NORMALISATION,
        Body.FILE);
    for (NormalisationAct act : NormalisationAct.values()) {
      String path = "/normalisations/{normalisation}/" + act.path();
      routes.get(path, ctx -> pages.said().ask(ctx, act), act.permission());
      routes.post(path, ctx -> pages.said().submit(ctx, act), act.permission());
    }
    routes.get(
        "/normalisations/{normalisation}/papers/{id}/file",
        pages.normalisations()::file,
        VIEW_DECISIONS);
  }
}
