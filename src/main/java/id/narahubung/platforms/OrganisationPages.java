package id.narahubung.platforms;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.access.Stale;
import id.narahubung.administration.ListPage;
import id.narahubung.administration.OnePage;
import id.narahubung.administration.OnePage.Fact;
import id.narahubung.administration.OnePage.Group;
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
import java.util.Locale;
import java.util.Optional;

/** The organisations, as an administrator keeps them. */
public final class OrganisationPages {

  private static final String PATH = Section.ORGANISATIONS.path();

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final PlatformStore platforms;
  private final MakeOrganisation make;
  private final ChangeOrganisation change;

  public OrganisationPages(
      Database db,
      Pages pages,
      Once once,
      PlatformStore platforms,
      MakeOrganisation make,
      ChangeOrganisation change) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.platforms = platforms;
    this.make = make;
    this.change = change;
  }

  void list(Context ctx) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    List<String> columns =
        List.of(
            words.say("organisation.name"),
            words.say("organisation.side"),
            words.say("organisation.tdpse"),
            words.say("organisation.language"),
            words.say("administration.platforms"),
            words.say("administration.accounts"));
    pages.show(
        ctx,
        "administration/list",
        new ListPage(
            words.say("administration.organisations"),
            new Link("/administration", words.say("administration.title")),
            PATH,
            List.of(),
            columns,
            db.as(reader.viewer(), platforms::keptOrganisations).stream()
                .map(each -> row(each, columns, words))
                .toList(),
            PATH + "/new",
            words.say("organisation.new"),
            words.say("organisation.none"),
            "",
            ""));
  }

  private static ListPage.Row row(KeptOrganisation each, List<String> columns, Words words) {
    return new ListPage.Row(
        path(each.id()),
        each.name(),
        ListPage.Cell.under(
            columns,
            side(each, words),
            each.tdpse().orElse(""),
            words.say("language." + each.language().code()),
            words.number(each.platforms()),
            words.number(each.accounts())));
  }

  void show(Context ctx) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    long id = PathId.of(ctx, "organisation");
    KeptOrganisation organisation =
        db.as(reader.viewer(), tx -> platforms.keptOrganisation(tx, id));
    List<Link> own =
        db.as(reader.viewer(), platforms::list).stream()
            .filter(platform -> platform.companyId() == id)
            .map(platform -> new Link(PlatformPages.path(platform.id()), platform.name()))
            .toList();
    Link people =
        new Link(
            Section.ACCOUNTS.path() + "?organisation=" + id,
            words.say("organisation.accounts", organisation.accounts()));
    pages.show(
        ctx,
        "administration/one",
        new OnePage(
            organisation.name(),
            new Link(PATH, words.say("administration.organisations")),
            path(id) + "/edit",
            List.of(
                new Fact(words.say("organisation.side"), side(organisation, words)),
                new Fact(
                    words.say("organisation.legal_entity"), organisation.legalEntity().orElse("")),
                new Fact(words.say("organisation.tdpse"), organisation.tdpse().orElse("")),
                new Fact(
                    words.say("organisation.language"),
                    words.say("language." + organisation.language().code()))),
            List.of(
                new Group(words.say("administration.platforms"), own, words.say("platform.none")),
                new Group(words.say("administration.accounts"), List.of(people), ""))));
  }

  void ask(Context ctx) {
    form(ctx, OK, Form.empty(), Optional.empty());
  }

  void make(Context ctx) {
    Form form = Form.of(ctx);
    Reader reader = Reader.of(ctx);
    try {
      String made =
          once.run(
              reader.viewer(),
              form.act(),
              tx -> path(make.run(tx, form.act(), OrganisationForm.read(form, Side.COMPANY)).id()),
              (tx, done) -> PATH);
      Flash.say(ctx, "organisation.made", form.text("name"));
      ctx.redirect(made, SEE_OTHER);
    } catch (RuleBroken e) {
      refuse(form, e);
      form(ctx, UNPROCESSABLE_CONTENT, form, Optional.empty());
    } catch (ConstraintBroken e) {
      Constraints.refuse(form, e);
      form(ctx, UNPROCESSABLE_CONTENT, form, Optional.empty());
    }
  }

  void askToChange(Context ctx) {
    KeptOrganisation now = fetch(ctx);
    form(ctx, OK, OrganisationForm.of(now), Optional.of(now));
  }

  void change(Context ctx) {
    Form form = Form.of(ctx);
    KeptOrganisation now = fetch(ctx);
    try {
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> {
            change.run(
                tx, form.act(), now.id(), form.version(), OrganisationForm.read(form, now.side()));
            return true;
          },
          (tx, done) -> true);
      Flash.say(ctx, "administration.saved");
      ctx.redirect(path(now.id()), SEE_OTHER);
    } catch (RuleBroken e) {
      refuse(form, e);
      form(ctx, UNPROCESSABLE_CONTENT, form, Optional.of(now));
    } catch (ConstraintBroken e) {
      Constraints.refuse(form, e);
      form(ctx, UNPROCESSABLE_CONTENT, form, Optional.of(now));
    } catch (Stale e) {
      form(ctx, CONFLICT, form, Optional.of(fetch(ctx)));
    }
  }

  private KeptOrganisation fetch(Context ctx) {
    long id = PathId.of(ctx, "organisation");
    return db.as(Reader.of(ctx).viewer(), tx -> platforms.keptOrganisation(tx, id));
  }

  private static void refuse(Form form, RuleBroken e) {
    form.refuse(
        OrganisationForm.fieldOf(e.key()).orElseThrow(() -> e), e.key(), e.arguments().toArray());
  }

  private void form(Context ctx, HttpStatus status, Form form, Optional<KeptOrganisation> saved) {
    Words words = Reader.of(ctx).words();
    String at = saved.map(each -> path(each.id())).orElse(PATH);
    boolean refused = status == UNPROCESSABLE_CONTENT;
    pages.show(
        ctx,
        status,
        "form",
        new FormPage(
            words.say(saved.isPresent() ? "organisation.edit" : "organisation.new"),
            new Link(
                at,
                saved
                    .map(KeptOrganisation::name)
                    .orElseGet(() -> words.say("administration.organisations"))),
            "",
            at,
            // After a refusal the version stays the one the form was opened with.
            refused
                ? form.text("version")
                : saved.map(each -> Integer.toString(each.version())).orElse(""),
            saved
                .filter(each -> status == CONFLICT)
                .map(
                    each ->
                        FormPage.differences(
                            OrganisationForm.controls(words, form),
                            OrganisationForm.controls(words, OrganisationForm.of(each)))),
            List.of(),
            OrganisationForm.controls(words, form),
            words.say("administration.save"),
            form.errors(words)));
  }

  private static String side(KeptOrganisation organisation, Words words) {
    return words.say("side." + organisation.side().name().toLowerCase(Locale.ROOT));
  }

  static String path(long id) {
    return PATH + "/" + id;
  }
}
