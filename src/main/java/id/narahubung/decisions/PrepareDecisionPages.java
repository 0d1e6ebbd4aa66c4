package id.narahubung.decisions;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.ledger.Once;
import id.narahubung.platforms.Platform;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.rules.ChecklistEntry;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The form in which a decision is prepared, and changed until it is signed. */
public final class PrepareDecisionPages {

  /** Which field a refusal is about; others are about the decision as a whole. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "decision.refused.kind", "kind",
          "decision.refused.reasons", "reasons",
          "decision.refused.targets", "domain",
          "decision.refused.starts", "starts",
          "decision.refused.ends", "ends",
          "decision.refused.no_end", "ends",
          "decision.refused.link", "links");

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final DecisionStore decisions;
  private final PlatformStore platforms;
  private final RuleStore rules;
  private final ObjectionStore objections;
  private final LinkOffers offers;
  private final PrepareDecision prepare;
  private final ChangeDecision change;

  PrepareDecisionPages(
      Database db,
      Pages pages,
      Once once,
      DecisionStore decisions,
      PlatformStore platforms,
      RuleStore rules,
      ObjectionStore objections,
      LinkOffers offers,
      PrepareDecision prepare,
      ChangeDecision change) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.decisions = decisions;
    this.platforms = platforms;
    this.rules = rules;
    this.objections = objections;
    this.offers = offers;
    this.prepare = prepare;
    this.change = change;
  }

  /** What a form is about: a new decision, or one that is there. */
  private record About(
      List<Platform> platforms,
      RuleSet rules,
      Optional<Decision> decision,
      List<LinkOffers.Offer> offers) {

    /** What was typed, with what is offered ticked. */
    Form of(Form typed) {
      return DecisionForm.ticked(typed, offers.stream().map(LinkOffers.Offer::number).toList());
    }

    /** The entries of both lists, once each: which of them count follows from the kind. */
    List<ChecklistEntry> entries() {
      Map<String, ChecklistEntry> entries = new LinkedHashMap<>();
      Stream.of(ChecklistEntry.BEFORE_BLOCK, ChecklistEntry.BEFORE_RESTORE)
          .flatMap(list -> rules.checklist(list).stream())
          .filter(entry -> isSaid(entry))
          .forEach(entry -> entries.putIfAbsent(entry.code(), entry));
      return List.copyOf(entries.values());
    }

    /** What the portal alone can show is not asked for. */
    private static boolean isSaid(ChecklistEntry entry) {
      return entry.evidence().filter(Checklist::isShownOnly).isEmpty();
    }
  }

  /** Of a new one what is offered is the chosen platform's. */
  private About about(Reader reader, Form form) {
    String platform = form.text("platform");
    return db.as(
        reader.viewer(),
        tx ->
            new About(
                platforms.list(tx),
                rules.inForce(tx),
                Optional.empty(),
                platform.matches("\\d{1,18}")
                    ? offers.of(tx, reader.words(), Long.parseLong(platform), form.all("link"))
                    : List.of()));
  }

  /** What the decision rests on, as it was saved and as it is typed, is offered. */
  private About about(Context ctx, Form typed) {
    Reader reader = Reader.of(ctx);
    return db.as(
        reader.viewer(),
        tx -> {
          Decision decision = DecisionPages.fetch(tx, decisions, ctx);
          return new About(
              platforms.list(tx),
              rules.fetch(tx, decision.of().ruleSetId()),
              Optional.of(decision),
              offers.of(
                  tx,
                  reader.words(),
                  decision.of().platformId(),
                  Stream.concat(decision.content().links().stream(), typed.all("link").stream())
                      .toList()));
        });
  }

  void ask(Context ctx) {
    Form query = following(Reader.of(ctx), Form.ofQuery(ctx));
    About about = about(Reader.of(ctx), query);
    show(ctx, OK, about.of(query), about, "");
  }

  /**
   * Of a decision that follows an objection to another one, what was said on both sides: no address
   * tells it.
   */
  private Form following(Reader reader, Form query) {
    String number = query.text("decision");
    if (!number.matches(DecisionPages.NUMBER)) {
      return query;
    }
    Optional<Objection> found =
        db.as(reader.viewer(), tx -> objections.find(tx, decisions.fetch(tx, number).id()));
    return found
        .flatMap(
            each ->
                each.end()
                    .filter(Objection.End::asksForDecision)
                    .map(
                        end ->
                            query
                                .withWhereEmpty(
                                    "grounds",
                                    reader
                                        .words()
                                        .say(
                                            "decision.objection.grounds",
                                            each.number(),
                                            end.reason()))
                                .withWhereEmpty("reasons", each.reason())))
        .orElse(query);
  }

  void prepare(Context ctx) {
    PersonViewer viewer = Reader.of(ctx).viewer();
    About about = about(Reader.of(ctx), Form.of(ctx));
    Form form = about.of(Form.of(ctx));
    if (about.platforms().stream()
        .noneMatch(each -> Long.toString(each.id()).equals(form.text("platform")))) {
      form.refuse("platform", "decision.fault.platform");
    }
    DecisionContent content = DecisionForm.read(form, about.entries());
    submit(
        ctx,
        form,
        about,
        () -> {
          long id =
              once.run(
                  viewer,
                  form.act(),
                  tx -> prepare.run(tx, form.act(), form.id("platform"), content),
                  (tx, done) -> decisions.of(tx, done.event()));
          Flash.say(ctx, "decision.prepare.done");
          return "/decisions/" + id;
        });
  }

