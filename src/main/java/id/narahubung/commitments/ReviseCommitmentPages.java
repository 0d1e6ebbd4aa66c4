package id.narahubung.commitments;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.RuleBroken;
import id.narahubung.access.Stale;
import id.narahubung.commitments.Commitment.History;
import id.narahubung.data.Database;
import id.narahubung.ledger.Once;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage;
import id.narahubung.web.FormPage.Hidden;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writing a further version of a commitment. */
public final class ReviseCommitmentPages {

  private static final int MOST_REASON = 4_000;

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final CommitmentStore commitments;
  private final CommitmentHistoryStore histories;
  private final CommitmentActs acts;
  private final ReviseCommitment revise;

  ReviseCommitmentPages(
      Database db,
      Pages pages,
      Once once,
      WriteCommitmentPages.Stores stores,
      ReviseCommitment revise) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.commitments = stores.commitments();
    this.histories = stores.histories();
    this.acts = stores.acts();
    this.revise = revise;
  }

  /** A commitment about to be revised. */
  private record Read(
      Commitment commitment, History history, CommitmentKind kind, LocalDate today) {

    Form stands() {
      return CommitmentForm.filled(history.latest().terms());
    }
  }

  private Read read(Context ctx) {
    String number = CommitmentPages.number(ctx);
    return db.as(
        Reader.of(ctx).viewer(),
        tx -> {
          Commitment of = commitments.fetch(tx, number);
          return new Read(
              of,
              histories.history(tx, of),
              acts.kind(tx, of),
              LocalDate.ofInstant(tx.now(), Words.WIB));
        });
  }

  /** Refuses what cannot be revised before anybody types. */
  void ask(Context ctx) {
    Read read = read(ctx);
    if (read.commitment().standing().stage() == CommitmentStage.CANCELLED) {
      throw new RuleBroken("commitment.refused.cancelled");
    }
    show(
        ctx,
        OK,
        wanted(read.stands(), Form.ofQuery(ctx), read.today()),
        read,
        Answer.of(Integer.toString(read.commitment().version())));
  }

  /**
   * What stands, with the new due day and the reason that whoever sent the reader here knows; a day
   * that has passed since is nobody's any more.
   */
  private static Form wanted(Form stands, Form query, LocalDate today) {
    Form form = stands;
    if (query.has("reason")) {
      form = form.with("reason", List.of(query.text("reason")));
    }
    if (query.has("due_on")) {
      boolean passed = query.date("due_on").filter(day -> day.isBefore(today)).isPresent();
      form = form.with("due_on", List.of(passed ? "" : query.text("due_on")));
    }
    return form;
  }

  /**
   * What comes back with a form.
   *
   * @param version of the commitment that the form goes on from: the one its writer read, until
   *     they were told what changed
   * @param refusal why it was not done as a whole; empty where nobody tried
   * @param meanwhile what stands now where something else was typed
   */
  private record Answer(String version, String refusal, List<String> meanwhile) {

    static Answer of(String version) {
      return new Answer(version, "", List.of());
    }
  }

  private void show(Context ctx, HttpStatus status, Form form, Read read, Answer answer) {
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
            answer.refusal(),
            answer.meanwhile(),
            "/commitments/" + number + "/versions",
            false,
            false,
            List.of(new Hidden("version", answer.version())),
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
    Terms terms =
        CommitmentForm.terms(
            words,
            form,
            read.kind(),
            read.today(),
            read.history().inForce().map(each -> each.terms().dueOn()));
    String version = form.text("version");
    if (!form.isGood()) {
      show(ctx, UNPROCESSABLE_CONTENT, form, read, Answer.of(version));
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
      String refusal = words.say(e.key(), e.arguments().toArray());
      show(ctx, CONFLICT, form, read, new Answer(version, refusal, List.of()));
      return;
    } catch (Stale e) {
      Read now = read(ctx);
      show(
          ctx,
          CONFLICT,
          form,
          now,
          new Answer(
              Integer.toString(now.commitment().version()),
              words.say("commitment.revise.stale"),
              FormPage.differences(
                  CommitmentForm.controls(words, form, now.kind()),
                  CommitmentForm.controls(words, now.stands(), now.kind()))));
      return;
    }
    Flash.say(ctx, "commitment.revise.done");
    ctx.redirect("/commitments/" + number, SEE_OTHER);
  }
}
