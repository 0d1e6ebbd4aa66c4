package id.narahubung.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import id.narahubung.access.BadInput;
import id.narahubung.access.Side;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.requests.Item;
import id.narahubung.requests.ItemStore;
import id.narahubung.requests.QueueStore;
import id.narahubung.requests.RequestListStore;
import id.narahubung.requests.RequestRow;
import id.narahubung.requests.Wording;
import id.narahubung.search.SearchStore.Hit;
import id.narahubung.search.SearchStore.Kind;
import id.narahubung.sheets.SheetWriter;
import id.narahubung.text.Words;
import id.narahubung.views.ViewBar;
import id.narahubung.views.ViewStore;
import id.narahubung.web.Download;
import id.narahubung.web.Field;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The search over requests, items, messages and what is said of items, and before them over
 * commitments, decisions and what else has a page: what fits best comes first.
 */
public final class SearchPages {

  private static final int ROWS = 50;

  /** Of the matters beside requests so many are shown, and no page follows; a file holds them. */
  private static final int MATTERS = 20;

  /** Nobody reads further: beyond this the search has to be narrowed. */
  private static final int MOST = 1_000;

  private final Database db;
  private final Pages pages;
  private final SearchStore search = new SearchStore();
  private final MatterStore matters = new MatterStore();
  private final RequestListStore requests = new RequestListStore();
  private final QueueStore queue = new QueueStore();
  private final ItemStore items = new ItemStore();
  private final ViewStore views = new ViewStore();

  public SearchPages(Database db, Pages pages) {
    this.db = db;
    this.pages = pages;
  }

  void show(Context ctx) {
    Reader reader = Reader.of(ctx);
    Form query = Form.ofQuery(ctx);
    SearchText text = SearchText.of(query.text("q"));
    int page = page(query);
    if (text.isTooLong()) {
      query.refuse("q", "search.fault.long", SearchText.MOST, text.words().length());
    } else if (text.isTooShort() && !text.isEmpty()) {
      query.refuse("q", "search.fault.short", SearchText.LEAST);
    }
    boolean asked = query.isGood() && !text.isEmpty();
    pages.show(
        ctx,
        query.isGood() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "search/show",
        asked
            ? db.as(reader.viewer(), tx -> found(tx, reader.words(), query, text, page))
            : nothingAsked(reader.words(), query));
  }

  private static int page(Form query) {
    String typed = query.has("page") ? query.text("page") : "1";
    if (!typed.matches("[1-9][0-9]?")) {
      throw new BadInput("not a page of a search");
    }
    return Integer.parseInt(typed);
  }

  private static SearchPage nothingAsked(Words words, Form query) {
    return new SearchPage(
        words.say("search.title"),
        field(words, query),
        ViewBar.none(),
        false,
        "",
        "",
        SearchPage.Matters.NONE,
        List.of(),
        "",
        "");
  }

  private SearchPage found(Tx tx, Words words, Form query, SearchText text, int page) {
    List<Hit> hits = search.find(tx, text, MOST + 1);
    boolean more = hits.size() > MOST;
    int reach = Math.min(hits.size(), MOST);
    int from = Math.min((page - 1) * ROWS, reach);
    int to = Math.min(from + ROWS, reach);
    List<Hit> shown = hits.subList(from, to);
    String asked = "q=" + URLEncoder.encode(text.words(), UTF_8);
    return new SearchPage(
        words.say("search.title"),
        field(words, query),
        ViewBar.of(tx, views, "/search?" + asked),
        true,
        words.say(more ? "search.found.more" : "search.found", reach, text.words()),
        more ? words.say("search.narrow") : "",
        page == 1 ? matters(tx, words, text) : SearchPage.Matters.NONE,
        rows(tx, words, text, shown).rows(shown),
        to < reach ? "/search?" + asked + "&page=" + (page + 1) : "",
        "/exports/search?" + asked + "&format=");
  }

  private SearchPage.Matters matters(Tx tx, Words words, SearchText text) {
    List<MatterStore.Found> found = matters.find(tx, text, MATTERS + 1);
    List<SearchPage.Matter> shown =
        found.stream().limit(MATTERS).map(each -> matter(words, each)).toList();
    return new SearchPage.Matters(
        words.say(found.size() > MATTERS ? "search.matters.more" : "search.matters", shown.size()),
        shown);
  }

  private static SearchPage.Matter matter(Words words, MatterStore.Found found) {
    String title = words.label(found.title());
    return new SearchPage.Matter(
        words.say("search.kind." + found.kind().code()),
        found.number().isEmpty() ? words.date(found.on()) : found.number(),
        found.path(),
        title,
        found.text().parts(),
        words.say("search.matter.source", found.platform(), words.date(found.on())));
  }

  private static Field field(Words words, Form query) {
    return new Field(
        "q",
        words.say("search.label"),
        words.say("search.hint"),
        query.text("q"),
        query.error("q", words),
        true,
        List.of());
  }

  private SearchRows rows(Tx tx, Words words, SearchText text, List<Hit> hits) {
    List<Long> itemIds = ids(hits, Kind.ITEM);
    return new SearchRows(
        words,
        new Wording(words, tx.now()),
        tx.person().side() == Side.MINISTRY,
        text,
        byId(
            requests.fetch(tx, hits.stream().map(Hit::requestId).distinct().toList()),
            RequestRow::id),
        search.requests(tx, text, ids(hits, Kind.REQUEST)),
        byId(items.fetch(tx, itemIds), Item::id),
        byId(queue.fetch(tx, itemIds), row -> row.item().id()),
        search.notes(tx, text, itemIds),
        search.messages(tx, text, ids(hits, Kind.MESSAGE)),
        search.statements(tx, text, ids(hits, Kind.STATEMENT)));
  }

  private static List<Long> ids(List<Hit> hits, Kind kind) {
    return hits.stream().filter(hit -> hit.kind() == kind).map(Hit::id).distinct().toList();
  }

  private static <T> Map<Long, T> byId(List<T> rows, Function<T, Long> id) {
    return rows.stream().collect(toMap(id, Function.identity()));
  }

  /**
   * What was found as a file, page by page; what cannot be looked for goes back to the page. A file
   * that does not hold all of it says so in its last row.
   */
  void export(Context ctx) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    SearchText text = SearchText.of(Form.ofQuery(ctx).text("q"));
    if (text.isTooLong() || text.isTooShort()) {
      ctx.redirect("/search?q=" + URLEncoder.encode(text.words(), UTF_8), HttpStatus.SEE_OTHER);
      return;
    }
    Download.send(
        ctx,
        Download.format(ctx),
        "search",
        words.say("search.title"),
        out -> db.run(reader.viewer(), tx -> write(tx, words, text, out)));
  }

  private void write(Tx tx, Words words, SearchText text, SheetWriter out) {
    out.row(SearchRows.headings(words));
    matters.each(tx, text, found -> out.row(cells(matter(words, found))));
    List<Hit> hits = search.find(tx, text, MOST + 1);
    int reach = Math.min(hits.size(), MOST);
    for (int from = 0; from < reach; from += ROWS) {
      List<Hit> some = hits.subList(from, Math.min(from + ROWS, reach));
      SearchRows rows = rows(tx, words, text, some);
      some.stream().map(rows::cells).flatMap(Optional::stream).forEach(out::row);
    }
    if (hits.size() > MOST) {
      out.row(List.of(words.say("search.narrow")));
    }
  }

  private static List<String> cells(SearchPage.Matter matter) {
    return List.of(
        matter.kind(),
        matter.number(),
        matter.title(),
        SearchRows.joined(matter.text()),
        matter.source(),
        "");
  }
}
