package id.narahubung.accounts;

import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.BadInput;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.accounts.MakePerson.NewPerson;
import id.narahubung.data.ConstraintBroken;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.platforms.Organisation;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;

/** Makes an account, with its first link. */
final class NewPersonPages {

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final PersonDesk desk;
  private final PersonPlace place;
  private final PersonLinkPages links;

  NewPersonPages(Database db, Pages pages, Once once, PersonDesk desk, PersonPlace place) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.desk = desk;
    this.place = place;
    this.links = new PersonLinkPages(pages, desk, place);
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
    if (db.as(viewer, tx -> organisations(tx).size() > 1)) {
      form.need("organisation", "person.organisation_needed", 20);
    }
    if (form.all("role").isEmpty()) {
      form.refuse("role", "person.role_needed");
    }
    if (!form.isGood()) {
      making(ctx, UNPROCESSABLE_CONTENT, form);
      return;
    }
    try {
      Optional<PersonLinkPages.Shown> made =
          once.run(
              viewer,
              form.act(),
              tx -> {
                NewPerson wanted = wanted(tx, form);
                if (!form.isGood()) {
                  return Optional.<PersonLinkPages.Shown>empty();
                }
                Account account = desk.make().run(tx, form.act(), wanted);
                String link = desk.link().run(tx, desk.nextAct(), account.id());
                return Optional.of(new PersonLinkPages.Shown(account.id(), account.email(), link));
              },
              (tx, done) -> Optional.of(new PersonLinkPages.Shown(0, "", "")));
      if (made.isEmpty()) {
        making(ctx, UNPROCESSABLE_CONTENT, form);
      } else {
        links.show(ctx, made.get());
      }
    } catch (RuleBroken e) {
      PersonForm.refuse(form, e);
      making(ctx, UNPROCESSABLE_CONTENT, form);
    } catch (ConstraintBroken e) {
      PersonForm.refuseAddress(form, e, place);
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
    boolean all = place == PersonPlace.ADMINISTRATION;
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
            place.above(words),
            words.say("person.new.about"),
            place.path(),
            "",
            Optional.empty(),
            List.of(),
            controls,
            words.say("person.make"),
            form.errors(words)));
  }
}
