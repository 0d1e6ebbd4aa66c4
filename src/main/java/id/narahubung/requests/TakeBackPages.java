package id.narahubung.requests;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.NotFound;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Controls;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;

/** Taking an act of answering back: asked first, with what it said and how much. */
public final class TakeBackPages {

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
      String number = db.as(reader.viewer(), tx -> rows(tx, event).getFirst().number());
      int items =
          once.run(
              reader.viewer(),
              form.act(),
              tx -> takeBack.run(tx, form.act(), event, form.text("reason")),
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

  private ActPage page(Tx tx, Words words, long event, Form form, String refusal) {
    List<ItemRow> rows = rows(tx, event);
    ItemRow first = rows.getFirst();
    ActForm.Picked picked =
        new ActForm.Picked(
            rows,
            stores.facts().fetch(tx, rows.stream().map(row -> row.item().id()).toList()),
            stores.rules().fetch(tx, first.ruleSetId()),
            words,
            tx.person(),
            List.of(),
            Drafting.NONE);
    Control reason = new Controls(words, form, "take_back.").of(Control.Kind.AREA, "reason", true);
    return ItemActs.page(
        picked,
        form,
        new ActForm.Drawing(
            words.say("take_back.items.title", rows.size()),
            "/answers/" + event + "/take-back",
            "post",
            List.<Fact>of(),
            List.of(reason),
            words.say("take_back.warning"),
            words.say("take_back.next").lines().toList(),
            words.say("take_back.save", rows.size())),
        "/requests/" + first.number(),
        refusal);
  }

  private List<ItemRow> rows(Tx tx, long event) {
    List<ItemRow> rows =
        stores
            .queue()
            .fetch(tx, stores.answers().itemsOf(tx, event).stream().map(ItemRef::id).toList());
    if (rows.isEmpty()) {
      throw new NotFound("answers of event " + event);
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
