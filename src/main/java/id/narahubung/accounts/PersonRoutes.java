package id.narahubung.accounts;

import static id.narahubung.access.Permission.ADMINISTER;
import static id.narahubung.access.Permission.KEEP_COLLEAGUES;
import static id.narahubung.access.Permission.VIEW_COMPANY;

import id.narahubung.access.Permission;
import id.narahubung.data.Database;
import id.narahubung.ledger.Once;
import id.narahubung.web.Pages;
import io.javalin.config.RoutesConfig;

/** The accounts: everybody's for an administrator, the own company's for its people. */
public final class PersonRoutes {

  private final RoutesConfig routes;
  private final Database db;
  private final Pages pages;
  private final Once once;
  private final PersonDesk desk;

  private PersonRoutes(RoutesConfig routes, Database db, Pages pages, Once once, PersonDesk desk) {
    this.routes = routes;
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.desk = desk;
  }

  public static void add(
      RoutesConfig routes, Database db, Pages pages, Once once, PersonDesk desk) {
    PersonRoutes both = new PersonRoutes(routes, db, pages, once, desk);
    both.add(PersonPlace.ADMINISTRATION, ADMINISTER, ADMINISTER);
    both.add(PersonPlace.COMPANY, VIEW_COMPANY, KEEP_COLLEAGUES);
  }

  private void add(PersonPlace place, Permission look, Permission keep) {
    PersonListPages list = new PersonListPages(db, pages, desk, place);
    NewPersonPages making = new NewPersonPages(db, pages, once, desk, place);
    PersonPages person = new PersonPages(db, pages, once, desk, place);
    String path = place.path();
    String one = path + "/{person}";
    routes.get(path, list::list, look);
    routes.get(place.filePath(), list::export, look);
    routes.post(path, making::make, keep);
    routes.get(path + "/new", making::ask, keep);
    routes.get(one, person::show, look);
    routes.post(one, person::change, keep);
    routes.get(one + "/edit", person::askToChange, keep);
    routes.post(one + "/roles", person::giveRole, keep);
    routes.post(one + "/roles/removal", person::takeRole, keep);
    routes.post(one + "/closing", person::close, keep);
    routes.post(one + "/opening", person::open, keep);
    routes.post(one + "/links", person::makeLink, keep);
  }
}
