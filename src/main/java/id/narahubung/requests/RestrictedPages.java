package id.narahubung.requests;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.BadInput;
import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.addresses.AddressFinder;
import id.narahubung.addresses.FoundAddress;
import id.narahubung.addresses.ItemKind;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Restricted items: shown on demand, each time with an event; and their written findings. */
public final class RestrictedPages {

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final RequestStore requests;
  private final ItemStore items;
  private final Commands commands;

  /** What the pages can do. */
  public record Commands(ShowRestricted show, DescribeItems describe) {}

  public RestrictedPages(
      Database db,
      Pages pages,
      Once once,
      RequestStore requests,
      ItemStore items,
      Commands commands) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.requests = requests;
    this.items = items;
    this.commands = commands;
  }

  void showRequest(Context ctx) {
    String number = RequestPages.number(ctx);
    show(ctx, "/requests/" + number, tx -> requests.fetch(tx, number));
  }

  void showDraft(Context ctx) {
    long id = DraftPages.id(ctx);
    show(ctx, "/drafts/" + id, tx -> requests.fetch(tx, id));
  }

  /** Shown as the answer to a form, and never by its address; sent again, it is not shown again. */
  private void show(Context ctx, String href, Function<Tx, TakedownRequest> find) {
    Reader reader = Reader.of(ctx);
    Form form = Form.of(ctx);
    Optional<Integer> ordinal = ordinal(form);
    String back = href + ordinal.map(number -> "/items/" + number).orElse("");
    Optional<ShownPage> page =
        once.run(
            reader.viewer(),
            form.act(),
            tx -> {
              TakedownRequest request = find.apply(tx);
              return Optional.of(
                  ShownPage.of(
                      request,
                      request.number().isPresent() ? back : href,
                      commands.show().run(tx, form.act(), request, ordinal),
                      reader.words()));
            },
            (tx, done) -> Optional.empty());
    if (page.isEmpty()) {
      Flash.say(ctx, "restricted.repeated");
      ctx.redirect(back, SEE_OTHER);
      return;
    }
    pages.show(ctx, "items/shown", page.get());
  }

  private static Optional<Integer> ordinal(Form form) {
    String typed = form.text("ordinal");
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    if (!typed.matches("\\d{1,7}")) {
      throw new BadInput("no such item");
    }
    return Optional.of(Integer.parseInt(typed));
  }

  void askFinding(Context ctx) {
    ask(ctx, OK, Form.ofQuery(ctx), "");
  }

  private void ask(Context ctx, HttpStatus status, Form form, String refusal) {
    Reader reader = Reader.of(ctx);
    FindingPage page =
        db.as(
            reader.viewer(),
            tx -> {
              TakedownRequest draft = requests.fetch(tx, DraftPages.id(ctx));
              RequestLifecycle.after(draft.stage(), RequestAction.EDIT);
              DescribeItems.requireRestricted(draft);
              tx.viewer().require(Permission.SEE_RESTRICTED);
              List<Item> all = items.list(tx, draft.id(), Optional.empty(), 0, DraftForm.MAX_ITEMS);
              return FindingPage.of(draft, all, form, reader.words(), refusal);
            });
    pages.show(ctx, status, "drafts/finding", page);
  }

  void writeFinding(Context ctx) {
    long id = DraftPages.id(ctx);
    Form form = Form.of(ctx);
    Optional<WrittenFinding> finding = read(form);
    if (finding.isEmpty()) {
      ask(ctx, UNPROCESSABLE_CONTENT, form, "");
      return;
    }
    Set<Integer> rows = form.ids("row").stream().map(Long::intValue).collect(Collectors.toSet());
    try {
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> {
            commands.describe().run(tx, form.act(), id, rows, finding.get());
            return true;
          },
          (tx, done) -> true);
    } catch (RuleBroken e) {
      ask(ctx, CONFLICT, form, Reader.of(ctx).words().say(e.key()));
      return;
    }
    Flash.say(ctx, "finding.saved");
    ctx.redirect("/drafts/" + id, SEE_OTHER);
  }

  private static Optional<WrittenFinding> read(Form form) {
    if (form.all("row").isEmpty()) {
      form.refuse("row", "finding.fault.row");
    }
    form.need("what", "finding.fault.what", 4_000);
    form.need("place", "finding.fault.place", 1_000);
    form.need("found_by", "finding.fault.found_by", 300);
    Optional<String> hash = form.has("hash") ? hash(form.text("hash")) : Optional.of("");
    if (hash.isEmpty()) {
      form.refuse("hash", "address.fault.bad_hash");
    }
    form.need("case_number", "finding.fault.case_number", 100);
    return form.isGood()
        ? hash.map(
            known ->
                new WrittenFinding(
                    form.text("what"),
                    form.text("place"),
                    form.text("found_by"),
                    known,
                    form.text("case_number")))
        : Optional.empty();
  }

  /** 'sha256:…', read as a pasted line would be. */
  private static Optional<String> hash(String typed) {
    return AddressFinder.in("hash: " + String.join(" ", typed.lines().toList())).good().stream()
        .filter(found -> found.kind() == ItemKind.HASH)
        .map(FoundAddress::address)
        .map(address -> address.canonical().substring("hash:".length()))
        .findFirst();
  }
}
