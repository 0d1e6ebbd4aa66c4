package id.narahubung.requests;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.evidence.Evidence;
import id.narahubung.evidence.EvidenceCard;
import id.narahubung.requests.ItemPage.Link;
import id.narahubung.requests.ItemPage.Moment;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.Urgency;
import id.narahubung.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes the page of an item: claim and finding side by side, the clock, the history. */
final class ItemPageMaker {

  private final Words words;
  private final Wording wording;
  private final PersonViewer viewer;
  private final Instant now;

  ItemPageMaker(Words words, PersonViewer viewer, Instant now) {
    this.words = words;
    this.wording = new Wording(words, now);
    this.viewer = viewer;
    this.now = now;
  }

  ItemPage make(
      TakedownRequest request,
      RuleSet rules,
      String platform,
      Item item,
      ItemAbout about,
      ItemFacts facts,
      After after,
      List<AnswerDraft> drafts,
      List<Evidence> evidence) {
    Urgency urgency = rules.urgency(request.content().urgencyCode());
    String number = request.requireNumber() + "/" + item.shortNumber();
    Optional<Answer> answer = facts.latestAnswer();
    Wording.Tag found = wording.found(facts);
    return new ItemPage(
        words.say("item.title", number),
        number,
        request.requireNumber(),
        "/requests/" + request.requireNumber(),
        words.say("item.eyebrow", item.ordinal(), request.counts().items(), platform),
        words.label(rules.category(request.content().categoryCode()).label()),
        urgency.mark(),
        words.label(urgency.label()),
        wording.address(item),
        item.copied(),
        wording.given(item),
        item.schemeAdded(),
        wording.about(about),
        wording.claim(rules, facts),
        answer.map(a -> claimFacts(rules, request, a)).orElse(List.of()),
        onTime(facts),
        found,
        found.css(),
        foundFacts(facts, after),
        chain(after),
        drafts.stream()
            .filter(draft -> draft.state().isLive())
            .findFirst()
            .map(draft -> AnswerDraftCard.of(words, viewer, rules, request, item, draft)),
        ClockCard.of(
            item,
            facts,
            urgency,
            words.say("clock.rule", words.label(urgency.article())),
            words,
            now),
        history(rules, facts, drafts),
        actions(item, facts),
        EvidenceCard.of(
            words,
            viewer,
            evidence,
            "/requests/" + request.requireNumber(),
            "?item=" + item.ordinal(),
            true),
        RestrictedCard.of(
            words,
            viewer,
            request,
            "/requests/" + request.requireNumber(),
            Optional.of(item.ordinal())));
  }

  private List<Fact> claimFacts(RuleSet rules, TakedownRequest request, Answer answer) {
    List<Fact> facts = new ArrayList<>(wording.details(rules, answer));
    if (answer.type().isFinal()) {
      facts.add(
          new Fact(
              words.say("item.counts_as"),
              words.say(
                  "fulfils."
                      + Wording.lower(
                          rules.fulfilment(request.content().measureCode(), answer.code())),
                  words.label(rules.measure(request.content().measureCode()).label()))));
    }
    return facts;
  }

  /**
   * On time is the portal's instant of the first final answer, beside the due time of its round.
   */
  private String onTime(ItemFacts facts) {
    return facts
        .firstFinalAnswer()
        .map(
            answer ->
                words.say(
                    answer.answeredAt().isAfter(facts.deadlineOf(answer).due())
                        ? "item.answered_late"
                        : "item.answered_on_time",
                    words.instant(answer.answeredAt())))
        .orElse("");
  }

  /** When it is looked at next, and the items before and after it of the same address. */
  record After(Optional<Instant> due, RecheckStore.Chain chain) {}

  private List<Link> chain(After after) {
    List<Link> links = new ArrayList<>();
    after
        .chain()
        .before()
        .ifPresent(
            number -> links.add(new Link(words.say("item.reappeared.from", number), href(number))));
    after
        .chain()
        .after()
        .forEach(
            number -> links.add(new Link(words.say("item.reappeared.as", number), href(number))));
    return links;
  }

