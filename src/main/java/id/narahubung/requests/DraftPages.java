package id.narahubung.requests;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.evidence.EvidenceCard;
import id.narahubung.evidence.EvidenceStore;
import id.narahubung.ledger.Ledger;
import id.narahubung.ledger.Once;
import id.narahubung.platforms.Platform;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.StrikeRows.Strike;
import id.narahubung.rules.AnnounceOrders;
import id.narahubung.rules.OrderNoticeStore;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A draft: written, looked at, submitted, returned, sent. */
public final class DraftPages {

  private static final int MOST_NOTE = 10_000;

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final Stores stores;
  private final Commands commands;

  /** What the pages read from. */
  public record Stores(
      RequestStore requests,
      DraftStore drafts,
      ItemStore items,
      MessageStore messages,
      RuleStore rules,
      PlatformStore platforms,
      PreviewStore previews,
      BlockListStore blockLists,
      DraftReturnStore returns,
      EvidenceStore evidence,
      QueueStore queue,
      OrderNoticeStore notices,
      Ledger ledger) {}

  /** What the pages can do. */
  public record Commands(
      SaveDraft save,
      SubmitDraft submit,
      DiscardDraft discard,
      RestoreDraft restore,
      ReturnDraft giveBack,
      SendRequest send,
      AnnounceOrders announce,
      SendInHaste sendInHaste,
      SeeRequest see) {}

