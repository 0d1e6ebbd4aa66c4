package id.narahubung.decisions;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.access.Stale;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.accounts.ConfirmPassword;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.rules.DecisionKind;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Field;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.PathId;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One decision: what a signer decides on and signs, and what both sides read of it after. */
public final class DecisionShowPages {

  /** Which field a refusal of the signing is about; others are about the decision as a whole. */
  private static final Map<String, String> FIELDS =
      Map.of(
          ConfirmPassword.WRONG,
          "password",
          ConfirmPassword.WAIT,
          "password",
          "decision.refused.choice",
          "kind",
          "decision.refused.needs_conditions",
          "kind",
          "decision.refused.needs_end",
          "ends",
          "decision.refused.ends",
          "ends",
          "decision.refused.needs_watch",
          "watch",
          "decision.refused.note",
          "note");

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final DecisionStore decisions;
  private final DecisionActStore store;
  private final Dossiers dossiers;
  private final Reviews reviews;
  private final RuleStore rules;
  private final ConfirmPassword password;
  private final SignDecision sign;
  private final SecondWaiver second;

  /** What is read for a page. */
  record Stores(
      DecisionStore decisions,
      DecisionActStore acts,
      Dossiers dossiers,
      Reviews reviews,
      RuleStore rules) {}

  DecisionShowPages(
      Database db,
      Pages pages,
      Once once,
      Stores stores,
      ConfirmPassword password,
      SignDecision sign,
      SecondWaiver second) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.decisions = stores.decisions();
    this.store = stores.acts();
    this.dossiers = stores.dossiers();
    this.reviews = stores.reviews();
    this.rules = stores.rules();
    this.password = password;
    this.sign = sign;
    this.second = second;
  }

  void show(Context ctx) {
    show(ctx, OK, Optional.empty(), "");
  }

  void sign(Context ctx) {
    Form form = Form.of(ctx);
    Reader reader = Reader.of(ctx);
    Decision decision = db.as(reader.viewer(), tx -> DecisionPages.fetch(tx, decisions, ctx));
    if (once.isDone(reader.viewer(), form.act())) {
      ctx.redirect(decision.path(), SEE_OTHER);
      return;
    }
    try {
      SigningGiven given = read(form);
      if (!form.isGood()) {
        show(ctx, UNPROCESSABLE_CONTENT, Optional.of(form), "");
        return;
      }
      // Whoever may not sign need not say who they are.
      DecisionAct.SIGN.require(decision, reader.viewer());
      password.run(reader.viewer(), form.raw("password"), ctx.ip());
      String path =
          once.run(
              reader.viewer(),
              form.act(),
              tx -> {
                String number = sign.run(tx, form.act(), decision.id(), form.version(), given);
                return "/decisions/" + number;
              },
              (tx, done) -> decision.path());
      Flash.say(ctx, "decision.signed.done");
      ctx.redirect(path, SEE_OTHER);
    } catch (RuleBroken e) {
      refused(ctx, form, e);
    } catch (Stale e) {
      show(ctx, CONFLICT, Optional.of(form), reader.words().say("decision.refused.meanwhile"));
    }
  }

  private void refused(Context ctx, Form form, RuleBroken e) {
    String field = FIELDS.get(e.key());
    if (field != null) {
      form.refuse(field, e.key(), e.arguments().toArray());
      show(ctx, UNPROCESSABLE_CONTENT, Optional.of(form), "");
    } else {
      String refusal = Reader.of(ctx).words().say(e.key(), e.arguments().toArray());
      show(ctx, CONFLICT, Optional.of(form), refusal);
    }
  }

  private static SigningGiven read(Form form) {
    if (!form.has("kind")) {
      form.refuse("kind", "decision.refused.choice");
    }
    if (!form.has("password")) {
      form.refuse("password", "decision.fault.password");
    }
    Optional<Instant> ends = form.instant("ends", Words.WIB);
    if (form.has("ends") && ends.isEmpty()) {
      form.refuse("ends", "decision.fault.time");
    }
    return new SigningGiven(
        form.text("kind"),
        ends,
        DecisionForm.watch(form),
        form.text("note"),
        form.text("despite").equals("yes"));
  }

  void second(Context ctx) {
    Form form = Form.of(ctx);
    long waiver = PathId.of(ctx, "waiver");
    PersonViewer viewer = Reader.of(ctx).viewer();
    String path =
        once.run(
            viewer,
            form.act(),
            tx -> {
              Decision decision = DecisionPages.fetch(tx, decisions, ctx);
              second.run(tx, form.act(), decision.id(), waiver);
              return decision.path();
            },
            (tx, done) -> DecisionPages.fetch(tx, decisions, ctx).path());
    Flash.say(ctx, "decision.second.done");
    ctx.redirect(path, SEE_OTHER);
  }

  private void show(Context ctx, HttpStatus status, Optional<Form> typed, String refusal) {
    Reader reader = Reader.of(ctx);
    pages.show(
        ctx,
        status,
        "decisions/show",
        db.as(
            reader.viewer(),
            tx -> {
              Decision decision = DecisionPages.fetch(tx, decisions, ctx);
              return page(tx, reader.words(), reader.viewer(), decision, typed, refusal);
            }));
  }

  /** What the reader sees: as it is now, or as the signer saw it. */
  private record View(Dossier dossier, String sha256) {}

  private View view(Tx tx, Decision decision) {
    return decisions
        .dossier(tx, decision.id())
        .map(kept -> new View(Frozen.read(kept.content()), Frozen.sha256(kept.content())))
        .orElseGet(() -> new View(dossiers.read(tx, decision), ""));
  }

  private DecisionPage page(
      Tx tx,
      Words words,
      PersonViewer viewer,
      Decision decision,
      Optional<Form> typed,
      String refusal) {
    RuleSet set = rules.fetch(tx, decision.of().ruleSetId());
    DecisionWording wording = new DecisionWording(words);
    View view = view(tx, decision);
    Dossier dossier = view.dossier();
    boolean open = decision.stage().isOpen();
    LocalDate today = LocalDate.ofInstant(asOf(tx, decision), Words.WIB);
    Optional<DecisionStore.Seen> last =
        open && viewer.side() == Side.MINISTRY
            ? decisions.seen(tx, decision.id())
            : Optional.empty();
    Snapshot now = Snapshot.of(decision.content(), dossier.table());
    // An auditor looks and leaves no trace in what others work with.
    if (open && !viewer.onlyReads()) {
      store.see(tx, decision, now);
    }
    return new DecisionPage(
        title(words, wording, set, decision),
        new Link("/platforms/" + decision.of().platformId(), decision.of().platform()),
        standing(words, wording, dossier),
        wording.stage(decision.stage()),
        refusal,
        open ? missing(words, dossier) : List.of(),
        open,
        decision.content().recommendation(),
        changedSince(words, decision, last),
        changed(words, set, decision, now, last),
        words.say(
            DecisionRule.closes(set.decisionKind(decision.content().kindCode()))
                ? "decision.table.block"
                : open ? "decision.table" : "decision.table.signed"),
        dossier.cells().stream().map(cell -> wording.line(cell, today)).toList(),
        open ? toSecond(words, wording, set, viewer, decision) : List.of(),
        facts(words, wording, set, decision),
        decision.content().links().stream().map(n -> new Link(Links.path(n), n)).toList(),
        dossier.words().stream()
            .map(
                each ->
                    new DecisionPage.Said(
                        each.about(), wording.signed(each.at(), each.by()), each.text()))
            .toList(),
        next(words, wording, set, decision, dossier),
        dossier.earlier().stream()
            .map(
                each ->
                    new DecisionPage.Earlier(
                        "/decisions/" + each.number(),
                        each.number(),
                        words.label(each.kind()) + ", " + words.instant(each.startsAt())))
            .toList(),
        words.say("decision.blocks", dossier.blocks()),
        questions(words, wording, decision),
        providers(words, decision.executions()),
        carriedOut(words, decision.executions()),
        reviews.of(tx, decision).stream()
            .filter(task -> DecisionAct.REVIEW.isOffered(decision, viewer))
            .map(
                task ->
                    new Link(
                        decision.path() + "/reviews?broken=" + task.broken(),
                        words.say(
                            "decision.broken." + task.how(),
                            words.label(task.kind()),
                            task.commitment(),
                            words.date(task.since()))))
            .toList(),
        actions(words, viewer, decision),
        signForm(words, viewer, set, decision, dossier, typed),
        view.sha256());
  }

  private static Instant asOf(Tx tx, Decision decision) {
    return decision.signature().map(Decision.Signature::at).orElse(tx.now());
  }

  private static String title(
      Words words, DecisionWording wording, RuleSet set, Decision decision) {
    String kind = wording.kind(set, decision.content().kindCode());
    return decision
        .number()
        .map(number -> number + " " + kind)
        .orElseGet(() -> words.say("decision.title", kind));
  }

  private static String standing(Words words, DecisionWording wording, Dossier dossier) {
    String now = wording.status(dossier.status());
    return dossier
        .since()
        .map(at -> words.say("decision.standing.since", now, words.instant(at), dossier.blocks()))
        .orElseGet(() -> words.say("decision.standing", now));
  }

  private static List<Link> missing(Words words, Dossier dossier) {
    Set<CellKey> open =
        dossier.table().open().stream().map(TruthTable.Row::key).collect(Collectors.toSet());
    return dossier.cells().stream()
        .filter(cell -> open.contains(cell.key()))
        .map(
            cell ->
                new Link(
                    "#" + DecisionWording.anchor(cell.key()),
                    words.say(
                        "decision.missing."
                            + (cell.row().waiverProposed()
                                ? "proposed"
                                : cell.row().state().code()),
                        words.label(cell.label()))))
        .toList();
  }

  private static String changedSince(
      Words words, Decision decision, Optional<DecisionStore.Seen> last) {
    Optional<Decision.Question> asked =
        decision.questions().isEmpty()
            ? Optional.empty()
            : Optional.of(decision.questions().getLast());
    return asked
        .map(question -> words.say("decision.changed.question", words.instant(question.at())))
        .or(() -> last.map(seen -> words.say("decision.changed", words.instant(seen.at()))))
        .orElse("");
  }

  /** Since the last question where there is one, else since the reader looked last. */
  private static List<String> changed(
      Words words,
      RuleSet set,
      Decision decision,
      Snapshot now,
      Optional<DecisionStore.Seen> last) {
    if (!decision.stage().isOpen()) {
      return List.of();
    }
    Collection<String> names =
        decision.questions().isEmpty()
            ? last.map(seen -> now.changedSince(seen.what())).orElse(Set.of())
            : now.changedSince(decision.questions().getLast().seen());
    return names.stream()
        .map(
            name ->
                CellKey.read(name)
                    .map(key -> label(words, set, decision, key))
                    .orElseGet(() -> words.say("decision.form." + name)))
        .toList();
  }

  static String label(Words words, RuleSet set, Decision decision, CellKey key) {
    DecisionKind kind = set.decisionKind(decision.content().kindCode());
    return set.checklist(DecisionRule.list(kind)).stream()
        .filter(entry -> CellKey.check(entry.code()).equals(key))
        .map(entry -> words.label(entry.label()))
        .findFirst()
        .orElse(key.code());
  }

  private static List<DecisionPage.WaiverToSecond> toSecond(
      Words words, DecisionWording wording, RuleSet set, PersonViewer viewer, Decision decision) {
    return decision.waivers().stream()
        .filter(each -> each.second().isEmpty())
        .map(
            each ->
                new DecisionPage.WaiverToSecond(
                    label(words, set, decision, each.cell()),
                    wording.waiver(Cell.Waiver.of(each)),
                    decision.path() + "/waivers/" + each.id() + "/second",
                    DecisionAct.WAIVE.isOffered(decision, viewer)
                        && !each.by().sharesHandWith(viewer, DecisionAct.WAIVE.permission())))
        .toList();
  }

  private static List<Fact> facts(
      Words words, DecisionWording wording, RuleSet set, Decision decision) {
    DecisionContent content = decision.content();
    List<Fact> facts = new ArrayList<>();
    add(facts, words, "kind", wording.kind(set, content.kindCode()));
    decision
        .signature()
        .ifPresent(s -> add(facts, words, "signed", wording.signed(s.at(), s.by())));
    add(facts, words, "prepared", wording.signed(decision.preparedAt(), decision.preparedBy()));
    add(
        facts,
        words,
        "starts",
        content.startsAt().map(words::instant).orElseGet(() -> words.say("decision.at_signature")));
    add(facts, words, "ends", content.endsAt().map(words::instant).orElse(""));
    add(facts, words, "targets", lines(content.targets().stream().map(wording::target).toList()));
    add(facts, words, "scope", content.scope());
    add(facts, words, "basis", content.basis());
    add(facts, words, "grounds", content.grounds());
    add(facts, words, "reasons", content.reasons());
    add(facts, words, "note", decision.signerNote());
    if (decision.despiteBlocks()) {
      add(facts, words, "despite", words.say("decision.despite.chosen"));
    }
    add(facts, words, "bodies", lines(content.bodies().stream().map(wording::body).toList()));
    add(facts, words, "watch", lines(content.watch().stream().map(wording::watch).toList()));
    add(facts, words, "statement", content.statement());
    decision
        .withdrawal()
        .ifPresent(
            end ->
                add(
                    facts,
                    words,
                    "withdrawn",
                    end.reason() + "\n" + wording.signed(end.at(), end.by())));
    return facts;
  }

  private static String lines(List<String> lines) {
    return String.join("\n", lines);
  }

  private static void add(List<Fact> facts, Words words, String name, String value) {
    if (!value.isEmpty()) {
      facts.add(new Fact(words.say("decision.form." + name), value));
    }
  }

  /** When it ends, what is looked at, until when to decide, and what is if nobody signs. */
  private static List<String> next(
      Words words, DecisionWording wording, RuleSet set, Decision decision, Dossier dossier) {
    List<String> next = new ArrayList<>();
    if (decision.stage().isOpen()) {
      dossier
          .paperDue()
          .ifPresent(due -> next.add(words.say("decision.next.due", words.instant(due))));
      next.add(words.say("decision.next.unsigned", wording.status(dossier.status())));
    }
    decision
        .content()
        .endsAt()
        .ifPresent(end -> next.add(words.say("decision.next.ends", words.instant(end))));
    decision.content().watch().forEach(each -> next.add(wording.watch(each)));
    decision.waivers().stream()
        .filter(each -> each.second().isPresent())
        .forEach(
            each ->
                next.add(
                    words.say(
                        "decision.next.waiver",
                        words.date(each.until()),
                        each.owner(),
                        label(words, set, decision, each.cell()))));
    return next;
  }

  private static List<DecisionPage.Said> questions(
      Words words, DecisionWording wording, Decision decision) {
    List<DecisionPage.Said> said = new ArrayList<>();
    for (Decision.Question each : decision.questions()) {
      said.add(
          new DecisionPage.Said(
              words.say("decision.question"), wording.signed(each.at(), each.by()), each.text()));
      each.reply()
          .ifPresent(
              reply ->
                  said.add(
                      new DecisionPage.Said(
                          words.say("decision.reply"),
                          wording.signed(reply.at(), reply.by()),
                          reply.text())));
    }
    return said;
  }

  private static List<DecisionPage.Provider> providers(
      Words words, List<Decision.Execution> executions) {
    return executions.stream()
        .map(
            each ->
                new DecisionPage.Provider(
                    each.provider(),
                    new Tag(
                        words.say("decision.execution." + each.state().code()),
                        switch (each.state()) {
                          case ORDERED -> "open";
                          case DONE -> "soon";
                          case CONFIRMED -> "good";
                          case FAILED -> "late";
                        },
                        ""),
                    words.instant(each.happenedAt()),
                    each.note()))
        .toList();
  }

  /** '3 of 5 providers': operator by operator. */
  private static String carriedOut(Words words, List<Decision.Execution> executions) {
    Map<String, ExecutionState> last = new LinkedHashMap<>();
    executions.forEach(each -> last.put(each.provider(), each.state()));
    long done =
        last.values().stream()
            .filter(s -> s == ExecutionState.DONE || s == ExecutionState.CONFIRMED)
            .count();
    return last.isEmpty() ? "" : words.say("decision.executions.count", done, last.size());
  }

  private static List<Link> actions(Words words, PersonViewer viewer, Decision decision) {
    List<Link> links = new ArrayList<>();
    Arrays.stream(DecisionAct.values())
        .filter(act -> act != DecisionAct.SIGN && act != DecisionAct.REVIEW)
        .filter(act -> act.isOffered(decision, viewer))
        .forEach(
            act ->
                links.add(
                    new Link(
                        decision.path() + "/" + act.path(),
                        words.say("decision." + act.code() + ".link"))));
    return links;
  }

  private static Optional<DecisionPage.SignForm> signForm(
      Words words,
      PersonViewer viewer,
      RuleSet set,
      Decision decision,
      Dossier dossier,
      Optional<Form> typed) {
    if (!DecisionAct.SIGN.isOffered(decision, viewer)) {
      return Optional.empty();
    }
    Form form = typed.orElseGet(() -> DecisionForm.signing(decision));
    Controls controls = new Controls(words, form, "decision.sign.");
    List<DecisionKind> choices =
        DecisionRule.choices(set, set.decisionKind(decision.content().kindCode()));
    List<Field.Choice> kinds =
        choices.stream()
            .map(kind -> controls.choice("kind", kind.code(), words.label(kind.label())))
            .toList();
    boolean often =
        dossier.blocks() > set.limits().maxBlocks()
            && !DecisionRule.closes(set.decisionKind(decision.content().kindCode()));
    return Optional.of(
        new DecisionPage.SignForm(
            decision.path() + "/signature",
            Integer.toString(decision.version()),
            controls.of(Kind.RADIOS, "kind", true, kinds).field(),
            controls.of(Kind.DATETIME, "ends", false).field(),
            controls.of(Kind.LINES, "watch", false).field(),
            controls.of(Kind.AREA, "note", false).field(),
            often
                ? Optional.of(
                    controls
                        .of(
                            Kind.CHECKBOXES,
                            "despite",
                            false,
                            List.of(
                                controls.choice(
                                    "despite",
                                    "yes",
                                    words.say("decision.sign.despite.yes", dossier.blocks()))))
                        .field())
                : Optional.empty(),
            controls.of(Kind.TEXT, "password", true).field(),
            form.errors(words)));
  }

  /** As a datetime-local control takes it. */
  static String local(Instant instant) {
    return LocalDateTime.ofInstant(instant, Words.WIB).truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
