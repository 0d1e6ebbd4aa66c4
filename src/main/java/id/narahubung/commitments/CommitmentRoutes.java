package id.narahubung.commitments;

import static id.narahubung.access.Permission.MIND_COMMITMENTS;
import static id.narahubung.access.Permission.PROPOSE_COMMITMENTS;
import static id.narahubung.access.Permission.REPORT_PROGRESS;
import static id.narahubung.access.Permission.SIGN_COMMITMENTS;
import static id.narahubung.access.Permission.VIEW_COMMITMENTS;

import id.narahubung.web.Body;
import io.javalin.config.RoutesConfig;

/** Every address of commitments, with the permission it takes. */
public final class CommitmentRoutes {

  private CommitmentRoutes() {}

  /** The pages behind the routes. */
  public record CommitmentSide(
      RegisterPages register,
      SetPages sets,
      CommitmentPages commitments,
      WriteCommitmentPages writing,
      ReviseCommitmentPages revising,
      ReportPages reports) {}

  public static void add(RoutesConfig routes, CommitmentSide pages) {
    routes.get("/commitments", pages.register()::list, VIEW_COMMITMENTS);
    routes.get("/exports/commitments", pages.register()::export, VIEW_COMMITMENTS);
    routes.get("/commitments/new", pages.writing()::ask, PROPOSE_COMMITMENTS);
    routes.post("/commitments", pages.writing()::propose, PROPOSE_COMMITMENTS);
    routes.get("/platforms/{platform}/commitments", pages.sets()::ofPlatform, VIEW_COMMITMENTS);
    routes.get("/companies/{company}/commitments", pages.sets()::ofCompany, VIEW_COMMITMENTS);
    String one = "/commitments/{commitment}";
    routes.get(one, pages.commitments()::show, VIEW_COMMITMENTS);
    routes.post(one + "/signatures", pages.commitments()::sign, SIGN_COMMITMENTS);
    routes.post(one + "/owners", pages.commitments()::takeOn, MIND_COMMITMENTS);
    routes.get(one + "/versions/new", pages.revising()::ask, PROPOSE_COMMITMENTS);
    routes.post(one + "/versions", pages.revising()::revise, PROPOSE_COMMITMENTS);
    for (EndAct act : EndAct.values()) {
      routes.get(
          one + "/" + act.path(), ctx -> pages.commitments().ask(ctx, act), SIGN_COMMITMENTS);
      routes.post(
          one + "/" + act.path(), ctx -> pages.commitments().end(ctx, act), SIGN_COMMITMENTS);
    }
    routes.post(
        one + "/cancellation/withdrawal", pages.commitments()::takeBackCancel, SIGN_COMMITMENTS);
    routes.get(one + "/reports/new", pages.reports()::ask, REPORT_PROGRESS);
    routes.post(one + "/reports", pages.reports()::report, REPORT_PROGRESS, Body.FILE);
    String piece = one + "/evidence/{evidence}";
    routes.get(piece + "/file", pages.reports()::download, VIEW_COMMITMENTS);
    routes.get(piece + "/picture", pages.reports()::picture, VIEW_COMMITMENTS);
  }
}
