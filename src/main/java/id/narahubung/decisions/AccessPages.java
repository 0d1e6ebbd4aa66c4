package id.narahubung.decisions;

import id.narahubung.access.Permission;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.CommitmentStore;
import id.narahubung.commitments.CommitmentTurnStore;
import id.narahubung.commitments.Condition;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.letters.Letter;
import id.narahubung.letters.LetterStore;
import id.narahubung.letters.LetterWording;
import id.narahubung.meetings.WhatWasHeld;
import id.narahubung.platforms.Platform;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.PathId;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Platforms as both sides see them: where their access stands and stood, and what goes on. */
public final class AccessPages {

  /** So many letters stand in their card; along the band stand all there should ever be. */
  private static final int LETTERS = 20;

  private static final int MOST_LETTERS = 200;

  /** Who answered in time is asked item by item: of more, the last weeks alone are counted. */
  private static final int MOST_COUNTED = 50_000;

  private final Database db;
  private final Pages pages;
  private final DecisionStore decisions;
  private final DecisionRowStore rows;
  private final AccessFactStore facts;
  private final NormalisationStore normalisations;
  private final Causes causes;
  private final CommitmentStore commitments;
  private final LetterStore letters;
  private final PlatformStore platforms;
  private final WhatWasHeld held;
  private final RuleStore rules;
  private final AccessMarks marks;
  private final CommitmentTurnStore turns = new CommitmentTurnStore();
  private final WeekStore weeks = new WeekStore();

  /** What is read for a page. */
  record Stores(
      DecisionStore decisions,
      DecisionRowStore rows,
      AccessFactStore facts,
      NormalisationStore normalisations,
      Causes causes,
      CommitmentStore commitments,
      LetterStore letters,
      PlatformStore platforms,
      WhatWasHeld held,
      RuleStore rules) {}

  AccessPages(Database db, Pages pages, Stores stores) {
    this.db = db;
    this.pages = pages;
    this.decisions = stores.decisions();
    this.rows = stores.rows();
    this.facts = stores.facts();
    this.normalisations = stores.normalisations();
    this.causes = stores.causes();
    this.commitments = stores.commitments();
    this.letters = stores.letters();
    this.platforms = stores.platforms();
    this.held = stores.held();
    this.rules = stores.rules();
    this.marks = new AccessMarks(normalisations, rules);
  }

  void list(Context ctx) {
    Reader reader = Reader.of(ctx);
    pages.show(ctx, "platforms/list", db.as(reader.viewer(), tx -> listed(tx, reader.words())));
  }

  private AccessPage.Listed listed(Tx tx, Words words) {
    DecisionWording wording = new DecisionWording(words);
    Map<Long, List<AccessHistory.Signed>> signed = decisions.signed(tx, Optional.empty());
    return new AccessPage.Listed(
        words.say("platforms.title"),
        platforms.list(tx).stream()
            .map(
                each -> {
                  AccessHistory history =
                      AccessHistory.of(signed.getOrDefault(each.id(), List.of()), tx.now());
                  return new AccessPage.Row(
                      "/platforms/" + each.id(),
                      each.name(),
                      each.companyName(),
                      wording.status(history.status(), history.since()),
                      words.number(history.blocks()));
                })
            .toList());
  }

  void show(Context ctx) {
    Reader reader = Reader.of(ctx);
    long id = PathId.of(ctx, "platform");
    pages.show(
        ctx,
        "platforms/show",
        db.as(
            reader.viewer(),
            tx -> page(tx, reader.words(), reader.viewer(), platforms.fetch(tx, id))));
  }

