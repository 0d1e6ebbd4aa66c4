package id.narahubung.requests;

import static id.narahubung.access.Permission.RELEASE_ANSWERS;

import id.narahubung.data.Tx;
import id.narahubung.requests.AnswerDraft.State;
import id.narahubung.requests.AnswerDraftStore.DraftCounts;
import id.narahubung.requests.AnswerDraftStore.Listed;
import id.narahubung.requests.AnswerDraftStore.Listing;
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
import java.util.Optional;

/** Makes the list of what a company has drafted: what would be sent, in whose words. */
final class AnswerDraftsPageMaker {

  private static final int SHOWN = 200;

  /** What narrows the list, by name. */
  static final List<String> NAMES = List.of("show", "request", "writer");

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
        form.has("request") ? Optional.of(form.text("request")) : Optional.empty(),
        form.has("writer") ? Optional.of(form.id("writer")) : Optional.empty());
  }

  AnswerDraftsPage page(Tx tx, Reader reader, Form form, String refusal) {
    Words words = reader.words();
    Which which = which(form);
    Listing listing = drafts.list(tx, which, SHOWN);
    boolean open = which.state() == State.OPEN;
    boolean releases = open && reader.viewer().may(RELEASE_ANSWERS);
    List<Group> groups = groups(tx, reader, form, listing, releases);
    int shown = listing.lines().size();
    Address address = Address.of("/answer-drafts", form, NAMES);
    boolean narrowed = address.has("request") || address.has("writer");
    List<Fact> hidden = new ArrayList<>();
    NAMES.stream().filter(form::has).forEach(name -> hidden.add(new Fact(name, form.text(name))));
    hidden.add(new Fact("up_to", Long.toString(listing.upTo())));
    return new AnswerDraftsPage(
        words.say("draft_answer.title"),
        reader.signedIn().map(me -> me.organisation()).orElse(""),
        counters(tx, words, which.state()),
        refusal,
        words.say(open ? "draft_answer.note" : "draft_answer.returned.note"),
        groups,
        releases,
        hidden,
        releases && listing.total() > 1
            ? words.say("draft_answer.release.all", Math.min(listing.total(), ItemActs.MOST))
            : "",
        listing.total() > shown ? words.say("draft_answer.more", listing.total() - shown) : "",
        narrowed ? address.with("request", "").with("writer", "").toString() : "",
        new Controls(words, form, "draft_answer.").of(Control.Kind.AREA, "reason", true).field(),
        form.errors(words),
        words.say(open ? "draft_answer.empty" : "draft_answer.returned.empty"));
  }

  private List<Counter> counters(Tx tx, Words words, State state) {
    return counters(words, drafts.count(tx), Optional.of(state));
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

  private List<Group> groups(Tx tx, Reader reader, Form form, Listing listing, boolean releases) {
    List<Long> ids = listing.lines().stream().map(line -> line.draft().itemId()).toList();
    Map<Long, ItemRow> items = new HashMap<>();
    queue.fetch(tx, ids).forEach(row -> items.put(row.item().id(), row));
    Map<Long, ItemFacts> known = facts.fetch(tx, ids);
    Map<List<Long>, List<Listed>> together = new LinkedHashMap<>();
    for (Listed line : listing.lines()) {
      together
          .computeIfAbsent(
              List.of(line.draft().requestId(), line.draft().person()), key -> new ArrayList<>())
          .add(line);
    }
    List<Group> groups = new ArrayList<>();
    together
        .values()
        .forEach(
            lines -> {
              Listed first = lines.getFirst();
              ItemRow row = items.get(first.draft().itemId());
              if (row != null) {
                groups.add(group(tx, reader, form, lines, row, items, known, releases));
              }
            });
    return groups;
  }

  private Group group(
      Tx tx,
      Reader reader,
      Form form,
      List<Listed> lines,
      ItemRow first,
      Map<Long, ItemRow> items,
      Map<Long, ItemFacts> known,
      boolean releases) {
    Words words = reader.words();
    RuleSet set = rules.fetch(tx, first.ruleSetId());
    List<Row> rows = new ArrayList<>();
    for (Listed line : lines) {
      ItemRow item = items.get(line.draft().itemId());
      if (item != null) {
        ItemFacts fact = known.getOrDefault(item.item().id(), ItemFacts.none(item.item().id()));
        rows.add(row(tx, reader, form, set, line.draft(), item, fact, releases));
      }
    }
    AnswerDraft draft = lines.getFirst().draft();
    return new Group(
        first.number(),
        "/requests/" + first.number(),
        first.platform() + " · " + first.subject(),
        words.say("draft_answer.group", draft.by().told(words), lines.getFirst().together()),
        rows.stream().anyMatch(row -> !row.value().isEmpty()),
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
