package id.narahubung.requests;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.BadInput;
import id.narahubung.access.NotFound;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.requests.OutageStore.Decision;
import id.narahubung.requests.OutageStore.Noticed;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When the portal was away, and what a supervisor decides on the time that cost. */
public final class OutagePages {

  private static final int ROWS = 50;
  private static final int MOST_REQUESTS = 100;

  /** Of how many items it is shown how their due times would move. */
  private static final int MOST_MOVES = 20;

  private static final String YES = "yes";
  private static final String NO = "no";

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final OutageStore outages;
  private final RequestStore requests;
  private final ItemStore items;
  private final OutageReach reach;
  private final DecideOutage decide;

  OutagePages(
      Database db,
      Pages pages,
      Once once,
      OutageStore outages,
      RequestStore requests,
      ItemStore items,
      OutageReach reach,
      DecideOutage decide) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.outages = outages;
    this.requests = requests;
    this.items = items;
    this.reach = reach;
    this.decide = decide;
  }

  void list(Context ctx) {
    Reader reader = Reader.of(ctx);
    Form query = Form.ofQuery(ctx);
    Optional<Long> before =
        query.has("before") ? Optional.of(query.id("before")) : Optional.empty();
    List<Noticed> rows = db.as(reader.viewer(), tx -> outages.list(tx, before, ROWS));
    Words words = reader.words();
    pages.show(
        ctx,
        "outages/list",
        new OutageListPage(
            words.say("outages.title"),
            rows.stream().map(row -> row(words, row)).toList(),
            rows.size() < ROWS ? "" : "/outages?before=" + rows.getLast().id()));
  }

  private static OutageListPage.Row row(Words words, Noticed row) {
    return new OutageListPage.Row(
        words.instant(row.outage().from()),
        "/outages/" + row.id(),
        words.instant(row.outage().to()),
        words.duration(row.outage().length()),
        state(words, row));
  }

  private static Tag state(Words words, Noticed row) {
    if (row.decision().isEmpty()) {
      return new Tag(words.say("outage.state.open"), "soon", "");
    }
    Decision decision = row.decision().get();
    return decision.granted()
        ? new Tag(
            words.say("outage.state.granted"),
            "good",
            words.say("outage.reach", decision.items(), decision.requests()))
        : new Tag(words.say("outage.state.declined"), "open", "");
  }

  void show(Context ctx) {
    show(ctx, OK, Form.empty(), "");
  }

  void decide(Context ctx) {
    Reader reader = Reader.of(ctx);
    Form form = Form.of(ctx);
    long id = id(ctx);
    new Reading(form).needText("reason");
    if (!List.of(YES, NO).contains(form.text("granted"))) {
      form.refuse("granted", "outage.fault.granted");
    }
    if (!form.isGood()) {
      show(ctx, UNPROCESSABLE_CONTENT, form, "");
      return;
    }
    boolean granted = form.text("granted").equals(YES);
    try {
      int items =
          once.run(
              reader.viewer(),
              form.act(),
              tx -> decide.run(tx, form.act(), id, granted, form.text("reason")),
              (tx, done) -> outages.fetch(tx, id).decision().map(Decision::items).orElse(0));
      Flash.say(ctx, granted ? "outage.saved.granted" : "outage.saved.declined", items);
      ctx.redirect("/outages", SEE_OTHER);
    } catch (RuleBroken e) {
      show(ctx, CONFLICT, form, reader.words().say(e.key()));
    } catch (Stale e) {
      show(ctx, CONFLICT, form, reader.words().say("outage.refused.decided"));
    }
  }

  private void show(Context ctx, HttpStatus status, Form form, String refusal) {
    Reader reader = Reader.of(ctx);
    long id = id(ctx);
    pages.show(
        ctx,
        status,
        "outages/show",
        db.as(
            reader.viewer(), tx -> page(tx, reader.words(), outages.fetch(tx, id), form, refusal)));
  }

  private OutagePage page(Tx tx, Words words, Noticed noticed, Form form, String refusal) {
    boolean open = noticed.decision().isEmpty();
    Optional<Link> earlier =
        open
            ? outages
                .earlierOpen(tx, noticed.outage())
                .map(
                    other ->
                        new Link(
                            "/outages/" + other.id(),
                            words.say("outage.title", words.instant(other.outage().from()))))
            : Optional.empty();
    Map<Long, List<Long>> hit =
        open ? reach.of(tx, noticed.outage(), outages.running(tx, noticed.outage())) : Map.of();
    int unlisted = hit.size() - MOST_REQUESTS;
    int unmoved = OutageReach.count(hit) - MOST_MOVES;
    Map<Long, List<String>> moves = moves(tx, words, noticed.outage(), hit);
    return new OutagePage(
        words.say("outage.title", words.instant(noticed.outage().from())),
        noticed.id(),
        state(words, noticed),
        facts(words, noticed),
        open,
        earlier,
        hit.isEmpty()
            ? words.say("outage.reach.none")
            : words.say("outage.reach", OutageReach.count(hit), hit.size()),
        hit.entrySet().stream()
            .limit(MOST_REQUESTS)
            .map(
                entry ->
                    row(
                        words,
                        requests.fetch(tx, entry.getKey()),
                        entry.getValue().size(),
                        moves.getOrDefault(entry.getKey(), List.of())))
            .toList(),
        unlisted > 0 ? words.say("outage.more", unlisted) : "",
        unmoved > 0 ? words.say("outage.unmoved", unmoved) : "",
        // What was typed is shown even where it cannot be saved yet.
        open && (earlier.isEmpty() || !refusal.isEmpty())
            ? controls(words, form, !hit.isEmpty())
            : List.of(),
        refusal,
        form.errors(words));
  }

  private static List<Fact> facts(Words words, Noticed noticed) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.say("outages.from"), words.instant(noticed.outage().from())));
    facts.add(new Fact(words.say("outages.to"), words.instant(noticed.outage().to())));
    facts.add(new Fact(words.say("outages.length"), words.duration(noticed.outage().length())));
    noticed
        .decision()
        .ifPresent(
            decision -> {
              facts.add(
                  new Fact(
                      words.say("outage.decided"),
                      words.instant(decision.decidedAt())
                          + decision.by().map(by -> ", " + by.told(words)).orElse("")));
              facts.add(new Fact(words.say("outage.reason"), decision.reason()));
            });
    return facts;
  }

  /** How the first items would fall due, by their requests, so that nobody decides blindly. */
  private Map<Long, List<String>> moves(
      Tx tx, Words words, Outage outage, Map<Long, List<Long>> hit) {
    List<Long> first = hit.values().stream().flatMap(List::stream).limit(MOST_MOVES).toList();
    Map<Long, Instant> due = reach.dueWith(tx, outage, first);
    Map<Long, List<String>> moves = new HashMap<>();
    for (Item item : items.fetch(tx, first)) {
      Optional<Instant> old = item.dueAt();
      Instant moved = due.get(item.id());
      if (old.isPresent() && moved != null && moved.isAfter(old.get())) {
        moves
            .computeIfAbsent(item.requestId(), request -> new ArrayList<>())
            .add(
                words.say(
                    "outage.move",
                    item.shortNumber(),
                    words.instant(old.get()),
                    words.instant(moved)));
      }
    }
    return moves;
  }

  private static OutagePage.Row row(
      Words words, TakedownRequest request, int items, List<String> moves) {
    return new OutagePage.Row(
        request.requireNumber(),
        "/requests/" + request.requireNumber(),
        request.content().subject(),
        words.say("outage.row", items),
        moves);
  }

  /** Where it cost nobody any time there is nothing to grant. */
  private static List<Control> controls(Words words, Form form, boolean grantable) {
    Controls controls = new Controls(words, form, "outage.");
    List<Choice> choices = new ArrayList<>();
    if (grantable) {
      choices.add(controls.choice("granted", YES, words.say("outage.grant")));
    }
    choices.add(controls.choice("granted", NO, words.say("outage.decline")));
    return List.of(
        controls.of(Kind.RADIOS, "granted", true, choices), controls.of(Kind.AREA, "reason", true));
  }

  private static long id(Context ctx) {
    Form form = Form.empty().with("outage", List.of(ctx.pathParam("outage")));
    try {
      return form.id("outage");
    } catch (BadInput e) {
      throw new NotFound("outage");
    }
  }
}
