package id.narahubung.decisions;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.Address;
import id.narahubung.requests.ItemCells;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.rules.RuleStore;
import id.narahubung.sheets.SheetWriter;
import id.narahubung.text.Words;
import id.narahubung.views.ViewBar;
import id.narahubung.views.ViewStore;
import id.narahubung.web.Download;
import id.narahubung.web.Field;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Filters;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The register of decisions, with what waits for somebody on top. */
public final class DecisionPages {

  /** As a decision that was signed is numbered. */
  static final String NUMBER = "KA-\\d{4}-\\d{4,9}";

  private static final int ROWS = 50;
  private static final List<String> NAMES = List.of("platform", "kind", "stage");

  private final Database db;
  private final Pages pages;
  private final DecisionStore decisions;
  private final DecisionRowStore rows;
  private final NormalisationStore normalisations;
  private final ObjectionStore objections;
  private final Dossiers dossiers;
  private final Reviews reviews;
  private final Causes causes;
  private final PlatformStore platforms;
  private final RuleStore rules;
  private final ViewStore views = new ViewStore();

  DecisionPages(
      Database db,
      Pages pages,
      DecisionStore decisions,
      DecisionRowStore rows,
      NormalisationStore normalisations,
      ObjectionStore objections,
      Dossiers dossiers,
      Reviews reviews,
      Causes causes,
      PlatformStore platforms,
      RuleStore rules) {
    this.db = db;
    this.pages = pages;
    this.decisions = decisions;
    this.rows = rows;
    this.normalisations = normalisations;
    this.objections = objections;
    this.dossiers = dossiers;
    this.reviews = reviews;
    this.causes = causes;
    this.platforms = platforms;
    this.rules = rules;
  }

  /** The decision of a path: by its number, or by its id before it has one. */
  static Decision fetch(Tx tx, DecisionStore decisions, Context ctx) {
    String path = ctx.pathParam("decision");
    if (path.matches(NUMBER)) {
      return decisions.fetch(tx, path);
    }
    if (!path.matches("\\d{1,18}")) {
      throw new NotFound("decision " + path);
    }
    return decisions.fetch(tx, Long.parseLong(path));
  }

  void list(Context ctx) {
    Reader reader = Reader.of(ctx);
    Form query = Form.ofQuery(ctx);
    pages.show(
        ctx,
        "decisions/list",
        db.as(reader.viewer(), tx -> page(tx, reader.words(), reader.viewer(), query)));
  }

  private DecisionsPage page(Tx tx, Words words, PersonViewer viewer, Form query) {
    DecisionFilter filter = filter(query);
    Optional<Long> before =
        query.has("before") ? Optional.of(query.id("before")) : Optional.empty();
    List<DecisionRowStore.Row> found = rows.list(tx, filter, before, ROWS + 1);
    List<DecisionRowStore.Row> shown = found.subList(0, Math.min(ROWS, found.size()));
    Address address = Address.of("/decisions", query, NAMES);
    List<DecisionsPage.Task> tasks = tasks(tx, words, viewer);
    return new DecisionsPage(
        words.say("decisions.title"),
        viewer.side() == Side.MINISTRY || !tasks.isEmpty(),
        viewer.may(Permission.PREPARE_DECISIONS),
        tasks,
        filters(tx, words, query, viewer),
        ViewBar.of(tx, views, address.toString()),
        shown.stream().map(row -> row(tx, words, row)).toList(),
        address.isNarrowedBeside(List.of()),
        found.size() > ROWS
            ? address.with("before", Long.toString(shown.getLast().id())).toString()
            : "",
        shown.isEmpty() ? "" : Address.of("/exports/decisions", query, NAMES).toDownload());
  }

