package id.narahubung.web;

import id.narahubung.access.BadInput;
import id.narahubung.access.Busy;
import id.narahubung.access.NotAllowed;
import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.Refusal;
import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.data.ConstraintBroken;
import id.narahubung.text.Language;
import id.narahubung.text.Words;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.io.QuietException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns each refusal into its page: the one place that does. Anything else is a fault of ours. */
final class Refusals {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  /** The statuses with words of their own; the others are told as a bad request. */
  private static final Set<Integer> TOLD = Set.of(400, 403, 404, 405, 413, 415, 503);

  private final Pages pages;
  private final Access access;

  Refusals(Pages pages, Access access) {
    this.pages = pages;
    this.access = access;
  }

  /** What the error template shows. */
  public record ErrorPage(
      String title, String text, List<String> roles, String reference, Optional<SentAgain> again) {

    ErrorPage(String title, String text, List<String> roles, String reference) {
      this(title, text, roles, reference, Optional.empty());
    }
  }

  void signIn(SignInNeeded needed, Context ctx) {
    String back = URLEncoder.encode(needed.back(), StandardCharsets.UTF_8);
    ctx.redirect(
        needed.back().equals("/") ? "/sign-in" : "/sign-in?back=" + back, HttpStatus.SEE_OTHER);
  }

  void refuse(Refusal refusal, Context ctx) {
    switch (refusal) {
      case NotFound e -> show(ctx, 404, List.of());
      case BadInput e -> show(ctx, 400, List.of());
      case NotAllowed e -> notAllowed(e, ctx);
      case RuleBroken e -> ruleBroken(e, ctx);
      case Stale e -> told(ctx, 409, "error.stale", List.of());
      case Busy e -> busy(e, ctx);
    }
  }

  /**
   * A rule that PostgreSQL holds, broken where no form has words for it: by a race that was lost,
   * or by a fault of ours, which the log is to tell.
   */
  void refuse(ConstraintBroken e, Context ctx) {
    LOG.error(
        "constraint {} broken at {} {}",
        e.constraint(),
        ctx.req().getMethod(),
        ctx.endpoint().path,
        e);
    told(ctx, 409, "error.stale", List.of());
  }

  /** What was typed comes back as a button that sends it again, under its old act id. */
  private void busy(Busy e, Context ctx) {
    String reference = RequestId.of(ctx);
    LOG.warn(
        "busy {} at {} {}: {}",
        reference,
        ctx.req().getMethod(),
        ctx.endpoint().path,
        e.getMessage());
    ctx.header("Retry-After", "5");
    Words words = reader(ctx).words();
    String title = words.say("error.503.title");
    Optional<SentAgain> again = SentAgain.of(ctx);
    String text = words.say(again.isPresent() ? "error.503.kept" : "error.503.text");
    pages.show(
        ctx,
        HttpStatus.SERVICE_UNAVAILABLE,
        "error",
        new ErrorPage(title, text, List.of(), reference, again));
  }

  /** Javalin's own refusals: unknown path, method or size. */
  void refuse(HttpResponseException e, Context ctx) {
    if (e.getStatus() >= 500) {
      fault(e, ctx);
      return;
    }
    String methods = e.getDetails().get("availableMethods");
    if (methods != null) {
      ctx.header("Allow", methods);
    }
    if (e.getStatus() == 403) {
      told(ctx, 403, "error.form", List.of());
      return;
    }
    show(ctx, e.getStatus(), List.of());
  }

  /** Logged under the request's name, which the page shows. */
  void fault(Throwable e, Context ctx) {
    if (e instanceof QuietException) {
      // The client went away, or sent half a request.
      ctx.status(HttpStatus.BAD_REQUEST).result("");
      return;
    }
    String reference = RequestId.of(ctx);
    LOG.error("fault {} at {} {}", reference, ctx.req().getMethod(), ctx.endpoint().path, e);
    Words words = reader(ctx).words();
    pages.show(
        ctx,
        HttpStatus.INTERNAL_SERVER_ERROR,
        "error",
        new ErrorPage(
            words.say("error.500.title"), words.say("error.500.text"), List.of(), reference));
  }

  /** The page for what never reached us: drawn without a request, for nobody in particular. */
  String bare(int status, Language language) {
    Words words = access.words(language);
    String key = "error." + (TOLD.contains(status) ? status : 400);
    return pages.bare(words, "error", page(words, key, List.of(), ""));
  }

  private void notAllowed(NotAllowed e, Context ctx) {
    if (e.needed() == Permission.SIGNED_IN && reader(ctx).signedIn().isEmpty()) {
      signIn(new SignInNeeded("/"), ctx);
      return;
    }
    Words words = reader(ctx).words();
    show(
        ctx,
        403,
        Role.holding(e.needed()).stream()
            .map(role -> words.say("role." + role.name().toLowerCase(Locale.ROOT)))
            .toList());
  }

  private void ruleBroken(RuleBroken e, Context ctx) {
    Words words = reader(ctx).words();
    pages.show(
        ctx,
        HttpStatus.CONFLICT,
        "error",
        new ErrorPage(
            words.say("error.rule.title"),
            words.say(e.key(), e.arguments().toArray()),
            List.of(),
            RequestId.of(ctx)));
  }

  private void show(Context ctx, int status, List<String> roles) {
    told(ctx, status, "error." + (TOLD.contains(status) ? status : 400), roles);
  }

  private void told(Context ctx, int status, String key, List<String> roles) {
    Words words = reader(ctx).words();
    pages.show(
        ctx, HttpStatus.forStatus(status), "error", page(words, key, roles, RequestId.of(ctx)));
  }

  private static ErrorPage page(Words words, String key, List<String> roles, String reference) {
    return new ErrorPage(words.say(key + ".title"), words.say(key + ".text"), roles, reference);
  }

  /** A request can be refused before anybody looked who asks. */
  private Reader reader(Context ctx) {
    Reader known = Reader.find(ctx).orElseGet(() -> access.guest(ctx));
    known.set(ctx);
    return known;
  }
}
