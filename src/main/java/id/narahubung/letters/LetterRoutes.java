package id.narahubung.letters;

import static id.narahubung.access.Permission.ACKNOWLEDGE_REQUESTS;
import static id.narahubung.access.Permission.SEND_LETTERS;
import static id.narahubung.access.Permission.VIEW_REQUESTS;

import io.javalin.config.RoutesConfig;

/** Every address of letters, with the permission it takes. */
public final class LetterRoutes {

  private LetterRoutes() {}

  /** The pages behind the routes. */
  public record LetterSide(LetterPages letters, SendLetterPages sending, LetterActPages acts) {}

  public static void add(RoutesConfig routes, LetterSide pages) {
    routes.get("/letters", pages.letters()::list, VIEW_REQUESTS);
    routes.get("/exports/letters", pages.letters()::export, VIEW_REQUESTS);
    routes.get("/letters/{letter}", pages.letters()::show, VIEW_REQUESTS);
    routes.post(
        "/letters/{letter}/acknowledgement", pages.letters()::acknowledge, ACKNOWLEDGE_REQUESTS);
    routes.get("/requests/{number}/letters/new", pages.sending()::ask, SEND_LETTERS);
    routes.post("/requests/{number}/letters", pages.sending()::send, SEND_LETTERS);
    for (LetterAct act : LetterAct.values()) {
      String path = "/letters/{letter}/" + act.path();
      routes.get(path, ctx -> pages.acts().ask(ctx, act), act.permission());
      routes.post(path, ctx -> pages.acts().submit(ctx, act), act.permission());
    }
  }
}
