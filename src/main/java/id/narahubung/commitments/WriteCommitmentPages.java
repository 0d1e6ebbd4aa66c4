package id.narahubung.commitments;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Database;
import id.narahubung.ledger.Once;
import id.narahubung.platforms.Platform;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage.Hidden;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Proposing a commitment. */
public final class WriteCommitmentPages {

  private static final int MOST_SOURCE = 500;

  /** What is typed besides the text and the fields of a kind. */
  private static final Set<String> KEPT =
      Set.of(
          "baseline",
          "target",
          Terms.ROWS,
          "due_on",
          "grace_days",
          "milestones",
          "condition",
          "source",
          "source_text");

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final CommitmentStore commitments;
  private final OriginStore origins;
  private final PlatformStore platforms;
  private final RuleStore rules;
  private final ProposeCommitment propose;

  /** What the pages read from. */
  record Stores(
      CommitmentStore commitments,
      CommitmentHistoryStore histories,
      OriginStore origins,
      CommitmentActs acts,
      PlatformStore platforms,
      RuleStore rules) {}

  WriteCommitmentPages(
      Database db, Pages pages, Once once, Stores stores, ProposeCommitment propose) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.commitments = stores.commitments();
    this.origins = stores.origins();
    this.platforms = stores.platforms();
    this.rules = stores.rules();
    this.propose = propose;
  }

  /** What a proposal is about; empty while one of the two is not chosen. */
  private record Chosen(
      List<Platform> platforms,
      List<CommitmentKind> kinds,
      Optional<Platform> platform,
      Optional<CommitmentKind> kind,
      List<Origin> origins,
      LocalDate today) {

    boolean isWhole() {
      return platform.isPresent() && kind.isPresent();
    }
  }

  private Chosen chosen(Context ctx, Form form) {
    return db.as(
        Reader.of(ctx).viewer(),
        tx -> {
          List<Platform> all = platforms.list(tx);
          List<CommitmentKind> kinds = rules.inForce(tx).checking().commitmentKinds();
          Optional<Platform> platform =
              all.stream()
                  .filter(each -> Long.toString(each.id()).equals(form.text("platform")))
                  .findFirst();
          return new Chosen(
              all,
              kinds,
              platform,
              kinds.stream().filter(each -> each.code().equals(form.text("kind"))).findFirst(),
              platform.map(each -> origins.ofPlatform(tx, each.id())).orElse(List.of()),
              LocalDate.ofInstant(tx.now(), Words.WIB));
        });
  }

  /** First platform and kind, then the rest, which the kind decides. */
  void ask(Context ctx) {
    Form form = Form.ofQuery(ctx);
    Chosen chosen = chosen(ctx, form);
    if (chosen.isWhole()) {
      write(ctx, OK, form.withWhereEmpty("condition", "no"), chosen, "");
    } else {
      // An address may name one of them only; the form sends both.
      if (ctx.queryParamMap().keySet().containsAll(Set.of("kind", "platform"))) {
        refuseUnchosen(form, chosen);
      }
      choose(ctx, form.isGood() ? OK : UNPROCESSABLE_CONTENT, form, chosen);
    }
  }

  private static void refuseUnchosen(Form form, Chosen chosen) {
    if (chosen.platform().isEmpty()) {
      form.refuse("platform", "commitment.fault.platform");
    }
    if (chosen.kind().isEmpty()) {
      form.refuse("kind", "commitment.fault.kind");
    }
  }

  private void choose(Context ctx, HttpStatus status, Form form, Chosen chosen) {
    Words words = Reader.of(ctx).words();
    Controls controls = new Controls(words, form, "commitment.form.");
    pages.show(
        ctx,
        status,
        "commitments/write",
        new WriteCommitmentPage(
            words.say("commitment.new.title"),
            register(words),
            words.say("commitment.choose.about"),
            "",
            "",
            List.of(),
            "/commitments/new",
            true,
            false,
            form.has("condition")
                ? List.of(new Hidden("condition", form.text("condition")))
                : List.of(),
            choices(words, controls, chosen),
            words.say("commitment.choose.save"),
            form.errors(words)));
  }

  private static List<Control> choices(Words words, Controls controls, Chosen chosen) {
    List<Choice> kinds = new ArrayList<>();
    kinds.add(controls.choice("kind", "", words.say("commitment.form.choose")));
    chosen
        .kinds()
        .forEach(
            each -> kinds.add(controls.choice("kind", each.code(), words.label(each.label()))));
    List<Choice> all = new ArrayList<>();
    if (chosen.platforms().size() != 1) {
      all.add(controls.choice("platform", "", words.say("commitment.form.choose")));
    }
    chosen
        .platforms()
        .forEach(
            each -> all.add(controls.choice("platform", Long.toString(each.id()), each.name())));
    return List.of(
        controls.of(Kind.SELECT, "platform", true, all),
        controls.of(Kind.SELECT, "kind", true, kinds));
  }

  /** What was chosen is gone meanwhile: chosen anew, with all that was typed. */
  private void chooseAgain(Context ctx, Form form, Chosen chosen) {
    Words words = Reader.of(ctx).words();
    Controls controls = new Controls(words, form, "commitment.form.");
    List<Control> all = new ArrayList<>(choices(words, controls, chosen));
    all.add(controls.of(Kind.AREA, "text", true));
    List<Hidden> typed =
        ctx.formParamMap().keySet().stream()
            .filter(name -> KEPT.contains(name) || name.startsWith(Terms.FIELD))
            .map(name -> new Hidden(name, form.raw(name)))
            .toList();
    pages.show(
        ctx,
        UNPROCESSABLE_CONTENT,
        "commitments/write",
        new WriteCommitmentPage(
            words.say("commitment.new.title"),
            register(words),
            words.say("commitment.choose.again"),
            "",
            "",
            List.of(),
            "/commitments",
            false,
            false,
            typed,
            all,
            words.say("commitment.choose.save"),
            form.errors(words)));
  }

  private static Link register(Words words) {
    return new Link("/commitments", words.say("commitments.title"));
  }

  private void write(Context ctx, HttpStatus status, Form form, Chosen chosen, String refusal) {
    Words words = Reader.of(ctx).words();
    CommitmentKind kind = chosen.kind().orElseThrow();
    Platform platform = chosen.platform().orElseThrow();
    Controls controls = new Controls(words, form, "commitment.form.");
    List<Control> all = new ArrayList<>(CommitmentForm.controls(words, form, kind));
    List<Choice> sources = new ArrayList<>();
    sources.add(controls.choice("source", "", words.say("commitment.form.choose")));
    CommitmentWording wording = new CommitmentWording(words);
    for (Origin each : chosen.origins()) {
      sources.add(controls.choice("source", each.code(), wording.origin(each)));
    }
    String letter = CommitmentSource.LETTER.code();
    sources.add(controls.choice("source", letter, words.say("commitment.source.letter.paper")));
    String own = CommitmentSource.OWN.code();
    sources.add(controls.choice("source", own, words.say("commitment.source.own")));
    all.add(controls.of(Kind.SELECT, "source", true, sources));
    all.add(controls.of(Kind.TEXT, "source_text", false));
    pages.show(
        ctx,
        status,
        "commitments/write",
        new WriteCommitmentPage(
            words.say("commitment.write.title", words.label(kind.label()), platform.name()),
            register(words),
            words.say("commitment.write.about", words.label(kind.proof())),
            "",
            refusal,
            List.of(),
            "/commitments",
            false,
            false,
            List.of(
                new Hidden("platform", Long.toString(platform.id())),
                new Hidden("kind", kind.code())),
            all,
            words.say("commitment.write.save"),
            form.errors(words)));
  }

  void propose(Context ctx) {
    Form form = Form.of(ctx);
    Chosen chosen = chosen(ctx, form);
    if (!chosen.isWhole()) {
      refuseUnchosen(form, chosen);
      chooseAgain(ctx, form, chosen);
      return;
    }
    Terms terms =
        CommitmentForm.terms(
            Reader.of(ctx).words(),
            form,
            chosen.kind().orElseThrow(),
            chosen.today(),
            Optional.empty());
    Optional<Origin.Chosen> source = Origin.read(form.text("source"));
    if (source.isEmpty()) {
      form.refuse("source", "commitment.fault.source");
    }
    if (source.filter(Origin.Chosen::asksForWords).isPresent()
        && form.text("source_text").isEmpty()) {
      form.refuse("source_text", "commitment.fault.source_words");
    }
    if (form.text("source_text").length() > MOST_SOURCE) {
      form.refuse("source_text", "fault.too_long", MOST_SOURCE);
    }
    if (!form.isGood()) {
      write(ctx, UNPROCESSABLE_CONTENT, form, chosen, "");
      return;
    }
    ProposalGiven given =
        new ProposalGiven(
            chosen.platform().orElseThrow().id(),
            chosen.kind().orElseThrow().code(),
            source.orElseThrow().source(),
            form.text("source_text"),
            source.orElseThrow().id(),
            terms);
    String number;
    try {
      number =
          once.run(
              Reader.of(ctx).viewer(),
              form.act(),
              tx -> propose.run(tx, form.act(), given),
              (tx, done) -> commitments.ofEvent(tx, done.event()));
    } catch (RuleBroken e) {
      String refusal = Reader.of(ctx).words().say(e.key(), e.arguments().toArray());
      write(ctx, CONFLICT, form, chosen, refusal);
      return;
    }
    Flash.say(ctx, "commitment.write.done");
    ctx.redirect("/commitments/" + number, SEE_OTHER);
  }
}
