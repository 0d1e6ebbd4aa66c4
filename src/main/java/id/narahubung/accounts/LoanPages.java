package id.narahubung.accounts;

import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.LocalPath;
import id.narahubung.web.Pages;
import id.narahubung.web.PathId;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lending a role, and ending that. */
public final class LoanPages {

  /** Which field a refusal is about. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "loan.refused.not_held", "role",
          "loan.refused.person", "person",
          "loan.refused.twice", "person",
          "loan.refused.until", "until",
          "loan.refused.long", "until",
          "loan.refused.reason", "reason");

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final PersonStore persons;
  private final LendRole lend;
  private final EndLoan end;

  public LoanPages(
      Database db, Pages pages, Once once, PersonStore persons, LendRole lend, EndLoan end) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.persons = persons;
    this.lend = lend;
    this.end = end;
  }

  /** They stand on one's own account page. */
  void list(Context ctx) {
    ctx.redirect("/account#loans", SEE_OTHER);
  }

  void ask(Context ctx) {
    show(ctx, OK, Form.empty());
  }

  void lend(Context ctx) {
    Form form = Form.of(ctx);
    Reader reader = Reader.of(ctx);
    Optional<LendRole.Wanted> wanted = read(form, reader);
    if (wanted.isEmpty()) {
      show(ctx, UNPROCESSABLE_CONTENT, form);
      return;
    }
    try {
      once.run(
          reader.viewer(),
          form.act(),
          tx -> lend.run(tx, form.act(), wanted.get()),
          (tx, done) -> 0L);
      Flash.say(ctx, "loan.lent");
      ctx.redirect("/account", SEE_OTHER);
    } catch (RuleBroken e) {
      form.refuse(
          Optional.ofNullable(FIELDS.get(e.key())).orElseThrow(() -> e),
          e.key(),
          e.arguments().toArray());
      show(ctx, UNPROCESSABLE_CONTENT, form);
    }
  }

  void end(Context ctx) {
    Form form = Form.of(ctx);
    long loan = PathId.of(ctx, "loan");
    once.run(
        Reader.of(ctx).viewer(),
        form.act(),
        tx -> {
          end.run(tx, form.act(), loan);
          return true;
        },
        (tx, done) -> true);
    Flash.say(ctx, "loan.ended");
    ctx.redirect(LocalPath.ofReferer(ctx), SEE_OTHER);
  }

  private static Optional<LendRole.Wanted> read(Form form, Reader reader) {
    Words words = reader.words();
    Optional<Role> role =
        Loan.lendable(reader.viewer().roles()).stream()
            .filter(each -> each.code().equals(form.text("role")))
            .findFirst();
    Optional<Instant> from = form.instant("from", words.zone());
    Optional<Instant> until = form.instant("until", words.zone());
    if (role.isEmpty()) {
      form.refuse("role", "loan.refused.not_held");
    }
    if (!form.text("person").matches("[0-9]{1,18}")) {
      form.refuse("person", "loan.refused.person");
    }
    if (from.isEmpty()) {
      form.refuse("from", "loan.refused.from");
    }
    if (until.isEmpty()) {
      form.refuse("until", "loan.refused.until");
    }
    form.need("reason", "loan.refused.reason", 1000);
    if (!form.isGood()) {
      return Optional.empty();
    }
    return Optional.of(
        new LendRole.Wanted(
            form.id("person"),
            role.orElseThrow(),
            from.orElseThrow(),
            until.orElseThrow(),
            form.text("reason")));
  }

  private void show(Context ctx, HttpStatus status, Form form) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    reader.viewer().require(Permission.LEND_ROLES);
    List<Control> controls = db.as(reader.viewer(), tx -> controls(tx, words, form));
    pages.show(
        ctx,
        status,
        "form",
        new FormPage(
            words.say("loan.new"),
            new Link("/account", words.say("account.title")),
            words.say("loan.about"),
            "/loans",
            "",
            Optional.empty(),
            List.of(),
            controls,
            words.say("loan.lend"),
            form.errors(words)));
  }

  private List<Control> controls(Tx tx, Words words, Form typed) {
    PersonViewer me = tx.person();
    Set<Role> lendable = Loan.lendable(me.roles());
    Form form =
        lendable.size() == 1
            ? typed.withWhereEmpty("role", lendable.iterator().next().code())
            : typed;
    Controls controls = new Controls(words, form, "loan.");
    List<Control> all = new ArrayList<>();
    all.add(
        controls.of(
            Kind.RADIOS,
            "role",
            true,
            lendable.stream()
                .map(each -> controls.choice("role", each.code(), words.say("role." + each.code())))
                .toList()));
    all.add(
        controls.of(
            Kind.RADIOS,
            "person",
            true,
            persons.list(tx).stream()
                .filter(each -> each.organisationId() == me.organisationId())
                .filter(each -> each.active() && each.id() != me.personId())
                .filter(
                    each -> lendable.stream().anyMatch(role -> Loan.canBorrow(each.roles(), role)))
                .map(
                    each ->
                        controls.choice(
                            "person",
                            Long.toString(each.id()),
                            each.name(),
                            PersonPageMaker.roles(each, words)))
                .toList()));
    all.add(controls.of(Kind.DATETIME, "from", true));
    all.add(controls.of(Kind.DATETIME, "until", true));
    all.add(controls.of(Kind.AREA, "reason", true));
    return List.copyOf(all);
  }
}
