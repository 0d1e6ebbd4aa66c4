package id.narahubung.requests;

import id.narahubung.data.Database;
import id.narahubung.web.Form;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/** What a draft may be sent without: a reason is given, or taken back. */
public final class OverridePages {

  private static final int MOST_REASON = 4_000;

  private final Database db;
  private final DraftPages drafts;
  private final RequestStore requests;
  private final OverrideNeed override;

  public OverridePages(
      Database db, DraftPages drafts, RequestStore requests, OverrideNeed override) {
    this.db = db;
    this.drafts = drafts;
    this.requests = requests;
    this.override = override;
  }

  /** The name of the field in which the reason for a need is typed: each has its own on a page. */
  static String field(String need) {
    return "reason_" + need;
  }

  void give(Context ctx) {
    Form form = Form.of(ctx);
    String field = field(form.text("need"));
    if (!form.has(field)) {
      form.refuse(field, "draft.fault.reason");
    } else if (form.text(field).length() > MOST_REASON) {
      form.refuse(field, "fault.too_long", MOST_REASON);
    }
    if (!form.isGood()) {
      TakedownRequest draft =
          db.as(Reader.of(ctx).viewer(), tx -> requests.fetch(tx, DraftPages.id(ctx)));
      drafts.show(ctx, HttpStatus.UNPROCESSABLE_CONTENT, draft, form, "");
      return;
    }
    act(ctx, form, "draft.overridden", Optional.of(form.text(field)));
  }

  void takeBack(Context ctx) {
    act(ctx, Form.of(ctx), "draft.override_ended", Optional.empty());
  }

  private void act(Context ctx, Form form, String done, Optional<String> reason) {
    long id = DraftPages.id(ctx);
    drafts.act(
        ctx,
        form,
        done,
        tx -> {
          override.run(tx, form.act(), id, form.version(), form.text("need"), reason);
          return "/drafts/" + id;
        });
  }
}
