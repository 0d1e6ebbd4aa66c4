package id.narahubung.requests;

import id.narahubung.access.BadInput;
import id.narahubung.access.NotFound;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.rules.Category;
import id.narahubung.web.Form;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What leaves a draft before it is filed: rows for another category, platform, or the block list.
 */
public final class SplitPages {

  private final Database db;
  private final DraftPages drafts;
  private final DraftPages.Stores stores;
  private final SplitDraft split;
  private final HandOver handOver;

  public SplitPages(
      Database db,
      DraftPages drafts,
      DraftPages.Stores stores,
      SplitDraft split,
      HandOver handOver) {
    this.db = db;
    this.drafts = drafts;
    this.stores = stores;
    this.split = split;
    this.handOver = handOver;
  }

  /** The chosen rows, to a draft of another category. */
  void split(Context ctx) {
    Form form = Form.of(ctx);
    long id = DraftPages.id(ctx);
    drafts.act(
        ctx,
        form,
        "draft.split",
        tx -> {
          Category category =
              stores
                  .rules()
                  .inForce(tx)
                  .findCategory(form.text("category"))
                  .orElseThrow(() -> new BadInput("no such category"));
          return "/drafts/"
              + split.run(
                  tx,
                  form.act(),
                  id,
                  form.version(),
                  chosen(tx, id, form),
                  content -> content.inCategory(category));
        });
  }

  private List<Item> chosen(Tx tx, long id, Form form) {
    Set<Long> ordinals = form.ids("row").stream().collect(Collectors.toSet());
    return stores.items().list(tx, id, Optional.empty(), 0, DraftForm.MAX_ITEMS).stream()
        .filter(item -> ordinals.contains((long) item.ordinal()))
        .toList();
  }

  /** Every row of another platform, to a draft for its company. */
  void transfer(Context ctx) {
    Form form = Form.of(ctx);
    long id = DraftPages.id(ctx);
    drafts.act(
        ctx,
        form,
        "draft.split",
        tx -> {
          long platform = stores.platforms().fetch(tx, form.id("platform")).id();
          List<Item> leaving =
              stores
                  .previews()
                  .of(tx, stores.requests().fetch(tx, id))
                  .elsewhere()
                  .entrySet()
                  .stream()
                  .filter(rows -> rows.getKey().id() == platform)
                  .flatMap(rows -> rows.getValue().stream())
                  .map(Preview.Row::item)
                  .toList();
          return "/drafts/"
              + split.run(
                  tx,
                  form.act(),
                  id,
                  form.version(),
                  leaving,
                  content -> content.onPlatform(platform));
        });
  }

  /** Every row on no platform, to a list for the national block list. */
  void handOver(Context ctx) {
    Form form = Form.of(ctx);
    long id = DraftPages.id(ctx);
    drafts.act(
        ctx,
        form,
        "draft.handed_over",
        tx -> {
          handOver.run(tx, form.act(), id, form.version());
          return "/drafts/" + id;
        });
  }

  /** The list as it left: a domain a line. */
  void blockList(Context ctx) {
    long draft = DraftPages.id(ctx);
    String typed = ctx.pathParam("list");
    if (!typed.matches("\\d{1,18}")) {
      throw new NotFound("block list");
    }
    long list = Long.parseLong(typed);
    String domains =
        db.as(
            Reader.of(ctx).viewer(),
            tx ->
                stores
                    .blockLists()
                    .find(tx, stores.requests().fetch(tx, draft).id(), list)
                    .orElseThrow(() -> new NotFound("block list"))
                    .domains());
    ctx.contentType("text/plain; charset=utf-8")
        .header(
            "Content-Disposition",
            "attachment; filename=\"block-list-" + draft + "-" + list + ".txt\"")
        .result(domains);
  }
}
