package id.narahubung.requests;

import static id.narahubung.access.Permission.ANSWER_ITEMS;
import static id.narahubung.access.Permission.DRAFT_REQUESTS;
import static id.narahubung.access.Permission.HOLD_ITEMS;
import static id.narahubung.access.Permission.SEND_REQUESTS;
import static id.narahubung.access.Permission.VIEW_REQUESTS;
import static io.javalin.http.HttpStatus.SEE_OTHER;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.AnswerDraftStore.DraftCounts;
import id.narahubung.requests.QueuePage.Counter;
import id.narahubung.roster.DutyCard;
import id.narahubung.roster.RosterStore;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** My queue, the first page of both sides: what needs me, least time left first. */
public final class QueuePages {

  private static final int ROWS = 50;

  private final Database db;
  private final Pages pages;
  private final QueueStore queue;
  private final RequestListStore requests;
  private final RuleStore rules;
  private final PlatformStore platforms;
  private final HoldStore holds;
  private final AnswerDraftStore answerDrafts;
  private final RosterStore roster;
  private final HasteStore hastes;
  private final ViewStore views = new ViewStore();
  private final ItemActs acts;
  private final LetterBox letters;
  private final QueueCounters others;

  QueuePages(
      Database db,
      Pages pages,
      QueueStore queue,
      RequestListStore requests,
      RuleStore rules,
      PlatformStore platforms,
      HoldStore holds,
      AnswerDraftStore answerDrafts,
      RosterStore roster,
      HasteStore hastes,
      ItemActs acts,
      LetterBox letters,
      QueueCounters others) {
    this.db = db;
    this.pages = pages;
    this.queue = queue;
    this.requests = requests;
    this.rules = rules;
    this.platforms = platforms;
    this.holds = holds;
    this.answerDrafts = answerDrafts;
    this.roster = roster;
    this.hastes = hastes;
    this.acts = acts;
    this.letters = letters;
    this.others = others;
  }

  void show(Context ctx) {
    Reader reader = Reader.of(ctx);
    PersonViewer viewer = reader.viewer();
    if (!viewer.may(VIEW_REQUESTS)) {
      Words words = reader.words();
      String why = viewer.roles().isEmpty() ? "queue.none.no_role" : "queue.none.text";
      pages.show(ctx, "queue/none", new NoQueuePage(words.say("queue.title"), words.say(why)));
      return;
    }
    Form query = Form.ofQuery(ctx);
    Optional<Cursor> after =
        query.has("after") ? Optional.of(Cursor.from(query.text("after"))) : Optional.empty();
    pages.show(ctx, "queue/show", db.as(viewer, tx -> page(tx, reader, viewer, query, after)));
  }

  /** For those who have no casework: the administrator, and an auditor whose time is up. */
  public record NoQueuePage(String title, String text) {}

  /** Opens the next item of a queue for the one who asks: nobody else is given it. */
  void next(Context ctx) {
    Form form = Form.of(ctx);
    PersonViewer viewer = Reader.of(ctx).viewer();
    List<ItemRef> passed = ItemActs.refs(form);
    if (!passed.isEmpty()) {
      db.run(viewer, tx -> holds.end(tx, passed.stream().map(ItemRef::id).toList(), false));
    }
    ctx.redirect(acts.next(ctx, form, CheckForm.KEPT), SEE_OTHER);
  }

