package id.narahubung.requests;

import id.narahubung.addresses.ContentAddress;
import id.narahubung.addresses.Identifier;
import id.narahubung.addresses.ItemKind;
import id.narahubung.ledger.By;
import id.narahubung.ledger.Event;
import id.narahubung.ledger.EventKind;
import id.narahubung.rules.AnswerField;
import id.narahubung.rules.AnswerType;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.Urgency;
import id.narahubung.text.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Requests and items in words: finished text for the pages, in the reader's language. */
public final class Wording {

  private final Words words;
  private final Instant now;

  public Wording(Words words, Instant now) {
    this.words = words;
    this.now = now;
  }

  /** A word in a shape. css names the shape: claim, refuse, open, late, soon, good, found … */
  public record Tag(String text, String css, String under) {

    /** What the ministry found stands in a filled shape; nothing found stands in none. */
    public String foundCss() {
      return css.equals("none") ? "soft" : "tag found " + css;
    }
  }

  /**
   * Time left: a word, and a bar of value out of max hours where a clock runs. Tone: empty, soon,
   * late or paused.
   */
  public record Left(String text, String tone, String value, String max) {

    public boolean runs() {
      return !max.isEmpty();
    }
  }

  /** The same, saying whose time it is: the item's own clock stands still meanwhile. */
  Left named(String key, Left left) {
    return new Left(
        words.say(key, left.text()), (left.tone() + " told").strip(), left.value(), left.max());
  }

  /** What the ministry says about an address, part by part; what it does not say is left out. */
  public List<Fact> about(ItemAbout about) {
    Stream<Fact> identifiers =
        Arrays.stream(Identifier.values())
            .map(
                each ->
                    new Fact(
                        words.say("identifier." + each.code()),
                        ContentAddress.inert(about.identifiers().getOrDefault(each.code(), ""))));
    return Stream.concat(
            identifiers,
            Stream.of(
                new Fact(words.say("item.account"), about.account()),
                new Fact(words.say("item.content_time"), about.time()),
                new Fact(words.say("item.note"), about.note())))
        .filter(fact -> !fact.value().isEmpty())
        .toList();
  }

  /** A label and what stands behind it. */
  public record Fact(String label, String value) {}

  /** 'officer 07', and a colleague's name behind it. */
  public String by(By by) {
    return by.told(words);
  }

  /** Who changed a request last, and when: for the one whose form came too late. */
  public Optional<String> lastChange(String key, List<Event> events) {
    return events.reversed().stream()
        .filter(event -> !event.kind().equals(EventKind.SEEN.code()))
        .findFirst()
        .map(event -> words.say(key, by(event.by()), words.instant(event.at())));
  }

  /**
   * What identifies an item, as pages, files and mails may show it to this viewer or to anybody
   * else: of a restricted item, nothing. Links are inert: shown and copied, never followed. What
   * may be copied is {@link Item#copied}.
   */
  public String address(Item item) {
    return item.restricted() ? words.say("item.restricted") : opened(item);
  }

  /**
   * The same of an opened item, restricted or not: for the page that tells of the showing alone.
   */
  String opened(Item item) {
    String shown =
        ContentAddress.isAddress(item.url())
            ? ContentAddress.defanged(item.url())
            : item.identity();
    return item.kind() == ItemKind.URL
        ? shown
        : words.say("item.of_kind", words.say("kind." + item.kind().code()), shown);
  }

  /** As it was pasted, and inert. */
  String given(Item item) {
    return item.restricted() ? address(item) : givenOpened(item);
  }

  /** The same of an opened item, restricted or not. */
  String givenOpened(Item item) {
    return item.kind() == ItemKind.URL
        ? ContentAddress.defanged(item.urlGiven())
        : ContentAddress.inert(item.urlGiven());
  }

  public String state(RequestState state, Counts counts) {
    return words.say("request.state." + lower(state), counts.open(), counts.waitingForMinistry());
  }

  /** A row's state; a draft that was given back says so. */
  public Tag stateTag(RequestRow row) {
    return row.returned()
        ? new Tag(words.say("request.state.returned"), "soon", "")
        : stateTag(row.state(), row.counts());
  }

  public Tag stateTag(RequestState state, Counts counts) {
    String css =
        switch (state) {
          case DRAFT, AWAITING_APPROVAL -> "open";
          case DISCARDED, WITHDRAWN -> "withdrawn";
          case WAITING_FOR_COMPANY ->
              counts.nextDue().filter(now::isAfter).isPresent() ? "late" : "soon";
          case WAITING_FOR_MINISTRY -> "info";
          case CLOSED -> "good";
        };
    return new Tag(state(state, counts), css, "");
  }

  /** The company's line of state: outlined. */
  public Tag claim(RuleSet rules, ItemFacts item) {
    Optional<Answer> answer = item.latestAnswer();
    if (answer.isEmpty()) {
      return new Tag(words.say("claim.none"), "open", "");
    }
    return new Tag(
        answerText(rules, answer.get()),
        css(answer.get().type()),
        words.instantShort(answer.get().answeredAt()) + ", " + by(answer.get().by()));
  }

