package id.narahubung.rules;

import static id.narahubung.access.Permission.RELEASE_RULES;
import static id.narahubung.access.Permission.WRITE_RULES;
import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.access.Stale;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.ConstraintBroken;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.rules.RuleDesk.Opened;
import id.narahubung.text.Words;
import id.narahubung.web.Constraints;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Field;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The versions of the rules, one of them, and what makes one into a released one. */
public final class RulePages {

  private static final String NAME = "version";
  private static final String FROM = "from";

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final RuleDesk desk;
  private final InstantSource clock;

  public RulePages(Database db, Pages pages, Once once, RuleDesk desk, InstantSource clock) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.desk = desk;
    this.clock = clock;
  }

  void list(Context ctx) {
    list(ctx, OK, Form.empty(), "");
  }

  private void list(Context ctx, HttpStatus status, Form form, String refusal) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    List<RuleVersion> versions = db.as(reader.viewer(), desk.versions()::list);
    Optional<Instant> told = db.as(reader.viewer(), desk::toldAt);
    RuleTags tags = new RuleTags(versions, words, clock.instant());
    pages.show(
        ctx,
        status,
        "rules/list",
        new RulePage.Versions(
            words.say("rules.title"),
            versions.stream().map(tags::of).toList(),
            told.map(at -> words.say("announce.told", words.instant(at))).orElse(""),
            reader.viewer().may(WRITE_RULES) && versions.stream().noneMatch(RuleVersion::isDraft),
            new Controls(words, form, "rules.").of(Kind.TEXT, NAME, true).field(),
            refusal,
            form.errors(words)));
  }

  void draft(Context ctx) {
    Form form = Form.of(ctx);
    PersonViewer viewer = Reader.of(ctx).viewer();
    if (!form.text(NAME).matches("[A-Za-z0-9][A-Za-z0-9._-]{0,29}")) {
      form.refuse(NAME, "rules.fault.version");
      list(ctx, UNPROCESSABLE_CONTENT, form, "");
      return;
    }
    try {
      long made =
          once.run(
              viewer,
              form.act(),
              tx -> desk.draft().run(tx, form.act(), form.text(NAME)),
              (tx, done) -> desk.versions().list(tx).getFirst().id());
      Flash.say(ctx, "rules.drafted");
      ctx.redirect("/rules/" + made, SEE_OTHER);
    } catch (RuleBroken e) {
      list(ctx, CONFLICT, form, said(ctx, e));
    } catch (ConstraintBroken e) {
      Constraints.refuse(form, e);
      list(ctx, UNPROCESSABLE_CONTENT, form, "");
    }
  }

  void show(Context ctx) {
    show(ctx, OK, Form.empty(), "");
  }

  private void show(Context ctx, HttpStatus status, Form form, String refusal) {
    Reader reader = Reader.of(ctx);
    PersonViewer viewer = reader.viewer();
    pages.show(
        ctx,
        status,
        "rules/show",
        db.as(
            viewer,
            tx -> {
              Opened opened = desk.open(tx, ctx.pathParam("version"));
              RuleVersion version = opened.version();
              Optional<Opened> before =
                  version.basedOn().map(base -> desk.open(tx, Long.toString(base)));
              boolean own = version.isDraft() && desk.isAuthor(tx, version.id());
              List<RuleVersion> all = desk.versions().list(tx);
              String by =
                  version.isDraft() || viewer.side() != Side.MINISTRY
                      ? ""
                      : desk.versions()
                          .releasedBy(tx, version.id())
                          .map(who -> who.told(reader.words()))
                          .orElse("");
              return shown(reader, opened, before, all, own, by, form, refusal);
            }));
  }

  private RulePage.Shown shown(
      Reader reader,
      Opened opened,
      Optional<Opened> before,
      List<RuleVersion> all,
      boolean own,
      String by,
      Form form,
      String refusal) {
    Words words = reader.words();
    PersonViewer viewer = reader.viewer();
    RuleVersion version = opened.version();
    RuleWording wording = new RuleWording(words, opened.set());
    boolean mayRelease = version.isDraft() && viewer.may(RELEASE_RULES) && !own;
    return new RulePage.Shown(
        words.say("rules.version_title", version.version()),
        new RuleTags(all, words, clock.instant()).of(version),
        version
            .releasedAt()
            .map(
                at ->
                    by.isEmpty()
                        ? words.say("rules.released_at", words.instant(at))
                        : words.say("rules.released_by", words.instant(at), by))
            .orElse(version.isDraft() ? "" : words.say("rules.came_with")),
        Arrays.stream(Section.values()).map(each -> part(version, each, wording, words)).toList(),
        before.map(base -> base.version().version()).orElse(""),
        before
            .map(
                base ->
                    RuleWording.tell(
                        Difference.between(base.set(), opened.set()),
                        new RuleWording(words, base.set()),
                        wording,
                        words))
            .orElse(List.of()),
        mayRelease ? Optional.of(from(words, form)) : Optional.empty(),
        version.isDraft() && !mayRelease
            ? words.say(own ? "rules.waits.own" : "rules.waits.other")
            : "",
        version.isDraft() && viewer.may(WRITE_RULES),
        "/rules/" + version.id(),
        version.revision(),
        refusal,
        form.errors(words));
  }

  private static Field from(Words words, Form form) {
    return new Controls(words, form, "rules.").of(Kind.DATE, FROM, true).field();
  }

  private static RulePage.Part part(
      RuleVersion version, Section section, RuleWording wording, Words words) {
    int count = wording.sheets().rows(section).size();
    return new RulePage.Part(
        "/rules/" + version.id() + "/" + section.code(),
        RuleWording.section(section, words),
        words.say("rules.section." + section.code() + ".hint"),
        section.isSingle() ? count == 0 ? words.say("rules.none") : "" : words.number(count));
  }

  void release(Context ctx) {
    Form form = Form.of(ctx);
    Optional<Instant> from = form.date(FROM).map(day -> day.atStartOfDay(Words.WIB).toInstant());
    if (from.isEmpty()) {
      form.refuse(FROM, "rules.fault.from");
      show(ctx, UNPROCESSABLE_CONTENT, form, "");
      return;
    }
    act(
        ctx,
        form,
        (tx, id) -> {
          desk.release().run(tx, form.act(), id, form.version(), from.get());
          return true;
        },
        "rules.released",
        "/rules/" + ctx.pathParam("version"));
  }

  void discard(Context ctx) {
    Form form = Form.of(ctx);
    act(
        ctx,
        form,
        (tx, id) -> {
          desk.discard().run(tx, form.act(), id, form.version());
          return true;
        },
        "rules.discarded",
        "/rules");
  }

  /** What is done to a version as a whole. */
  private interface Work {
    boolean run(Tx tx, long id);
  }

  private void act(Context ctx, Form form, Work work, String said, String next) {
    try {
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> work.run(tx, desk.open(tx, ctx.pathParam("version")).version().id()),
          (tx, done) -> true);
      Flash.say(ctx, said);
      ctx.redirect(next, SEE_OTHER);
    } catch (RuleBroken e) {
      show(ctx, CONFLICT, form, said(ctx, e));
    } catch (Stale e) {
      show(ctx, CONFLICT, form, Reader.of(ctx).words().say("rules.stale"));
    }
  }

  private static String said(Context ctx, RuleBroken broken) {
    return Reader.of(ctx).words().say(broken.key(), broken.arguments().toArray());
  }
}
