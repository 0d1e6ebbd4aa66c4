package id.narahubung.search;

import static java.util.stream.Collectors.joining;

import id.narahubung.access.Share;
import id.narahubung.requests.Item;
import id.narahubung.requests.ItemCells;
import id.narahubung.requests.ItemRow;
import id.narahubung.requests.RequestRow;
import id.narahubung.requests.Wording;
import id.narahubung.search.SearchStore.FoundMessage;
import id.narahubung.search.SearchStore.FoundStatement;
import id.narahubung.search.SearchStore.Hit;
import id.narahubung.search.SearchStore.Kind;
import id.narahubung.search.SearchStore.RequestTexts;
import id.narahubung.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What was read of the hits, to be put into rows; what the wall hides is no row. */
record SearchRows(
    Words words,
    Wording wording,
    boolean ministry,
    SearchText text,
    Map<Long, RequestRow> requests,
    Map<Long, RequestTexts> texts,
    Map<Long, Item> items,
    Map<Long, ItemRow> sentItems,
    Map<Long, Snippet> notes,
    Map<Long, FoundMessage> messages,
    Map<Long, FoundStatement> statements) {

  List<SearchPage.Row> rows(List<Hit> hits) {
    return hits.stream().map(this::row).flatMap(Optional::stream).toList();
  }

  static List<String> headings(Words words) {
    return Stream.of("kind", "number", "subject", "found", "source", "state")
        .map(column -> words.say("export.column." + column))
        .toList();
  }

  /** The same as cells of a file. */
  Optional<List<String>> cells(Hit hit) {
    return row(hit)
        .map(
            row ->
                List.of(
                    row.kind(),
                    row.number(),
                    joined(row.subject()),
                    hit.kind() == Kind.ITEM ? address(hit) : joined(row.text()),
                    row.source(),
                    row.state().text()));
  }

  private String address(Hit hit) {
    return Optional.ofNullable(items.get(hit.id()))
        .map(item -> new ItemCells(words).address(item))
        .orElse("");
  }

  static String joined(List<Snippet.Part> parts) {
    return parts.stream().map(Snippet.Part::text).collect(joining());
  }

  private Optional<SearchPage.Row> row(Hit hit) {
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
                  case STATEMENT ->
                      Optional.ofNullable(statements.get(hit.id())).map(said -> row(request, said));
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
    Snippet address = Snippet.ofAddress(wording.address(item), text.piece());
    Optional<Snippet> note =
        Optional.ofNullable(notes.get(item.id()))
            .filter(each -> each.hasFound() && !address.hasFound());
    return new SearchPage.Row(
        words.say("search.kind.item"),
        number(request) + "/" + item.shortNumber(),
        request.number().isPresent() ? href(request) + "/items/" + item.ordinal() : href(request),
        wording.standing(item.standing(), answered),
        plain(request.subject()),
        note.orElse(address).parts(),
        note.isEmpty(),
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

  /** It leads to the first of the items that it was said of. */
  private SearchPage.Row row(RequestRow request, FoundStatement said) {
    return new SearchPage.Row(
        words.say("search.kind.statement." + said.kind()),
        number(request) + "/" + String.format(Locale.ROOT, "%04d", said.ordinal()),
        href(request) + "/items/" + said.ordinal(),
        wording.stateTag(request),
        plain(request.subject()),
        said.text().parts(),
        false,
        words.say(
            "search.message.source",
            request.platform(),
            wording.by(said.by()),
            words.instant(said.at())));
  }

  private static List<Snippet.Part> plain(String text) {
    return List.of(new Snippet.Part(text, false));
  }

  private String number(RequestRow request) {
    return request.number().orElse(words.say("requests.draft"));
  }

  private static String href(RequestRow request) {
    return request.number().map(number -> "/requests/" + number).orElse("/drafts/" + request.id());
  }
}