  private static String href(String number) {
    int slash = number.indexOf('/');
    return "/requests/"
        + number.substring(0, slash)
        + "/items/"
        + Integer.parseInt(number.substring(slash + 1));
  }

  private List<Fact> foundFacts(ItemFacts facts, After after) {
    List<Fact> found = new ArrayList<>(foundFacts(facts));
    facts
        .latestRecheck()
        .ifPresent(
            look ->
                found.add(
                    new Fact(
                        words.say("recheck.latest"),
                        words.say(
                            "recheck.latest.value",
                            wording.verdict(look),
                            words.instant(look.observedAt())))));
    after.due().ifPresent(due -> found.add(new Fact(words.say("recheck.due"), words.instant(due))));
    return found;
  }

  /** What the ministry's latest word says beyond its verdict. */
  private List<Fact> foundFacts(ItemFacts facts) {
    if (facts.withdrawal().isPresent()) {
      return reason(facts.withdrawal().get().reason());
    }
    Optional<Ruling> ruling = facts.latestAnswer().flatMap(facts::rulingOn);
    if (ruling.isPresent()) {
      return reason(ruling.get().reason());
    }
    Optional<Clarification> reply = facts.latestAnswer().flatMap(facts::clarificationOf);
    if (reply.isPresent()) {
      return List.of(new Fact(words.say("clarification.reply"), reply.get().reply()));
    }
    return facts.latestCheck().map(this::checkFacts).orElse(List.of());
  }

