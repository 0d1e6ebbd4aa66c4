package id.narahubung.web;

import id.narahubung.templates.Templates;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;

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
    ctx.status(status)
        .contentType(HTML)
        .result(
            TypedForm.on(ctx, draw(reader.words(), template, page, layouts.around(ctx, reader))));
  }

  /** A page drawn without a request, for a reader nobody knows. */
  String bare(Words words, String template, Object page) {
    return draw(words, template, page, layouts.bare(words));
  }

  private String draw(Words words, String template, Object page, Layout layout) {
    return templates.draw(
        template, words.language().locale(), Map.of("page", page, "layout", layout));
  }
}
