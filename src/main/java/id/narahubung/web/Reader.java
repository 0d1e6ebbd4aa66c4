package id.narahubung.web;

import id.narahubung.access.NotAllowed;
import id.narahubung.access.Permission;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.accounts.SignedIn;
import id.narahubung.text.Words;
import io.javalin.http.Context;
import java.util.Optional;

/** Who reads the page, and in which words. Set once a request, before any handler runs. */
public record Reader(Optional<SignedIn> signedIn, Words words) {

  private static final String ATTRIBUTE = "reader";

  public static Reader of(Context ctx) {
    Reader reader = ctx.attribute(ATTRIBUTE);
    if (reader == null) {
      throw new IllegalStateException("no reader was set");
    }
    return reader;
  }

  /** The same where it may not have been set yet. */
  static Optional<Reader> find(Context ctx) {
    return Optional.ofNullable(ctx.attribute(ATTRIBUTE));
  }

  void set(Context ctx) {
    ctx.attribute(ATTRIBUTE, this);
  }

  /** The person signed in; a route that needs one has a permission that demands it. */
  public PersonViewer viewer() {
    return signedIn.map(SignedIn::viewer).orElseThrow(() -> new NotAllowed(Permission.SIGNED_IN));
  }
}