  private AccessPage page(Tx tx, Words words, PersonViewer viewer, Platform platform) {
    DecisionWording wording = new DecisionWording(words);
    List<AccessHistory.Signed> signed =
        decisions.signed(tx, Optional.of(platform.id())).getOrDefault(platform.id(), List.of());
    AccessHistory history = AccessHistory.of(signed, tx.now());
    Optional<Normalisation> asked = normalisations.open(tx, platform.id());
    Optional<Decision> standing =
        Optional.of(history.standing())
            .filter(number -> !number.isEmpty())
            .map(number -> decisions.fetch(tx, number));
    List<DecisionRowStore.Row> decided = rows.ofPlatform(tx, platform.id());
    List<Condition> conditions = commitments.conditions(tx, platform.id());
    List<Letter> warned = letters.ofPlatform(tx, platform.id(), MOST_LETTERS);
    AccessFactStore.Orders orders = facts.orders(tx, platform.id(), List.of());
    Weeks last = weeks.read(tx, platform.id());
    Optional<AccessBand> band =
        AccessTimeline.of(
                history,
                marks.read(
                    tx,
                    words,
                    platform,
                    signed,
                    decided,
                    conditions,
                    turns.ofPlatform(tx, platform.id()),
                    warned),
                tx.now())
            .map(
                line ->
                    new AccessBandMaker(words)
                        .draw(
                            history,
                            line,
                            due(tx, platform, line, orders, last),
                            figures(words, viewer, platform, line, tx.now()),
                            tx.now()));
    return new AccessPage(
        platform.name(),
        platform.companyName(),
        wording.status(history.status(), history.since()),
        words.say("decision.blocks", history.blocks()),
        carried(tx, words, standing, signed),
        actions(words, viewer, platform, history, asked),
        band,
        WeeksPlot.of(words, last),
        new AccessNext(words)
            .lines(
                signed,
                standing,
                standing.map(decision -> decisions.saw(tx, decision.id()).dossier()),
                asked,
                tx.now()),
        decided.stream().map(row -> row(tx, words, wording, row)).toList(),
        waiting(tx, words, viewer, platform, asked),
        weighed(tx, words, viewer, platform),
        work(words, platform, orders),
        conditions.stream().map(each -> condition(words, viewer, each, day(tx.now()))).toList(),
        List.of(
            new Link("/commitments?platform=" + platform.id(), words.say("platforms.commitments")),
            new Link(
                "/companies/" + platform.companyId() + "/commitments",
                words.say("commitments.set.title", platform.companyName()))),
        warned.stream().limit(LETTERS).map(each -> letter(tx, words, each)).toList(),
        held.ofPlatform(tx, words, platform.id()),
        meetingLinks(words, viewer, platform),
        List.of(
            new Fact(words.say("platforms.company"), platform.companyName()),
            new Fact(
                words.say("platforms.hosts"),
                String.join(
                    "\n",
                    platforms.hosts(tx, platform.id()).stream()
                        .map(host -> host.replace(".", "[.]"))
                        .toList()))));
  }

  private Stretches due(
      Tx tx, Platform platform, AccessTimeline line, AccessFactStore.Orders orders, Weeks last) {
    if (orders.items() > MOST_COUNTED) {
      return Stretches.last(last);
    }
    LocalDate from = day(line.from());
    LocalDate until = day(line.until());
    return Stretches.of(
        from,
        until,
        weeks.due(tx, platform.id(), Stretches.first(from, until), Stretches.end(from, until)));
  }

  /** Figures are told by company, the last weeks of it; so many as the band goes back. */
  private static Optional<Link> figures(
      Words words, PersonViewer viewer, Platform platform, AccessTimeline line, Instant now) {
    if (!viewer.may(Permission.VIEW_REQUESTS)) {
      return Optional.empty();
    }
    long weeks = Duration.between(line.from(), now).toDays() / 7;
    String path = "/figures?weeks=" + (weeks < 13 ? 13 : weeks < 26 ? 26 : 52);
    return Optional.of(
        new Link(
            viewer.side() == Side.MINISTRY ? path + "&company=" + platform.companyId() : path,
            words.say("platforms.strip.figures", platform.companyName())));
  }

  /** Of the decision that stands; while nobody was told of it, of one that is to come. */
  private Optional<AccessPage.Carried> carried(
      Tx tx, Words words, Optional<Decision> standing, List<AccessHistory.Signed> signed) {
    return Stream.concat(
            standing.stream(),
            AccessHistory.toCome(signed, tx.now()).stream()
                .map(each -> decisions.fetch(tx, each.number())))
        .filter(each -> !each.executions().isEmpty())
        .findFirst()
        .map(
            each -> {
              CarriedOut out = new CarriedOut(words, each.executions());
              return new AccessPage.Carried(
                  out.sentence(
                      rules
                          .fetch(tx, each.of().ruleSetId())
                          .decisionKind(each.content().kindCode())
                          .effect()),
                  each.path() + "#execution",
                  out.last());
            });
  }

  private static List<Link> meetingLinks(Words words, PersonViewer viewer, Platform platform) {
    List<Link> links = new ArrayList<>();
    if (viewer.may(Permission.WRITE_MINUTES)) {
      links.add(new Link("/meetings/new?platform=" + platform.id(), words.say("meetings.new")));
    }
    if (viewer.may(Permission.VIEW_REQUESTS)) {
      links.add(new Link("/meetings?platform=" + platform.id(), words.say("meetings.of_platform")));
    }
    return links;
  }