  private List<Fact> checkFacts(Check check) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.say("check.observed_at"), words.instant(check.observedAt())));
    facts.add(
        new Fact(
            words.say("check.from"),
            words.say(
                "check.from.value",
                check.network(),
                check.country(),
                words.say("surface." + Wording.lower(check.surface())),
                words.say(check.signedIn() ? "signed_in.yes" : "signed_in.no"))));
    if (!check.note().isEmpty()) {
      facts.add(new Fact(words.say("check.note"), check.note()));
    }
    return facts;
  }

  private record Dated(Instant at, int order, Moment entry) {}

  private List<Moment> history(RuleSet rules, ItemFacts facts, List<AnswerDraft> drafts) {
    List<Dated> all = new ArrayList<>();
    for (Round round : facts.rounds()) {
      if (round.cause() == RoundCause.SENT) {
        add(
            all,
            round.startedAt(),
            "history.sent",
            "ministry",
            words.say("side.ministry"),
            List.of());
      }
    }
    for (Answer answer : facts.answers()) {
      all.add(
          new Dated(
              answer.answeredAt(),
              all.size(),
              new Moment(
                  words.say("history.answered", wording.answerText(rules, answer)),
                  words.instantShort(answer.answeredAt()) + ", " + wording.by(answer.by()),
                  "company",
                  wording.details(rules, answer))));
      answer
          .takenBack()
          .ifPresent(
              back ->
                  add(
                      all,
                      back.at(),
                      "history.taken_back",
                      "company",
                      wording.by(back.by()),
                      reason(back.reason())));
    }
    for (Check check : facts.checks()) {
      all.add(
          new Dated(
              check.checkedAt(),
              all.size(),
              new Moment(
                  words.say(
                      check.again() ? "history.rechecked" : "history.checked",
                      wording.verdict(check)),
                  words.instantShort(check.checkedAt()) + ", " + wording.by(check.by()),
                  "ministry",
                  checkFacts(check))));
    }
    for (Objection objection : facts.objections()) {
      all.add(
          new Dated(
              objection.filedAt(),
              all.size(),
              new Moment(
                  words.say("history.objected"),
                  words.instantShort(objection.filedAt()) + ", " + wording.by(objection.by()),
                  "company",
                  List.of(
                      new Fact(words.say("objection.reason"), objection.reason()),
                      new Fact(words.say("objection.due"), words.instant(objection.dueAt()))))));
      objection
          .decision()
          .ifPresent(
              end ->
                  add(
                      all,
                      end.decidedAt(),
                      "history.objection." + Wording.lower(end.outcome()),
                      end.outcome() == ObjectionOutcome.WITHDRAWN ? "company" : "ministry",
                      wording.by(end.by()),
                      reason(end.reason())));
    }
    for (Ruling ruling : facts.rulings()) {
      add(
          all,
          ruling.ruledAt(),
          "history.ruled." + Wording.lower(ruling.outcome()),
          "ministry",
          wording.by(ruling.by()),
          reason(ruling.reason()));
    }
    for (Clarification reply : facts.clarifications()) {
      add(
          all,
          reply.repliedAt(),
          "history.clarified",
          "ministry",
          wording.by(reply.by()),
          reason(reply.reply()));
    }
    for (Extension more : facts.extensions()) {
      all.add(
          new Dated(
              more.grantedAt(),
              all.size(),
              new Moment(
                  words.say("history.extended", words.span(more.added())),
                  words.instantShort(more.grantedAt()) + ", " + wording.by(more.by()),
                  "ministry",
                  reason(more.reason()))));
    }
    for (Credit credit : facts.credits()) {
      all.add(
          new Dated(
              credit.grantedAt(),
              all.size(),
              new Moment(
                  wording.credited(credit),
                  words.instantShort(credit.grantedAt()) + ", " + wording.by(credit.by()),
                  "ministry",
                  List.of())));
    }
    facts
        .withdrawal()
        .ifPresent(
            gone ->
                add(
                    all,
                    gone.withdrawnAt(),
                    gone.ourError() ? "history.withdrawn.our_error" : "history.withdrawn",
                    "ministry",
                    wording.by(gone.by()),
                    reason(gone.reason())));
    for (ItemPage.Past past : AnswerDraftCard.history(words, rules, drafts)) {
      all.add(
          new Dated(
              past.at(),
              all.size(),
              new Moment(
                  past.text(),
                  words.instantShort(past.at()) + ", " + wording.by(past.by()),
                  "company",
                  past.facts())));
    }
    return all.stream()
        .sorted(Comparator.comparing(Dated::at).thenComparingInt(Dated::order).reversed())
        .map(Dated::entry)
        .toList();
  }

  private List<Fact> reason(String text) {
    return text.isEmpty() ? List.of() : List.of(new Fact(words.say("history.reason"), text));
  }

  private void add(
      List<Dated> all, Instant at, String key, String side, String by, List<Fact> facts) {
    all.add(
        new Dated(
            at,
            all.size(),
            new Moment(words.say(key), words.instantShort(at) + ", " + by, side, facts)));
  }

  private List<Link> actions(Item item, ItemFacts facts) {
    List<Link> links = new ArrayList<>();
    add(links, ItemAction.ANSWER, "/answers/new", item, facts);
    add(links, ItemAction.CHECK, "/checks/new", item, facts);
    add(links, ItemAction.RECHECK, "/rechecks/new", item, facts);
    add(links, ItemAction.OBJECT, "/objections/new", item, facts);
    add(links, ItemAction.WITHDRAW_OBJECTION, "/objections/withdrawals/new", item, facts);
    add(links, ItemAction.DECIDE_OBJECTION, "/objections/decisions/new", item, facts);
    add(links, ItemAction.CLARIFY, "/clarifications/new", item, facts);
    add(links, ItemAction.RULE, "/rulings/new", item, facts);
    add(links, ItemAction.EXTEND, "/extensions/new", item, facts);
    add(links, ItemAction.WITHDRAW, "/withdrawals/new", item, facts);
    if (may(ItemAction.TAKE_BACK, facts)) {
      facts
          .latestAnswer()
          .ifPresent(
              answer ->
                  links.add(
                      new Link(
                          words.say("act.take_back"),
                          "/answers/" + answer.event() + "/take-back")));
    }
    return links;
  }

  private boolean may(ItemAction action, ItemFacts facts) {
    return viewer.may(action.permission()) && action.refusal(facts).isEmpty();
  }

  private void add(List<Link> links, ItemAction action, String where, Item item, ItemFacts facts) {
    if (may(action, facts)) {
      links.add(new Link(words.say("act." + Wording.lower(action)), where + "?item=" + item.ref()));
    }
  }
}
