package id.narahubung.commitments;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Proposing a commitment, and writing a further version of one. */
public final class WriteCommitmentPages {

  private static final int MOST_SOURCE = 500;
  private static final int MOST_REASON = 4_000;

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final CommitmentStore commitments;
  private final CommitmentActs acts;
  private final PlatformStore platforms;
  private final RuleStore rules;
  private final ProposeCommitment propose;
  private final ReviseCommitment revise;

  /** What the pages read from. */
  record Stores(
      CommitmentStore commitments, CommitmentActs acts, PlatformStore platforms, RuleStore rules) {}

  WriteCommitmentPages(
      Database db,
      Pages pages,
      Once once,
      Stores stores,
      ProposeCommitment propose,
      ReviseCommitment revise) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.commitments = stores.commitments();
    this.acts = stores.acts();
    this.platforms = stores.platforms();
    this.rules = stores.rules();
    this.propose = propose;
    this.revise = revise;
  }

  /** What a proposal is about; empty while one of the two is not chosen. */
  private record Chosen(
      List<Platform> platforms,
      List<CommitmentKind> kinds,
      Optional<Platform> platform,
      Optional<CommitmentKind> kind,
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
          return new Chosen(
              all,
              kinds,
              all.stream()
                  .filter(each -> Long.toString(each.id()).equals(form.text("platform")))
                  .findFirst(),
              kinds.stream().filter(each -> each.code().equals(form.text("kind"))).findFirst(),
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
      if (form.has("kind") || form.has("platform")) {
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
            "/commitments/new",
            true,
            false,
            List.of(),
            List.of(
                controls.of(Kind.SELECT, "platform", true, all),
                controls.of(Kind.SELECT, "kind", true, kinds)),
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
    all.add(
        controls.of(
            Kind.SELECT,
            "source",
            true,
            Arrays.stream(CommitmentSource.values())
                .map(
                    each ->
                        controls.choice(
                            "source", each.code(), words.say("commitment.source." + each.code())))
                .toList()));
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
      choose(ctx, UNPROCESSABLE_CONTENT, form, chosen);
      return;
    }
    Terms terms =
        CommitmentForm.terms(
            Reader.of(ctx).words(), form, chosen.kind().orElseThrow(), chosen.today());
    Optional<CommitmentSource> source = CommitmentSource.find(form.text("source"));
    if (source.isEmpty()) {
      form.refuse("source", "commitment.fault.source");
    } else if (source.get() != CommitmentSource.OWN) {
      form.need("source_text", "commitment.fault.source_text", MOST_SOURCE);
    } else if (form.text("source_text").length() > MOST_SOURCE) {
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
            source.orElseThrow(),
            form.text("source_text"),
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

  /** A commitment about to be revised. */
  private record Read(
      Commitment commitment, Commitment.History history, CommitmentKind kind, LocalDate today) {

    static Read of(Tx tx, CommitmentStore commitments, CommitmentActs acts, String number) {
      Commitment of = commitments.fetch(tx, number);
      if (of.standing().stage() == CommitmentStage.CANCELLED) {
        throw new RuleBroken("commitment.refused.cancelled");
      }
      return new Read(
          of,
          commitments.history(tx, of),
          acts.kind(tx, of),
          LocalDate.ofInstant(tx.now(), Words.WIB));
    }
  }

  private Read read(Context ctx) {
    String number = CommitmentPages.number(ctx);
    return db.as(Reader.of(ctx).viewer(), tx -> Read.of(tx, commitments, acts, number));
  }

  void askAgain(Context ctx) {
    Read read = read(ctx);
    writeAgain(ctx, OK, CommitmentForm.filled(read.history().latest().terms()), read, "");
  }

  private void writeAgain(Context ctx, HttpStatus status, Form form, Read read, String refusal) {
    Words words = Reader.of(ctx).words();
    String number = read.commitment().number();
    Controls controls = new Controls(words, form, "commitment.form.");
    List<Control> all = new ArrayList<>();
    all.add(controls.of(Kind.AREA, "reason", true));
    all.addAll(CommitmentForm.controls(words, form, read.kind()));
    pages.show(
        ctx,
        status,
        "commitments/write",
        new WriteCommitmentPage(
            words.say("commitment.revise.title", number),
            CommitmentPages.back(words, number),
            words.say(
                read.history().open().isPresent()
                    ? "commitment.revise.about.open"
                    : "commitment.revise.about",
                read.history().latest().number()),
            "",
            refusal,
            "/commitments/" + number + "/versions",
            false,
            false,
            List.of(new Hidden("version", Integer.toString(read.commitment().version()))),
            all,
            words.say("commitment.revise.save"),
            form.errors(words)));
  }

  void revise(Context ctx) {
    Form form = Form.of(ctx);
    Read read = read(ctx);
    String number = read.commitment().number();
    form.need("reason", "commitment.fault.reason", MOST_REASON);
    Words words = Reader.of(ctx).words();
    Terms terms = CommitmentForm.terms(words, form, read.kind(), read.today());
    if (!form.isGood()) {
      writeAgain(ctx, UNPROCESSABLE_CONTENT, form, read, "");
      return;
    }
    try {
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> {
            revise.run(tx, form.act(), number, form.version(), terms, form.text("reason"));
            return number;
          },
          (tx, done) -> number);
    } catch (RuleBroken e) {
      writeAgain(ctx, CONFLICT, form, read, words.say(e.key(), e.arguments().toArray()));
      return;
    } catch (Stale e) {
      writeAgain(ctx, CONFLICT, form, read(ctx), words.say("commitment.revise.stale"));
      return;
    }
    Flash.say(ctx, "commitment.revise.done");
    ctx.redirect("/commitments/" + number, SEE_OTHER);
  }
}
