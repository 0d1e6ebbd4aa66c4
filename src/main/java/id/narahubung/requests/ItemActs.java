package id.narahubung.requests;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.NotFound;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.LocalPath;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the pages of every act on items share: load the picked items, show the form, run the act
 * once, and say row by row what it did. A refused form comes back with everything typed and the
 * items as they stand now.
 */
public final class ItemActs {

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final QueueStore queue;
  private final FactStore facts;
  private final RuleStore rules;

  public ItemActs(
      Database db, Pages pages, Once once, QueueStore queue, FactStore facts, RuleStore rules) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.queue = queue;
    this.facts = facts;
    this.rules = rules;
  }

  /** The picked items with what happened to them, and the rules of the first one's request. */
  record Picked(List<ItemRow> rows, Map<Long, ItemFacts> facts, RuleSet rules, Words words) {}

  /**
   * What one act draws: its title, controls and consequences, from the picked items and the form.
   */
  record Drawing(
      String title,
      String action,
      String method,
      List<Wording.Fact> hidden,
      List<Control> controls,
      List<String> next,
      String button) {}

  /** Loads what was picked in the query. */
  Picked picked(Context ctx) {
    return picked(ctx, Form.ofQuery(ctx));
  }

  Picked picked(Context ctx, Form form) {
    Reader reader = Reader.of(ctx);
    List<ItemRef> refs = refs(form);
    if (refs.isEmpty()) {
      throw new RuleBroken("item.refused.none_picked");
    }
    return db.as(
        reader.viewer(),
        tx -> {
          List<ItemRow> rows = queue.fetch(tx, refs.stream().map(ItemRef::id).toList());
          if (rows.isEmpty()) {
            throw new NotFound("items");
          }
          return new Picked(
              rows,
              facts.fetch(tx, rows.stream().map(row -> row.item().id()).toList()),
              rules.fetch(tx, rows.getFirst().ruleSetId()),
              reader.words());
        });
  }

  void show(Context ctx, Picked picked, Form form, Drawing drawing) {
    pages.show(ctx, "items/act", page(picked, form, drawing, back(ctx, form, picked), ""));
  }

  void refuse(Context ctx, Picked picked, Form form, Drawing drawing) {
    pages.show(
        ctx,
        UNPROCESSABLE_CONTENT,
        "items/act",
        page(picked, form, drawing, back(ctx, form, picked), ""));
  }

  /** Runs the act once and answers: back where one came from, or the result row by row. */
  void run(
      Context ctx,
      Picked picked,
      Form form,
      Drawing drawing,
      String done,
      Function<Tx, BulkResult> act) {
    Words words = picked.words();
    String back = back(ctx, form, picked);
    try {
      BulkResult result =
          once.run(
              Reader.of(ctx).viewer(),
              form.act(),
              act,
              (tx, first) -> new BulkResult(List.of(), List.of()));
      if (result.refused().isEmpty()) {
        if (result.changed().isEmpty()) {
          Flash.say(ctx, "act.repeated");
        } else {
          Flash.say(ctx, done, result.changed().size());
        }
        ctx.redirect(back, SEE_OTHER);
      } else {
        pages.show(ctx, "items/result", result(result, picked, back));
      }
    } catch (RuleBroken e) {
      pages.show(
          ctx,
          CONFLICT,
          "items/act",
          page(picked, form, drawing, back, words.say(e.key(), e.arguments().toArray())));
    } catch (Stale e) {
      pages.show(
          ctx,
          CONFLICT,
          "items/act",
          page(picked, form, drawing, back, words.say("item.refused.stale") + changedBy(picked)));
    }
  }

  /** Who moved the first picked item last, and when. */
  private static String changedBy(Picked picked) {
    Wording wording = new Wording(picked.words(), Instant.EPOCH);
    return picked.rows().stream()
        .map(row -> picked.facts().get(row.item().id()))
        .filter(Objects::nonNull)
        .findFirst()
        .flatMap(ItemFacts::lastMove)
        .map(
            move ->
                " "
                    + picked
                        .words()
                        .say(
                            "request.changed_by",
                            wording.by(move.by()),
                            picked.words().instant(move.at())))
        .orElse("");
  }

  static List<ItemRef> refs(Form form) {
    return form.all("item").stream().map(ItemRef::from).distinct().toList();
  }

  private ActPage page(Picked picked, Form form, Drawing drawing, String back, String refusal) {
    Wording wording = new Wording(picked.words(), Instant.EPOCH);
    List<ActPage.Picked> rows = new ArrayList<>();
    for (ItemRow row : picked.rows()) {
      ItemFacts fact = picked.facts().get(row.item().id());
      if (fact != null) {
        rows.add(
            new ActPage.Picked(
                row.item().ref().toString(),
                row.fullNumber(),
                "/requests/" + row.number() + "/items/" + row.item().ordinal(),
                wording.address(row.item()),
                row.item().url(),
                wording.claim(picked.rules(), fact),
                wording.found(fact)));
      }
    }
    ItemRow first = picked.rows().getFirst();
    return new ActPage(
        drawing.title(),
        first.number() + " · " + first.platform(),
        drawing.action(),
        drawing.method(),
        refusal,
        rows,
        drawing.hidden(),
        drawing.controls(),
        drawing.next(),
        drawing.button(),
        back,
        form.errors(picked.words()));
  }

  private static ResultPage result(BulkResult result, Picked picked, String back) {
    Words words = picked.words();
    List<ResultPage.Row> rows = new ArrayList<>();
    for (ItemRow row : picked.rows()) {
      Optional<BulkResult.Refused> refused =
          result.refused().stream().filter(each -> each.item().id() == row.item().id()).findFirst();
      rows.add(
          new ResultPage.Row(
              row.fullNumber(),
              "/requests/" + row.number() + "/items/" + row.item().ordinal(),
              refused.isEmpty(),
              words.say(refused.isEmpty() ? "result.changed" : "result.refused"),
              refused.map(each -> words.say(each.key())).orElse("")));
    }
    int changed = result.changed().size();
    return new ResultPage(
        words.say("result.title"),
        words.say(
            "result.summary", changed + result.refused().size(), changed, result.refused().size()),
        rows,
        back);
  }

  /** Where one came from, if that is a page of ours; else the first item's request. */
  private static String back(Context ctx, Form form, Picked picked) {
    String typed = form.has("back") ? form.text("back") : Form.ofQuery(ctx).text("back");
    return typed.isEmpty() ? "/requests/" + picked.rows().getFirst().number() : LocalPath.of(typed);
  }
}
