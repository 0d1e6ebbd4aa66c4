package id.narahubung.notices;

import id.narahubung.access.NotFound;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.mail.MailStore;
import id.narahubung.mail.MailStore.Ending;
import id.narahubung.text.Words;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;

/**
 * Ends the news, or the weekly status, for who has such a mail in hand, without signing in: by a
 * person on the page, or by a mail program with one click (RFC 8058). What is legal still comes.
 */
public final class UnsubscribePages {

  private final Database db;
  private final Pages pages;
  private final NoticeStore notices;
  private final MailStore mails;

  public UnsubscribePages(Database db, Pages pages, NoticeStore notices, MailStore mails) {
    this.db = db;
    this.pages = pages;
    this.notices = notices;
    this.mails = mails;
  }

  /** Only asks: programs that look at links before people do must end nothing. */
  void ask(Context ctx) {
    String token = ctx.pathParam("token");
    show(ctx, token, db.as(SystemViewer.MAIL, tx -> ending(tx, token)), false);
  }

  void end(Context ctx) {
    String token = ctx.pathParam("token");
    show(ctx, token, db.as(SystemViewer.MAIL, tx -> end(tx, ending(tx, token))), true);
  }

  private Ending end(Tx tx, Ending ending) {
    if (ending.status()) {
      notices.endStatus(tx, ending.person());
    } else {
      notices.endNews(tx, ending.person());
    }
    return ending;
  }

  private Ending ending(Tx tx, String token) {
    return mails.ending(tx, token).orElseThrow(() -> new NotFound("no such mail"));
  }

  private void show(Context ctx, String token, Ending ending, boolean done) {
    Words words = Reader.of(ctx).words();
    String of = ending.status() ? "unsubscribe.status." : "unsubscribe.";
    pages.show(
        ctx,
        "mail/unsubscribe",
        new UnsubscribePage(
            words.say(of + "title"),
            "/unsubscribe/" + token,
            words.say(of + (done ? "done" : "text")),
            done));
  }
}
