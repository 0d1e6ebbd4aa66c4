package id.narahubung.requests;

import id.narahubung.access.BadInput;
import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import id.narahubung.platforms.Platform;
import id.narahubung.rules.Category;
import id.narahubung.web.Form;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

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
    step(
        ctx,
        "draft.split",
        (tx, step) -> {
          Category category =
              stores
                  .rules()
                  .inForce(tx)
                  .findCategory(step.form().text("category"))
                  .orElseThrow(() -> new BadInput("no such category"));
          return move(tx, step, chosen(tx, step), content -> content.inCategory(category));
        });
  }

  /** Every row of another platform, to a draft for its company. */
  void transfer(Context ctx) {
    step(
        ctx,
        "draft.split",
        (tx, step) -> {
          Platform platform = stores.platforms().fetch(tx, step.form().id("platform"));
          List<Item> leaving =
              stores
                  .previews()
                  .of(tx, stores.requests().fetch(tx, step.draft()))
                  .elsewhere()
                  .getOrDefault(platform, List.of())
                  .stream()
                  .map(Preview.Row::item)
                  .toList();
          return move(tx, step, leaving, content -> content.onPlatform(platform));
        });
  }

  /** Every row on no platform, to a list for the national block list. */
  void handOver(Context ctx) {
    step(
        ctx,
        "draft.handed_over",
        (tx, step) -> {
          handOver.run(tx, step.form().act(), step.draft(), step.form().version());
          return step.draft();
        });
  }

  /** A form about a draft. */
  private record Step(Form form, long draft) {}

  /** Does one step once, and goes on to the draft that its work gives. */
  private void step(Context ctx, String done, BiFunction<Tx, Step, Long> work) {
    Step step = new Step(Form.of(ctx), DraftPages.id(ctx));
    drafts.act(ctx, step.form(), done, tx -> "/drafts/" + work.apply(tx, step));
  }

  private long move(Tx tx, Step step, List<Item> leaving, UnaryOperator<RequestContent> change) {
    return split.run(tx, step.form().act(), step.draft(), step.form().version(), leaving, change);
  }

  private List<Item> chosen(Tx tx, Step step) {
    Picked picked = Picked.of(step.form());
    return stores
        .items()
        .opened(
            tx,
            stores.items().list(tx, step.draft(), Optional.empty(), 0, DraftForm.MAX_ITEMS).stream()
                .filter(item -> picked.has(item.ordinal()))
                .toList());
  }

  private static Act told(Tx tx, TakedownRequest draft, BlockListStore.BlockList list) {
    Act told =
        Act.shown(UUID.randomUUID(), tx.person())
            .on(draft.id())
            .with("items", list.size())
            .with("block_list", list.id());
    return draft.number().isEmpty() ? told : told.behind(draft.companyId());
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
            tx -> {
              TakedownRequest of = stores.requests().fetch(tx, draft);
              if (of.restriction().restricted()) {
                tx.viewer().require(Permission.SEE_RESTRICTED);
              }
              BlockListStore.BlockList found =
                  stores
                      .blockLists()
                      .find(tx, of.id(), list)
                      .orElseThrow(() -> new NotFound("block list"));
              if (of.restriction().restricted()) {
                stores.ledger().add(tx, told(tx, of, found));
              }
              return found.domains();
            });
    ctx.contentType("text/plain; charset=utf-8")
        .header(
            "Content-Disposition",
            "attachment; filename=\"block-list-" + draft + "-" + list + ".txt\"")
        .result(domains);
  }
}
