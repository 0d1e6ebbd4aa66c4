package id.narahubung.help;

import static id.narahubung.access.Permission.ANYONE;
import static id.narahubung.access.Permission.SIGNED_IN;

import io.javalin.config.RoutesConfig;

/** Help: what is for everybody without signing in, the rest for who has. */
public final class HelpRoutes {

  static final String PATH = "/help";

  private HelpRoutes() {}

  public static void add(RoutesConfig routes, HelpPages pages) {
    routes.get(PATH, pages::list, ANYONE);
    for (HelpTask task : HelpTask.ofEverybody()) {
      routes.get(task.href(), ctx -> pages.show(ctx, task), ANYONE);
    }
    routes.get(PATH + "/{task}", pages::show, SIGNED_IN);
  }
}
