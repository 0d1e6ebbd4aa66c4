package id.narahubung.requests;

import id.narahubung.access.Permission;
import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.evidence.Evidence;
import id.narahubung.evidence.EvidenceCard;
import id.narahubung.ledger.Event;
import id.narahubung.ledger.EventKind;
import id.narahubung.platforms.Platform;
import id.narahubung.requests.RequestPage.Choose;
import id.narahubung.requests.RequestPage.Line;
import id.narahubung.requests.RequestPage.Moment;
import id.narahubung.requests.RequestPage.Note;
import id.narahubung.requests.RequestPage.Progress;
import id.narahubung.requests.RequestPage.Segment;
import id.narahubung.requests.RequestPage.Tally;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.roster.DutyCard;
import id.narahubung.roster.OnDuty;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.Urgency;
import id.narahubung.text.Words;
import id.narahubung.web.Field;
import id.narahubung.web.Form;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes the page of a request from everything the viewer may know of it. */
final class RequestPageMaker {

  static final int ITEMS_A_PAGE = 100;

  /** The bar fills from the left, as work gets done. */
  private static final List<Standing> FROM_DONE_TO_OPEN =
      List.of(
          Standing.CONFIRMED,
          Standing.SAMPLED,
          Standing.ACCEPTED,
          Standing.CLAIMED,
          Standing.CONTESTED,
          Standing.ASKED,
          Standing.OPEN,
          Standing.WITHDRAWN);

  private final Words words;
  private final Wording wording;
  private final PersonViewer viewer;
  private final Instant now;

  RequestPageMaker(Words words, PersonViewer viewer, Instant now) {
    this.words = words;
    this.wording = new Wording(words, now);
    this.viewer = viewer;
    this.now = now;
  }

  /** What was read for the page, in one transaction. */
  record Read(
      TakedownRequest request,
      RuleSet rules,
      Platform platform,
      List<Item> items,
      Map<Long, ItemFacts> facts,
      Map<Long, AnswerDraft> drafts,
      Optional<Item> nextDue,
      Map<Standing, Integer> standings,
      int stillUp,
      List<Event> events,
      List<MessageStore.Message> messages,
      List<Evidence> evidence,
      List<OnDuty> onDuty,
      Optional<HastySending> haste,
      Optional<Instant> lastVisit,
      Optional<LetterCard> letters,
      Optional<Standing> only,
      Form form) {}

  RequestPage make(Read read) {
    TakedownRequest request = read.request();
    Urgency urgency = read.rules().urgency(request.content().urgencyCode());
    Counts counts = request.counts();
    return new RequestPage(
        request.content().subject(),
        words.say("request.eyebrow", read.platform().name()),
        request.requireNumber(),
        request.version(),
        wording.stateTag(request.state(), counts),
        urgency.mark(),
        words.label(urgency.label()),
        read.lastVisit().map(at -> words.say("request.since", words.instant(at))),
        progress(read),
        key(read),
        read.items().stream().map(item -> line(read, item)).toList(),
        read.only()
            .map(only -> words.say("request.items.only", words.say("standing." + lower(only))))
            .orElseGet(() -> words.say("request.items", counts.items())),
        nextHref(read),
        exportHref(read),
        read.nextDue().map(item -> clock(read, item, urgency)),
        read.letters(),
        DutyCard.of(words, read.onDuty()),
        read.haste().map(this::haste),
        order(read),
        timeline(read),
        thread(read),
        new Field(
            "message",
            words.say("message.text"),
            words.say("message.hint"),
            read.form().text("message"),
            read.form().error("message", words),
            true,
            List.of()),
        words.say(
            viewer.side() == Side.MINISTRY ? "message.keep.ministry" : "message.keep.company"),
        read.form().errors(words),
        viewer.may(Permission.WRITE_MESSAGES)
            && RequestLifecycle.allows(request.stage(), RequestAction.WRITE),
        viewer.may(Permission.ACKNOWLEDGE_REQUESTS)
            && request.acknowledgedAt().isEmpty()
            && RequestLifecycle.allows(request.stage(), RequestAction.ACKNOWLEDGE),
        viewer.may(Permission.WITHDRAW_REQUESTS)
            && RequestLifecycle.allows(request.stage(), RequestAction.WITHDRAW),
        viewer.may(Permission.DRAFT_REQUESTS),
        viewer.may(Permission.RECORD_VERIFICATIONS) && request.stage() == Stage.SENT,
        viewer.may(Permission.ANSWER_ITEMS) && counts.open() > 0,
        choose(counts),
        next(request),
        EvidenceCard.of(
            words, viewer, read.evidence(), "/requests/" + request.requireNumber(), "", true),
        RestrictedCard.of(
            words, viewer, request, "/requests/" + request.requireNumber(), Optional.empty()));
  }

