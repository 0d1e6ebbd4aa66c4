package id.narahubung.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.narahubung.access.Permission;
import id.narahubung.access.Side;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.RequestFilter.Sort;
import id.narahubung.requests.RequestListPage.Chip;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.rules.Urgency;
import id.narahubung.text.Words;
import id.narahubung.web.Field;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The list of requests: filters in the address, sorted, paged by key. */
public final class RequestListPages {

  private static final int ROWS = 50;

  private final Database db;
  private final Pages pages;
  private final RequestListStore requests;
  private final RuleStore rules;
  private final PlatformStore platforms;

  public RequestListPages(
      Database db,
      Pages pages,
      RequestListStore requests,
      RuleStore rules,
      PlatformStore platforms) {
    this.db = db;
    this.pages = pages;
    this.requests = requests;
    this.rules = rules;
    this.platforms = platforms;
  }

  void list(Context ctx) {
    Reader reader = Reader.of(ctx);
    pages.show(
        ctx, "requests/list", db.as(reader.viewer(), tx -> page(tx, reader, Form.ofQuery(ctx))));
  }

  private RequestListPage page(Tx tx, Reader reader, Form query) {
    Words words = reader.words();
    RequestFilter filter = filter(query);
    Sort sort = query.text("sort").equals("due") ? Sort.DUE : Sort.NEWEST;
    Optional<Cursor> after =
        query.has("after") ? Optional.of(Cursor.from(query.text("after"))) : Optional.empty();
    List<RequestRow> rows = requests.list(tx, filter, sort, after, ROWS);
    List<Field> filters = filters(tx, words, query);
    Map<String, String> kept = kept(query);
    return new RequestListPage(
        words.say(reader.viewer().side() == Side.MINISTRY ? "requests.title" : "requests.orders"),
        new Field(
            "number", words.say("requests.number"), "", query.text("number"), "", false, List.of()),
        filters,
        filter.overdue(),
        chips(words, filters, kept),
        query.text("sort"),
        words.say("requests.sorted." + Wording.lower(sort)),
        href(with(kept, "sort", sort == Sort.DUE ? "" : "due")),
        words.say("requests.sort." + (sort == Sort.DUE ? "newest" : "due")),
        rows.stream().map(row -> row(tx, words, row)).toList(),
        nextHref(kept, sort, rows),
        kept.keySet().stream().anyMatch(name -> !name.equals("sort")),
        reader.viewer().may(Permission.DRAFT_REQUESTS));
  }

  private static RequestFilter filter(Form query) {
    return new RequestFilter(
        query.has("platform") ? Optional.of(query.id("platform")) : Optional.empty(),
        query.has("category") ? Optional.of(query.text("category")) : Optional.empty(),
        query.has("urgency") ? Optional.of(query.text("urgency")) : Optional.empty(),
        Arrays.stream(RequestState.values())
            .filter(state -> Wording.lower(state).equals(query.text("state")))
            .findFirst(),
        query.text("overdue").equals("yes"),
        query.text("number").toUpperCase(Locale.ROOT));
  }

  private List<Field> filters(Tx tx, Words words, Form query) {
    RuleSet set = rules.inForce(tx);
    return List.of(
        select(
            words,
            query,
            "platform",
            platforms.list(tx).stream()
                .map(each -> choice(query, "platform", Long.toString(each.id()), each.name()))
                .toList()),
        select(
            words,
            query,
            "category",
            set.categories().stream()
                .map(each -> choice(query, "category", each.code(), words.label(each.label())))
                .toList()),
        select(
            words,
            query,
            "state",
            Arrays.stream(RequestState.values())
                .filter(state -> !state.isDraft() || tx.person().side() == Side.MINISTRY)
                .map(Wording::lower)
                .map(code -> choice(query, "state", code, words.say("state." + code)))
                .toList()),
        select(
            words,
            query,
            "urgency",
            set.urgencies().stream()
                .map(each -> choice(query, "urgency", each.code(), words.label(each.label())))
                .toList()));
  }

  private static Choice choice(Form query, String name, String value, String label) {
    return new Choice(value, label, "", query.text(name).equals(value));
  }

  private static Field select(Words words, Form query, String name, List<Choice> choices) {
    List<Choice> all = new ArrayList<>();
    all.add(new Choice("", words.say("requests.all"), "", !query.has(name)));
    all.addAll(choices);
    return new Field(name, words.say("requests." + name), "", query.text(name), "", false, all);
  }

  private static List<Chip> chips(Words words, List<Field> filters, Map<String, String> kept) {
    List<Chip> chips = new ArrayList<>();
    for (Field filter : filters) {
      filter.choices().stream()
          .filter(choice -> choice.chosen() && !choice.value().isEmpty())
          .forEach(
              choice ->
                  chips.add(
                      new Chip(
                          words.say("requests.chip", filter.label(), choice.label()),
                          href(with(kept, filter.name(), "")))));
    }
    if (kept.containsKey("overdue")) {
      chips.add(new Chip(words.say("requests.overdue"), href(with(kept, "overdue", ""))));
    }
    if (kept.containsKey("number")) {
      chips.add(
          new Chip(
              words.say("requests.chip", words.say("requests.number"), kept.get("number")),
              href(with(kept, "number", ""))));
    }
    return chips;
  }

  private RequestListPage.Row row(Tx tx, Words words, RequestRow row) {
    RuleSet set = rules.fetch(tx, row.ruleSetId());
    Urgency urgency = set.urgency(row.urgencyCode());
    Wording wording = new Wording(words, tx.now());
    Counts counts = row.counts();
    return new RequestListPage.Row(
        row.moved(),
        row.number().orElse(words.say("requests.draft")),
        row.number().map(number -> "/requests/" + number).orElse("/drafts/" + row.id()),
        row.subject(),
        row.platform(),
        words.label(set.category(row.categoryCode()).label()),
        urgency.mark(),
        words.label(urgency.label()),
        wording.stateTag(row),
        words.say("requests.settled", counts.settled(), counts.items()),
        row.sentAt().map(words::instant).orElse(""),
        counts
            .nextDue()
            .map(due -> wording.left(due, Long.toString(urgency.span().toHours())))
            .orElse(null));
  }

  private static String nextHref(Map<String, String> kept, Sort sort, List<RequestRow> rows) {
    if (rows.size() < ROWS) {
      return "";
    }
    RequestRow last = rows.getLast();
    Cursor cursor =
        new Cursor(sort == Sort.DUE ? last.counts().nextDue() : Optional.empty(), last.id());
    return href(with(kept, "after", cursor.toString()));
  }

  private static Map<String, String> kept(Form query) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (String name :
        List.of("platform", "category", "state", "urgency", "overdue", "number", "sort")) {
      if (query.has(name)) {
        kept.put(name, query.text(name));
      }
    }
    return kept;
  }

  private static Map<String, String> with(Map<String, String> kept, String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(kept);
    if (value.isEmpty()) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return changed;
  }

  private static String href(Map<String, String> parameters) {
    return "/requests"
        + (parameters.isEmpty() ? "" : "?")
        + parameters.entrySet().stream()
            .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
  }
}
