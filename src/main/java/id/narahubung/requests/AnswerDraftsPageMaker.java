package id.narahubung.requests;

import static id.narahubung.access.Permission.RELEASE_ANSWERS;

import id.narahubung.data.Tx;
import id.narahubung.requests.AnswerDraft.State;
import id.narahubung.requests.AnswerDraftStore.DraftCounts;
import id.narahubung.requests.AnswerDraftStore.Listing;
import id.narahubung.requests.AnswerDraftStore.Together;
import id.narahubung.requests.AnswerDraftStore.Which;
import id.narahubung.requests.AnswerDraftsPage.Group;
import id.narahubung.requests.AnswerDraftsPage.Row;
import id.narahubung.requests.QueuePage.Counter;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Controls;
import id.narahubung.web.Form;
import id.narahubung.web.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the list of what a company has drafted: what would be sent, in whose words. */
final class AnswerDraftsPageMaker {

  private static final int ROWS = 200;

  private static final String AFTER = "after";

  private static final String REQUEST = "request";

  private static final String WRITER = "writer";

  /** What narrows the list, by name. */
  private static final List<String> FILTERS = List.of("show", REQUEST, WRITER);

  /** The same, and which of its pages it is. */
  static final List<String> NAMES = Stream.concat(FILTERS.stream(), Stream.of(AFTER)).toList();

  /** The drafts that a page shows: what its button for all of them is about. */
  static final String SHOWN = "shown";

  private final AnswerDraftStore drafts;
  private final QueueStore queue;
  private final FactStore facts;
  private final RuleStore rules;

  AnswerDraftsPageMaker(
      AnswerDraftStore drafts, QueueStore queue, FactStore facts, RuleStore rules) {
    this.drafts = drafts;
    this.queue = queue;
    this.facts = facts;
    this.rules = rules;
  }

  /** Which list a form or an address names. */
  static Which which(Form form) {
    return new Which(
        form.text("show").equals("returned") ? State.RETURNED : State.OPEN,
        form.has(REQUEST) ? Optional.of(form.text(REQUEST)) : Optional.empty(),
        form.has(WRITER) ? Optional.of(form.id(WRITER)) : Optional.empty());
  }

  AnswerDraftsPage page(Tx tx, Reader reader, Form form, String refusal) {
    Words words = reader.words();
    Which which = which(form);
    Optional<Cursor> after =
        form.has(AFTER) ? Optional.of(Cursor.from(form.text(AFTER))) : Optional.empty();
    Listing listing = drafts.list(tx, which, after, ROWS);
    if (listing.drafts().isEmpty() && after.isPresent()) {
      // What was on the last page has gone: there may be others before it.
      return page(tx, reader, form.with(AFTER, List.of()), refusal);
    }
    boolean open = which.state() == State.OPEN;
    boolean releases = open && reader.viewer().may(RELEASE_ANSWERS);
    Map<Long, ItemRow> items = new HashMap<>();
    List<Long> ids = listing.drafts().stream().map(AnswerDraft::itemId).toList();
    queue.fetch(tx, ids).forEach(row -> items.put(row.item().id(), row));
    Address address = Address.of("/answer-drafts", form, NAMES);
    int shown = listing.drafts().size();
    DraftCounts counts = drafts.count(tx);
    String all = listing.isWhole() ? "draft_answer.release.all" : "draft_answer.release.page";
    String none = counts.required() ? "draft_answer.empty" : "draft_answer.empty.kept";
    return new AnswerDraftsPage(
        words.say("draft_answer.title"),
        reader.signedIn().map(me -> me.organisation()).orElse(""),
        counters(words, counts, Optional.of(which.state())),
        refusal,
        words.say(open ? "draft_answer.note" : "draft_answer.returned.note"),
        groups(tx, reader, form, listing, items, releases),
        releases,
        hidden(form, listing),
        releases && shown > 1 ? words.say(all, shown) : "",
        address.has(REQUEST) || address.has(WRITER)
            ? address.with(REQUEST, "").with(WRITER, "").with(AFTER, "").toString()
            : "",
        listing.more() ? next(address, items, listing.drafts().getLast()) : "",
        shown == 0 ? "" : Address.of("/exports/answer-drafts", form, FILTERS).toDownload(),
        new Controls(words, form, "draft_answer.").of(Control.Kind.AREA, "reason", true).field(),
        form.errors(words),
        words.say(open ? none : "draft_answer.returned.empty"));
  }