  private RequestPage.Haste haste(HastySending sent) {
    String told = words.say("haste.told", words.instant(sent.sentAt()), sent.sentBy().told(words));
    boolean late = sent.isLate(now);
    String then =
        sent.confirmed()
            .map(
                done ->
                    words.say(
                        late ? "haste.told.confirmed_late" : "haste.told.confirmed",
                        words.instant(done.at()),
                        done.by().told(words),
                        words.instant(sent.confirmBy())))
            .orElseGet(
                () ->
                    words.say(
                        late ? "haste.told.late" : "haste.told.open",
                        words.instant(sent.confirmBy())));
    return new RequestPage.Haste(
        late ? "late" : sent.isOpen() ? "soon" : "good",
        told + " " + then,
        sent.isOpen() && viewer.may(Permission.SEND_REQUESTS));
  }

  /** How many items stand in one way, of those the bar and its key tell apart. */
  private record Part(String css, String key, int count, Standing standing) {}

  private static List<Part> parts(Read read) {
    List<Part> parts = new ArrayList<>();
    for (Standing standing : FROM_DONE_TO_OPEN) {
      int count = read.standings().getOrDefault(standing, 0);
      if (standing == Standing.OPEN) {
        parts.add(new Part("up", "still_up", read.stillUp(), standing));
        count -= read.stillUp();
      }
      parts.add(
          new Part(
              switch (standing) {
                case CONFIRMED, SAMPLED, ACCEPTED -> "checked";
                case CLAIMED -> "claimed";
                case CONTESTED -> "refused";
                case ASKED -> "soon";
                case WITHDRAWN -> "gone";
                case OPEN, DRAFT -> "rest";
              },
              lower(standing),
              count,
              standing));
    }
    return parts.stream().filter(part -> part.count() > 0).toList();
  }

  private Progress progress(Read read) {
    int total = Math.max(1, read.request().counts().items());
    List<Segment> segments = new ArrayList<>();
    double at = 0;
    for (Part part : parts(read)) {
      double width = 100.0 * part.count() / total;
      segments.add(new Segment(part.css(), number(at), number(width)));
      at += width;
    }
    return new Progress(
        words.say(
            "request.progress",
            total,
            String.join(", ", key(read).stream().map(Tally::text).toList())),
        segments);
  }

  private List<Tally> key(Read read) {
    return parts(read).stream()
        .map(
            part ->
                new Tally(
                    part.css(),
                    words.say("count." + part.key(), part.count()),
                    "?standing=" + lower(part.standing()),
                    read.only().filter(only -> only == part.standing()).isPresent()))
        .toList();
  }

  private Line line(Read read, Item item) {
    ItemFacts facts = facts(read, item);
    return new Line(
        item.ref().toString(),
        item.shortNumber(),
        "/requests/" + read.request().requireNumber() + "/items/" + item.ordinal(),
        wording.address(item),
        item.copied(),
        wording.claim(read.rules(), facts),
        wording.found(facts),
        facts.lastMove().filter(move -> isFresh(read, move.at())).isPresent(),
        Optional.ofNullable(read.drafts().get(item.id()))
            .map(draft -> words.say(draft.stands(item.standing())))
            .orElse(""));
  }

  private static boolean isFresh(Read read, Instant at) {
    return read.lastVisit().filter(at::isAfter).isPresent();
  }

  private static ItemFacts facts(Read read, Item item) {
    ItemFacts facts = read.facts().get(item.id());
    if (facts == null) {
      throw new IllegalStateException("item " + item.id() + " has no facts");
    }
    return facts;
  }

  /** The items that the page shows, those of its later pages included, as a file. */
  private static String exportHref(Read read) {
    return "/exports/requests/"
        + read.request().requireNumber()
        + "/items?"
        + read.only().map(only -> "standing=" + lower(only) + "&").orElse("")
        + "format=";
  }

  private String nextHref(Read read) {
    if (read.items().size() < ITEMS_A_PAGE) {
      return "";
    }
    return "/requests/"
        + read.request().requireNumber()
        + "?after="
        + read.items().getLast().ordinal()
        + read.only().map(only -> "&standing=" + lower(only)).orElse("");
  }

