package id.narahubung.requests;

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
import id.narahubung.views.ViewBar;
import id.narahubung.views.ViewStore;
import id.narahubung.web.Field;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The list of requests: filters in the address, sorted, paged by key. */
public final class RequestListPages {

  private static final int ROWS = 50;

  private final Database db;
  private final Pages pages;
  private final RequestListStore requests;
  private final RuleStore rules;
  private final PlatformStore platforms;
  private final ViewStore views = new ViewStore();

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
    RequestFilter filter = RequestFilter.of(query);
    Sort sort = Sort.of(query);
    Optional<Cursor> after =
        query.has("after") ? Optional.of(Cursor.from(query.text("after"))) : Optional.empty();
    List<RequestRow> rows = requests.list(tx, filter, sort, after, ROWS);
    FilterFields fields = new FilterFields(words, query);
    List<Field> filters = filters(tx, words, fields);
    Address address = Address.of("/requests", query, RequestFilter.NAMES);
    return new RequestListPage(
        words.say(reader.viewer().side() == Side.MINISTRY ? "requests.title" : "requests.orders"),
        new Field(
            "number", words.say("requests.number"), "", query.text("number"), "", false, List.of()),
        filters,
        filter.overdue(),
        chips(words, query, fields.chips(filters, address), address),
        ViewBar.of(tx, views, address.toString()),
        query.text("sort"),
        words.say("requests.sorted." + Wording.lower(sort)),
        address.with("sort", sort == Sort.DUE ? "" : "due").toString(),
        words.say("requests.sort." + (sort == Sort.DUE ? "newest" : "due")),
        rows.stream().map(row -> row(tx, words, row)).toList(),
        nextHref(address, sort, rows),
        rows.isEmpty()
            ? ""
            : Address.of("/exports/requests", query, RequestFilter.NAMES).toDownload(),
        address.isNarrowedBeside(List.of("sort")),
        reader.viewer().may(Permission.DRAFT_REQUESTS));
  }

  private List<Field> filters(Tx tx, Words words, FilterFields fields) {
    RuleSet set = rules.inForce(tx);
    return List.of(
        fields.platform(tx, platforms),
        fields.category(set),
        fields.select(
            "state",
            Arrays.stream(RequestState.values())
                .filter(state -> !state.isDraft() || tx.person().side() == Side.MINISTRY)
                .map(Wording::lower)
                .map(code -> fields.choice("state", code, words.say("state." + code)))
                .toList()),
        fields.urgency(set));
  }

  private static List<Chip> chips(Words words, Form query, List<Chip> chosen, Address address) {
    List<Chip> chips = new ArrayList<>(chosen);
    if (address.has("overdue")) {
      chips.add(new Chip(words.say("requests.overdue"), address.with("overdue", "").toString()));
    }
    if (address.has("number")) {
      chips.add(
          new Chip(
              words.say("requests.chip", words.say("requests.number"), query.text("number")),
              address.with("number", "").toString()));
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

  private static String nextHref(Address address, Sort sort, List<RequestRow> rows) {
    if (rows.size() < ROWS) {
      return "";
    }
    RequestRow last = rows.getLast();
    Cursor cursor =
        new Cursor(sort == Sort.DUE ? last.counts().nextDue() : Optional.empty(), last.id());
    return address.with("after", cursor.toString()).toString();
  }
}
