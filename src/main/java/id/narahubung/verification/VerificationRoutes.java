package id.narahubung.verification;

import static id.narahubung.access.Permission.CONCLUDE_VERIFICATIONS;
import static id.narahubung.access.Permission.RECORD_VERIFICATIONS;
import static id.narahubung.access.Permission.VIEW_VERIFICATIONS;

import id.narahubung.web.Body;
import io.javalin.config.RoutesConfig;

/** Every address of verification steps, with the permission it takes. */
public final class VerificationRoutes {

  private VerificationRoutes() {}

  /** The pages behind the routes. */
  public record VerificationSide(
      VerificationListPages lists,
      VerificationPages steps,
      VerificationPlanPages plans,
      MoveVerificationPages moves,
      VerificationActPages acts,
      SamplePages samples,
      PopulationPages populations,
      FollowUpPages followUps,
      LookPages looks,
      VerificationFilePages files) {}

  public static void add(RoutesConfig routes, VerificationSide pages) {
    routes.get("/verifications", pages.lists()::list, VIEW_VERIFICATIONS);
    routes.get("/verifications/calendar", pages.lists()::calendar, RECORD_VERIFICATIONS);
    routes.get("/verifications/new", pages.plans()::ask, RECORD_VERIFICATIONS);
    routes.post("/verifications", pages.plans()::plan, RECORD_VERIFICATIONS);
    String one = "/verifications/{verification}";
    routes.get(one, pages.steps()::show, VIEW_VERIFICATIONS);
    routes.get(one + "/plan", pages.moves()::ask, RECORD_VERIFICATIONS);
    routes.post(one + "/plan", pages.moves()::change, RECORD_VERIFICATIONS);
    routes.get(one + "/sample", pages.samples()::show, VIEW_VERIFICATIONS);
    routes.get(one + "/sample/list", pages.populations()::ask, RECORD_VERIFICATIONS);
    routes.post(one + "/sample/list", pages.populations()::close, RECORD_VERIFICATIONS, Body.FILE);
    routes.post(one + "/sample/draw", pages.samples()::draw, RECORD_VERIFICATIONS);
    routes.get(one + "/sample/sheet", pages.looks()::ask, RECORD_VERIFICATIONS);
    routes.post(one + "/sample/sheet", pages.looks()::submit, RECORD_VERIFICATIONS);
    routes.get(one + "/sample/download", pages.samples()::download, VIEW_VERIFICATIONS);
    routes.post(one + "/sample/uploads", pages.samples()::upload, RECORD_VERIFICATIONS, Body.FILE);
    routes.get(one + "/files/new", pages.files()::ask, RECORD_VERIFICATIONS);
    routes.post(one + "/files", pages.files()::add, RECORD_VERIFICATIONS, Body.FILE);
    routes.get(one + "/files/{file}", pages.files()::show, VIEW_VERIFICATIONS);
    routes.get(one + "/files/{file}/file", pages.files()::download, VIEW_VERIFICATIONS);
    routes.get(one + "/files/{file}/picture", pages.files()::picture, VIEW_VERIFICATIONS);
    routes.get(one + "/follow-up", pages.followUps()::ask, CONCLUDE_VERIFICATIONS);
    routes.post(one + "/follow-up", pages.followUps()::submit, CONCLUDE_VERIFICATIONS);
    for (VerificationAct act : VerificationAct.values()) {
      String path = one + "/" + act.path();
      routes.get(path, ctx -> pages.acts().ask(ctx, act), act.permission());
      if (act == VerificationAct.RECORD) {
        routes.post(path, ctx -> pages.acts().submit(ctx, act), act.permission(), Body.FILE);
      } else {
        routes.post(path, ctx -> pages.acts().submit(ctx, act), act.permission());
      }
    }
  }
}