  private QueuePage page(
      Tx tx, Reader reader, PersonViewer viewer, Form query, Optional<Cursor> after) {
    Words words = reader.words();
    QueueFilter filter = QueueFilter.of(query);
    QueueStore.Waiting waiting = queue.count(tx, filter);
    List<QueueShow> all = QueueShow.of(viewer);
    Function<QueueShow, Integer> counts = each -> count(tx, each, waiting);
    QueueShow show = QueueShow.find(query.text("show"), viewer).orElseGet(() -> first(all, counts));
    List<ItemRow> rows =
        show.slice(tx.now())
            .map(slice -> queue.list(tx, slice, filter, after, ROWS))
            .orElse(List.of());
    List<RequestRow> drafts =
        show.drafts()
            .map(
                state ->
                    requests.list(
                        tx, RequestFilter.of(state), RequestFilter.Sort.NEWEST, after, ROWS))
            .orElse(List.of());
    Address address = at("/", query, show);
    FilterFields fields = new FilterFields(words, query);
    List<Field> filters = show.slice(tx.now()).isEmpty() ? List.of() : filters(tx, fields);
    List<Counter> counters = new ArrayList<>();
    for (QueueShow each : all) {
      int count = counts.apply(each);
      counters.add(
          new Counter(
              count == 0 ? "" : each.css(),
              words.number(count, QueueStore.MOST_COUNTED),
              words.say("queue.show." + each.code()),
              address.with("show", each.code()).toString(),
              each == show));
    }
    OptionalInt wanted = letters.wanted(tx);
    if (wanted.isPresent()) {
      counters.add(lettersWanted(words, wanted.getAsInt()));
    }
    counters.addAll(letters.asked(tx, words));
    counters.addAll(others.of(tx, words));
    if (viewer.may(ANSWER_ITEMS)) {
      DraftCounts inDraft = answerDrafts.count(tx);
      counters.addAll(inDraft.isFor(viewer) ? 0 : counters.size(), drafted(words, inDraft));
    }
    if (viewer.may(SEND_REQUESTS)) {
      HasteStore.Waiting toConfirm = hastes.count(tx);
      if (toConfirm.open() > 0) {
        counters.addFirst(
            new Counter(
                toConfirm.late() > 0 ? "late" : "soon",
                words.number(toConfirm.open()),
                words.say("queue.show.hasty"),
                "/sendings",
                false));
      }
    }
    Map<Long, AnswerDraft> drafting =
        answerDrafts.live(tx, rows.stream().map(row -> row.item().id()).toList());
    String name = show.code();
    return new QueuePage(
        words.say("queue.title"),
        reader.signedIn().map(me -> me.organisation()).orElse(""),
        DutyCard.of(words, roster.now(tx, viewer.organisationId())),
        counters,
        words.say("queue.caption." + name),
        rows.stream().map(row -> row(tx, words, show, row, drafting.get(row.item().id()))).toList(),
        drafts.stream().map(row -> line(tx, words, row)).toList(),
        may(viewer, show) ? words.say("choose." + show.choose()) : "",
        may(viewer, show) && rows.size() > 1
            ? words.say(
                "choose." + show.choose() + ".all",
                Math.min(counts.apply(show), ItemActs.MOST),
                counts.apply(show) > ItemActs.MOST)
            : "",
        name,
        show.action(),
        filters,
        fields.chips(filters, address),
        ViewBar.of(tx, views, address.toString()),
        show.isOwnWork() && viewer.may(HOLD_ITEMS),
        address.toString(),
        show.isOwnWork() ? load(tx, words, viewer, address) : List.of(),
        nextHref(address, rows, drafts),
        rows.isEmpty() && drafts.isEmpty() ? "" : at("/exports/queue", query, show).toDownload(),
        words.say("queue.empty." + name),
        words.say("queue.empty.text"),
        viewer.may(DRAFT_REQUESTS),
        viewer.may(ANSWER_ITEMS) ? at("/answer-sheets/new", query, show).toString() : "");
  }

  private static Address at(String path, Form query, QueueShow show) {
    return Address.of(path, query, QueueFilter.NAMES).with("show", show.code());
  }

  private static boolean may(PersonViewer viewer, QueueShow show) {
    return viewer.may(show.permission()) && !show.choose().isEmpty();
  }

  /** The first that has something to do; the company's opens on everything unanswered. */
  private static QueueShow first(List<QueueShow> all, Function<QueueShow, Integer> counts) {
    if (all.contains(QueueShow.OPEN)) {
      return QueueShow.OPEN;
    }
    return all.stream().filter(each -> counts.apply(each) > 0).findFirst().orElse(all.getFirst());
  }

  private int count(Tx tx, QueueShow show, QueueStore.Waiting waiting) {
    return switch (show) {
      case LATE -> waiting.late();
      case SOON -> waiting.soon();
      case OPEN, COMPANIES -> waiting.open();
      case THEIRS -> waiting.asked() + waiting.claimed() + waiting.contested();
      case CLARIFY -> waiting.asked();
      case CHECK -> waiting.claimed();
      case RECHECK -> waiting.rechecks();
      case REAPPEARED -> waiting.reappeared();
      case DECIDE -> waiting.contested();
      case OBJECTIONS -> waiting.objections();
      case APPROVE -> requests.count(tx, RequestState.AWAITING_APPROVAL);
      case DRAFTS -> requests.count(tx, RequestState.DRAFT);
    };
  }

  /** Letters are sent request by request: the counter leads to where they are told. */
  private static Counter lettersWanted(Words words, int count) {
    return new Counter(
        count == 0 ? "" : "late",
        words.number(count, LetterBox.MOST_WANTED),
        words.say("queue.show.letters"),
        "/letters#wanted",
        false);
  }