  /** What waits: for a signature, for a reply, for a second person, for papers, for a look. */
  private List<DecisionsPage.Task> tasks(Tx tx, Words words, PersonViewer viewer) {
    List<DecisionsPage.Task> tasks = new ArrayList<>();
    DecisionWording wording = new DecisionWording(words);
    for (Normalisation each : normalisations.open(tx)) {
      tasks.add(
          new DecisionsPage.Task(
              each.path(),
              each.number(),
              each.platform(),
              new NormalisationWording(words).standing(each),
              new Tag(
                  words.say("decisions.task.normalisation"),
                  each.isLate(tx.now()) ? "late" : "open",
                  "")));
    }
    for (Objection each : objections.open(tx)) {
      tasks.add(
          new DecisionsPage.Task(
              "/decisions/" + each.number() + "#objection",
              each.number(),
              each.platform(),
              words.say("decision.objection.due", words.deadline(each.dueAt())),
              new Tag(
                  words.say("decisions.task.objection"),
                  each.isLate(tx.now()) ? "late" : "contested",
                  "")));
    }
    if (viewer.side() == Side.COMPANY) {
      return tasks;
    }
    for (Objection each : objections.toFollow(tx)) {
      tasks.add(
          new DecisionsPage.Task(
              "/decisions/" + each.number() + "#objection",
              each.number(),
              each.platform(),
              words.say(
                  "decision.objection.follow",
                  words.say(
                      "decision.objection.state."
                          + each.end().map(end -> end.outcome().code()).orElseThrow())),
              new Tag(words.say("decisions.task.objection.follow"), "soon", "")));
    }
    for (Reviews.Task each : reviews.open(tx)) {
      tasks.add(
          new DecisionsPage.Task(
              "/decisions/" + each.number() + "#tasks",
              each.number(),
              each.platform(),
              words.say(
                  "decision.broken." + each.how(),
                  words.label(each.kind()),
                  each.commitment(),
                  words.date(each.since())),
              new Tag(words.say("decisions.task.review"), "late", "")));
    }
    List<Long> waiving =
        rows.waiversWanted(tx).stream()
            .map(DecisionRowStore.Row::id)
            .filter(id -> !dossiers.facts(tx, decisions.fetch(tx, id)).toSecond().isEmpty())
            .toList();
    for (DecisionRowStore.Row each : rows.open(tx)) {
      boolean waits = waiving.contains(each.id());
      tasks.add(
          new DecisionsPage.Task(
              each.path(),
              wording.kind(rules.fetch(tx, each.ruleSetId()), each.kindCode()),
              each.platform(),
              each.recommendation(),
              waits
                  ? new Tag(words.say("decisions.task.waiver"), "soon", "")
                  : wording.stage(each.stage())));
    }
    if (viewer.may(Permission.PREPARE_DECISIONS)) {
      for (Cause each : causes.open(tx)) {
        tasks.add(
            new DecisionsPage.Task(
                "/platforms/" + each.platformId() + "#causes",
                words.say("decision.causes"),
                each.platform(),
                new CauseWording(words).told(each),
                new Tag(words.say("decisions.task.cause"), "soon", "")));
      }
    }
    return tasks;
  }

  private static DecisionFilter filter(Form query) {
    String platform = query.text("platform");
    return new DecisionFilter(
        platform.matches("\\d{1,18}") ? Optional.of(Long.valueOf(platform)) : Optional.empty(),
        DecisionStage.find(query.text("stage")),
        Optional.of(query.text("kind")).filter(kind -> !kind.isEmpty()));
  }

  private List<Field> filters(Tx tx, Words words, Form query, PersonViewer viewer) {
    Filters filters = new Filters(words, query, "decisions.filter.");
    List<Choice> all =
        platforms.list(tx).stream()
            .map(each -> filters.choice("platform", Long.toString(each.id()), each.name()))
            .toList();
    List<Choice> kinds =
        rules.inForce(tx).decisionKinds().stream()
            .map(each -> filters.choice("kind", each.code(), words.label(each.label())))
            .toList();
    List<Choice> stages =
        viewer.side() == Side.COMPANY
            ? List.of()
            : Arrays.stream(DecisionStage.values())
                .map(
                    each ->
                        filters.choice(
                            "stage",
                            each.code(),
                            words.capital(words.say("decision.stage." + each.code()))))
                .toList();
    return Stream.of(
            filters.select("platform", all),
            filters.select("kind", kinds),
            filters.select("stage", stages))
        .filter(each -> each.choices().size() > 2)
        .toList();
  }

  private DecisionsPage.Row row(Tx tx, Words words, DecisionRowStore.Row row) {
    DecisionWording wording = new DecisionWording(words);
    return new DecisionsPage.Row(
        row.number().orElseGet(() -> words.say("decision.no_number")),
        row.path(),
        wording.kind(rules.fetch(tx, row.ruleSetId()), row.kindCode()),
        row.platform(),
        "/platforms/" + row.platformId(),
        row.signedAt().map(words::instant).orElse("–"),
        row.startsAt().map(words::instant).orElse("–"),
        row.endsAt().map(words::instant).orElse("–"),
        wording.stage(row.stage()));
  }

  void export(Context ctx) {
    Reader reader = Reader.of(ctx);
    DecisionFilter filter = filter(Form.ofQuery(ctx));
    Download.send(
        ctx,
        Download.format(ctx),
        "decisions",
        reader.words().say("decisions.title"),
        out -> db.run(reader.viewer(), tx -> write(tx, reader.words(), filter, out)));
  }

  private void write(Tx tx, Words words, DecisionFilter filter, SheetWriter out) {
    ItemCells cells = new ItemCells(words);
    DecisionWording wording = new DecisionWording(words);
    out.row(
        Stream.of("number", "kind", "platform", "signed", "starts", "ends", "stage")
            .map(column -> (Object) words.say("decisions.column." + column))
            .toList());
    rows.each(
        tx,
        filter,
        row ->
            out.row(
                List.of(
                    row.number().orElse(""),
                    wording.kind(rules.fetch(tx, row.ruleSetId()), row.kindCode()),
                    row.platform(),
                    row.signedAt().map(cells::instant).orElse(""),
                    row.startsAt().map(cells::instant).orElse(""),
                    row.endsAt().map(cells::instant).orElse(""),
                    wording.stage(row.stage()).text())));
  }
}