  private static List<Fact> hidden(Form form, Listing listing) {
    List<Fact> hidden = new ArrayList<>();
    NAMES.stream().filter(form::has).forEach(name -> hidden.add(new Fact(name, form.text(name))));
    listing.drafts().forEach(draft -> hidden.add(new Fact(SHOWN, Long.toString(draft.id()))));
    return hidden;
  }

  private static String next(Address address, Map<Long, ItemRow> items, AnswerDraft last) {
    ItemRow row = Objects.requireNonNull(items.get(last.itemId()), "the item of a draft");
    return address.with(AFTER, row.place().toString()).toString();
  }

  /** The two lists as numbers that lead there. */
  static List<Counter> counters(Words words, DraftCounts counts, Optional<State> shown) {
    return List.of(
        new Counter(
            counts.open() > 0 ? "soon" : "",
            words.number(counts.open()),
            words.say("draft_answer.show." + (counts.required() ? "open" : "kept")),
            "/answer-drafts",
            shown.filter(State.OPEN::equals).isPresent()),
        new Counter(
            counts.returned() > 0 ? "late" : "",
            words.number(counts.returned()),
            words.say("draft_answer.show.returned"),
            "/answer-drafts?show=returned",
            shown.filter(State.RETURNED::equals).isPresent()));
  }

  private List<Group> groups(
      Tx tx,
      Reader reader,
      Form form,
      Listing listing,
      Map<Long, ItemRow> items,
      boolean releases) {
    Map<Long, ItemFacts> known = facts.fetch(tx, items.keySet());
    Map<Together, List<Row>> rows = new LinkedHashMap<>();
    Map<Together, Group> groups = new LinkedHashMap<>();
    for (AnswerDraft draft : listing.drafts()) {
      ItemRow item = items.get(draft.itemId());
      if (item == null) {
        continue;
      }
      Together together = Together.of(draft);
      List<Row> those = rows.computeIfAbsent(together, key -> new ArrayList<>());
      int count = listing.together().getOrDefault(together, 1);
      groups.computeIfAbsent(together, key -> group(reader, form, draft, item, count, those));
      ItemFacts fact = known.getOrDefault(draft.itemId(), ItemFacts.none(draft.itemId()));
      RuleSet set = rules.fetch(tx, item.ruleSetId());
      those.add(row(tx, reader, form, set, draft, item, fact, releases));
    }
    return List.copyOf(groups.values());
  }

  private static Group group(
      Reader reader, Form form, AnswerDraft draft, ItemRow item, int count, List<Row> rows) {
    Words words = reader.words();
    return new Group(
        item.number(),
        "/requests/" + item.number(),
        item.platform() + " · " + item.subject(),
        words.say("draft_answer.group", draft.by().told(words), count),
        words.say("draft_answer.writer", draft.by().told(words)),
        form.has(WRITER)
            ? ""
            : Address.of("/answer-drafts", form, FILTERS)
                .with(WRITER, Long.toString(draft.person()))
                .toString(),
        rows);
  }

  private static Row row(
      Tx tx,
      Reader reader,
      Form form,
      RuleSet set,
      AnswerDraft draft,
      ItemRow row,
      ItemFacts facts,
      boolean releases) {
    Words words = reader.words();
    Wording wording = new Wording(words, tx.now());
    String ref = row.item().ref().toString();
    boolean own = draft.yieldsTo(reader.viewer());
    String id = Long.toString(draft.id());
    return new Row(
        releases ? id : own ? ref : "",
        form.all("draft").contains(id),
        row.fullNumber(),
        "/requests/" + row.number() + "/items/" + row.item().ordinal(),
        wording.address(row.item()),
        row.item().copied(),
        wording.left(row.item(), set.urgency(row.urgencyCode())),
        AnswerDraftCard.written(words, set, draft),
        AnswerDraftCard.facts(words, set, draft),
        draft.state() == State.RETURNED
            ? draft.returned().map(back -> AnswerDraftCard.returned(words, back)).orElse("")
            : draft.refusal(row.item(), facts).map(words::say).orElse(""));
  }
}
