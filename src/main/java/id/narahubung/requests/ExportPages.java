package id.narahubung.requests;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.requests.ItemRowStore.Clock;
import id.narahubung.requests.QueueStore.Slice;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.sheets.SheetWriter;
import id.narahubung.text.Words;
import id.narahubung.web.Download;
import id.narahubung.web.Form;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lists as files: the rows of the page with its filter and in its order, all of them, written while
 * they are read.
 */
public final class ExportPages {

  private static final int AT_ONCE = 500;

  private static final List<String> ITEM_COLUMNS =
      List.of(
          "item",
          "platform",
          "subject",
          "category",
          "urgency",
          "measure",
          "address",
          "state",
          "due",
          "holder");

  /** As a request's page has them, too. */
  private static final List<String> TOLD_COLUMNS =
      List.of("claim", "claimed_at", "finding", "finding_by");

  private final Database db;
  private final QueueStore queue;
  private final RequestStore requests;
  private final RequestListStore lists;
  private final RuleStore rules;
  private final FactStore facts;
  private final AnswerDraftSheet drafts;
  private final DraftSheet rows;

  public ExportPages(
      Database db,
      QueueStore queue,
      RequestStore requests,
      RequestListStore lists,
      RuleStore rules,
      FactStore facts,
      AnswerDraftStore drafts,
      DraftPages.Stores stores) {
    this.db = db;
    this.queue = queue;
    this.requests = requests;
    this.lists = lists;
    this.rules = rules;
    this.facts = facts;
    this.drafts = new AnswerDraftSheet(drafts, queue, rules);
    this.rows = new DraftSheet(stores);
  }

  /** What the list of requests shows. */
  void requests(Context ctx) {
    Reader reader = Reader.of(ctx);
    Form query = Form.ofQuery(ctx);
    RequestFilter filter = RequestFilter.of(query);
    RequestFilter.Sort sort = RequestFilter.Sort.of(query);
    send(
        ctx,
        "requests",
        reader.words().say("export.requests"),
        (tx, out) -> requests(tx, reader.words(), filter, sort, out));
  }

  /** What my queue shows: items, or drafts. */
  void queue(Context ctx) {
    Reader reader = Reader.of(ctx);
    PersonViewer viewer = reader.viewer();
    Form query = Form.ofQuery(ctx);
    QueueFilter filter = QueueFilter.of(query);
    QueueShow show =
        QueueShow.find(query.text("show"), viewer).orElseGet(() -> QueueShow.of(viewer).getFirst());
    send(
        ctx,
        "queue-" + show.code(),
        reader.words().say("export.queue"),
        (tx, out) -> {
          Optional<Slice> slice = show.slice(tx.now());
          slice.ifPresent(which -> items(tx, reader.words(), which, filter, Optional.empty(), out));
          show.drafts()
              .map(RequestFilter::of)
              .ifPresent(
                  drafts -> requests(tx, reader.words(), drafts, RequestFilter.Sort.NEWEST, out));
        });
  }

  /** What the list of drafts of answers shows: the company's own. */
  void answerDrafts(Context ctx) {
    Words words = Reader.of(ctx).words();
    AnswerDraftStore.Which which = AnswerDraftsPageMaker.which(Form.ofQuery(ctx));
    send(
        ctx,
        "answer-drafts",
        words.say("draft_answer.title"),
        (tx, out) -> drafts.write(tx, words, which, out));
  }

  /** The items of a request: all, or those that stand as its page is narrowed to. */
  void ofRequest(Context ctx) {
    Reader reader = Reader.of(ctx);
    String number = RequestPages.number(ctx);
    Slice slice =
        RequestPages.standing(ctx)
            .map(only -> Slice.of(only))
            .orElseGet(() -> Slice.of(Standing.values()));
    long request = db.as(reader.viewer(), tx -> requests.fetch(tx, number).id());
    send(
        ctx,
        number,
        number,
        (tx, out) ->
            items(tx, reader.words(), slice, QueueFilter.none(), Optional.of(request), out));
  }

  /** The rows of a draft that its page is narrowed to. */
  void ofDraft(Context ctx) {
    Reader reader = Reader.of(ctx);
    long id = DraftPages.id(ctx);
    Form query = Form.ofQuery(ctx);
    NarrowedRows.Filter.of(query);
    db.run(reader.viewer(), tx -> rows.fetch(tx, id));
    send(
        ctx,
        "draft-" + id,
        reader.words().say("export.draft"),
        (tx, out) -> rows.write(tx, reader.words(), rows.fetch(tx, id), query, out));
  }

