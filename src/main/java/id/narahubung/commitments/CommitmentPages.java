package id.narahubung.commitments;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.commitments.Commitment.History;
import id.narahubung.commitments.Commitment.Version;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.text.Words;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage.Hidden;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One commitment as both sides see it, and what is done to it without a long form. */
public final class CommitmentPages {

  private static final int MOST_REASON = 4_000;

  /** So many reports stand on the page; all of them count. */
  private static final int MOST_REPORTS = 50;

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final CommitmentStore commitments;
  private final CommitmentHistoryStore histories;
  private final OriginStore origins;
  private final MinderStore minders = new MinderStore();
  private final CommitmentActs acts;
  private final Commands commands;
  private final WhatWasCounted counted;

  /** The acts themselves. */
  record Commands(
      SignCommitment sign,
      TakeOnCommitment takeOn,
      NameOwner name,
      RefuseVersion refuse,
      CancelCommitment cancel,
      TakeBackCancel takeBackCancel) {}

  CommitmentPages(
      Database db,
      Pages pages,
      Once once,
      CommitmentStore commitments,
      CommitmentHistoryStore histories,
      OriginStore origins,
      CommitmentActs acts,
      Commands commands,
      WhatWasCounted counted) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.commitments = commitments;
    this.histories = histories;
    this.origins = origins;
    this.acts = acts;
    this.commands = commands;
    this.counted = counted;
  }

  /** The number in the path; what is none is a commitment that does not exist. */
  static String number(Context ctx) {
    String number = ctx.pathParam("commitment");
    if (!number.matches("KM-\\d{4}-\\d{4,9}")) {
      throw new NotFound("commitment");
    }
    return number;
  }

  void show(Context ctx) {
    show(ctx, OK, "");
  }

  private void show(Context ctx, HttpStatus status, String refusal) {
    Reader reader = Reader.of(ctx);
    String number = number(ctx);
    Form query = Form.ofQuery(ctx);
    Optional<Long> before =
        query.has("before") ? Optional.of(query.id("before")) : Optional.empty();
    CommitmentRead read = db.as(reader.viewer(), tx -> read(tx, reader.words(), number, before));
    pages.show(
        ctx,
        status,
        "commitments/show",
        new CommitmentPageMaker(reader.words(), reader.viewer(), read).page(refusal));
  }

  private CommitmentRead read(Tx tx, Words words, String number, Optional<Long> before) {
    Commitment of = commitments.fetch(tx, number);
    List<Commitment.Report> reports = histories.reports(tx, of, before, MOST_REPORTS + 1);
    List<Commitment.Found> findings = histories.findings(tx, of);
    return new CommitmentRead(
        of,
        histories.history(tx, of),
        acts.kind(tx, of),
        histories.series(tx, of),
        reports.subList(0, Math.min(MOST_REPORTS, reports.size())),
        histories.countReports(tx, of),
        reports.size() > MOST_REPORTS,
        findings,
        counted.of(
            tx,
            words,
            findings.stream().flatMap(each -> each.verificationNumber().stream()).toList()),
        histories.lastMeasure(tx, of),
        origins.of(tx, of),
        of.standing().stage() != CommitmentStage.CANCELLED
                && tx.viewer().may(Permission.SIGN_COMMITMENTS)
            ? minders.all(tx)
            : List.of(),
        LocalDate.ofInstant(tx.now(), Words.WIB));
  }

  void sign(Context ctx) {
    String number = number(ctx);
    Form form = Form.of(ctx);
    if (!form.has("read")) {
      show(ctx, UNPROCESSABLE_CONTENT, Reader.of(ctx).words().say("sign.refused.unread"));
      return;
    }
    act(
        ctx,
        form,
        tx -> {
          commitments.fetch(tx, number);
          commands.sign().run(tx, form.act(), number, form.version());
        },
        "commitment.sign.done");
  }

  /** The viewer, or whom the viewer names. */
  void takeOn(Context ctx) {
    String number = number(ctx);
    Form form = Form.of(ctx);
    if (form.text("person").isEmpty()) {
      act(
          ctx,
          form,
          tx -> commands.takeOn().run(tx, form.act(), number),
          "commitment.take_on.done");
    } else {
      long person = form.id("person");
      act(
          ctx,
          form,
          tx -> commands.name().run(tx, form.act(), number, person),
          "commitment.name.done");
    }
  }

  void takeBackCancel(Context ctx) {
    String number = number(ctx);
    Form form = Form.of(ctx);
    act(
        ctx,
        form,
        tx -> commands.takeBackCancel().run(tx, form.act(), number),
        "commitment.cancel_taken_back.done");
  }

  /** Says why it was not done on the page it was done from. */
  private void act(Context ctx, Form form, Consumer<Tx> work, String done) {
    try {
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> {
            work.accept(tx);
            return true;
          },
          (tx, first) -> true);
    } catch (RuleBroken e) {
      show(ctx, CONFLICT, Reader.of(ctx).words().say(e.key(), e.arguments().toArray()));
      return;
    }
    Flash.say(ctx, done);
    ctx.redirect("/commitments/" + number(ctx), SEE_OTHER);
  }

  /** What a side is about to say no to. */
  private record Ending(Commitment of, History history) {

    /** The version whose text is read; none where there is nothing to say no to. */
    Optional<Version> read(EndAct act) {
      return act == EndAct.REFUSE ? history.open() : history.inForce();
    }
  }

  private Ending ending(Context ctx) {
    String number = number(ctx);
    return db.as(
        Reader.of(ctx).viewer(),
        tx -> {
          Commitment of = commitments.fetch(tx, number);
          return new Ending(of, histories.history(tx, of));
        });
  }

  /** Refuses what cannot be done now before anybody types. */
  void ask(Context ctx, EndAct act) {
    Ending ending = ending(ctx);
    if (ending.read(act).isEmpty()) {
      throw new RuleBroken(
          act == EndAct.REFUSE ? "commitment.refused.no_open" : "commitment.refused.not_agreed");
    }
    if (act == EndAct.CANCEL && ending.history().isCancelledFor(Reader.of(ctx).viewer().side())) {
      throw new RuleBroken("commitment.refused.cancel_told");
    }
    if (act == EndAct.CANCEL && ending.history().hasCancelled(Reader.of(ctx).viewer())) {
      throw new RuleBroken("commitment.refused.cancel_second_hand");
    }
    ask(ctx, OK, act, Form.empty(), ending, "");
  }

  void end(Context ctx, EndAct act) {
    String number = number(ctx);
    Form form = Form.of(ctx);
    form.need("reason", "commitment.fault.reason", MOST_REASON);
    if (!form.isGood()) {
      ask(ctx, UNPROCESSABLE_CONTENT, act, form, ending(ctx), "");
      return;
    }
    try {
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> {
            commitments.fetch(tx, number);
            int read = form.version();
            switch (act) {
              case REFUSE ->
                  commands.refuse().run(tx, form.act(), number, read, form.text("reason"));
              case CANCEL ->
                  commands.cancel().run(tx, form.act(), number, read, form.text("reason"));
            }
            return true;
          },
          (tx, first) -> true);
    } catch (RuleBroken e) {
      String refusal = Reader.of(ctx).words().say(e.key(), e.arguments().toArray());
      ask(ctx, CONFLICT, act, form, ending(ctx), refusal);
      return;
    }
    Flash.say(ctx, "commitment." + act.code() + ".done");
    ctx.redirect("/commitments/" + number, SEE_OTHER);
  }

  /**
   * With the text it is about: after a refusal the one of now, for which the reason still waits.
   */
  private void ask(
      Context ctx, HttpStatus status, EndAct act, Form form, Ending ending, String refusal) {
    Words words = Reader.of(ctx).words();
    String number = number(ctx);
    Version read = ending.read(act).orElseGet(ending.history()::latest);
    String carried =
        status == UNPROCESSABLE_CONTENT ? form.text("version") : Integer.toString(read.number());
    String about = "commitment." + act.code() + ".about";
    boolean twoPeople = act == EndAct.CANCEL && ending.history().cancelsNeeded(Side.MINISTRY) > 1;
    Controls controls = new Controls(words, form, "commitment.form.");
    pages.show(
        ctx,
        status,
        "commitments/write",
        new WriteCommitmentPage(
            words.say("commitment." + act.code() + ".title", number),
            back(words, number),
            words.say(twoPeople ? about + ".two_hands" : about),
            quoted(ending, carried).orElse(read).terms().text(),
            refusal,
            List.of(),
            "/commitments/" + number + "/" + act.path(),
            false,
            false,
            List.of(new Hidden("version", carried)),
            List.of(controls.of(Kind.AREA, "reason", true)),
            words.say("commitment." + act.code() + ".save"),
            form.errors(words)));
  }

  /** The version that was read, which the form carries on. */
  private static Optional<Version> quoted(Ending ending, String carried) {
    return ending.history().versions().stream()
        .filter(each -> Integer.toString(each.number()).equals(carried))
        .findFirst();
  }

  static Link back(Words words, String number) {
    return new Link("/commitments/" + number, words.say("commitment.back", number));
  }
}
