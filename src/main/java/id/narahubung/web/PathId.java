package id.narahubung.web;

import id.narahubung.access.NotFound;
import io.javalin.http.Context;

/** The number in an address of ours. One that is none leads nowhere. */
public final class PathId {

  private PathId() {}

  public static long of(Context ctx, String name) {
    String value = ctx.pathParam(name);
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new NotFound(name + " " + value);
    }
  }
}
