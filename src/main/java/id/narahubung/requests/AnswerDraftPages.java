package id.narahubung.requests;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.NotFound;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.LocalPath;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a company has drafted: a lead releases it or gives it back, its writer drops it. */
public final class AnswerDraftPages {

  /** On the page that asks whether to drop drafts: its button means it. */
  private static final String SURE = "sure";

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final Stores stores;
  private final Commands commands;
  private final AnswerDraftsPageMaker maker;

  /** What the pages read from. */
  record Stores(AnswerDraftStore drafts, QueueStore queue, FactStore facts, RuleStore rules) {}

  /** What can be done here. */
  record Commands(ReleaseAnswers release, ReturnAnswers giveBack, DropAnswerDrafts drop) {}

  AnswerDraftPages(Database db, Pages pages, Once once, Stores stores, Commands commands) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.stores = stores;
    this.commands = commands;
    this.maker =
        new AnswerDraftsPageMaker(stores.drafts(), stores.queue(), stores.facts(), stores.rules());
  }

  void list(Context ctx) {
    list(ctx, OK, Form.ofQuery(ctx), "");
  }

  private void list(Context ctx, HttpStatus status, Form form, String refusal) {
    Reader reader = Reader.of(ctx);
    pages.show(
        ctx,
        status,
        "items/drafts",
        db.as(reader.viewer(), tx -> maker.page(tx, reader, form, refusal)));
  }

  void release(Context ctx) {
    Form form = Form.of(ctx);
    run(
        ctx,
        form,
        "draft_answer.released",
        "draft_answer.row.released",
        tx -> commands.release().run(tx, form.act(), picked(form)));
  }

  void giveBack(Context ctx) {
    Form form = Form.of(ctx);
    form.need("reason", "draft_answer.fault.reason", ActForm.MOST_TEXT);
    if (!form.isGood()) {
      list(ctx, UNPROCESSABLE_CONTENT, form, "");
      return;
    }
    run(
        ctx,
        form,
        "draft_answer.returned",
        "draft_answer.row.returned",
        tx -> commands.giveBack().run(tx, form.act(), form.ids("draft"), form.text("reason")));
  }

  /** Asked first, with what would be dropped. */
  void askRemoval(Context ctx) {
    Form query = Form.ofQuery(ctx);
    List<Long> items = ItemActs.refs(query).stream().map(ItemRef::id).toList();
    if (items.isEmpty()) {
      throw new RuleBroken("draft_answer.refused.none_picked");
    }
    String back = query.has("back") ? LocalPath.of(query.text("back")) : "/answer-drafts";
    askRemoval(ctx, back, tx -> stores.drafts().live(tx, items).values());
  }

  private void askRemoval(Context ctx, String back, Function<Tx, Collection<AnswerDraft>> drafts) {
    Reader reader = Reader.of(ctx);
    pages.show(
        ctx,
        "items/act",
        db.as(reader.viewer(), tx -> removal(tx, reader, back, drafts.apply(tx))));
  }

  private ActPage removal(Tx tx, Reader reader, String back, Collection<AnswerDraft> drafts) {
    List<Long> items = drafts.stream().map(AnswerDraft::itemId).distinct().toList();
    List<ItemRow> rows = stores.queue().fetch(tx, items);
    if (rows.isEmpty()) {
      throw new NotFound("answer drafts");
    }
    Words words = reader.words();
    int count = rows.size();
    List<Fact> hidden = new ArrayList<>();
    hidden.add(new Fact(SURE, "yes"));
    drafts.forEach(draft -> hidden.add(new Fact("draft", Long.toString(draft.id()))));
    return ItemActs.page(
            new ActForm.Picked(
                rows,
                Map.of(),
                stores.rules().fetch(tx, rows.getFirst().ruleSetId()),
                words,
                reader.viewer(),
                List.of(),
                Drafting.NONE),
            Form.empty(),
            new ActForm.Drawing(
                words.say("draft_answer.drop.title", count),
                "/answer-drafts/removals",
                "post",
                hidden,
                List.of(),
                words.say("draft_answer.drop.warning"),
                words.say("draft_answer.drop.next").lines().toList(),
                words.say("draft_answer.drop.save", count)),
            back,
            "")
        .withItems(told(tx, words, rows, drafts));
  }

  /** What each of them would have said. */
  private List<ActPage.Picked> told(
      Tx tx, Words words, List<ItemRow> rows, Collection<AnswerDraft> drafts) {
    List<ActPage.Picked> told = new ArrayList<>();
    for (ItemRow row : rows) {
      RuleSet set = stores.rules().fetch(tx, row.ruleSetId());
      drafts.stream()
          .filter(draft -> draft.itemId() == row.item().id())
          .forEach(
              draft ->
                  told.add(
                      new ActPage.Picked(
                          row.item().ref().toString(),
                          row.fullNumber(),
                          "/requests/" + row.number() + "/items/" + row.item().ordinal(),
                          new Wording(words, tx.now()).address(row.item()),
                          row.item().copied(),
                          AnswerDraftCard.answer(words, set, draft),
                          AnswerDraftCard.facts(words, set, draft))));
    }
    return told;
  }

  /** From a list it is asked first; from the page that asked, it is done. */
  void remove(Context ctx) {
    Form form = Form.of(ctx);
    List<Long> ids = form.ids("draft");
    if (!form.has(SURE) && !ids.isEmpty()) {
      askRemoval(ctx, back(form), tx -> stores.drafts().fetch(tx, ids));
      return;
    }
    run(
        ctx,
        form,
        "draft_answer.dropped",
        "draft_answer.row.dropped",
        tx -> commands.drop().run(tx, form.act(), ids));
  }

  /** The chosen ones, or all that the page showed. */
  private static List<Long> picked(Form form) {
    return form.ids(form.has("all") ? AnswerDraftsPageMaker.SHOWN : "draft");
  }

  private static String back(Form form) {
    return form.has("back")
        ? LocalPath.of(form.text("back"))
        : Address.of("/answer-drafts", form, AnswerDraftsPageMaker.NAMES).toString();
  }

  private void run(Context ctx, Form form, String done, String row, Function<Tx, BulkResult> work) {
    PersonViewer viewer = Reader.of(ctx).viewer();
    String back = back(form);
    BulkResult result;
    try {
      result =
          once.run(viewer, form.act(), work, (tx, first) -> new BulkResult(List.of(), List.of()));
    } catch (RuleBroken e) {
      list(ctx, CONFLICT, form, Reader.of(ctx).words().say(e.key(), e.arguments().toArray()));
      return;
    }
    if (!result.refused().isEmpty()) {
      HttpStatus status = result.changed().isEmpty() ? CONFLICT : OK;
      pages.show(ctx, status, "items/result", result(Reader.of(ctx), result, row, back));
      return;
    }
    if (result.changed().isEmpty()) {
      Flash.say(ctx, "act.repeated");
    } else {
      Flash.say(ctx, done, result.changed().size());
    }
    ctx.redirect(back, SEE_OTHER);
  }

  /** Row by row; for what moved meanwhile, who moved it. */
  private ResultPage result(Reader reader, BulkResult result, String row, String back) {
    Words words = reader.words();
    Map<Long, String> refused = new HashMap<>();
    result.refused().forEach(each -> refused.put(each.item().id(), each.key()));
    List<Long> ids = new ArrayList<>(refused.keySet());
    result.changed().forEach(item -> ids.add(item.id()));
    return db.as(
        reader.viewer(),
        tx -> {
          Map<Long, ItemFacts> facts = stores.facts().fetch(tx, refused.keySet());
          List<ResultPage.Row> rows =
              stores.queue().fetch(tx, ids).stream()
                  .map(
                      each -> {
                        Optional<String> key = Optional.ofNullable(refused.get(each.item().id()));
                        return new ResultPage.Row(
                            each.fullNumber(),
                            "/requests/" + each.number() + "/items/" + each.item().ordinal(),
                            key.isEmpty(),
                            words.say(key.isEmpty() ? row : "result.refused"),
                            key.map(why -> why(words, why, facts.get(each.item().id())))
                                .orElse(""));
                      })
                  .toList();
          int changed = result.changed().size();
          return new ResultPage(
              words.say("result.title"),
              words.say(
                  "result.summary",
                  changed + result.refused().size(),
                  changed,
                  result.refused().size()),
              rows,
              back,
              Optional.empty());
        });
  }

  private static String why(Words words, String key, @Nullable ItemFacts facts) {
    String moved =
        facts == null || !key.equals("draft_answer.refused.stale")
            ? ""
            : facts
                .lastMove()
                .map(
                    move ->
                        " "
                            + words.say(
                                "request.changed_by",
                                move.by().told(words),
                                words.instant(move.at())))
                .orElse("");
    return words.say(key) + moved;
  }
}
