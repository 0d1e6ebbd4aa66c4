package id.narahubung.requests;

import static java.util.Objects.requireNonNull;

import id.narahubung.data.Tx;
import id.narahubung.requests.AnswerDraftStore.Which;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.sheets.SheetWriter;
import id.narahubung.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a company has drafted as rows of a file: all of its list, read a part at a time. */
final class AnswerDraftSheet {

  private static final int READ_AT_ONCE = 500;

  private final AnswerDraftStore drafts;
  private final QueueStore queue;
  private final RuleStore rules;

  AnswerDraftSheet(AnswerDraftStore drafts, QueueStore queue, RuleStore rules) {
    this.drafts = drafts;
    this.queue = queue;
    this.rules = rules;
  }

  void write(Tx tx, Words words, Which which, SheetWriter out) {
    out.row(
        Stream.of(
                "item",
                "platform",
                "subject",
                "address",
                "due",
                "drafted",
                "details",
                "writer",
                "written",
                "returned")
            .map(column -> words.say("export.column." + column))
            .toList());
    Optional<Cursor> after = Optional.empty();
    List<AnswerDraft> some;
    do {
      some = drafts.behind(tx, which, after, READ_AT_ONCE);
      Map<Long, ItemRow> items = new HashMap<>();
      queue
          .fetch(tx, some.stream().map(AnswerDraft::itemId).toList())
          .forEach(row -> items.put(row.item().id(), row));
      for (AnswerDraft draft : some) {
        ItemRow item = requireNonNull(items.get(draft.itemId()));
        out.row(row(words, rules.fetch(tx, item.ruleSetId()), item, draft));
        after = Optional.of(item.place());
      }
    } while (some.size() == READ_AT_ONCE);
  }

  private static List<String> row(Words words, RuleSet set, ItemRow item, AnswerDraft draft) {
    ItemCells cells = new ItemCells(words);
    return List.of(
        item.fullNumber(),
        item.platform(),
        item.subject(),
        cells.address(item.item()),
        cells.due(item.item()),
        AnswerDraftCard.written(words, set, draft).text(),
        AnswerDraftCard.facts(words, set, draft).stream()
            .map(fact -> fact.label() + ": " + fact.value())
            .collect(Collectors.joining("; ")),
        draft.by().told(words),
        cells.instant(draft.writtenAt()),
        draft.returned().map(AnswerDraft.Return::reason).orElse(""));
  }
}