  public DraftPages(Database db, Pages pages, Once once, Stores stores, Commands commands) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.stores = stores;
    this.commands = commands;
  }

  /** The empty form, or one that starts from an earlier request: its content, not its items. */
  void ask(Context ctx) {
    String from = Form.ofQuery(ctx).text("from");
    Form form =
        from.isEmpty()
            ? DraftForm.blank()
            : db.as(
                Reader.of(ctx).viewer(),
                tx -> {
                  TakedownRequest earlier = stores.requests().fetch(tx, from);
                  return DraftForm.of(earlier.content(), "", stores.rules().inForce(tx));
                });
    edit(ctx, HttpStatus.OK, form, new Target(Optional.empty(), 0, from), "");
  }

  void create(Context ctx) {
    Form form = Form.of(ctx);
    save(ctx, form, new Target(Optional.empty(), 0, form.text("from")));
  }

  void askChange(Context ctx) {
    long id = id(ctx);
    Reader reader = Reader.of(ctx);
    TakedownRequest draft = db.as(reader.viewer(), tx -> stores.requests().fetch(tx, id));
    RequestLifecycle.after(draft.stage(), RequestAction.EDIT);
    if (draft.restriction().restricted()) {
      reader.viewer().require(Permission.SEE_RESTRICTED);
    }
    Form form =
        db.as(
            reader.viewer(),
            tx -> DraftForm.of(draft.content(), shown(tx, draft), stores.rules().inForce(tx)));
    edit(ctx, HttpStatus.OK, form, new Target(Optional.of(id), draft.version(), ""), "");
  }

  /** What stands in the form: of a restricted draft nothing, and what is typed is added there. */
  private String shown(Tx tx, TakedownRequest draft) {
    return draft.restriction().restricted() ? "" : stores.drafts().pasted(tx, draft.id());
  }

  /** All that is pasted now, with what a restricted draft's form did not show. */
  private String pasted(Tx tx, Target target, Form form) {
    String before =
        target
            .id()
            .map(id -> stores.requests().fetch(tx, id))
            .filter(draft -> draft.restriction().restricted())
            .map(draft -> stores.drafts().pasted(tx, draft.id()).stripTrailing() + "\n")
            .orElse("");
    return before + form.raw("pasted");
  }

  void change(Context ctx) {
    Form form = Form.of(ctx);
    save(ctx, form, new Target(Optional.of(id(ctx)), form.version(), ""));
  }

  /** Which draft a form is about. */
  private record Target(Optional<Long> id, int version, String from) {}

  private void save(Context ctx, Form form, Target target) {
    Reader reader = Reader.of(ctx);
    PersonViewer viewer = reader.viewer();
    if (form.has(DraftForm.FILL)) {
      Form filled = DraftForm.filled(form, db.as(viewer, stores.rules()::inForce));
      edit(ctx, HttpStatus.OK, filled, target, "");
      return;
    }
    Optional<RequestContent> content =
        db.as(viewer, tx -> draftForm(tx, form, reader.words()).read());
    if (content.isEmpty()) {
      edit(ctx, UNPROCESSABLE_CONTENT, form, target, "");
      return;
    }
    try {
      long id =
          once.run(
              viewer,
              form.act(),
              tx ->
                  commands
                      .save()
                      .run(
                          tx,
                          form.act(),
                          target
                              .id()
                              .map(draft -> SaveDraft.Target.change(draft, target.version()))
                              .orElseGet(
                                  () ->
                                      SaveDraft.Target.startedFrom(startedFrom(tx, target.from()))),
                          content.get(),
                          pasted(tx, target, form)),
              (tx, done) -> done.request().orElseThrow(() -> new NotFound("draft")));
      Flash.say(ctx, "draft.saved");
      ctx.redirect("/drafts/" + id, SEE_OTHER);
    } catch (Stale e) {
      String who =
          db.as(
              viewer, tx -> lastChange(tx, reader.words(), "draft.stale", target.id().orElse(0L)));
      int version =
          db.as(viewer, tx -> stores.requests().fetch(tx, target.id().orElse(0L)).version());
      edit(ctx, CONFLICT, form, new Target(target.id(), version, ""), who);
    } catch (RuleBroken e) {
      String who =
          db.as(
              viewer,
              tx -> lastChange(tx, reader.words(), "request.changed_by", target.id().orElse(0L)));
      String why = reader.words().say(e.key(), e.arguments().toArray());
      edit(ctx, CONFLICT, form, target, why + " " + who);
    }
  }

  private Optional<Long> startedFrom(Tx tx, String number) {
    return number.isEmpty()
        ? Optional.empty()
        : Optional.of(stores.requests().fetch(tx, number).id());
  }

  /** Who changed a draft last, and when: for the one whose form came too late. */
  private String lastChange(Tx tx, Words words, String key, long id) {
    return new Wording(words, tx.now())
        .lastChange(key, stores.ledger().of(tx, id))
        .orElseThrow(() -> new NotFound("draft " + id));
  }

  private void edit(Context ctx, HttpStatus status, Form form, Target target, String stale) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    DraftEditPage page =
        db.as(
            reader.viewer(),
            tx ->
                new DraftEditPage(
                    words.say(target.id().isPresent() ? "draft.title.change" : "draft.title.new"),
                    target.id().map(id -> "/drafts/" + id).orElse("/drafts"),
                    target.id().map(id -> "/drafts/" + id).orElse("/"),
                    target.version(),
                    target.from(),
                    stale,
                    draftForm(tx, form, words)
                        .sections(
                            target
                                .id()
                                .map(id -> stores.requests().fetch(tx, id))
                                .filter(draft -> draft.restriction().restricted())
                                .isPresent()),
                    form.errors(words)));
    pages.show(ctx, status, "drafts/edit", page);
  }

  private DraftForm draftForm(Tx tx, Form form, Words words) {
    RuleSet rules = stores.rules().inForce(tx);
    List<Platform> platforms = stores.platforms().list(tx);
    return new DraftForm(form, rules, platforms, LocalDate.ofInstant(tx.now(), Words.WIB), words);
  }

  /** The draft as it stands; once sent, its address leads to the request. */
  void show(Context ctx) {
    Reader reader = Reader.of(ctx);
    TakedownRequest draft =
        db.as(
            reader.viewer(),
            tx -> {
              TakedownRequest found = stores.requests().fetch(tx, id(ctx));
              commands.see().run(tx, found);
              return found;
            });
    if (draft.number().isPresent()) {
      ctx.redirect("/requests/" + draft.requireNumber(), SEE_OTHER);
      return;
    }
    show(ctx, HttpStatus.OK, draft, Form.empty(), "");
  }

  void show(Context ctx, HttpStatus status, TakedownRequest draft, Form form, String refusal) {
    Reader reader = Reader.of(ctx);
    Form place = form.has("after") ? form : Form.ofQuery(ctx);
    int after = place.has("after") ? (int) place.id("after") : 0;
    pages.show(
        ctx,
        status,
        "drafts/show",
        db.as(
            reader.viewer(),
            tx ->
                new DraftPageMaker(reader.words(), reader.viewer(), tx.now())
                    .make(
                        new DraftPageMaker.Read(
                            draft,
                            stores.rules().fetch(tx, draft.ruleSetId()),
                            stores.notices().of(tx, draft.companyId()),
                            stores.platforms().fetch(tx, draft.content().platformId()),
                            stores.drafts().pasted(tx, draft.id()),
                            stores.previews().of(tx, draft),
                            stores.items().about(tx, draft.id()),
                            place,
                            after,
                            dueBy(tx, draft),
                            stores.requests().linked(tx, draft.id()),
                            stores.blockLists().list(tx, draft.id()),
                            stores.returns().latest(tx, draft.id()),
                            stores.drafts().isAuthor(tx, draft.id()),
                            stores.drafts().isLendersOwn(tx, draft.id()),
                            stores.messages().list(tx, draft.id()),
                            stores.evidence().list(tx, draft.id(), EvidenceCard.MOST),
                            stores.ledger().of(tx, draft.id()),
                            form,
                            refusal))));
  }

  /** How many items the company has due by the time that the draft would, if it were sent now. */
  private int dueBy(Tx tx, TakedownRequest draft) {
    Duration span =
        stores.rules().fetch(tx, draft.ruleSetId()).urgency(draft.content().urgencyCode()).span();
    return stores.queue().dueBy(tx, draft.companyId(), tx.now().plus(span));
  }

  /**
   * Other rows: another page of them, those that the filter finds, or all again. What was ticked
   * and typed goes along, and nothing is changed.
   */
  void turn(Context ctx) {
    Form form = Form.of(ctx);
    TakedownRequest draft =
        db.as(Reader.of(ctx).viewer(), tx -> stores.requests().fetch(tx, id(ctx)));
    show(ctx, HttpStatus.OK, draft, turned(form), "");
  }

  private static Form turned(Form form) {
    if (form.has("turn")) {
      return form.with("after", form.all("turn"));
    }
    Form whole = form.has("filter") || form.has("clear") ? form.with("after", List.of("0")) : form;
    if (!form.has("clear")) {
      return whole;
    }
    for (String name : NarrowedRows.Filter.NAMES) {
      whole = whole.with(name, List.of());
    }
    return whole;
  }

  void submit(Context ctx) {
    Form form = Form.of(ctx);
    act(
        ctx,
        form,
        "draft.submitted",
        tx -> {
          commands.submit().run(tx, form.act(), id(ctx), form.version());
          return "/drafts/" + id(ctx);
        });
  }

  void discard(Context ctx) {
    Form form = Form.of(ctx);
    act(
        ctx,
        form,
        "draft.discarded",
        tx -> {
          commands.discard().run(tx, form.act(), id(ctx), form.version());
          return "/drafts/" + id(ctx);
        });
  }

  void restore(Context ctx) {
    Form form = Form.of(ctx);
    act(
        ctx,
        form,
        "draft.restored",
        tx -> {
          commands.restore().run(tx, form.act(), id(ctx), form.version());
          return "/drafts/" + id(ctx);
        });
  }

  void giveBack(Context ctx) {
    Form form = Form.of(ctx);
    form.need("note", "draft.fault.note", MOST_NOTE);
    if (!form.isGood()) {
      ask(ctx, form);
      return;
    }
    act(
        ctx,
        form,
        "draft.returned",
        tx -> {
          commands.giveBack().run(tx, form.act(), id(ctx), form.version(), form.text("note"));
          return "/drafts/" + id(ctx);
        });
  }

  /** Sends the draft whole, or without the rows that were struck: as the button said. */
  void send(Context ctx) {
    Form form = Form.of(ctx);
    Set<Integer> struck = Picked.of(form).ordinals();
    if (form.has("whole") && (!struck.isEmpty() || !form.text("reason").isBlank())) {
      form.refuse("reason", "draft.fault.whole", struck.size());
    } else if (form.has("strike") && struck.isEmpty()) {
      form.refuse("reason", "draft.refused.none_picked");
    } else if (!struck.isEmpty()) {
      form.need("reason", "draft.fault.strike", MOST_NOTE);
    }
    if (!form.isGood()) {
      ask(ctx, form);
      return;
    }
    Strike strike = new Strike(struck, form.text("reason"));
    act(
        ctx,
        form,
        "request.sent",
        tx -> "/requests/" + commands.send().run(tx, form.act(), id(ctx), form.version(), strike));
  }

  void sendInHaste(Context ctx) {
    Form form = Form.of(ctx);
    act(
        ctx,
        form,
        "haste.sent",
        tx -> "/requests/" + commands.sendInHaste().run(tx, form.act(), id(ctx), form.version()));
  }

  /** Tells the company how orders work, where the rules want that before its first. */
  void announce(Context ctx) {
    Form form = Form.of(ctx);
    act(
        ctx,
        form,
        "announce.done",
        tx -> {
          TakedownRequest draft = stores.requests().fetch(tx, id(ctx));
          commands.announce().run(tx, form.act(), draft.companyId());
          return "/drafts/" + draft.id();
        });
  }

  /** Shows the draft again with what was typed, and what is wrong with it. */
  void ask(Context ctx, Form form) {
    TakedownRequest draft =
        db.as(Reader.of(ctx).viewer(), tx -> stores.requests().fetch(tx, id(ctx)));
    show(ctx, UNPROCESSABLE_CONTENT, draft, form, "");
  }

  /** Does one step of a draft once; a rule that says no, or a change meanwhile, shows the draft. */
  void act(Context ctx, Form form, String done, Function<Tx, String> work) {
    Reader reader = Reader.of(ctx);
    try {
      String next =
          once.run(reader.viewer(), form.act(), work, (tx, first) -> "/drafts/" + id(ctx));
      Flash.say(ctx, done);
      ctx.redirect(next, SEE_OTHER);
    } catch (RuleBroken e) {
      refused(ctx, form, reader.words().say(e.key(), e.arguments().toArray()));
    } catch (Stale e) {
      refused(
          ctx,
          form,
          db.as(
              reader.viewer(), tx -> lastChange(tx, reader.words(), "draft.stale_step", id(ctx))));
    }
  }

  private void refused(Context ctx, Form form, String refusal) {
    TakedownRequest draft =
        db.as(Reader.of(ctx).viewer(), tx -> stores.requests().fetch(tx, id(ctx)));
    if (draft.number().isPresent()) {
      ctx.redirect("/requests/" + draft.requireNumber(), SEE_OTHER);
      return;
    }
    show(ctx, CONFLICT, draft, form, refusal);
  }

  static long id(Context ctx) {
    String id = ctx.pathParam("id");
    if (!id.matches("\\d{1,18}")) {
      throw new NotFound("draft");
    }
    return Long.parseLong(id);
  }
}
