package id.narahubung.accounts;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.BadInput;
import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.accounts.MakePerson.NewPerson;
import id.narahubung.administration.ListPage;
import id.narahubung.data.ConstraintBroken;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.platforms.Organisation;
import id.narahubung.text.Words;
import id.narahubung.web.Constraints;
import id.narahubung.web.Control;
import id.narahubung.web.Field;
import id.narahubung.web.Field.Choice;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The accounts as those keep them who may: an administrator all of them, a company's lead those of
 * the own company. The same pages at two places.
 */
public final class PersonPages {

  private static final int ROWS = 100;

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final PersonDesk desk;
  private final Place place;

  public PersonPages(Database db, Pages pages, Once once, PersonDesk desk, Place place) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.desk = desk;
    this.place = place;
  }

  /** Where the pages stand, and what stands above them. */
  public enum Place {
    ADMINISTRATION("/administration/accounts", "administration.accounts"),
    COMPANY("/company/colleagues", "company.colleagues");

    private final String path;
    private final String title;

    Place(String path, String title) {
      this.path = path;
      this.title = title;
    }

    String path() {
      return path;
    }
  }

  void list(Context ctx) {
    Reader reader = Reader.of(ctx);
    Form query = Form.ofQuery(ctx);
    pages.show(
        ctx, "administration/list", db.as(reader.viewer(), tx -> list(tx, reader.words(), query)));
  }

  private ListPage list(Tx tx, Words words, Form query) {
    boolean all = place == Place.ADMINISTRATION;
    PersonStore.Filter filter = filter(query);
    List<Account> found = desk.persons().list(tx, filter, ROWS + 1);
    List<Account> shown = found.subList(0, Math.min(ROWS, found.size()));
    List<String> columns = new ArrayList<>();
    columns.add(words.say("person.name"));
    if (all) {
      columns.add(words.say("person.organisation"));
    }
    columns.add(words.say("person.code"));
    columns.add(words.say("person.email"));
    columns.add(words.say("account.roles"));
    columns.add(words.say("person.state"));
    boolean keeps = Keeping.keeps(tx.viewer(), tx.person().organisationId());
    return new ListPage(
        words.say(place.title),
        all
            ? new Link("/administration", words.say("administration.title"))
            : new Link("/company", words.say("company.title")),
        place.path,
        all ? filters(tx, words, query) : List.of(),
        columns,
        shown.stream().map(each -> row(each, columns, all, words)).toList(),
        keeps ? place.path + "/new" : "",
        words.say(all ? "person.new" : "person.invite"),
        words.say("person.none"),
        found.size() > ROWS ? next(query, shown.getLast()) : "");
  }

  private static PersonStore.Filter filter(Form query) {
    return new PersonStore.Filter(
        query.has("organisation") ? Optional.of(query.id("organisation")) : Optional.empty(),
        RoleCode.parse(query.text("role")),
        switch (query.text("state")) {
          case "open" -> Optional.of(true);
          case "closed" -> Optional.of(false);
          default -> Optional.empty();
        },
        query.has("after") ? Optional.of(query.id("after")) : Optional.empty());
  }

  private String next(Form query, Account last) {
    StringBuilder next = new StringBuilder(place.path).append("?after=").append(last.id());
    for (String name : List.of("organisation", "role", "state")) {
      if (query.text(name).matches("[a-z_0-9]+")) {
        next.append('&').append(name).append('=').append(query.text(name));
      }
    }
    return next.toString();
  }

  private List<Field> filters(Tx tx, Words words, Form query) {
    List<Choice> organisations =
        desk.platforms().organisations(tx).stream()
            .map(each -> chosen(query, "organisation", Long.toString(each.id()), each.name()))
            .toList();
    List<Choice> roles =
        Arrays.stream(Role.values())
            .map(RoleCode::of)
            .map(code -> chosen(query, "role", code, words.say("role." + code)))
            .toList();
    List<Choice> states =
        List.of(
            chosen(query, "state", "open", words.say("person.state.open")),
            chosen(query, "state", "closed", words.say("person.state.closed")));
    return List.of(
        filter(words, "organisation", organisations),
        filter(words, "role", roles),
        filter(words, "state", states));
  }

  private static Choice chosen(Form query, String name, String value, String label) {
    return new Choice(value, label, "", query.text(name).equals(value));
  }

  private static Field filter(Words words, String name, List<Choice> choices) {
    List<Choice> all = new ArrayList<>();
    all.add(new Choice("", words.say("person.any"), "", false));
    all.addAll(choices);
    return new Field(name, words.say("person." + name), "", "", "", false, all);
  }

  private ListPage.Row row(Account each, List<String> columns, boolean all, Words words) {
    List<String> texts = new ArrayList<>();
    if (all) {
      texts.add(each.organisation());
    }
    texts.add(words.say("person.code_of", each.code()));
    texts.add(each.email());
    texts.add(PersonPageMaker.roles(each, words));
    texts.add(words.say(each.active() ? "person.state.open" : "person.state.closed"));
    return new ListPage.Row(
        path(each.id()), each.name(), ListPage.Cell.under(columns, texts.toArray(String[]::new)));
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
                    .page(desk.persons().fetch(tx, id), above(reader.words()), path(id), form)));
  }

  void ask(Context ctx) {
    Form query =
        Form.ofQuery(ctx)
            .withWhereEmpty("zone", Words.WIB.getId())
            .withWhereEmpty("language", "id");
    making(ctx, OK, query);
  }

  /** Makes the account and shows its first link, once. */
  void make(Context ctx) {
    Form form = Form.of(ctx);
    PersonViewer viewer = Reader.of(ctx).viewer();
    PersonForm.check(form);
    if (form.all("role").isEmpty()) {
      form.refuse("role", "person.role_needed");
    }
    if (!form.isGood()) {
      making(ctx, UNPROCESSABLE_CONTENT, form);
      return;
    }
    try {
      Optional<Shown> made =
          once.run(
              viewer,
              form.act(),
              tx -> {
                NewPerson wanted = wanted(tx, form);
                if (!form.isGood()) {
                  return Optional.<Shown>empty();
                }
                Account account = desk.make().run(tx, form.act(), wanted);
                String link = desk.link().run(tx, desk.nextAct(), account.id());
                return Optional.of(new Shown(account.id(), account.email(), link));
              },
              (tx, done) -> Optional.of(new Shown(0, "", "")));
      if (made.isEmpty()) {
        making(ctx, UNPROCESSABLE_CONTENT, form);
      } else {
        showLink(ctx, made.get());
      }
    } catch (RuleBroken e) {
      refuse(form, e);
      making(ctx, UNPROCESSABLE_CONTENT, form);
    } catch (ConstraintBroken e) {
      Constraints.refuse(form, e);
      making(ctx, UNPROCESSABLE_CONTENT, form);
    }
  }

  private NewPerson wanted(Tx tx, Form form) {
    List<Organisation> organisations = organisations(tx);
    Organisation organisation =
        organisations.size() == 1
            ? organisations.getFirst()
            : organisations.stream()
                .filter(each -> form.text("organisation").equals(Long.toString(each.id())))
                .findFirst()
                .orElseThrow(() -> new BadInput("no organisation"));
    ChangePerson.Particulars of = PersonForm.particulars(form, Words.WIB);
    return new NewPerson(
        organisation,
        of.name(),
        of.email(),
        PersonForm.roles(form),
        PersonForm.limits(tx, form, desk.persons()),
        of.language(),
        of.zone());
  }

  /** Those whose accounts the viewer keeps. */
  private List<Organisation> organisations(Tx tx) {
    return desk.platforms().organisations(tx).stream()
        .filter(each -> Keeping.keeps(tx.viewer(), each.id()))
        .toList();
  }

  private void making(Context ctx, HttpStatus status, Form form) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    boolean all = place == Place.ADMINISTRATION;
    List<Control> controls =
        db.as(
            reader.viewer(),
            tx -> PersonForm.all(words, form, reader.viewer(), organisations(tx), tx.now()));
    pages.show(
        ctx,
        status,
        "form",
        new FormPage(
            words.say(all ? "person.new" : "person.invite"),
            above(words),
            words.say("person.new.about"),
            place.path,
            "",
            Optional.empty(),
            List.of(),
            controls,
            words.say("person.make"),
            form.errors(words)));
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
      ctx.redirect(path(now.account().id()), SEE_OTHER);
    } catch (RuleBroken e) {
      refuse(form, e);
      changing(ctx, UNPROCESSABLE_CONTENT, form, now);
    } catch (ConstraintBroken e) {
      Constraints.refuse(form, e);
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
            new Link(path(account.id()), account.name()),
            "",
            path(account.id()),
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
      showLink(
          ctx,
          once.run(
              Reader.of(ctx).viewer(),
              form.act(),
              tx -> {
                String email = desk.persons().fetch(tx, id).email();
                return new Shown(id, email, desk.link().run(tx, form.act(), id));
              },
              (tx, done) -> new Shown(id, "", "")));
    } catch (RuleBroken e) {
      refuse(form, e);
      show(ctx, UNPROCESSABLE_CONTENT, form);
    }
  }

  /**
   * A link on its way to the page.
   *
   * @param path empty where it was shown before
   */
  private record Shown(long person, String email, String path) {}

  private void showLink(Context ctx, Shown shown) {
    if (shown.path().isEmpty()) {
      Flash.say(ctx, "person.link_shown");
      ctx.redirect(shown.person() == 0 ? place.path : path(shown.person()), SEE_OTHER);
      return;
    }
    Words words = Reader.of(ctx).words();
    pages.show(
        ctx,
        "accounts/link",
        new LinkShownPage(
            words.say("person.link.title"),
            new Link(path(shown.person()), shown.email()),
            words.say("person.link.about", shown.email()),
            desk.publicUrl().resolve(shown.path()).toString()));
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
      refuse(form, e);
    }
    if (!form.isGood()) {
      show(ctx, UNPROCESSABLE_CONTENT, form);
      return;
    }
    Flash.say(ctx, told);
    ctx.redirect(path(PathId.of(ctx, "person")), SEE_OTHER);
  }

  /** On an account's page a refusal that is about no field is about the roles. */
  private static void refuse(Form form, RuleBroken e) {
    form.refuse(PersonForm.fieldOf(e.key()).orElse("roles"), e.key(), e.arguments().toArray());
  }

  /** An account as it is saved, and when that was looked at. */
  private record Stand(Account account, Instant now) {}

  private Stand stand(Context ctx) {
    long id = PathId.of(ctx, "person");
    return db.as(Reader.of(ctx).viewer(), tx -> new Stand(desk.persons().fetch(tx, id), tx.now()));
  }

  private Link above(Words words) {
    return new Link(place.path, words.say(place.title));
  }

  private String path(long person) {
    return place.path + "/" + person;
  }
}
