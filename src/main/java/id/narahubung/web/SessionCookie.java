package id.narahubung.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Optional;

/** The cookie that names a session: bound to this host and to https where the portal has it. */
public final class SessionCookie {

  private final boolean secure;
  private final String name;

  public SessionCookie(URI publicUrl) {
    this.secure = "https".equals(publicUrl.getScheme());
    this.name = secure ? "__Host-session" : "session";
  }

  public Optional<String> read(Context ctx) {
    return Optional.ofNullable(ctx.cookie(name)).filter(token -> !token.isEmpty());
  }

  public void set(Context ctx, String token) {
    Cookies.setForSession(ctx, name, token, secure);
  }

  public void remove(Context ctx) {
    Cookies.remove(ctx, name, secure);
  }
}
