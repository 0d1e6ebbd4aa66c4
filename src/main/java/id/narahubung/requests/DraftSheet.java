package id.narahubung.requests;

import id.narahubung.access.NotFound;
import id.narahubung.addresses.AddressFinder;
import id.narahubung.addresses.BadAddress;
import id.narahubung.data.Tx;
import id.narahubung.rules.RuleSet;
import id.narahubung.sheets.SheetWriter;
import id.narahubung.text.Words;
import id.narahubung.web.Form;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rows of a draft as a file, as its page is narrowed: what would be filed, with why to look
 * twice, and behind it what cannot be, for whoever is to mend it. A draft is read whole anyway: it
 * is its paste.
 */
final class DraftSheet {

  private final DraftPages.Stores stores;

  DraftSheet(DraftPages.Stores stores) {
    this.stores = stores;
  }

  /** Once sent it is a request, whose items have a file of their own. */
  TakedownRequest fetch(Tx tx, long id) {
    TakedownRequest draft = stores.requests().fetch(tx, id);
    if (draft.number().isPresent()) {
      throw new NotFound("draft " + id);
    }
    return draft;
  }

  void write(Tx tx, Words words, TakedownRequest draft, Form query, SheetWriter out) {
    boolean restricted = draft.restriction().restricted();
    Map<String, ItemAbout> about = stores.items().about(tx, draft.id());
    NarrowedRows narrowed =
        NarrowedRows.of(
            query,
            Form.empty(),
            stores.previews().of(tx, draft),
            AddressFinder.in(stores.drafts().pasted(tx, draft.id())),
            about,
            restricted);
    out.row(
        Stream.of("row", "kind", "address", "note", "account", "time", "look", "earlier", "fault")
            .map(column -> words.say("export.column." + column))
            .toList());
    RuleSet rules = stores.rules().fetch(tx, draft.ruleSetId());
    PreviewWording wording = new PreviewWording(words, tx.now());
    for (Preview.Row row : narrowed.rows()) {
      ItemAbout known =
          row.item().restricted()
              ? ItemAbout.NOTHING
              : about.getOrDefault(row.item().url(), ItemAbout.NOTHING);
      DraftPage.Good good = wording.good(rules, row, known, false);
      out.row(
          List.of(
              row.item().ordinal(),
              words.say("kind." + row.item().kind().code()),
              new ItemCells(words).address(row.item()),
              known.note(),
              known.account(),
              known.time(),
              String.join("; ", good.warnings()),
              good.earlier().map(DraftPage.Link::text).orElse(""),
              ""));
    }
    for (BadAddress bad : narrowed.bad()) {
      out.row(
          List.of(
              words.say("draft.line", bad.line()),
              "",
              restricted ? words.say("item.restricted") : bad.given(),
              "",
              "",
              "",
              "",
              "",
              words.say("address.fault." + Wording.lower(bad.fault()))));
    }
  }
}