  /** Writes the rows, in an open transaction. */
  private interface Work {
    void write(Tx tx, SheetWriter out);
  }

  private void send(Context ctx, String name, String sheet, Work work) {
    Download.send(
        ctx,
        Download.format(ctx),
        name,
        sheet,
        out -> db.run(Reader.of(ctx).viewer(), tx -> work.write(tx, out)));
  }

  private void items(
      Tx tx,
      Words words,
      Slice slice,
      QueueFilter filter,
      Optional<Long> request,
      SheetWriter out) {
    List<String> columns = new ArrayList<>(ITEM_COLUMNS);
    columns.addAll(request.isPresent() ? TOLD_COLUMNS : List.of());
    out.row(headings(words, columns.toArray(String[]::new)));
    List<ItemRow> batch = new ArrayList<>();
    queue.each(
        tx,
        slice,
        filter,
        request,
        Integer.MAX_VALUE,
        row -> {
          batch.add(row);
          if (batch.size() == AT_ONCE) {
            write(tx, words, slice, batch, request.isPresent(), out);
            batch.clear();
          }
        });
    write(tx, words, slice, batch, request.isPresent(), out);
  }

  /** Writes some rows; told, each with what the company says of it and what the ministry found. */
  private void write(
      Tx tx, Words words, Slice slice, List<ItemRow> rows, boolean told, SheetWriter out) {
    ItemCells cells = new ItemCells(words);
    Wording wording = new Wording(words, tx.now());
    Map<Long, ItemFacts> factsOf =
        told ? facts.fetch(tx, rows.stream().map(row -> row.item().id()).toList()) : Map.of();
    for (ItemRow row : rows) {
      RuleSet set = rules.fetch(tx, row.ruleSetId());
      List<Object> line = new ArrayList<>();
      line.add(row.fullNumber());
      line.add(row.platform());
      line.add(row.subject());
      line.add(words.label(set.category(row.categoryCode()).label()));
      line.add(words.label(set.urgency(row.urgencyCode()).label()));
      line.add(words.label(set.measure(row.measureCode()).label()));
      line.add(cells.address(row.item()));
      line.add(wording.standing(row.item().standing(), row.answered()).text());
      line.add(cells.instant(due(slice, row)));
      line.add(row.hold().map(Hold::name).orElse(""));
      ItemFacts fact = factsOf.get(row.item().id());
      if (fact != null) {
        line.add(wording.claim(set, fact).text());
        line.add(cells.instant(fact.latestAnswer().map(Answer::answeredAt)));
        line.add(wording.found(fact).text());
        line.add(wording.found(fact).under());
      }
      out.row(line);
    }
  }

  private void requests(
      Tx tx, Words words, RequestFilter filter, RequestFilter.Sort sort, SheetWriter out) {
    ItemCells cells = new ItemCells(words);
    Wording wording = new Wording(words, tx.now());
    out.row(
        headings(
            words,
            "request",
            "platform",
            "subject",
            "category",
            "urgency",
            "state",
            "items",
            "settled",
            "sent",
            "due",
            "changed"));
    lists.each(
        tx,
        filter,
        sort,
        row -> {
          RuleSet set = rules.fetch(tx, row.ruleSetId());
          out.row(
              List.of(
                  row.number().orElseGet(() -> words.say("requests.draft")),
                  row.platform(),
                  row.subject(),
                  words.label(set.category(row.categoryCode()).label()),
                  words.label(set.urgency(row.urgencyCode()).label()),
                  wording.stateTag(row).text(),
                  row.counts().items(),
                  row.counts().settled(),
                  cells.instant(row.sentAt()),
                  cells.instant(row.counts().nextDue()),
                  cells.instant(row.changedAt())));
        });
  }

  /** By the clock of the list; what came back is listed by when that was seen, and is not due. */
  private static Optional<Instant> due(Slice slice, ItemRow row) {
    return slice.clock() == Clock.REAPPEARANCE ? row.item().dueAt() : row.due();
  }

  private static List<String> headings(Words words, String... columns) {
    return Stream.of(columns).map(column -> words.say("export.column." + column)).toList();
  }
}
