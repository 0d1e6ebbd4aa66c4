package id.narahubung.web;

import io.javalin.http.Context;
import java.net.URI;

/** Addresses inside the portal: nothing else may be the target of a redirect a form names. */
public final class LocalPath {

  private LocalPath() {}

  /** The path as it came, or '/' where it could lead outside. */
  public static String of(String path) {
    return isLocal(path) ? path : "/";
  }

  /** The page a form was sent from, or '/'. */
  public static String ofReferer(Context ctx) {
    String referer = ctx.header("Referer");
    if (referer == null) {
      return "/";
    }
    try {
      URI uri = URI.create(referer);
      String path = uri.getRawPath() == null ? "" : uri.getRawPath();
      return of(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    } catch (IllegalArgumentException e) {
      return "/";
    }
  }

  /** '//host' and '/\host' are other sites to a browser; control characters never come from us. */
  private static boolean isLocal(String path) {
    return path.startsWith("/")
        && !path.startsWith("//")
        && path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
  }
}
