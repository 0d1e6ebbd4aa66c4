package id.narahubung.evidence;

import static id.narahubung.access.Permission.ADD_EVIDENCE;
import static id.narahubung.access.Permission.VIEW_REQUESTS;

import id.narahubung.evidence.EvidencePages.Where;
import id.narahubung.web.Body;
import io.javalin.config.RoutesConfig;

/** Every address of evidence: under the request it hangs on, or the draft. */
public final class EvidenceRoutes {

  private EvidenceRoutes() {}

  public static void add(RoutesConfig routes, EvidencePages pages) {
    add(routes, pages, "/requests/{number}/evidence", pages::ofRequest);
    add(routes, pages, "/drafts/{id}/evidence", pages::ofDraft);
  }

  private static void add(RoutesConfig routes, EvidencePages pages, String path, Where where) {
    routes.get(path + "/new", ctx -> pages.ask(ctx, where), ADD_EVIDENCE);
    routes.post(path + "/uploads", ctx -> pages.add(ctx, where), ADD_EVIDENCE, Body.FILE);
    String one = path + "/{evidence}";
    routes.get(one, ctx -> pages.show(ctx, where), VIEW_REQUESTS);
    routes.get(one + "/file", ctx -> pages.download(ctx, where), VIEW_REQUESTS);
    routes.get(one + "/picture", ctx -> pages.picture(ctx, where), VIEW_REQUESTS);
    routes.post(one + "/removal", ctx -> pages.remove(ctx, where), ADD_EVIDENCE);
  }
}
