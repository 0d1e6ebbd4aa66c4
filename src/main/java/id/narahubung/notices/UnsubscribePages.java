package id.narahubung.notices;

import id.narahubung.access.NotFound;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.mail.MailStore;
import id.narahubung.text.Words;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;

/**
 * Ends the news for who has such a mail in hand, without signing in: by a person on the page, or by
 * a mail program with one click (RFC 8058). What is legal still comes.
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
    db.run(SystemViewer.MAIL, tx -> person(tx, token));
    show(ctx, token, false);
  }

  void end(Context ctx) {
    String token = ctx.pathParam("token");
    db.run(SystemViewer.MAIL, tx -> notices.endNews(tx, person(tx, token)));
    show(ctx, token, true);
  }

  private long person(Tx tx, String token) {
    return mails.personOf(tx, token).orElseThrow(() -> new NotFound("no such mail"));
  }

  private void show(Context ctx, String token, boolean done) {
    Words words = Reader.of(ctx).words();
    pages.show(
        ctx,
        "mail/unsubscribe",
        new UnsubscribePage(words.say("unsubscribe.title"), "/unsubscribe/" + token, done));
  }
}
