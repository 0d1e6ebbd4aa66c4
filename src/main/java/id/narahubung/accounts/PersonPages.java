package id.narahubung.accounts;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.data.ConstraintBroken;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.PathId;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An account as those keep it who may: an administrator everybody's, a company's lead those of the
 * own company. The same pages at two places.
 */
final class PersonPages {

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final PersonDesk desk;
  private final PersonPlace place;
  private final PersonLinkPages links;

  PersonPages(Database db, Pages pages, Once once, PersonDesk desk, PersonPlace place) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.desk = desk;
    this.place = place;
    this.links = new PersonLinkPages(pages, desk, place);
  }

  void show(Context ctx) {
    show(ctx, OK, Form.empty());
  }

  private void show(Context ctx, HttpStatus status, Form form) {
    Reader reader = Reader.of(ctx);
    long id = PathId.of(ctx, "person");
    pages.show(
        ctx,
        status,
        "accounts/one",
        db.as(
            reader.viewer(),
            tx ->
                new PersonPageMaker(tx, reader.words(), desk)
                    .page(
                        desk.persons().fetch(tx, id),
                        place.above(reader.words()),
                        place.path(id),
                        form)));
  }

  void askToChange(Context ctx) {
    Stand now = stand(ctx);
    changing(ctx, OK, PersonForm.of(now.account()), now);
  }

  void change(Context ctx) {
    Form form = Form.of(ctx);
    Stand now = stand(ctx);
    PersonForm.check(form);
    if (!form.isGood()) {
      changing(ctx, UNPROCESSABLE_CONTENT, form, now);
      return;
    }
    try {
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> {
            desk.change()
                .run(
                    tx,
                    form.act(),
                    now.account().id(),
                    form.version(),
                    PersonForm.particulars(form, now.account().zone()));
            return true;
          },
          (tx, done) -> true);
      Flash.say(ctx, "administration.saved");
      ctx.redirect(place.path(now.account().id()), SEE_OTHER);
    } catch (RuleBroken e) {
      PersonForm.refuse(form, e);
      changing(ctx, UNPROCESSABLE_CONTENT, form, now);
    } catch (ConstraintBroken e) {
      PersonForm.refuseAddress(form, e, place);
      changing(ctx, UNPROCESSABLE_CONTENT, form, now);
    } catch (Stale e) {
      changing(ctx, CONFLICT, form, stand(ctx));
    }
  }

  private void changing(Context ctx, HttpStatus status, Form form, Stand saved) {
    Words words = Reader.of(ctx).words();
    Account account = saved.account();
    List<Control> controls = PersonForm.particulars(words, form, account.zone(), saved.now());
    pages.show(
        ctx,
        status,
        "form",
        new FormPage(
            words.say("person.edit"),
            new Link(place.path(account.id()), account.name()),
            "",
            place.path(account.id()),
            // After a refusal the version stays the one the form was opened with.
            status == UNPROCESSABLE_CONTENT
                ? form.text("version")
                : Integer.toString(account.version()),
            Optional.of(status)
                .filter(CONFLICT::equals)
                .map(
                    conflict ->
                        FormPage.differences(
                            controls,
                            PersonForm.particulars(
                                words, PersonForm.of(account), account.zone(), saved.now()))),
            List.of(),
            controls,
            words.say("administration.save"),
            form.errors(words)));
  }

  void giveRole(Context ctx) {
    Form form = Form.of(ctx);
    stand(ctx);
    if (!form.has("role")) {
      form.refuse("role", "person.role_choose");
      show(ctx, UNPROCESSABLE_CONTENT, form);
      return;
    }
    Role role = PersonForm.role(form.text("role"));
    act(
        ctx,
        form,
        "person.role_given",
        tx -> {
          Limits limits = PersonForm.limits(tx, form, desk.persons());
          if (form.isGood()) {
            desk.give().run(tx, form.act(), PathId.of(ctx, "person"), role, limits);
          }
        });
  }

  void takeRole(Context ctx) {
    Form form = Form.of(ctx);
    stand(ctx);
    Role role = PersonForm.role(form.text("taken"));
    act(
        ctx,
        form,
        "person.role_taken",
        tx -> desk.take().run(tx, form.act(), PathId.of(ctx, "person"), role));
  }

  void close(Context ctx) {
    Form form = Form.of(ctx);
    act(
        ctx,
        form,
        "person.closed",
        tx -> desk.close().run(tx, form.act(), PathId.of(ctx, "person")));
  }

  void open(Context ctx) {
    Form form = Form.of(ctx);
    act(
        ctx,
        form,
        "person.opened",
        tx -> desk.open().run(tx, form.act(), PathId.of(ctx, "person")));
  }

  /** Makes another link and shows it, once: sent again, the same form makes no second one. */
  void makeLink(Context ctx) {
    Form form = Form.of(ctx);
    long id = PathId.of(ctx, "person");
    try {
      links.show(
          ctx,
          once.run(
              Reader.of(ctx).viewer(),
              form.act(),
              tx -> {
                String email = desk.persons().fetch(tx, id).email();
                return new PersonLinkPages.Shown(id, email, desk.link().run(tx, form.act(), id));
              },
              (tx, done) -> new PersonLinkPages.Shown(id, "", "")));
    } catch (RuleBroken e) {
      PersonForm.refuse(form, e);
      show(ctx, UNPROCESSABLE_CONTENT, form);
    }
  }

  private void act(Context ctx, Form form, String told, Consumer<Tx> work) {
    try {
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> {
            work.accept(tx);
            return true;
          },
          (tx, done) -> true);
    } catch (RuleBroken e) {
      PersonForm.refuse(form, e);
    }
    if (!form.isGood()) {
      show(ctx, UNPROCESSABLE_CONTENT, form);
      return;
    }
    Flash.say(ctx, told);
    ctx.redirect(place.path(PathId.of(ctx, "person")), SEE_OTHER);
  }

  /** An account as it is saved, and when that was looked at. */
  private record Stand(Account account, Instant now) {}

  private Stand stand(Context ctx) {
    long id = PathId.of(ctx, "person");
    return db.as(Reader.of(ctx).viewer(), tx -> new Stand(desk.persons().fetch(tx, id), tx.now()));
  }
}
