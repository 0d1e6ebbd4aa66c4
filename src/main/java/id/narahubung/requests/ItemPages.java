package id.narahubung.requests;

import id.narahubung.access.NotFound;
import id.narahubung.access.Side;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.evidence.EvidenceCard;
import id.narahubung.evidence.EvidenceStore;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.rules.RuleStore;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** The page of one item. */
public final class ItemPages {

  private final Database db;
  private final Pages pages;
  private final RequestStore requests;
  private final ItemStore items;
  private final FactStore facts;
  private final RecheckStore rechecks;
  private final AnswerDraftStore drafts;
  private final EvidenceStore evidence;
  private final RuleStore rules;
  private final PlatformStore platforms;
  private final SeeRequest see;
  private final LetterBox letters;

  public ItemPages(
      Database db,
      Pages pages,
      RequestStore requests,
      ItemStore items,
      FactStore facts,
      RecheckStore rechecks,
      AnswerDraftStore drafts,
      EvidenceStore evidence,
      RuleStore rules,
      PlatformStore platforms,
      SeeRequest see,
      LetterBox letters) {
    this.db = db;
    this.pages = pages;
    this.requests = requests;
    this.items = items;
    this.facts = facts;
    this.rechecks = rechecks;
    this.drafts = drafts;
    this.evidence = evidence;
    this.rules = rules;
    this.platforms = platforms;
    this.see = see;
    this.letters = letters;
  }

  void show(Context ctx) {
    Reader reader = Reader.of(ctx);
    String number = RequestPages.number(ctx);
    int ordinal = ordinal(ctx);
    pages.show(ctx, "items/show", db.as(reader.viewer(), tx -> page(tx, reader, number, ordinal)));
  }

  private ItemPage page(Tx tx, Reader reader, String number, int ordinal) {
    TakedownRequest request = requests.fetch(tx, number);
    see.run(tx, request);
    Item item =
        items
            .find(tx, request.id(), ordinal)
            .orElseThrow(() -> new NotFound(number + "/" + ordinal));
    ItemFacts fact = facts.fetch(tx, List.of(item.id())).values().iterator().next();
    return new ItemPageMaker(reader.words(), reader.viewer(), tx.now())
        .make(
            request,
            rules.fetch(tx, request.ruleSetId()),
            platforms.fetch(tx, request.content().platformId()).name(),
            item,
            items.about(tx, item),
            fact,
            after(tx, reader, item),
            drafts.ofItem(tx, item.id()),
            evidence.ofItem(tx, item.id(), EvidenceCard.MOST));
  }

  /** What comes after an item was settled; the plan is the ministry's alone. */
  private ItemPageMaker.After after(Tx tx, Reader reader, Item item) {
    return new ItemPageMaker.After(
        reader.viewer().side() == Side.MINISTRY ? rechecks.due(tx, item.id()) : Optional.empty(),
        rechecks.chain(tx, item.id()),
        letters.onItem(tx, reader.words(), item.id()));
  }

  private static int ordinal(Context ctx) {
    String ordinal = ctx.pathParam("ordinal");
    if (!ordinal.matches("\\d{1,7}")) {
      throw new NotFound("item");
    }
    return Integer.parseInt(ordinal);
  }
}
