package id.narahubung.notices;

import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.BadInput;
import id.narahubung.data.Database;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Controls;
import id.narahubung.web.Field;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How often one hears of what can wait, and when not to be disturbed. */
public final class NoticePages {

  private final Database db;
  private final Pages pages;
  private final NoticeStore notices;

  public NoticePages(Database db, Pages pages, NoticeStore notices) {
    this.db = db;
    this.pages = pages;
    this.notices = notices;
  }

  void show(Context ctx) {
    Reader reader = Reader.of(ctx);
    NoticeSetting now =
        db.as(reader.viewer(), tx -> notices.setting(tx, reader.viewer().personId()));
    show(
        ctx,
        OK,
        Form.empty()
            .with("pace", List.of(now.pace().code()))
            .with("status", List.of(now.status() ? "yes" : "no"))
            .with("quiet_from", typed(now.quiet().map(NoticeSetting.Quiet::from)))
            .with("quiet_until", typed(now.quiet().map(NoticeSetting.Quiet::until))));
  }

  private static List<String> typed(Optional<LocalTime> time) {
    return time.map(LocalTime::toString).stream().toList();
  }

  private void show(Context ctx, HttpStatus status, Form form) {
    Words words = Reader.of(ctx).words();
    Controls controls = new Controls(words, form, "notice_setting.");
    Field pace =
        controls
            .of(
                Control.Kind.RADIOS,
                "pace",
                true,
                Arrays.stream(Pace.values())
                    .map(
                        each ->
                            controls.choice(
                                "pace",
                                each.code(),
                                words.say("notice_setting.pace." + each.code())))
                    .toList())
            .field();
    pages.show(
        ctx,
        status,
        "account/notices",
        new NoticePage(
            words.say("notice_setting.title"),
            pace,
            controls
                .of(
                    Control.Kind.RADIOS,
                    "status",
                    true,
                    Stream.of("yes", "no")
                        .map(
                            each ->
                                controls.choice(
                                    "status", each, words.say("notice_setting.status." + each)))
                        .toList())
                .field(),
            controls.of(Control.Kind.TIME, "quiet_from", false).field(),
            controls.of(Control.Kind.TIME, "quiet_until", false).field(),
            form.errors(words)));
  }

  void save(Context ctx) {
    Form form = Form.of(ctx);
    Reader reader = Reader.of(ctx);
    Pace pace =
        Arrays.stream(Pace.values())
            .filter(each -> each.code().equals(form.text("pace")))
            .findFirst()
            .orElseThrow(() -> new BadInput("no pace of ours"));
    Optional<LocalTime> from = time(form, "quiet_from", "quiet_until");
    Optional<LocalTime> until = time(form, "quiet_until", "quiet_from");
    if (form.isGood() && from.isPresent() && from.equals(until)) {
      form.refuse("quiet_until", "notice_setting.quiet.same");
    }
    if (!form.isGood()) {
      show(ctx, UNPROCESSABLE_CONTENT, form);
      return;
    }
    NoticeSetting setting =
        new NoticeSetting(
            pace,
            from.flatMap(begin -> until.map(end -> new NoticeSetting.Quiet(begin, end))),
            !form.text("status").equals("no"));
    db.run(reader.viewer(), tx -> notices.put(tx, reader.viewer().personId(), setting));
    Flash.say(ctx, "notice_setting.saved");
    ctx.redirect("/account/notices", SEE_OTHER);
  }

  /** A time of day; needed where the other one stands. */
  private static Optional<LocalTime> time(Form form, String name, String other) {
    Optional<LocalTime> time = form.time(name);
    if (time.isEmpty() && (form.has(name) || form.has(other))) {
      form.refuse(name, "notice_setting.quiet.both");
    }
    return time;
  }
}
