package id.narahubung.papers;

import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.accounts.SourceLimit;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.text.Words;
import id.narahubung.web.Field;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The public page: whether a paper is real, told to anybody who has its code. */
public final class CheckPages {

  private static final String WHAT = "verify";

  private final Database db;
  private final Pages pages;
  private final PaperStore papers;
  private final SourceLimit limit;

  CheckPages(Database db, Pages pages, PaperStore papers, SourceLimit limit) {
    this.db = db;
    this.pages = pages;
    this.papers = papers;
    this.limit = limit;
  }

  void ask(Context ctx) {
    String typed = Form.ofQuery(ctx).text("code");
    show(ctx, typed);
  }

  void check(Context ctx) {
    show(ctx, ctx.pathParam("code"));
  }

  /** Either the wait that a source has to keep, or what its code says. */
  private record Answer(Optional<Instant> until, Optional<PaperStore.Confirmed> order) {}

  private void show(Context ctx, String typed) {
    Words words = Reader.of(ctx).words();
    if (typed.isEmpty()) {
      show(ctx, HttpStatus.OK, typed, "", "", Optional.empty());
      return;
    }
    String source = ctx.ip();
    Answer answer = db.as(SystemViewer.PAPERS, tx -> answer(tx, typed, source));
    if (answer.until().isPresent()) {
      String wait = words.say("verify.wait", words.instant(answer.until().get()));
      show(ctx, HttpStatus.TOO_MANY_REQUESTS, typed, wait, "", Optional.empty());
    } else if (answer.order().isEmpty()) {
      show(ctx, HttpStatus.NOT_FOUND, typed, "", words.say("verify.unknown"), Optional.empty());
    } else {
      show(ctx, HttpStatus.OK, typed, "", "", answer.order());
    }
  }

  private Answer answer(Tx tx, String typed, String source) {
    Optional<Instant> wait = limit.waiting(tx, WHAT, source);
    if (wait.isPresent()) {
      return new Answer(wait, Optional.empty());
    }
    Optional<PaperStore.Confirmed> order =
        CheckCode.read(typed).flatMap(code -> papers.confirm(tx, code));
    if (order.isEmpty()) {
      limit.miss(tx, WHAT, source);
    }
    return new Answer(Optional.empty(), order);
  }

  private void show(
      Context ctx,
      HttpStatus status,
      String typed,
      String error,
      String unknown,
      Optional<PaperStore.Confirmed> order) {
    Words words = Reader.of(ctx).words();
    pages.show(
        ctx,
        status,
        "verify/show",
        new CheckPage(
            words.say("verify.title"),
            new Field(
                "code",
                words.say("verify.code"),
                words.say("verify.code.hint"),
                typed.length() > 100 ? "" : typed,
                error,
                true,
                List.of()),
            unknown,
            order.map(
                real ->
                    new CheckPage.Order(
                        words.say("verify.real." + real.kind()),
                        real.number(),
                        words.instant(real.sentAt()),
                        real.addressee(),
                        real.sha256(),
                        real.withdrawnAt()
                            .map(
                                at ->
                                    words.say("verify.withdrawn." + real.kind(), words.instant(at)))
                            .orElse("")))));
  }
}
