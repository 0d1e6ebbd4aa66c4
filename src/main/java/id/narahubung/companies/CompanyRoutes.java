package id.narahubung.companies;

import static id.narahubung.access.Permission.SET_UP_COMPANY;
import static id.narahubung.access.Permission.VIEW_COMPANY;

import io.javalin.config.RoutesConfig;

/** The own company. */
public final class CompanyRoutes {

  private CompanyRoutes() {}

  public static void add(RoutesConfig routes, CompanyPages pages) {
    routes.get("/company", pages::show, VIEW_COMPANY);
    routes.post("/company/release", pages::settle, SET_UP_COMPANY);
  }
}
