package id.narahubung.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import id.narahubung.access.BadInput;
import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.requests.Item;
import id.narahubung.requests.ItemRow;
import id.narahubung.requests.ItemStore;
import id.narahubung.requests.QueueStore;
import id.narahubung.requests.RequestListStore;
import id.narahubung.requests.RequestRow;
import id.narahubung.requests.Wording;
import id.narahubung.search.SearchStore.FoundMessage;
import id.narahubung.search.SearchStore.Hit;
import id.narahubung.search.SearchStore.Kind;
import id.narahubung.search.SearchStore.RequestTexts;
import id.narahubung.text.Words;
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

/** The search over requests, items and messages: what fits best comes first. */
public final class SearchPages {

  private static final int ROWS = 50;

  /** Nobody reads further: beyond this the search has to be narrowed. */
  private static final int MOST = 1_000;

  private final Database db;
  private final Pages pages;
  private final SearchStore search = new SearchStore();
  private final RequestListStore requests = new RequestListStore();
  private final QueueStore queue = new QueueStore();
  private final ItemStore items = new ItemStore();

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
        words.say("search.title"), field(words, query), false, "", "", List.of(), "");
  }

  private SearchPage found(Tx tx, Words words, Form query, SearchText text, int page) {
    List<Hit> hits = search.find(tx, text, MOST + 1);
    boolean more = hits.size() > MOST;
    int reach = Math.min(hits.size(), MOST);
    int from = Math.min((page - 1) * ROWS, reach);
    int to = Math.min(from + ROWS, reach);
    return new SearchPage(
        words.say("search.title"),
        field(words, query),
        true,
        words.say(more ? "search.found.more" : "search.found", reach, text.words()),
        more ? words.say("search.narrow") : "",
        rows(tx, words, text, hits.subList(from, to)),
        to < reach
            ? "/search?q=" + URLEncoder.encode(text.words(), UTF_8) + "&page=" + (page + 1)
            : "");
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

  private List<SearchPage.Row> rows(Tx tx, Words words, SearchText text, List<Hit> hits) {
    List<Long> itemIds = ids(hits, Kind.ITEM);
    RowMaker maker =
        new RowMaker(
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
            search.messages(tx, text, ids(hits, Kind.MESSAGE)));
    return hits.stream().map(maker::row).flatMap(Optional::stream).toList();
  }

  private static List<Long> ids(List<Hit> hits, Kind kind) {
    return hits.stream().filter(hit -> hit.kind() == kind).map(Hit::id).distinct().toList();
  }

  private static <T> Map<Long, T> byId(List<T> rows, Function<T, Long> id) {
    return rows.stream().collect(toMap(id, Function.identity()));
  }

  /** What was read of the hits, to be put into rows; what the wall hides is no row. */
  private record RowMaker(
      Words words,
      Wording wording,
      boolean ministry,
      SearchText text,
      Map<Long, RequestRow> requests,
      Map<Long, RequestTexts> texts,
      Map<Long, Item> items,
      Map<Long, ItemRow> sentItems,
      Map<Long, FoundMessage> messages) {

    Optional<SearchPage.Row> row(Hit hit) {
      return Optional.ofNullable(requests.get(hit.requestId()))
          .flatMap(
              request ->
                  switch (hit.kind()) {
                    case REQUEST ->
                        Optional.ofNullable(texts.get(hit.id())).map(found -> row(request, found));
                    case ITEM ->
                        Optional.ofNullable(items.get(hit.id())).map(item -> row(request, item));
                    case MESSAGE ->
                        Optional.ofNullable(messages.get(hit.id()))
                            .map(message -> row(request, message));
                  });
    }

    private SearchPage.Row row(RequestRow request, RequestTexts found) {
      Snippet letter = Snippet.ofPiece(found.letterNumber(), text.piece());
      return new SearchPage.Row(
          words.say(ministry ? "search.kind.request" : "search.kind.order"),
          number(request),
          href(request),
          wording.stateTag(request),
          found.subject().parts(),
          (letter.hasFound() ? letter : found.text()).parts(),
          false,
          request.platform());
    }

    private SearchPage.Row row(RequestRow request, Item item) {
      boolean answered =
          Optional.ofNullable(sentItems.get(item.id())).filter(ItemRow::answered).isPresent();
      return new SearchPage.Row(
          words.say("search.kind.item"),
          number(request) + "/" + item.shortNumber(),
          request.number().isPresent() ? href(request) + "/items/" + item.ordinal() : href(request),
          wording.standing(item.standing(), answered),
          plain(request.subject()),
          Snippet.ofAddress(wording.address(item), text.piece()).parts(),
          true,
          request.platform());
    }

    private SearchPage.Row row(RequestRow request, FoundMessage message) {
      String key = message.share() == Share.BOTH ? "search.kind.message" : "search.kind.note";
      return new SearchPage.Row(
          words.say(key),
          number(request),
          href(request) + "#thread",
          wording.stateTag(request),
          plain(request.subject()),
          message.text().parts(),
          false,
          words.say(
              "search.message.source",
              request.platform(),
              wording.by(message.by()),
              words.instant(message.writtenAt())));
    }

    private static List<Snippet.Part> plain(String text) {
      return List.of(new Snippet.Part(text, false));
    }

    private String number(RequestRow request) {
      return request.number().orElse(words.say("requests.draft"));
    }

    private static String href(RequestRow request) {
      return request
          .number()
          .map(number -> "/requests/" + number)
          .orElse("/drafts/" + request.id());
    }
  }
}
