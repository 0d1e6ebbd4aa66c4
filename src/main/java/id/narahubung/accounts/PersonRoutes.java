package id.narahubung.accounts;

import static id.narahubung.access.Permission.ADMINISTER;
import static id.narahubung.access.Permission.KEEP_COLLEAGUES;
import static id.narahubung.access.Permission.VIEW_COMPANY;

import id.narahubung.access.Permission;
import io.javalin.config.RoutesConfig;

/** The accounts: everybody's for an administrator, the own company's for its people. */
public final class PersonRoutes {

  private PersonRoutes() {}

  public static void add(RoutesConfig routes, PersonPages everybody, PersonPages colleagues) {
    add(routes, PersonPages.Place.ADMINISTRATION.path(), everybody, ADMINISTER, ADMINISTER);
    add(routes, PersonPages.Place.COMPANY.path(), colleagues, VIEW_COMPANY, KEEP_COLLEAGUES);
  }

  private static void add(
      RoutesConfig routes, String path, PersonPages pages, Permission look, Permission keep) {
    String one = path + "/{person}";
    routes.get(path, pages::list, look);
    routes.post(path, pages::make, keep);
    routes.get(path + "/new", pages::ask, keep);
    routes.get(one, pages::show, look);
    routes.post(one, pages::change, keep);
    routes.get(one + "/edit", pages::askToChange, keep);
    routes.post(one + "/roles", pages::giveRole, keep);
    routes.post(one + "/roles/removal", pages::takeRole, keep);
    routes.post(one + "/closing", pages::close, keep);
    routes.post(one + "/opening", pages::open, keep);
    routes.post(one + "/links", pages::makeLink, keep);
  }
}
