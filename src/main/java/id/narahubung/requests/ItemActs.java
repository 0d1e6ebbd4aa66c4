package id.narahubung.requests;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.BadInput;
import id.narahubung.access.NotFound;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.requests.ActForm.Picked;
import id.narahubung.requests.QueueStore.Slice;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.LocalPath;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import id.narahubung.web.SentAgain;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the pages of every act on items share: load the picked items, show the form, run the act
 * once, and say row by row what it did. A refused form comes back with everything typed and the
 * items as they stand now.
 */
public final class ItemActs {

  /** A form that only wants to be shown again, with everything typed. */
  private static final String AGAIN = "again";

  /** As many items as one act takes. */
  static final int MOST = QueueStore.MOST_COUNTED;

  /** The button that takes a whole list: its value says which of a request's, or the queue's. */
  private static final String ALL = "all";

  private static final String STALE = "item.refused.stale";

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final QueueStore queue;
  private final FactStore facts;
  private final RuleStore rules;
  private final Sitting sitting;

  public ItemActs(
      Database db,
      Pages pages,
      Once once,
      QueueStore queue,
      FactStore facts,
      RuleStore rules,
      Sitting sitting) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.queue = queue;
    this.facts = facts;
    this.rules = rules;
    this.sitting = sitting;
  }

  /** Shows the form of an act, for the items that the query names. */
  void ask(Context ctx, ActForm act) {
    Form query = Form.ofQuery(ctx);
    Picked picked = picked(ctx, query, act);
    Form form = act.blank(picked, query);
    for (String name : List.of(Sitting.NEXT, Sitting.AFTER)) {
      form = query.has(name) ? form.withWhereEmpty(name, query.text(name)) : form;
    }
    show(ctx, HttpStatus.OK, picked, form, act.draw(picked, form), "");
  }

  /** Does the act as it was typed, or shows the form again with what is wrong. */
  void submit(Context ctx, ActForm act) {
    Form form = Form.of(ctx);
    Picked picked = picked(ctx, form, act);
    if (form.has(AGAIN)) {
      show(ctx, HttpStatus.OK, picked, form, act.draw(picked, form), "");
      return;
    }
    Optional<ActForm.Work> work = act.read(picked, form);
    if (work.isEmpty() || !form.isGood()) {
      show(ctx, UNPROCESSABLE_CONTENT, picked, form, act.draw(picked, form), "");
      return;
    }
    try {
      done(ctx, picked, form, work.get(), act.kept());
    } catch (RuleBroken e) {
      String why = picked.words().say(e.key(), e.arguments().toArray());
      show(ctx, CONFLICT, picked, form, act.draw(picked, form), why);
    } catch (Stale e) {
      String why = picked.words().say(STALE) + changedBy(picked);
      show(ctx, CONFLICT, picked, form, act.draw(picked, form), why);
    }
  }

  private Picked picked(Context ctx, Form form, ActForm act) {
    Reader reader = Reader.of(ctx);
    return db.as(
        reader.viewer(),
        tx -> {
          List<ItemRow> rows = rows(tx, form);
          return new Picked(
              rows,
              facts.fetch(tx, rows.stream().map(row -> row.item().id()).toList()),
              rules.fetch(tx, rows.getFirst().ruleSetId()),
              reader.words(),
              reader.viewer(),
              act.colleagues(tx),
              act.drafting(tx, rows));
        });
  }

  /** The chosen items, or the whole list that one was looking at, as it stands now. */
  private List<ItemRow> rows(Tx tx, Form form) {
    List<ItemRef> refs = refs(form);
    List<ItemRow> rows;
    if (!refs.isEmpty()) {
      Slice list = listed(form, tx).orElseGet(() -> Slice.of(Standing.OPEN));
      rows = queue.fetch(tx, list, refs.stream().map(ItemRef::id).toList());
    } else if (form.has("request")) {
      rows = queue.ofRequest(tx, form.text("request"), standing(form.text(ALL)), MOST);
    } else if (form.has(ALL)) {
      rows =
          QueueShow.find(form.text("show"), tx.person())
              .flatMap(show -> show.slice(tx.now()))
              .map(slice -> queue.list(tx, slice, filter(form), Optional.empty(), MOST))
              .orElse(List.of());
    } else {
      throw new RuleBroken("item.refused.none_picked");
    }
    if (rows.isEmpty()) {
      throw new NotFound("items");
    }
    return rows;
  }

  /** The list that one came from: picked items keep its order. */
  private static Optional<Slice> listed(Form form, Tx tx) {
    return QueueShow.find(Form.ofAddress(LocalPath.of(form.text("back"))).text("show"), tx.person())
        .flatMap(show -> show.slice(tx.now()));
  }

  /** The filters of the queue that one came from. */
  private static QueueFilter filter(Form form) {
    return QueueFilter.of(Form.ofAddress(form.text("back")));
  }

  private static Standing standing(String code) {
    return Arrays.stream(Standing.values())
        .filter(each -> Wording.lower(each).equals(code))
        .findFirst()
        .orElseThrow(() -> new BadInput("no such standing"));
  }

  /** What keeps a sitting going at the next step. */
  private static List<Wording.Fact> sitting(Form form) {
    return Stream.of(Sitting.NEXT, Sitting.AFTER)
        .filter(form::has)
        .map(name -> new Wording.Fact(name, form.text(name)))
        .toList();
  }

  /** What names a whole list again at the next step, in place of its items. */
  private static List<Wording.Fact> whole(Form form) {
    return refs(form).isEmpty()
        ? Stream.of(ALL, "show", "request")
            .filter(form::has)
            .map(name -> new Wording.Fact(name, form.text(name)))
            .toList()
        : List.of();
  }

  private void show(
      Context ctx,
      HttpStatus status,
      Picked picked,
      Form form,
      ActForm.Drawing drawing,
      String refusal) {
    pages.show(
        ctx, status, "items/act", page(picked, form, drawing, back(ctx, form, picked), refusal));
  }

  /** Runs the act once and answers: back where one came from, or the result row by row. */
  private void done(Context ctx, Picked picked, Form form, ActForm.Work work, List<String> kept) {
    String back = back(ctx, form, picked);
    BulkResult result =
        once.run(
            Reader.of(ctx).viewer(),
            form.act(),
            work.act(),
            (tx, first) -> new BulkResult(List.of(), List.of()));
    if (!result.refused().isEmpty()) {
      pages.show(ctx, "items/result", result(ctx, result, work.row(), picked, back));
      return;
    }
    if (result.changed().isEmpty()) {
      Flash.say(ctx, "act.repeated");
    } else {
      Flash.say(ctx, work.done(), result.changed().size());
    }
    ctx.redirect(form.has(Sitting.NEXT) ? next(ctx, form, kept) : back, SEE_OTHER);
  }

  /** The form of a sitting's next item, or the queue when nothing is left to take. */
  String next(Context ctx, Form form, List<String> kept) {
    Optional<String> next = sitting.next(Reader.of(ctx).viewer(), form, kept);
    if (next.isEmpty()) {
      Flash.say(ctx, "queue.next.none");
    }
    return next.orElseGet(() -> LocalPath.of(form.text("back")));
  }

  /** Who moved the first picked item last, and when. */
  private static String changedBy(Picked picked) {
    return picked.rows().stream().findFirst().map(row -> changedBy(picked, row)).orElse("");
  }

  private static String changedBy(Picked picked, ItemRow row) {
    Wording wording = new Wording(picked.words(), Instant.EPOCH);
    return Optional.ofNullable(picked.facts().get(row.item().id()))
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

  /** An item as it stands now, in the words of its own rule set. */
  static ActPage.Picked picked(Wording wording, RuleSet rules, ItemRow row, ItemFacts facts) {
    return new ActPage.Picked(
        row.item().ref().toString(),
        row.fullNumber(),
        "/requests/" + row.number() + "/items/" + row.item().ordinal(),
        wording.address(row.item()),
        row.item().copied(),
        wording.claim(rules, facts),
        wording.said(rules, facts));
  }

  static ActPage page(
      Picked picked, Form form, ActForm.Drawing drawing, String back, String refusal) {
    Wording wording = new Wording(picked.words(), Instant.EPOCH);
    List<ActPage.Picked> rows = new ArrayList<>();
    for (ItemRow row : picked.rows()) {
      ItemFacts fact = picked.facts().get(row.item().id());
      if (fact != null) {
        rows.add(picked(wording, picked.rules(), row, fact));
      }
    }
    ItemRow first = picked.rows().getFirst();
    return new ActPage(
        drawing.title(),
        whose(picked),
        drawing.action(),
        drawing.method(),
        refusal,
        rows,
        !drawing.isAsked() || whole(form).isEmpty(),
        Stream.of(
                drawing.hidden(),
                drawing.isAsked() ? whole(form) : List.<Wording.Fact>of(),
                sitting(form))
            .flatMap(List::stream)
            .toList(),
        drawing.controls(),
        drawing.warning(),
        drawing.next(),
        drawing.button(),
        drawing.note(),
        drawing.draft(),
        form.has(Sitting.NEXT) ? first.place().toString() : "",
        back,
        form.errors(picked.words()));
  }

  /** The one request and its platform, or how many requests they are of. */
  private static String whose(Picked picked) {
    ItemRow first = picked.rows().getFirst();
    long requests = picked.rows().stream().map(ItemRow::number).distinct().count();
    return requests == 1
        ? first.number() + " · " + first.platform()
        : picked.words().say("act.requests", requests);
  }

  private static ResultPage result(
      Context ctx, BulkResult result, String done, Picked picked, String back) {
    Words words = picked.words();
    List<String> stale = new ArrayList<>();
    List<ResultPage.Row> rows = new ArrayList<>();
    for (ItemRow row : picked.rows()) {
      Optional<BulkResult.Refused> refused =
          result.refused().stream().filter(each -> each.item().id() == row.item().id()).findFirst();
      boolean changed = refused.filter(each -> each.key().equals(STALE)).isPresent();
      if (changed) {
        stale.add(row.item().ref().toString());
      }
      rows.add(
          new ResultPage.Row(
              row.fullNumber(),
              "/requests/" + row.number() + "/items/" + row.item().ordinal(),
              refused.isEmpty(),
              words.say(refused.isEmpty() ? done : "result.refused"),
              refused.map(each -> words.say(each.key())).orElse("")
                  + (changed ? changedBy(picked, row) : "")));
    }
    int changed = result.changed().size();
    return new ResultPage(
        words.say("result.title"),
        words.say(
            "result.summary", changed + result.refused().size(), changed, result.refused().size()),
        rows,
        back,
        again(ctx, words, stale));
  }

  /** What was typed is not lost for the rows that somebody else had changed. */
  private static Optional<ResultPage.Again> again(Context ctx, Words words, List<String> stale) {
    return stale.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ResultPage.Again(
                SentAgain.changed(ctx, Map.of("item", stale, AGAIN, List.of("yes"))),
                words.say("result.again", stale.size())));
  }

  /** Where one came from, if that is a page of ours; else the first item's request. */
  private static String back(Context ctx, Form form, Picked picked) {
    String typed = form.has("back") ? form.text("back") : Form.ofQuery(ctx).text("back");
    return typed.isEmpty() ? "/requests/" + picked.rows().getFirst().number() : LocalPath.of(typed);
  }
}
