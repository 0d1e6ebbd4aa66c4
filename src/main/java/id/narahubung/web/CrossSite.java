package id.narahubung.web;

import id.narahubung.access.BadInput;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/** Refuses what another site makes a browser send, before anything is read or done. */
final class CrossSite {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final String FORM = "application/x-www-form-urlencoded";

  /** A mail program ends a reader's news with one click, from nowhere (RFC 8058). */
  static final String ONE_CLICK = "/unsubscribe/";

  private static final int MOST_FIELDS = 5_000;

  private final String origin;

  CrossSite(URI publicUrl) {
    this.origin = originOf(publicUrl);
  }

  /** The first thing every request meets. */
  void check(Context ctx) {
    if (ctx.header("X-HTTP-Method-Override") != null) {
      throw new BadInput("the method cannot be overridden");
    }
    String query = ctx.queryString();
    if (query != null) {
      FormEncoding.read(query.getBytes(StandardCharsets.UTF_8));
    }
    if (isUnsafe(ctx) && !isOurs(ctx) && !ctx.path().startsWith(ONE_CLICK)) {
      throw new HttpResponseException(HttpStatus.FORBIDDEN.getCode(), "cross-site");
    }
  }

  static boolean isUnsafe(Context ctx) {
    return !SAFE.contains(ctx.req().getMethod());
  }

  /** Browsers say where a request comes from; without the newer header the older one decides. */
  private boolean isOurs(Context ctx) {
    String site = ctx.header("Sec-Fetch-Site");
    if ("same-origin".equals(site)) {
      return true;
    }
    return (site == null || site.equals("none")) && origin.equals(ctx.header("Origin"));
  }

  /** Reads the body strictly: only a form, only UTF-8, not too many fields. */
  static void checkBody(Context ctx) {
    String type = Optional.ofNullable(ctx.contentType()).orElse(FORM);
    if (!type.split(";", 2)[0].strip().equalsIgnoreCase(FORM)) {
      throw new HttpResponseException(HttpStatus.UNSUPPORTED_MEDIA_TYPE.getCode(), "only forms");
    }
    if (type.toLowerCase(java.util.Locale.ROOT).contains("charset")
        && !type.toLowerCase(java.util.Locale.ROOT).contains("utf-8")) {
      throw new HttpResponseException(HttpStatus.UNSUPPORTED_MEDIA_TYPE.getCode(), "only UTF-8");
    }
    byte[] body = ctx.bodyAsBytes();
    if (FormEncoding.count(body) > MOST_FIELDS) {
      throw new HttpResponseException(HttpStatus.CONTENT_TOO_LARGE.getCode(), "too many fields");
    }
    FormEncoding.read(body);
  }

  /** The session's token must stand in the form: another site cannot know it. */
  static void checkToken(Context ctx, String formToken) {
    if (!carries(ctx, formToken)) {
      throw new HttpResponseException(HttpStatus.FORBIDDEN.getCode(), "no form token");
    }
  }

  static boolean carries(Context ctx, String formToken) {
    String sent = Optional.ofNullable(ctx.formParam("token")).orElse("");
    return MessageDigest.isEqual(
        sent.getBytes(StandardCharsets.UTF_8), formToken.getBytes(StandardCharsets.UTF_8));
  }

  private static String originOf(URI url) {
    return url.getScheme() + "://" + url.getRawAuthority();
  }
}
