package id.narahubung.web;

import io.javalin.security.RouteRole;

/** What the body of a route's request may be besides a plain form. Stands beside its permission. */
public enum Body implements RouteRole {
  /** A form with a file in it. */
  FILE
}
