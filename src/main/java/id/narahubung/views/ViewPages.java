package id.narahubung.views;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.BadInput;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Database;
import id.narahubung.text.Words;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;

/** Keeping a list as it is narrowed, and giving up what one kept. */
public final class ViewPages {

  private static final String SHARED = "yes";

  private final Database db;
  private final Pages pages;
  private final ViewStore views;
  private final KeepView keep;

  public ViewPages(Database db, Pages pages, ViewStore views) {
    this.db = db;
    this.pages = pages;
    this.views = views;
    this.keep = new KeepView(views);
  }

  void ask(Context ctx) {
    show(ctx, OK, Form.ofQuery(ctx).withWhereEmpty("shared", "no"), "");
  }

  void keep(Context ctx) {
    Form form = Form.of(ctx);
    form.need("name", "view.fault.name", SavedView.LONGEST_NAME);
    if (!form.isGood()) {
      show(ctx, UNPROCESSABLE_CONTENT, form, "");
      return;
    }
    String path = path(form);
    try {
      db.run(
          Reader.of(ctx).viewer(),
          tx -> keep.run(tx, form.text("name"), path, form.text("shared").equals(SHARED)));
    } catch (RuleBroken e) {
      show(ctx, CONFLICT, form, Reader.of(ctx).words().say(e.key(), e.arguments().toArray()));
      return;
    }
    Flash.say(ctx, "view.saved", form.text("name"));
    ctx.redirect(path, SEE_OTHER);
  }

  void giveUp(Context ctx) {
    Form form = Form.of(ctx);
    long id = form.with("view", List.of(ctx.pathParam("view"))).id("view");
    db.run(Reader.of(ctx).viewer(), tx -> views.deleteOwn(tx, id));
    Flash.say(ctx, "view.given_up");
    ctx.redirect(path(form), SEE_OTHER);
  }

  private static String path(Form form) {
    String path = form.text("path");
    if (!KeepView.isOfAList(path)) {
      throw new BadInput("not a list");
    }
    return path;
  }

  private void show(Context ctx, HttpStatus status, Form form, String refusal) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    Controls controls = new Controls(words, form, "view.");
    pages.show(
        ctx,
        status,
        "views/new",
        new ViewFormPage(
            words.say("view.new"),
            path(form),
            refusal,
            List.of(
                controls.of(Kind.TEXT, "name", true),
                controls.of(
                    Kind.RADIOS,
                    "shared",
                    true,
                    List.of(
                        controls.choice("shared", "no", words.say("view.shared.no")),
                        controls.choice("shared", SHARED, words.say("view.shared.yes"))))),
            db.as(reader.viewer(), views::list).stream().filter(SavedView::own).toList(),
            form.errors(words)));
  }
}