  private AccessPage.Line letter(Tx tx, Words words, Letter each) {
    LetterWording wording = new LetterWording(words);
    return new AccessPage.Line(
        "/letters/" + each.number(),
        each.number(),
        wording.stage(rules.fetch(tx, each.of().ruleSetId()), each)
            + ", "
            + words.instant(each.sentAt()),
        wording.state(each, tx.now()));
  }

  private static List<Link> actions(
      Words words,
      PersonViewer viewer,
      Platform platform,
      AccessHistory history,
      Optional<Normalisation> asked) {
    List<Link> links = new ArrayList<>();
    if (viewer.may(Permission.PREPARE_DECISIONS)) {
      links.add(
          new Link("/decisions/new?platform=" + platform.id(), words.say("decision.prepare.link")));
    }
    if (viewer.may(Permission.RECORD_VERIFICATIONS)) {
      links.add(
          new Link(
              "/verifications/new?platform=" + platform.id(), words.say("verifications.offer")));
    }
    if (viewer.may(Permission.ASK_NORMALISATION)
        && history.status() != AccessStatus.OPEN
        && asked.isEmpty()) {
      links.add(
          new Link(
              "/platforms/" + platform.id() + "/normalisation",
              words.say("normalisation.ask.link")));
    }
    return links;
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, Words.WIB);
  }

  private DecisionsPage.Row row(
      Tx tx, Words words, DecisionWording wording, DecisionRowStore.Row row) {
    return new DecisionsPage.Row(
        row.number().orElse(""),
        row.path(),
        wording.kind(rules.fetch(tx, row.ruleSetId()), row.kindCode()),
        row.platform(),
        "/platforms/" + row.platformId(),
        row.signedAt().map(words::instant).orElse("–"),
        row.startsAt().map(words::instant).orElse("–"),
        row.endsAt().map(words::instant).orElse("–"),
        wording.stage(row.stage()));
  }

  private List<DecisionsPage.Task> waiting(
      Tx tx, Words words, PersonViewer viewer, Platform platform, Optional<Normalisation> asked) {
    List<DecisionsPage.Task> tasks = new ArrayList<>();
    asked.ifPresent(
        each ->
            tasks.add(
                new DecisionsPage.Task(
                    each.path(),
                    each.number(),
                    "",
                    new NormalisationWording(words).standing(each),
                    new Tag(
                        words.say("decisions.task.normalisation"),
                        each.isLate(tx.now()) ? "late" : "open",
                        ""))));
    if (viewer.side() == Side.MINISTRY) {
      rows.open(tx).stream()
          .filter(row -> row.platformId() == platform.id())
          .forEach(
              row ->
                  tasks.add(
                      new DecisionsPage.Task(
                          row.path(),
                          new DecisionWording(words)
                              .kind(rules.fetch(tx, row.ruleSetId()), row.kindCode()),
                          "",
                          row.recommendation(),
                          new DecisionWording(words).stage(row.stage()))));
    }
    return tasks;
  }

  private AccessPage.Weighings weighed(Tx tx, Words words, PersonViewer viewer, Platform platform) {
    return viewer.may(Permission.PREPARE_DECISIONS)
        ? new CauseWording(words).of(causes.of(tx, platform.id()), viewer)
        : new AccessPage.Weighings(List.of(), List.of());
  }

  private static List<Link> work(Words words, Platform platform, AccessFactStore.Orders orders) {
    String requests = "/requests?platform=" + platform.id();
    return List.of(
        new Link(requests, words.say("platforms.work.orders", orders.sent())),
        new Link(requests, words.say("platforms.work.items", orders.unsettled(), orders.items())),
        new Link(requests, words.say("platforms.work.overdue", orders.overdue())));
  }

  private static AccessPage.Line condition(
      Words words, PersonViewer viewer, Condition each, LocalDate today) {
    CellState state = CellState.of(each, today);
    return new AccessPage.Line(
        "/commitments/" + each.number(),
        each.number(),
        words.label(each.kind()) + ", " + words.date(each.dueOn()),
        new Tag(
            words.say("decision.cell." + state.code()),
            switch (state) {
              case MET -> "good";
              case EXPIRED -> "soon";
              case NOT_MET, MISSING, WAIVED -> "late";
            },
            ""),
        Optional.of(
                new Link(
                    "/verifications/new?commitment=" + each.number(),
                    words.say(
                        state == CellState.MISSING
                            ? "platforms.conditions.plan"
                            : "platforms.conditions.again")))
            .filter(link -> state != CellState.MET && viewer.may(Permission.RECORD_VERIFICATIONS)));
  }
}
