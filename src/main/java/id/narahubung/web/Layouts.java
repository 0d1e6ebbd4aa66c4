package id.narahubung.web;

import id.narahubung.access.Permission;
import id.narahubung.access.Side;
import id.narahubung.accounts.SignedIn;
import id.narahubung.text.Words;
import id.narahubung.web.Layout.Help;
import id.narahubung.web.Layout.NavLink;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes the layout of each page: who is signed in, where one can go, what was just done. */
public final class Layouts {

  private static final Help NO_TASK = new Help("/help", "");

  private final Flash flash;
  private final String assets;
  private final PageHelp help;
  private final Supplier<UUID> acts;

  public Layouts(Flash flash, String assets, PageHelp help, Supplier<UUID> acts) {
    this.flash = flash;
    this.assets = assets;
    this.help = help;
    this.acts = acts;
  }

  Layout around(Context ctx, Reader reader) {
    Words words = reader.words();
    String other = words.language().other().code();
    return new Layout(
        words.language().code(),
        other,
        words.say("language." + other),
        pathOf(ctx),
        reader.signedIn().isPresent() ? TypedForm.PATH : "/language",
        reader.signedIn().isPresent(),
        reader.signedIn().map(me -> words.say(sideKey(me.viewer().side()))).orElse(""),
        reader.signedIn().map(SignedIn::label).orElse(""),
        reader.signedIn().map(me -> links(ctx, me, words)).orElse(List.of()),
        seldom(ctx, reader, words),
        offersSearch(ctx, reader),
        help.of(ctx.endpoint().path, reader)
            .map(task -> new Help(task.href(), task.title()))
            .orElse(NO_TASK),
        flash.take(ctx, words),
        assets,
        reader.signedIn().map(SignedIn::formToken).orElse(""),
        words.say("layout.zone_note"),
        acts);
  }

  /** Around a page drawn without a request. */
  Layout bare(Words words) {
    String other = words.language().other().code();
    return new Layout(
        words.language().code(),
        other,
        words.say("language." + other),
        "/",
        "/language",
        false,
        "",
        "",
        List.of(),
        List.of(),
        false,
        NO_TASK,
        "",
        assets,
        "",
        words.say("layout.zone_note"),
        acts);
  }

  /**
   * Where to come back to: the page itself, or the form's page where a post was answered. The form
   * says it; the browser says where the one before was, and that may have been a post, too.
   */
  private static String pathOf(Context ctx) {
    if (!ctx.req().getMethod().equals("GET")) {
      return TypedForm.pageOf(ctx).orElseGet(() -> LocalPath.ofReferer(ctx));
    }
    String query = ctx.queryString();
    return LocalPath.of(query == null ? ctx.path() : ctx.path() + "?" + query);
  }

  private static boolean offersSearch(Context ctx, Reader reader) {
    return !ctx.path().equals("/search")
        && reader.signedIn().filter(me -> me.viewer().may(Permission.VIEW_REQUESTS)).isPresent();
  }

  private static List<NavLink> links(Context ctx, SignedIn me, Words words) {
    List<NavLink> links = new ArrayList<>();
    if (me.viewer().may(Permission.VIEW_REQUESTS)) {
      links.add(link(ctx, words, "/", "nav.queue"));
      links.add(
          link(
              ctx,
              words,
              "/requests",
              me.viewer().side() == Side.MINISTRY ? "nav.requests" : "nav.orders"));
    }
    if (me.viewer().may(Permission.VIEW_REQUESTS)) {
      links.add(link(ctx, words, "/letters", "nav.letters"));
    }
    if (me.viewer().may(Permission.VIEW_COMMITMENTS)) {
      links.add(link(ctx, words, "/commitments", "nav.commitments"));
    }
    if (me.viewer().may(Permission.VIEW_DECISIONS)) {
      links.add(link(ctx, words, "/decisions", "nav.decisions"));
      links.add(link(ctx, words, "/platforms", "nav.platforms"));
    }
    if (me.viewer().may(Permission.VIEW_VERIFICATIONS)) {
      links.add(link(ctx, words, "/verifications", "nav.verifications"));
    }
    if (me.viewer().may(Permission.VIEW_STATUS)) {
      links.add(link(ctx, words, "/status", "nav.status"));
    }
    if (me.viewer().may(Permission.VIEW_REQUESTS)) {
      links.add(link(ctx, words, "/figures", "nav.figures"));
    }
    if (me.viewer().may(Permission.DRAFT_REQUESTS)) {
      links.add(link(ctx, words, "/drafts/new", "nav.new_request"));
    }
    if (me.viewer().may(Permission.VIEW_SAMPLES)) {
      links.add(link(ctx, words, "/recheck-samples", "nav.samples"));
    }
    if (me.viewer().may(Permission.VIEW_ROSTER)) {
      links.add(link(ctx, words, "/roster", "nav.roster"));
    }
    if (me.viewer().may(Permission.VIEW_COMPANY)) {
      links.add(link(ctx, words, "/company", "nav.company"));
    }
    if (me.viewer().may(Permission.VIEW_ADMINISTRATION)) {
      links.add(link(ctx, words, "/administration", "nav.administration"));
    }
    if (keepsRules(me)) {
      links.add(link(ctx, words, "/rules", "nav.rules"));
    }
    return links;
  }

  /** Others look them up now and then. */
  private static boolean keepsRules(SignedIn me) {
    return me.viewer().may(Permission.VIEW_RULES)
        && me.viewer().may(Permission.VIEW_ADMINISTRATION);
  }

  /** What is seldom wanted: one line of sections is enough to look through. */
  private static List<NavLink> seldom(Context ctx, Reader reader, Words words) {
    List<NavLink> links = new ArrayList<>();
    reader
        .signedIn()
        .filter(me -> me.viewer().may(Permission.VIEW_RULES) && !keepsRules(me))
        .ifPresent(me -> links.add(link(ctx, words, "/rules", "nav.rules")));
    reader
        .signedIn()
        .filter(me -> me.viewer().may(Permission.GIVE_TIME))
        .ifPresent(me -> links.add(link(ctx, words, "/outages", "nav.outages")));
    links.add(link(ctx, words, "/transparency", "transparency.title"));
    return links;
  }

  private static NavLink link(Context ctx, Words words, String href, String key) {
    String current =
        ctx.path().equals(href) ? "page" : ctx.path().startsWith(href + "/") ? "true" : "";
    return new NavLink(href, words.say(key), current);
  }

  private static String sideKey(Side side) {
    return "side." + side.name().toLowerCase(Locale.ROOT);
  }
}
