package id.narahubung.requests;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import id.narahubung.access.NotFound;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Controls;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Taking an act of answering back: asked first, with what it said and how much. */
public final class TakeBackPages {

  /** How much goes back: only what this event is about, or the whole act. */
  private static final String EXTENT = "extent";

  private static final String WHOLE = "whole";

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final Stores stores;
  private final TakeBackAnswers takeBack;

  /** What the page reads from. */
  record Stores(AnswerStore answers, QueueStore queue, FactStore facts, RuleStore rules) {}

  TakeBackPages(Database db, Pages pages, Once once, Stores stores, TakeBackAnswers takeBack) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.stores = stores;
    this.takeBack = takeBack;
  }

  void ask(Context ctx) {
    show(ctx, HttpStatus.OK, Form.empty(), "");
  }

  void submit(Context ctx) {
    Form form = Form.of(ctx);
    long event = event(ctx);
    form.need("reason", "fault.reason", ActForm.MOST_TEXT);
    if (!form.isGood()) {
      show(ctx, UNPROCESSABLE_CONTENT, form, "");
      return;
    }
    Reader reader = Reader.of(ctx);
    try {
      String number = db.as(reader.viewer(), tx -> rows(tx, List.of(event)).getFirst().number());
      int items =
          once.run(
              reader.viewer(),
              form.act(),
              tx -> takeBack.run(tx, form.act(), taken(tx, event, form), form.text("reason")),
              (tx, first) -> 0);
      Flash.say(ctx, items == 0 ? "act.repeated" : "take_back.saved", items);
      ctx.redirect("/requests/" + number, SEE_OTHER);
    } catch (RuleBroken e) {
      show(ctx, CONFLICT, form, reader.words().say(e.key()));
    }
  }

  private void show(Context ctx, HttpStatus status, Form form, String refusal) {
    Reader reader = Reader.of(ctx);
    long event = event(ctx);
    pages.show(
        ctx,
        status,
        "items/act",
        db.as(reader.viewer(), tx -> page(tx, reader.words(), event, form, refusal)));
  }

  /** Only this part of what was answered at once, unless all of it is meant. */
  private List<Long> taken(Tx tx, long event, Form form) {
    return form.text(EXTENT).equals(WHOLE) ? stores.answers().actOf(tx, event) : List.of(event);
  }

  private ActPage page(Tx tx, Words words, long event, Form form, String refusal) {
    List<ItemRow> part = rows(tx, List.of(event));
    List<ItemRow> whole = new ArrayList<>(rows(tx, stores.answers().actOf(tx, event)));
    Set<Long> own = part.stream().map(row -> row.item().id()).collect(toSet());
    whole.sort(Comparator.comparing(row -> !own.contains(row.item().id())));
    boolean asks = part.size() < whole.size();
    ItemRow first = part.getFirst();
    Map<Long, ItemFacts> facts =
        stores.facts().fetch(tx, whole.stream().map(row -> row.item().id()).toList());
    RuleSet rules = stores.rules().fetch(tx, first.ruleSetId());
    Controls controls = new Controls(words, form, "take_back.");
    List<Control> all = new ArrayList<>();
    if (asks) {
      String said =
          requireNonNull(facts.get(first.item().id())).standingAnswers().stream()
              .filter(answer -> answer.event() == event)
              .map(answer -> words.label(rules.answerType(answer.code()).label()))
              .collect(joining());
      all.add(
          controls.of(Control.Kind.RADIOS, EXTENT, true, extents(words, form, part, whole, said)));
    }
    all.add(controls.of(Control.Kind.AREA, "reason", true));
    boolean wholeRefused = asks && !refusal.isEmpty() && form.text(EXTENT).equals(WHOLE);
    return ItemActs.page(
            new ActForm.Picked(whole, facts, rules, words, tx.person(), List.of(), Drafting.NONE),
            form,
            new ActForm.Drawing(
                asks
                    ? words.say("take_back.save")
                    : words.say("take_back.items.title", whole.size()),
                "/answers/" + event + "/take-back",
                "post",
                List.<Fact>of(),
                all,
                words.say("take_back.warning"),
                words.say("take_back.next").lines().toList(),
                words.say("take_back.save")),
            "/requests/" + first.number(),
            wholeRefused ? refusal + " " + words.say("take_back.refused.whole") : refusal)
        .withItems(picked(tx, words, whole, facts));
  }

  /** Orders answered at once may have been sent under different rule sets. */
  private List<ActPage.Picked> picked(
      Tx tx, Words words, List<ItemRow> rows, Map<Long, ItemFacts> facts) {
    Wording wording = new Wording(words, tx.now());
    return rows.stream()
        .map(
            row ->
                ItemActs.picked(
                    wording,
                    stores.rules().fetch(tx, row.ruleSetId()),
                    row,
                    requireNonNull(facts.get(row.item().id()))))
        .toList();
  }

  private static List<Choice> extents(
      Words words, Form form, List<ItemRow> part, List<ItemRow> whole, String said) {
    boolean all = form.text(EXTENT).equals(WHOLE);
    long requests = whole.stream().map(ItemRow::number).distinct().count();
    return List.of(
        new Choice(
            "part",
            words.say("take_back.extent.part", part.size(), part.getFirst().number(), said),
            "",
            !all),
        new Choice(WHOLE, words.say("take_back.extent.whole", whole.size(), requests), "", all));
  }

  private List<ItemRow> rows(Tx tx, List<Long> events) {
    List<ItemRow> rows =
        stores
            .queue()
            .fetch(tx, stores.answers().itemsOf(tx, events).stream().map(ItemRef::id).toList());
    if (rows.isEmpty()) {
      throw new NotFound("answers of events " + events);
    }
    return rows;
  }

  private static long event(Context ctx) {
    String id = ctx.pathParam("event");
    if (!id.matches("\\d{1,18}")) {
      throw new NotFound("event");
    }
    return Long.parseLong(id);
  }
}
