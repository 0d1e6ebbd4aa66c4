package id.narahubung.jobs;

import static id.narahubung.access.Permission.ADMINISTER;

import io.javalin.config.RoutesConfig;

/** What runs by itself. */
public final class JobRoutes {

  private JobRoutes() {}

  public static void add(RoutesConfig routes, JobPages pages) {
    routes.get("/administration/jobs", pages::list, ADMINISTER);
  }
}