  /** What waits as a draft: shown where the company has its leads release, or something waits. */
  private static List<Counter> drafted(Words words, DraftCounts counts) {
    return counts.isWorthTelling()
        ? AnswerDraftsPageMaker.counters(words, counts, Optional.empty())
        : List.of();
  }

  private QueuePage.Row row(
      Tx tx, Words words, QueueShow show, ItemRow row, @Nullable AnswerDraft draft) {
    RuleSet set = rules.fetch(tx, row.ruleSetId());
    Urgency urgency = set.urgency(row.urgencyCode());
    Wording wording = new Wording(words, tx.now());
    return new QueuePage.Row(
        row.item().ref().toString(),
        row.fullNumber(),
        "/requests/" + row.number() + "/items/" + row.item().ordinal(),
        row.platform() + " · " + row.subject(),
        wording.address(row.item()),
        row.item().copied(),
        words.label(set.category(row.categoryCode()).label()),
        urgency.mark(),
        words.label(urgency.label()),
        left(wording, show, row, set, urgency),
        wording.standing(row.item().standing(), row.answered()),
        wording.hold(row),
        draft == null ? "" : words.say(draft.stands(row.item().standing())));
  }

  /** The time left by the clock that the list goes by. */
  private static Wording.Left left(
      Wording wording, QueueShow show, ItemRow row, RuleSet set, Urgency urgency) {
    return switch (show) {
      case OBJECTIONS -> left(wording, row.due(), set.limits().decideObjectionWithin());
      case CLARIFY ->
          wording.named("queue.left.reply", own(wording, row, urgency, urgency.replyWithin()));
      case CHECK -> own(wording, row, urgency, urgency.checkWithin());
      case DECIDE -> own(wording, row, urgency, urgency.decideWithin());
      case RECHECK -> wording.since("recheck.since", row.due());
      case REAPPEARED -> wording.since("reappeared.since", row.due());
      default -> wording.left(row.item(), urgency);
    };
  }

  /** What is left of the time that the ministry gives itself. */
  private static Wording.Left own(Wording wording, ItemRow row, Urgency urgency, Duration within) {
    return row.waitsSince()
        .map(since -> left(wording, Optional.of(since.plus(within)), within))
        .orElseGet(() -> wording.left(row.item(), urgency));
  }

  private static Wording.Left left(Wording wording, Optional<Instant> due, Duration span) {
    return wording.left(due.orElseThrow(), Long.toString(span.toHours()));
  }

  private QueuePage.RequestLine line(Tx tx, Words words, RequestRow row) {
    RuleSet set = rules.fetch(tx, row.ruleSetId());
    Wording wording = new Wording(words, tx.now());
    Duration approve = set.urgency(row.urgencyCode()).approveWithin();
    return new QueuePage.RequestLine(
        "/drafts/" + row.id(),
        row.subject(),
        row.platform(),
        words.label(set.category(row.categoryCode()).label()),
        row.counts().items(),
        wording.stateTag(row),
        words.instant(row.changedAt()),
        row.submittedAt()
            .map(since -> left(wording, Optional.of(since.plus(approve)), approve))
            .orElse(null));
  }

  private static String nextHref(Address address, List<ItemRow> rows, List<RequestRow> drafts) {
    if (rows.size() == ROWS) {
      return address.with("after", rows.getLast().place().toString()).toString();
    }
    return drafts.size() == ROWS
        ? address
            .with("after", new Cursor(Optional.empty(), drafts.getLast().id()).toString())
            .toString()
        : "";
  }

  private List<Field> filters(Tx tx, FilterFields fields) {
    RuleSet set = rules.inForce(tx);
    return List.of(fields.platform(tx, platforms), fields.category(set), fields.urgency(set));
  }

  /** Whose hands the items are in: mine, nobody's, each colleague's; every line narrows. */
  private List<QueuePage.Load> load(Tx tx, Words words, PersonViewer viewer, Address address) {
    List<QueuePage.Load> lines = new ArrayList<>();
    lines.add(
        new QueuePage.Load(
            words.say("hold.free"), address.with("holder", QueueFilter.FREE).toString(), "", ""));
    for (Colleague each : holds.colleagues(tx)) {
      boolean me = each.person() == viewer.personId();
      if (me || each.held() > 0) {
        lines.add(
            new QueuePage.Load(
                me ? words.say("hold.me") : each.by().told(words),
                address.with("holder", Long.toString(each.person())).toString(),
                words.say("hold.load", each.held(), each.late()),
                each.nextDue()
                    .map(due -> words.say("hold.next_due", words.instant(due)))
                    .orElse("")));
      }
    }
    return lines;
  }
}