  /** 'Ditolak: karya jurnalistik' – the type, and for a refusal its ground. */
  public String answerText(RuleSet rules, Answer answer) {
    return answerText(rules, answer.code(), answer.ground());
  }

  String answerText(RuleSet rules, String code, Optional<String> refusal) {
    String type = words.label(rules.answerType(code).label());
    return refusal
        .map(ground -> words.say("claim.refused", type, words.label(rules.ground(ground).label())))
        .orElse(type);
  }

  /**
   * The ministry's line of state: filled. It is what was said last; what was found of an older
   * answer is greyed.
   */
  public Tag found(ItemFacts item) {
    if (item.withdrawal().isPresent()) {
      Withdrawal gone = item.withdrawal().get();
      return new Tag(
          words.say("found.withdrawn"),
          "gone",
          words.instantShort(gone.withdrawnAt()) + ", " + by(gone.by()));
    }
    Optional<Objection> objection = item.latestFinalAnswer().flatMap(item::objectionTo);
    Optional<Ruling> ruling = item.standsBy().flatMap(item::rulingOn);
    Optional<Check> look =
        item.latestRecheck()
            .filter(check -> check.verdict() != Verdict.UNCHECKED)
            .or(item::latestCheck);
    Instant looked = look.map(Check::checkedAt).orElse(Instant.MIN);
    if (objection.filter(each -> !each.lastMovedAt().isBefore(looked)).isPresent()) {
      return objection(objection.get());
    }
    if (ruling.filter(each -> !each.ruledAt().isBefore(looked)).isPresent()) {
      return new Tag(
          words.say("ruling." + lower(ruling.get().outcome())),
          css(ruling.get().outcome()),
          words.instantShort(ruling.get().ruledAt()) + ", " + by(ruling.get().by()));
    }
    Optional<SampleAcceptance> sampled =
        item.standing() == Standing.SAMPLED
            ? item.standsBy().flatMap(item::acceptanceOf)
            : Optional.empty();
    if (sampled.isPresent()) {
      return new Tag(
          words.say("found.sampled"),
          "found",
          words.say(
              "found.sampled.under",
              sampled.get().step(),
              words.instantShort(sampled.get().acceptedAt())));
    }
    return look.map(check -> found(item, check))
        .orElseGet(() -> new Tag(words.say("found.none"), "none", ""));
  }

  private Tag found(ItemFacts item, Check check) {
    boolean stale = item.standsBy().filter(a -> a.id() == check.answerId()).isEmpty();
    return new Tag(
        verdict(check),
        stale ? "stale" : css(check.verdict()),
        words.instantShort(check.observedAt()) + ", " + by(check.by()));
  }

  private Tag objection(Objection objection) {
    return objection
        .decision()
        .map(
            end ->
                new Tag(
                    words.say("objection." + lower(end.outcome())),
                    end.outcome() == ObjectionOutcome.ACCEPTED ? "found" : "up",
                    words.instantShort(end.decidedAt()) + ", " + by(end.by())))
        .orElseGet(
            () ->
                new Tag(
                    words.say("objection.open"),
                    "stale",
                    words.say("objection.due_by", words.instant(objection.dueAt()))));
  }

  /** What a look found; the words say whether the content had been found down before. */
  public String verdict(Check check) {
    return verdict(words, check.again(), check.verdict());
  }

  static String verdict(Words words, boolean again, Verdict verdict) {
    return words.say((again ? "verdict.again." : "verdict.") + lower(verdict));
  }

  /** What the company says of an item: in its latest answer, and against what was said of that. */
  public List<Fact> said(RuleSet rules, ItemFacts item) {
    List<Fact> said = new ArrayList<>();
    item.latestAnswer().ifPresent(answer -> said.addAll(details(rules, answer)));
    item.openObjection()
        .ifPresent(
            objection -> {
              said.add(new Fact(words.say("objection.reason"), objection.reason()));
              said.add(new Fact(words.say("objection.due"), words.instant(objection.dueAt())));
            });
    return said;
  }

  /** Where an item stands, in a shape; an open one may have been answered before. */
  public Tag standing(Standing standing, boolean answered) {
    if (standing == Standing.OPEN && answered) {
      return new Tag(words.say("standing.open_again"), "soon", "");
    }
    String css =
        switch (standing) {
          case DRAFT, OPEN -> "open";
          case ASKED -> "paused";
          case CLAIMED -> "info";
          case CONTESTED -> "contested";
          case CONFIRMED, SAMPLED, ACCEPTED -> "good";
          case WITHDRAWN -> "withdrawn";
        };
    return new Tag(words.say("standing." + lower(standing)), css, "");
  }

  /** Who of one's own side works on it; empty where nobody does. */
  public String hold(ItemRow row) {
    return row.hold()
        .map(
            hold ->
                words.say(
                    "hold.by",
                    hold.name(),
                    words.time(LocalTime.ofInstant(hold.endsAt(), words.zone()))))
        .orElse("");
  }

  /** Why a due time moved, in the words of its receipt. */
  public String moved(Deadline.Line line) {
    return words.say("clock.line." + lower(line.reason()), words.instantShort(line.since()));
  }