  void askToChange(Context ctx) {
    PersonViewer viewer = Reader.of(ctx).viewer();
    About about = about(ctx, Form.empty());
    Decision decision = about.decision().orElseThrow();
    DecisionAct.CHANGE.require(decision, viewer);
    show(ctx, OK, about.of(DecisionForm.of(decision.content())), about, "");
  }

  void change(Context ctx) {
    PersonViewer viewer = Reader.of(ctx).viewer();
    About about = about(ctx, Form.of(ctx));
    Form form = about.of(Form.of(ctx));
    Decision decision = about.decision().orElseThrow();
    DecisionContent content = DecisionForm.read(form, about.entries());
    submit(
        ctx,
        form,
        about,
        () -> {
          once.run(
              viewer,
              form.act(),
              tx -> {
                change.run(tx, form.act(), decision.id(), form.version(), content);
                return decision.id();
              },
              (tx, done) -> decision.id());
          Flash.say(ctx, "decision.change.done");
          return decision.path();
        });
  }

  private void submit(Context ctx, Form form, About about, Supplier<String> work) {
    if (!form.isGood()) {
      show(ctx, UNPROCESSABLE_CONTENT, form, about, "");
      return;
    }
    try {
      ctx.redirect(work.get(), SEE_OTHER);
    } catch (RuleBroken e) {
      String field = FIELDS.get(e.key());
      if (field == null) {
        String refusal = Reader.of(ctx).words().say(e.key(), e.arguments().toArray());
        show(ctx, CONFLICT, form, about, refusal);
        return;
      }
      form.refuse(field, e.key(), e.arguments().toArray());
      show(ctx, UNPROCESSABLE_CONTENT, form, about, "");
    } catch (Stale e) {
      showBeside(ctx, form, about(ctx, form));
    }
  }

  /** What was typed stays, beside what somebody else saved: sending it again takes its place. */
  private void showBeside(Context ctx, Form form, About now) {
    Words words = Reader.of(ctx).words();
    Form saved = now.of(DecisionForm.of(now.decision().orElseThrow().content()));
    List<String> differences =
        FormPage.differences(controls(words, form, now), controls(words, saved, now));
    show(ctx, CONFLICT, form, now, "", Optional.of(differences));
  }

  private void show(Context ctx, HttpStatus status, Form form, About about, String refusal) {
    show(ctx, status, form, about, refusal, Optional.empty());
  }

  private void show(
      Context ctx,
      HttpStatus status,
      Form form,
      About about,
      String refusal,
      Optional<List<String>> meanwhile) {
    Words words = Reader.of(ctx).words();
    Optional<Decision> decision = about.decision();
    String path = decision.map(Decision::path).orElse("/decisions");
    pages.show(
        ctx,
        status,
        "form",
        new FormPage(
            words.say(decision.isPresent() ? "decision.change.title" : "decision.prepare.title"),
            new Link(path, words.say("decision.back")),
            words.say("decision.prepare.about"),
            "",
            refusal,
            decision.map(each -> each.path() + "/edit").orElse("/decisions"),
            decision.map(each -> Integer.toString(each.version())).orElse(""),
            meanwhile,
            List.of(),
            controls(words, form, about),
            words.say("decision.prepare.save"),
            form.errors(words)));
  }

  private static List<Control> controls(Words words, Form form, About about) {
    Controls controls = new Controls(words, form, "decision.form.");
    List<Control> all = new ArrayList<>();
    if (about.decision().isEmpty()) {
      List<Choice> platforms = new ArrayList<>();
      platforms.add(controls.choice("platform", "", words.say("decision.form.platform.none")));
      about
          .platforms()
          .forEach(
              each ->
                  platforms.add(
                      controls.choice("platform", Long.toString(each.id()), each.name())));
      all.add(controls.of(Kind.SELECT, "platform", true, platforms));
    }
    all.add(
        controls.of(
            Kind.RADIOS,
            "kind",
            true,
            about.rules().decisionKinds().stream()
                .map(kind -> controls.choice("kind", kind.code(), words.label(kind.label())))
                .toList()));
    all.add(controls.of(Kind.TEXT, "recommendation", true));
    all.add(controls.of(Kind.AREA, "basis", true));
    all.add(controls.of(Kind.AREA, "grounds", true));
    all.add(controls.of(Kind.AREA, "reasons", false));
    all.add(controls.of(Kind.AREA, "bodies", false));
    for (Target.Kind kind : Target.Kind.values()) {
      all.add(controls.of(Kind.AREA, kind.code(), false));
    }
    all.add(controls.of(Kind.TEXT, "scope", false));
    all.add(controls.of(Kind.DATETIME, "starts", false));
    all.add(controls.of(Kind.DATETIME, "ends", false));
    List<Choice> offered =
        about.offers().stream()
            .map(each -> controls.choice("link", each.number(), each.number(), each.text()))
            .toList();
    if (!offered.isEmpty()) {
      all.add(controls.of(Kind.CHECKBOXES, "link", false, offered));
    }
    all.add(controls.of(Kind.AREA, "links", false));
    all.add(controls.of(Kind.AREA, "watch", false));
    all.add(controls.of(Kind.AREA, "statement", false));
    for (ChecklistEntry entry : about.entries()) {
      String name = "check_" + entry.code();
      all.add(
          controls.of(
              Kind.RADIOS,
              name,
              words.label(entry.label()),
              false,
              Stream.of("yes", "no")
                  .map(each -> controls.choice(name, each, words.say("decision.check." + each)))
                  .toList()));
      all.add(
          controls.of(
              Kind.TEXT,
              "note_" + entry.code(),
              words.say("decision.form.check_note", words.label(entry.label())),
              false,
              List.of()));
    }
    return all;
  }
}
