package id.narahubung.accounts;

import static id.narahubung.access.Permission.ANYONE;
import static id.narahubung.access.Permission.SIGNED_IN;

import id.narahubung.web.TypedForm;
import io.javalin.config.RoutesConfig;

/** Coming in and going out, and the language one reads in meanwhile. */
public final class SignInRoutes {

  private SignInRoutes() {}

  public static void add(RoutesConfig routes, SignInPages pages, LinkPages links) {
    routes.get("/sign-in", pages::show, ANYONE);
    routes.post("/sign-in", pages::signIn, ANYONE);
    routes.post("/sign-out", pages::signOut, ANYONE);
    routes.post("/language", pages::language, ANYONE);
    routes.post(TypedForm.PATH, pages::languageOfForm, SIGNED_IN);
    routes.get("/links/{token}", links::show, ANYONE);
    routes.post("/links/{token}", links::use, ANYONE);
  }
}
