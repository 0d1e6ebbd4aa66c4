package id.narahubung.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;

/**
 * The portal's cookies: all of them HttpOnly, for the whole site, SameSite=Lax. Each names its
 * SameSite, because Javalin 7.2.3 adds that of a later cookie to the earlier ones.
 */
public final class Cookies {

  private static final int UNTIL_THE_BROWSER_CLOSES = -1;

  private Cookies() {}

  public static void set(Context ctx, String name, String value, int seconds) {
    write(ctx, name, value, seconds, false);
  }

  static void setForSession(Context ctx, String name, String value, boolean secure) {
    write(ctx, name, value, UNTIL_THE_BROWSER_CLOSES, secure);
  }

  public static void remove(Context ctx, String name) {
    write(ctx, name, "", 0, false);
  }

  static void remove(Context ctx, String name, boolean secure) {
    write(ctx, name, "", 0, secure);
  }

  private static void write(Context ctx, String name, String value, int seconds, boolean secure) {
    ctx.cookie(new Cookie(name, value, "/", seconds, secure, true, null, SameSite.LAX));
  }
}
