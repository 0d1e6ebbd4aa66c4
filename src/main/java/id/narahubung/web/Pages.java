package id.narahubung.web;

import id.narahubung.templates.Templates;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * Draws pages: a template of the class path with two values, the handler's {@code page} and the
 * {@code layout} around it.
 */
public final class Pages {

  static final String HTML = "text/html; charset=utf-8";

  private final Templates templates;
  private final Layouts layouts;

  public Pages(Messages messages, Layouts layouts) {
    this.layouts = layouts;
    this.templates = Templates.pages(messages);
  }

  /** Answers 200 with the page. */
  public void show(Context ctx, String template, Object page) {
    show(ctx, HttpStatus.OK, template, page);
  }

  public void show(Context ctx, HttpStatus status, String template, Object page) {
    Reader reader = Reader.of(ctx);
    Map<String, Object> model = Map.of("page", page, "layout", layouts.around(ctx, reader));
    WebContext context =
        new WebContext(
            JakartaServletWebApplication.buildApplication(ctx.req().getServletContext())
                .buildExchange(ctx.req(), ctx.res()),
            reader.words().language().locale(),
            model);
    ctx.status(status).contentType(HTML).result(templates.draw(template, context));
  }

  /** A page drawn without a request, for a reader nobody knows. */
  String bare(Words words, String template, Object page) {
    return templates.draw(
        template,
        new org.thymeleaf.context.Context(
            words.language().locale(), Map.of("page", page, "layout", layouts.bare(words))));
  }
}
