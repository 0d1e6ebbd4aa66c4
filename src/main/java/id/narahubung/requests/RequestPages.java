package id.narahubung.requests;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.BadInput;
import id.narahubung.access.NotFound;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.evidence.EvidenceCard;
import id.narahubung.evidence.EvidenceStore;
import id.narahubung.ledger.Ledger;
import id.narahubung.ledger.Once;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.roster.RosterStore;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The page of a request, and what is done to it as a whole. */
public final class RequestPages {

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final Stores stores;
  private final Commands commands;
  private final LetterBox letters;

  /** What the page reads from. */
  record Stores(
      RequestStore requests,
      ItemStore items,
      FactStore facts,
      AnswerDraftStore drafts,
      MessageStore messages,
      EvidenceStore evidence,
      RuleStore rules,
      PlatformStore platforms,
      RosterStore roster,
      HasteStore hastes,
      Ledger ledger) {}

  /** What the page can do. */
  public record Commands(
      SeeRequest see,
      AcknowledgeRequest acknowledge,
      WriteMessage write,
      WithdrawRequest withdraw) {}

  RequestPages(
      Database db, Pages pages, Once once, Stores stores, Commands commands, LetterBox letters) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.stores = stores;
    this.commands = commands;
    this.letters = letters;
  }

  void show(Context ctx) {
    pages.show(ctx, "requests/show", page(ctx, Form.empty()));
  }

  void acknowledge(Context ctx) {
    String number = number(ctx);
    Form form = Form.of(ctx);
    once.run(
        Reader.of(ctx).viewer(),
        form.act(),
        tx -> {
          commands.acknowledge().run(tx, form.act(), number);
          return number;
        },
        (tx, done) -> number);
    Flash.say(ctx, "request.acknowledged");
    ctx.redirect("/requests/" + number, SEE_OTHER);
  }

  void write(Context ctx) {
    String number = number(ctx);
    Form form = Form.of(ctx);
    String text = form.text("message");
    String audience = form.text("audience");
    if (!audience.equals("both") && !audience.equals("own")) {
      form.refuse("message", "message.fault.audience");
    }
    if (text.isEmpty() || text.length() > 10_000) {
      form.refuse("message", text.isEmpty() ? "message.fault.empty" : "fault.too_long", 10_000);
    }
    if (!form.isGood()) {
      pages.show(ctx, UNPROCESSABLE_CONTENT, "requests/show", page(ctx, form));
      return;
    }
    once.run(
        Reader.of(ctx).viewer(),
        form.act(),
        tx -> {
          commands.write().run(tx, form.act(), number, audience.equals("both"), text);
          return number;
        },
        (tx, done) -> number);
    Flash.say(ctx, "message.written");
    ctx.redirect("/requests/" + number + "#thread", SEE_OTHER);
  }

  void askWithdrawal(Context ctx) {
    Reader reader = Reader.of(ctx);
    TakedownRequest request =
        db.as(reader.viewer(), tx -> stores.requests().fetch(tx, number(ctx)));
    RequestLifecycle.after(request.stage(), RequestAction.WITHDRAW);
    pages.show(
        ctx, "requests/withdraw", WithdrawPage.of(request, Form.empty(), reader.words(), ""));
  }

  void withdraw(Context ctx) {
    String number = number(ctx);
    Form form = Form.of(ctx);
    if (!form.has("reason")) {
      form.refuse("reason", "withdrawal.fault.reason");
    } else if (form.text("reason").length() > 4000) {
      form.refuse("reason", "fault.too_long", 4000);
    }
    if (!form.has("our_error")) {
      form.refuse("our_error", "withdrawal.fault.our_error");
    }
    if (!form.isGood()) {
      refuseWithdrawal(ctx, UNPROCESSABLE_CONTENT, form, "");
      return;
    }
    try {
      withdraw(ctx, number, form);
    } catch (RuleBroken e) {
      refuseWithdrawal(ctx, CONFLICT, form, e.key());
    } catch (Stale e) {
      refuseWithdrawal(ctx, CONFLICT, form, "request.stale");
    }
  }

  private void withdraw(Context ctx, String number, Form form) {
    once.run(
        Reader.of(ctx).viewer(),
        form.act(),
        tx -> {
          commands
              .withdraw()
              .run(
                  tx,
                  form.act(),
                  number,
                  form.version(),
                  form.text("our_error").equals("yes"),
                  form.text("reason"));
          return number;
        },
        (tx, done) -> number);
    Flash.say(ctx, "request.withdrawn");
    ctx.redirect("/requests/" + number, SEE_OTHER);
  }

  /** The form again, with the reason still typed, and who changed the request meanwhile. */
  private void refuseWithdrawal(Context ctx, HttpStatus status, Form form, String key) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    WithdrawPage page =
        db.as(
            reader.viewer(),
            tx -> {
              TakedownRequest request = stores.requests().fetch(tx, number(ctx));
              String changed =
                  new Wording(words, tx.now())
                      .lastChange("request.changed_by", stores.ledger().of(tx, request.id()))
                      .orElse("");
              String refusal = key.isEmpty() ? "" : words.say(key) + " " + changed;
              return WithdrawPage.of(request, form, words, refusal);
            });
    pages.show(ctx, status, "requests/withdraw", page);
  }

  private RequestPage page(Context ctx, Form form) {
    Reader reader = Reader.of(ctx);
    PersonViewer viewer = reader.viewer();
    Optional<Standing> only = standing(ctx);
    int after = after(ctx);
    return db.as(
        viewer,
        tx ->
            new RequestPageMaker(reader.words(), viewer, tx.now())
                .make(read(tx, reader.words(), number(ctx), only, after, form)));
  }

  private RequestPageMaker.Read read(
      Tx tx, Words words, String number, Optional<Standing> only, int after, Form form) {
    TakedownRequest request = stores.requests().fetch(tx, number);
    Optional<Instant> lastVisit = commands.see().run(tx, request);
    List<Item> items =
        stores
            .items()
            .list(tx, request.id(), only.map(List::of), after, RequestPageMaker.ITEMS_A_PAGE);
    Optional<Item> nextDue = stores.items().nextDue(tx, request.id());
    Set<Long> ids = new LinkedHashSet<>(items.stream().map(Item::id).toList());
    nextDue.map(Item::id).ifPresent(ids::add);
    return new RequestPageMaker.Read(
        request,
        stores.rules().fetch(tx, request.ruleSetId()),
        stores.platforms().fetch(tx, request.content().platformId()),
        items,
        stores.facts().fetch(tx, ids),
        stores.drafts().live(tx, ids),
        nextDue,
        stores.items().count(tx, request.id()),
        stores.items().countStillUp(tx, request.id()),
        stores.ledger().of(tx, request.id()),
        stores.messages().list(tx, request.id()),
        stores.evidence().list(tx, request.id(), EvidenceCard.MOST),
        stores.roster().now(tx, request.companyId()),
        stores.hastes().find(tx, request.id()),
        lastVisit,
        letters.onRequest(tx, words, request),
        only,
        form);
  }

  /** Where the items must stand that a page or a file is narrowed to. */
  static Optional<Standing> standing(Context ctx) {
    String typed = Form.ofQuery(ctx).text("standing");
    try {
      return typed.isEmpty()
          ? Optional.empty()
          : Optional.of(Standing.valueOf(typed.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      throw new BadInput("no such standing");
    }
  }

  private static int after(Context ctx) {
    Form query = Form.ofQuery(ctx);
    return query.has("after") ? (int) query.id("after") : 0;
  }

  /** The number in the path; what is none is a request that does not exist. */
  static String number(Context ctx) {
    String number = ctx.pathParam("number");
    if (!number.matches("PA-\\d{4}-\\d{6,9}")) {
      throw new NotFound("request");
    }
    return number;
  }
}