  /** That a clock does not count an outage. */
  public String credited(Credit credit) {
    return words.say(
        "history.credited",
        words.instantShort(credit.outage().from()),
        words.duration(credit.outage().length()));
  }

  /** Time left of an item, or what it waits for. */
  public Left left(Item item, Urgency urgency) {
    String max = hours(urgency.span());
    return switch (item.standing()) {
      case OPEN -> left(item.dueAt().orElse(now), max);
      case ASKED -> new Left(words.say("clock.paused"), "paused", "", "");
      case CLAIMED, CONTESTED, CONFIRMED, SAMPLED, ACCEPTED, WITHDRAWN, DRAFT ->
          new Left(words.say("standing." + lower(item.standing())), "", "", "");
    };
  }

  /** Since when something waits on which no clock runs. */
  Left since(String key, Optional<Instant> at) {
    return new Left(words.say(key, words.instant(at.orElse(now))), "", "", "");
  }

  public Left left(Instant due, String max) {
    Duration left = Duration.between(now, due);
    String tone = left.isNegative() ? "late" : left.compareTo(QueueStore.SOON) < 0 ? "soon" : "";
    return new Left(words.left(due, now), tone, left.isNegative() ? "0" : hours(left), max);
  }

  /** A bar's length: hours with a point, whatever the language. */
  private static String hours(Duration duration) {
    return BigDecimal.valueOf(duration.toMinutes())
        .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)
        .toPlainString();
  }

  /** What an answer says beyond its type. */
  public List<Fact> details(RuleSet rules, Answer answer) {
    return details(rules.answerType(answer.code()), answer.details());
  }

  /** What an answer of this type says, field by field. */
  List<Fact> details(AnswerType type, Map<String, String> details) {
    List<Fact> facts = new ArrayList<>();
    for (AnswerField field : type.fields()) {
      String value = details.getOrDefault(field.code(), "");
      if (!value.isEmpty()) {
        facts.add(new Fact(words.label(field.label()), value(field, value)));
      }
    }
    return facts;
  }

  private String value(AnswerField field, String value) {
    return switch (field.input()) {
      case LINE, TEXT, ITEM -> value;
      case DATE -> words.date(java.time.LocalDate.parse(value));
      case INSTANT -> words.instant(Instant.parse(value));
      case CHOICE ->
          field.findOption(value).map(option -> words.label(option.label())).orElse(value);
    };
  }

  /** One line of the timeline. */
  public String event(Event event, RuleSet rules) {
    int items = event.count("items");
    return switch (event.kind()) {
      case "items.answered", "answers.drafted" ->
          words.say("event." + event.kind(), items, type(event, rules));
      case "items.checked" ->
          words.say("event.items.checked", items, words.say("verdict." + event.text("verdict")));
      case "items.rechecked" ->
          words.say(
              "event.items.rechecked", items, words.say("verdict.again." + event.text("verdict")));
      case "items.ruled" ->
          words.say("event.items.ruled", items, words.say("ruling." + event.text("outcome")));
      case "items.extended" ->
          words.say(
              "event.items.extended", items, words.span(Duration.ofHours(event.count("hours"))));
      case "items.credited" ->
          words.say(
              "event.items.credited",
              items,
              words.duration(Duration.ofSeconds(event.count("seconds"))));
      case "items.objection_decided" ->
          words.say(
              "event." + event.kind(), items, words.say("objection." + event.text("outcome")));
      case "letter.sent" ->
          words.say(
              "event.letter.sent", event.text("letter"), items, stage(event.text("stage"), rules));
      case "letter.payment_told", "letter.payment_recorded", "letter.payment_reversed" ->
          words.say(
              "event." + event.kind(),
              event.text("letter"),
              words.say("amount.rupiah", event.amount("amount")));
      case "letter.decided" ->
          words.say(
              "event.letter.decided",
              event.text("letter"),
              words.say("letter.outcome." + event.text("outcome")));
      case "letter.acknowledged", "letter.pay_promised", "letter.objected", "letter.withdrawn" ->
          words.say("event." + event.kind(), event.text("letter"));
      case "items.accepted_on_sample" ->
          words.say("event.items.accepted_on_sample", items, event.text("verification"));
      case "verification.concluded" ->
          words.say(
              "event.verification.concluded",
              event.text("verification"),
              words.say("verification.outcome." + event.text("result")));
      case "request.overridden", "request.override_ended" ->
          words.say("event." + event.kind(), words.say("need." + event.text("need")));
      default -> words.say("event." + event.kind(), items);
    };
  }

  private String stage(String code, RuleSet rules) {
    return rules.warnings().letters().stream()
        .filter(each -> each.code().equals(code))
        .map(each -> words.label(each.label()))
        .findFirst()
        .orElse(code);
  }

  private String type(Event event, RuleSet rules) {
    return rules
        .findAnswerType(event.text("type"))
        .map(type -> words.label(type.label()))
        .orElse(event.text("type"));
  }

  /** The shape of a state: its name as a CSS class. */
  private static String css(Enum<?> state) {
    return lower(state).replace('_', '-');
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
