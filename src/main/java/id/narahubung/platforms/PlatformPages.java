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
import id.narahubung.platforms.MakePlatform.NewPlatform;
import id.narahubung.text.Words;
import id.narahubung.text.Zones;
import id.narahubung.web.Constraints;
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
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The platforms, as an administrator keeps them. */
public final class PlatformPages {

  private static final String PATH = Section.PLATFORMS.path();

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final PlatformStore platforms;
  private final MakePlatform make;
  private final ChangePlatform change;

  public PlatformPages(
      Database db,
      Pages pages,
      Once once,
      PlatformStore platforms,
      MakePlatform make,
      ChangePlatform change) {
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
            words.say("platform.name"),
            words.say("platform.company"),
            words.say("platform.zone"),
            words.say("platform.contact"));
    pages.show(
        ctx,
        "administration/list",
        new ListPage(
            words.say("administration.platforms"),
            new Link("/administration", words.say("administration.title")),
            PATH,
            List.of(),
            columns,
            db.as(
                reader.viewer(),
                tx ->
                    platforms.list(tx).stream()
                        .map(each -> row(each, columns, tx.now(), words))
                        .toList()),
            PATH + "/new",
            words.say("platform.new"),
            words.say("platform.none"),
            "",
            ""));
  }

  private static ListPage.Row row(Platform each, List<String> columns, Instant now, Words words) {
    return new ListPage.Row(
        path(each.id()),
        each.name(),
        ListPage.Cell.under(
            columns, each.companyName(), Zones.label(each.zone(), now, words), hours(each, words)));
  }

  void show(Context ctx) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    Stand stand = stand(ctx);
    Platform platform = stand.saved().platform();
    pages.show(
        ctx,
        "administration/one",
        new OnePage(
            platform.name(),
            new Link(PATH, words.say("administration.platforms")),
            path(platform.id()) + "/edit",
            List.of(
                new Fact(words.say("platform.hosts"), String.join("\n", stand.saved().hosts())),
                new Fact(
                    words.say("platform.zone"), Zones.label(platform.zone(), stand.now(), words)),
                new Fact(words.say("platform.contact"), hours(platform, words))),
            List.of(
                new Group(
                    words.say("platform.company"),
                    List.of(
                        new Link(
                            OrganisationPages.path(platform.companyId()), platform.companyName())),
                    ""))));
  }

  void ask(Context ctx) {
    Form query = PlatformForm.fresh(Form.ofQuery(ctx));
    form(ctx, OK, query, Optional.empty());
  }

  void make(Context ctx) {
    Form form = Form.of(ctx);
    Optional<Organisation> company =
        companies(ctx).stream()
            .filter(each -> form.text("company").equals(Long.toString(each.id())))
            .findFirst();
    if (company.isEmpty()) {
      form.refuse("company", "platform.company_needed");
    }
    Optional<NewPlatform> wanted =
        company.flatMap(each -> PlatformForm.read(form, each, Words.WIB));
    if (wanted.isEmpty()) {
      form(ctx, UNPROCESSABLE_CONTENT, form, Optional.empty());
      return;
    }
    try {
      String made =
          once.run(
              Reader.of(ctx).viewer(),
              form.act(),
              tx -> path(make.run(tx, form.act(), wanted.get()).id()),
              (tx, done) -> PATH);
      Flash.say(ctx, "platform.made", form.text("name"));
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
    Stand now = stand(ctx);
    form(ctx, OK, PlatformForm.of(now.saved()), Optional.of(now));
  }

  void change(Context ctx) {
    Form form = Form.of(ctx);
    Stand now = stand(ctx);
    Platform platform = now.saved().platform();
    Organisation company =
        new Organisation(platform.companyId(), Side.COMPANY, platform.companyName());
    Optional<NewPlatform> wanted = PlatformForm.read(form, company, platform.zone());
    if (wanted.isEmpty()) {
      form(ctx, UNPROCESSABLE_CONTENT, form, Optional.of(now));
      return;
    }
    try {
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> {
            change.run(tx, form.act(), platform.id(), form.version(), wanted.get());
            return true;
          },
          (tx, done) -> true);
      Flash.say(ctx, "administration.saved");
      ctx.redirect(path(platform.id()), SEE_OTHER);
    } catch (RuleBroken e) {
      refuse(form, e);
      form(ctx, UNPROCESSABLE_CONTENT, form, Optional.of(now));
    } catch (ConstraintBroken e) {
      Constraints.refuse(form, e);
      form(ctx, UNPROCESSABLE_CONTENT, form, Optional.of(now));
    } catch (Stale e) {
      form(ctx, CONFLICT, form, Optional.of(stand(ctx)));
    }
  }

  /** A platform as it is saved, and when that was looked at. */
  private record Stand(KeptPlatform saved, Instant now) {

    ZoneId zone() {
      return saved.platform().zone();
    }
  }

  private Stand stand(Context ctx) {
    long id = PathId.of(ctx, "platform");
    return db.as(Reader.of(ctx).viewer(), tx -> new Stand(platforms.kept(tx, id), tx.now()));
  }

  private List<Organisation> companies(Context ctx) {
    return db.as(Reader.of(ctx).viewer(), tx -> platforms.organisations(tx)).stream()
        .filter(each -> each.side() == Side.COMPANY)
        .toList();
  }

  private static void refuse(Form form, RuleBroken e) {
    form.refuse(
        PlatformForm.fieldOf(e.key()).orElseThrow(() -> e), e.key(), e.arguments().toArray());
  }

  private void form(Context ctx, HttpStatus status, Form form, Optional<Stand> saved) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    Instant now = saved.map(Stand::now).orElseGet(() -> db.as(reader.viewer(), tx -> tx.now()));
    List<Organisation> companies = saved.isPresent() ? List.of() : companies(ctx);
    ZoneId own = saved.map(Stand::zone).orElse(Words.WIB);
    List<Control> controls = PlatformForm.controls(words, form, companies, own, now);
    String at = saved.map(each -> path(each.saved().platform().id())).orElse(PATH);
    boolean refused = status == UNPROCESSABLE_CONTENT;
    pages.show(
        ctx,
        status,
        "form",
        new FormPage(
            words.say(saved.isPresent() ? "platform.edit" : "platform.new"),
            new Link(
                at,
                saved
                    .map(each -> each.saved().platform().name())
                    .orElseGet(() -> words.say("administration.platforms"))),
            "",
            at,
            // After a refusal the version stays the one the form was opened with.
            refused
                ? form.text("version")
                : saved.map(each -> Integer.toString(each.saved().version())).orElse(""),
            saved
                .filter(each -> status == CONFLICT)
                .map(
                    each ->
                        FormPage.differences(
                            controls,
                            PlatformForm.controls(
                                words, PlatformForm.of(each.saved()), companies, own, now))),
            List.of(),
            controls,
            words.say("administration.save"),
            form.errors(words)));
  }

  private static String hours(Platform platform, Words words) {
    return words.time(platform.contactOpens()) + "–" + words.time(platform.contactCloses());
  }

  static String path(long id) {
    return PATH + "/" + id;
  }
}
