package id.narahubung.requests;

import static io.javalin.http.HttpStatus.SEE_OTHER;

import id.narahubung.administration.ListPage;
import id.narahubung.data.Database;
import id.narahubung.ledger.Once;
import id.narahubung.text.Words;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;

/** What officers sent because it was urgent, and its confirmation. */
public final class HastePages {

  private static final int MOST = 200;

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final HasteStore hastes;
  private final ConfirmSending confirm;

  HastePages(Database db, Pages pages, Once once, HasteStore hastes, ConfirmSending confirm) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.hastes = hastes;
    this.confirm = confirm;
  }

  void list(Context ctx) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    List<String> columns =
        List.of(
            words.say("haste.number"),
            words.say("haste.subject"),
            words.say("haste.sent_at"),
            words.say("haste.confirm_by"));
    pages.show(
        ctx,
        "administration/list",
        new ListPage(
            words.say("haste.title"),
            new Link("/", words.say("queue.title")),
            "/sendings",
            List.of(),
            columns,
            db.as(
                reader.viewer(),
                tx ->
                    hastes.open(tx, MOST).stream()
                        .map(each -> row(each, columns, words, tx.now()))
                        .toList()),
            "",
            "",
            words.say("haste.none"),
            "",
            ""));
  }

  private static ListPage.Row row(
      HastySending each, List<String> columns, Words words, Instant now) {
    return new ListPage.Row(
        "/requests/" + each.number(),
        each.number(),
        ListPage.Cell.under(
            columns,
            each.subject(),
            words.instant(each.sentAt()) + ", " + each.sentBy().told(words),
            words.instant(each.confirmBy()) + ", " + words.left(each.confirmBy(), now)));
  }

  void confirm(Context ctx) {
    Form form = Form.of(ctx);
    String number = ctx.pathParam("number");
    once.run(
        Reader.of(ctx).viewer(),
        form.act(),
        tx -> {
          confirm.run(tx, form.act(), number);
          return true;
        },
        (tx, done) -> true);
    Flash.say(ctx, "haste.confirmed");
    ctx.redirect("/requests/" + number, SEE_OTHER);
  }
}