  private ClockCard clock(Read read, Item item, Urgency urgency) {
    int shared = read.request().counts().nextDueShared() - 1;
    String note =
        words.say("clock.rule", words.label(urgency.article()))
            + (shared > 0 ? " " + words.say("clock.shared", shared) : "");
    return ClockCard.of(item, facts(read, item), urgency, note, words, now);
  }

  private List<Fact> order(Read read) {
    List<Fact> facts = new ArrayList<>(new OrderFacts(words).of(read.request(), read.rules()));
    read.request()
        .sentAt()
        .ifPresent(at -> facts.add(new Fact(words.say("order.delivered"), words.instant(at))));
    read.events().stream()
        .filter(event -> event.kind().equals("request.seen"))
        .findFirst()
        .ifPresent(
            event ->
                facts.add(
                    new Fact(
                        words.say("order.seen"), words.instant(event.at()) + ", " + actor(event))));
    facts.add(
        new Fact(
            words.say("order.acknowledged"),
            read.request()
                .acknowledgedAt()
                .map(words::instant)
                .orElse(words.say("order.not_yet"))));
    return facts;
  }

  private List<Moment> timeline(Read read) {
    return read.events().reversed().stream()
        .map(
            event ->
                new Moment(
                    wording.event(event, read.rules()),
                    words.instantShort(event.at()) + ", " + actor(event),
                    event.by().side(),
                    isFresh(read, event.at()),
                    takeBack(event)))
        .toList();
  }

  private String takeBack(Event event) {
    return event.kind().equals(EventKind.ANSWERED.code()) && viewer.may(Permission.ANSWER_ITEMS)
        ? "/answers/" + event.id() + "/take-back"
        : "";
  }

  private String actor(Event event) {
    return wording.by(event.by());
  }

  private List<Note> thread(Read read) {
    return read.messages().stream()
        .map(
            message -> {
              boolean own =
                  message.by().side().equals(viewer.side().name().toLowerCase(Locale.ROOT));
              boolean shared = message.share() == Share.BOTH;
              return new Note(
                  shared ? own ? "ours" : "theirs" : "private",
                  shared
                      ? words.say("side." + message.by().side())
                      : words.say("message.private." + message.by().side()),
                  words.instantShort(message.writtenAt()) + ", " + wording.by(message.by()),
                  message.text(),
                  !shared,
                  isFresh(read, message.writtenAt()));
            })
        .toList();
  }

  private List<Choose> choose(Counts counts) {
    List<Choose> all = new ArrayList<>();
    boolean left = counts.settled() < counts.items();
    boolean contestable = counts.contested() + counts.claimed() > 0;
    add(all, ItemAction.ANSWER, "/answers/new", left, whole(counts, Standing.OPEN, counts.open()));
    add(
        all,
        ItemAction.CHECK,
        "/checks/new",
        counts.claimed() > 0,
        whole(counts, Standing.CLAIMED, counts.claimed()));
    add(
        all,
        ItemAction.CLARIFY,
        "/clarifications/new",
        counts.asked() > 0,
        whole(counts, Standing.ASKED, counts.asked()));
    add(
        all,
        ItemAction.RULE,
        "/rulings/new",
        contestable,
        whole(counts, Standing.CONTESTED, counts.contested()));
    add(
        all,
        ItemAction.EXTEND,
        "/extensions/new",
        counts.open() + counts.asked() > 0,
        whole(counts, Standing.OPEN, counts.open()));
    add(all, ItemAction.WITHDRAW, "/withdrawals/new", left, Optional.empty());
    return all;
  }

  /** All items that stand so, where they do not fit on one page with their boxes. */
  private record Whole(Standing standing, int count, boolean more) {}

  private static Optional<Whole> whole(Counts counts, Standing standing, int count) {
    return Optional.of(new Whole(standing, Math.min(count, ItemActs.MOST), count > ItemActs.MOST))
        .filter(all -> count > 1 && counts.items() > ITEMS_A_PAGE);
  }

  private void add(
      List<Choose> all, ItemAction action, String where, boolean useful, Optional<Whole> whole) {
    if (useful && viewer.may(action.permission())) {
      String key = "choose." + lower(action);
      all.add(
          new Choose(
              words.say(key),
              where,
              whole.map(each -> words.say(key + ".all", each.count(), each.more())).orElse(""),
              whole.map(each -> lower(each.standing())).orElse("")));
    }
  }

  private List<String> next(TakedownRequest request) {
    return words.say("request.next." + lower(request.state())).lines().toList();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String lower(Enum<?> value) {
    return Wording.lower(value);
  }
}
