package id.narahubung.letters;

import static id.narahubung.access.Permission.ACKNOWLEDGE_REQUESTS;
import static id.narahubung.access.Permission.ANSWER_LETTERS;
import static id.narahubung.access.Permission.SEND_LETTERS;
import static id.narahubung.access.Permission.VIEW_REQUESTS;

import id.narahubung.access.Permission;
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
    act(routes, pages, LetterAct.COMMIT, ANSWER_LETTERS);
    act(routes, pages, LetterAct.TELL_PAYMENT, ANSWER_LETTERS);
    act(routes, pages, LetterAct.RECORD_PAYMENT, SEND_LETTERS);
    act(routes, pages, LetterAct.OBJECT, ANSWER_LETTERS);
    act(routes, pages, LetterAct.DECIDE, SEND_LETTERS);
    act(routes, pages, LetterAct.WITHDRAW, SEND_LETTERS);
  }

  private static void act(
      RoutesConfig routes, LetterSide pages, LetterAct act, Permission permission) {
    String path = "/letters/{letter}/" + act.path();
    routes.get(path, ctx -> pages.acts().ask(ctx, act), permission);
    routes.post(path, ctx -> pages.acts().submit(ctx, act), permission);
  }
}
