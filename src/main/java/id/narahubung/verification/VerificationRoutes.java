package id.narahubung.verification;

import static id.narahubung.access.Permission.RECORD_VERIFICATIONS;
import static id.narahubung.access.Permission.VIEW_VERIFICATIONS;

import id.narahubung.web.Body;
import io.javalin.config.RoutesConfig;

/** Every address of verification steps, with the permission it takes. */
public final class VerificationRoutes {

  private VerificationRoutes() {}

  /** The pages behind the routes. */
  public record VerificationSide(
      VerificationPages steps,
      VerificationPlanPages plans,
      VerificationActPages acts,
      SamplePages samples,
      LookPages looks) {}

  public static void add(RoutesConfig routes, VerificationSide pages) {
    routes.get("/verifications", pages.steps()::list, VIEW_VERIFICATIONS);
    routes.get("/verifications/calendar", pages.steps()::calendar, RECORD_VERIFICATIONS);
    routes.get("/verifications/new", pages.plans()::ask, RECORD_VERIFICATIONS);
    routes.post("/verifications", pages.plans()::plan, RECORD_VERIFICATIONS);
    String one = "/verifications/{verification}";
    routes.get(one, pages.steps()::show, VIEW_VERIFICATIONS);
    routes.get(one + "/plan", pages.plans()::askAgain, RECORD_VERIFICATIONS);
    routes.post(one + "/plan", pages.plans()::change, RECORD_VERIFICATIONS);
    routes.get(one + "/sample", pages.samples()::show, RECORD_VERIFICATIONS);
    routes.post(one + "/sample/list", pages.samples()::close, RECORD_VERIFICATIONS);
    routes.post(one + "/sample/draw", pages.samples()::draw, RECORD_VERIFICATIONS);
    routes.get(one + "/sample/sheet", pages.looks()::ask, RECORD_VERIFICATIONS);
    routes.post(one + "/sample/sheet", pages.looks()::submit, RECORD_VERIFICATIONS);
    routes.get(one + "/sample/download", pages.samples()::download, RECORD_VERIFICATIONS);
    routes.post(one + "/sample/uploads", pages.samples()::upload, RECORD_VERIFICATIONS, Body.FILE);
    for (VerificationAct act : VerificationAct.values()) {
      String path = one + "/" + act.path();
      routes.get(path, ctx -> pages.acts().ask(ctx, act), act.permission());
      routes.post(path, ctx -> pages.acts().submit(ctx, act), act.permission());
    }
  }
}
