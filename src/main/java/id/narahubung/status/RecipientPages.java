package id.narahubung.status;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.administration.ListPage;
import id.narahubung.administration.Section;
import id.narahubung.data.ConstraintBroken;
import id.narahubung.data.Database;
import id.narahubung.ledger.Once;
import id.narahubung.text.Words;
import id.narahubung.web.Constraints;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.PathId;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;

/** The offices outside the portal that get the ministry's week, as an administrator keeps them. */
public final class RecipientPages {

  private static final String PATH = Section.STATUS.path();

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final RecipientStore recipients;
  private final MakeRecipient make;
  private final ChangeRecipient change;

  RecipientPages(
      Database db,
      Pages pages,
      Once once,
      RecipientStore recipients,
      MakeRecipient make,
      ChangeRecipient change) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.recipients = recipients;
    this.make = make;
    this.change = change;
  }

  void list(Context ctx) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    List<String> columns =
        List.of(
            words.say("status_recipient.office"),
            words.say("status_recipient.address"),
            words.say("status_recipient.language"),
            words.say("status_recipient.active"));
    pages.show(
        ctx,
        "administration/list",
        new ListPage(
            words.say("administration.status"),
            new Link("/administration", words.say("administration.title")),
            PATH,
            List.of(),
            columns,
            db.as(reader.viewer(), recipients::list).stream()
                .map(each -> row(each, columns, words))
                .toList(),
            PATH + "/new",
            words.say("status_recipient.new"),
            words.say("status_recipient.none"),
            "",
            ""));
  }

  private static ListPage.Row row(OutsideRecipient each, List<String> columns, Words words) {
    return new ListPage.Row(
        path(each.id()),
        each.content().office(),
        ListPage.Cell.under(
            columns,
            each.content().address(),
            words.say("language." + each.content().language().code()),
            words.say("status_recipient.active." + (each.active() ? "yes" : "no"))));
  }

  void ask(Context ctx) {
    form(ctx, OK, Form.empty(), Optional.empty());
  }

  void make(Context ctx) {
    Form form = Form.of(ctx);
    try {
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> make.run(tx, form.act(), RecipientForm.read(form)) > 0,
          (tx, done) -> true);
      saved(ctx);
    } catch (RuleBroken | ConstraintBroken e) {
      refuse(form, e);
      form(ctx, UNPROCESSABLE_CONTENT, form, Optional.empty());
    }
  }

  void askToChange(Context ctx) {
    OutsideRecipient now = fetch(ctx);
    form(ctx, OK, RecipientForm.of(now), Optional.of(now));
  }

  void change(Context ctx) {
    Form form = Form.of(ctx);
    OutsideRecipient now = fetch(ctx);
    try {
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> {
            change.run(
                tx,
                form.act(),
                now.id(),
                form.version(),
                RecipientForm.read(form),
                RecipientForm.isActive(form));
            return true;
          },
          (tx, done) -> true);
      saved(ctx);
    } catch (RuleBroken | ConstraintBroken e) {
      refuse(form, e);
      form(ctx, UNPROCESSABLE_CONTENT, form, Optional.of(now));
    } catch (Stale e) {
      form(ctx, CONFLICT, form, Optional.of(fetch(ctx)));
    }
  }

  private static void saved(Context ctx) {
    Flash.say(ctx, "administration.saved");
    ctx.redirect(PATH, SEE_OTHER);
  }

  private OutsideRecipient fetch(Context ctx) {
    long id = PathId.of(ctx, "recipient");
    return db.as(Reader.of(ctx).viewer(), tx -> recipients.fetch(tx, id));
  }

  private static void refuse(Form form, RuntimeException e) {
    if (e instanceof RuleBroken broken) {
      form.refuse(
          RecipientForm.fieldOf(broken.key()).orElseThrow(() -> broken),
          broken.key(),
          broken.arguments().toArray());
    } else if (e instanceof ConstraintBroken broken) {
      Constraints.refuse(form, broken);
    }
  }

  private void form(Context ctx, HttpStatus status, Form form, Optional<OutsideRecipient> saved) {
    Words words = Reader.of(ctx).words();
    boolean refused = status == UNPROCESSABLE_CONTENT;
    pages.show(
        ctx,
        status,
        "form",
        new FormPage(
            words.say(saved.isPresent() ? "status_recipient.edit" : "status_recipient.new"),
            new Link(PATH, words.say("administration.status")),
            words.say("status_recipient.about"),
            saved.map(each -> path(each.id())).orElse(PATH),
            // After a refusal the version stays the one the form was opened with.
            refused
                ? form.text("version")
                : saved.map(each -> Integer.toString(each.version())).orElse(""),
            saved
                .filter(each -> status == CONFLICT)
                .map(
                    each ->
                        FormPage.differences(
                            RecipientForm.controls(words, form, false),
                            RecipientForm.controls(words, RecipientForm.of(each), false))),
            List.of(),
            RecipientForm.controls(words, form, saved.isEmpty()),
            words.say("administration.save"),
            form.errors(words)));
  }

  private static String path(long id) {
    return PATH + "/" + id;
  }
}
