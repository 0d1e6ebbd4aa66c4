package id.narahubung.requests;

import id.narahubung.web.Form;
import io.javalin.http.Context;
import java.util.Optional;

/** What a draft may be sent without: a reason is given, or taken back. */
public final class OverridePages {

  private static final int MOST_REASON = 4_000;

  private final DraftPages drafts;
  private final OverrideNeed override;

  public OverridePages(DraftPages drafts, OverrideNeed override) {
    this.drafts = drafts;
    this.override = override;
  }

  /** The name of the field in which the reason for a need is typed: each has its own on a page. */
  static String field(String need) {
    return "reason_" + need;
  }

  void give(Context ctx) {
    Form form = Form.of(ctx);
    String field = field(form.text("need"));
    form.need(field, "draft.fault.reason", MOST_REASON);
    if (!form.isGood()) {
      drafts.ask(ctx, form);
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
