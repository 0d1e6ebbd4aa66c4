package id.narahubung.commitments;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.RuleBroken;
import id.narahubung.commitments.Commitment.Piece;
import id.narahubung.data.Database;
import id.narahubung.evidence.FilePages;
import id.narahubung.evidence.FilesForm;
import id.narahubung.ledger.Once;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.Pages;
import id.narahubung.web.PathId;
import id.narahubung.web.Reader;
import id.narahubung.web.Upload;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports of progress with the files that prove them, and those files handed out. */
public final class ReportPages {

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final CommitmentStore commitments;
  private final CommitmentHistoryStore histories;
  private final CommitmentActs acts;
  private final FilePages files;
  private final ReportProgress report;

  /** What the pages read from. */
  record Stores(
      CommitmentStore commitments,
      CommitmentHistoryStore histories,
      CommitmentActs acts,
      FilePages files) {}

  ReportPages(Database db, Pages pages, Once once, Stores stores, ReportProgress report) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.commitments = stores.commitments();
    this.histories = stores.histories();
    this.acts = stores.acts();
    this.files = stores.files();
    this.report = report;
  }

  /**
   * What the form is about.
   *
   * @param terms of the version that counts
   */
  private record Read(Commitment commitment, CommitmentKind kind, Terms terms, LocalDate today) {}

  private Read read(Context ctx) {
    String number = CommitmentPages.number(ctx);
    return db.as(
        Reader.of(ctx).viewer(),
        tx -> {
          Commitment of = commitments.fetch(tx, number);
          Commitment.History history = histories.history(tx, of);
          return new Read(
              of,
              acts.kind(tx, of),
              history.inForce().orElseGet(history::latest).terms(),
              LocalDate.ofInstant(tx.now(), Words.WIB));
        });
  }

  /** Refuses what cannot be reported on before anybody types. */
  void ask(Context ctx) {
    Read read = read(ctx);
    switch (read.commitment().standing().stage()) {
      case PROPOSED -> throw new RuleBroken("commitment.refused.not_agreed");
      case CANCELLED -> throw new RuleBroken("commitment.refused.cancelled");
      case AGREED -> {
        Form form =
            Form.empty()
                .with("as_of", List.of(read.today().toString()))
                .with("claims_met", List.of("no"));
        show(ctx, OK, form, read, "");
      }
    }
  }

  private void show(Context ctx, HttpStatus status, Form form, Read read, String refusal) {
    Words words = Reader.of(ctx).words();
    String number = read.commitment().number();
    Controls controls = new Controls(words, form, "commitment.report.");
    List<Control> all = new ArrayList<>();
    if (read.kind().direction() != CommitmentKind.Direction.DONE) {
      all.add(
          controls.of(
              Kind.TEXT,
              "value",
              words.say("commitment.report.value", read.kind().unit().map(words::label).orElse("")),
              true,
              List.of()));
    }
    all.add(controls.of(Kind.DATE, "as_of", true));
    all.add(
        controls.of(Kind.AREA, "note", read.kind().direction() == CommitmentKind.Direction.DONE));
    if (!read.kind().selfMeasured()) {
      all.add(
          new Controls(words, form, "commitment.form.")
              .of(
                  Kind.RADIOS,
                  "claims_met",
                  true,
                  CommitmentForm.yesOrNo(words, controls, "claims_met")));
    }
    all.add(controls.of(Kind.DATE, "evidence_on", false));
    all.add(controls.of(Kind.DATE, "evidence_until", false));
    pages.show(
        ctx,
        status,
        "commitments/write",
        new WriteCommitmentPage(
            words.say("commitment.report.title", number),
            CommitmentPages.back(words, number),
            words.say("commitment.report.about", words.label(read.kind().proof())),
            read.commitment().text(),
            refusal,
            List.of(),
            "/commitments/" + number + "/reports",
            false,
            true,
            List.of(),
            all,
            words.say("commitment.report.save"),
            form.errors(words)));
  }

  void report(Context ctx) {
    Read read = read(ctx);
    Form form = Form.of(ctx);
    ReportGiven given = given(form, read, Upload.all(ctx, FilesForm.FIELD).size());
    String number = read.commitment().number();
    try (FilesForm sent =
        FilesForm.of(ctx, form, ReportProgress.MOST_FILES, "commitment.fault.files")) {
      if (!form.isGood()) {
        show(ctx, UNPROCESSABLE_CONTENT, form, read, "");
        return;
      }
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> {
            report.run(tx, form.act(), number, given, sent.files());
            return number;
          },
          (tx, done) -> number);
    } catch (RuleBroken e) {
      String refusal = Reader.of(ctx).words().say(e.key(), e.arguments().toArray());
      show(ctx, CONFLICT, form, read, refusal);
      return;
    }
    Flash.say(
        ctx,
        given.claims(read.commitment().standing())
            ? "commitment.report.claimed"
            : "commitment.report.done");
    ctx.redirect("/commitments/" + read.commitment().number(), SEE_OTHER);
  }

  private static ReportGiven given(Form form, Read read, int files) {
    Optional<LocalDate> asOf = form.date("as_of");
    if (asOf.isEmpty()) {
      form.refuse("as_of", "commitment.fault.as_of");
    }
    ReportGiven given =
        new ReportGiven(
            CommitmentForm.number(form, "value"),
            asOf.orElseGet(read::today),
            form.text("note"),
            CommitmentForm.isYes(form, "claims_met"),
            form.date("evidence_on"),
            form.date("evidence_until"));
    given
        .faults(read.kind(), read.terms(), files, read.today())
        .forEach(fault -> form.refuse(fault.field(), fault.key(), fault.arguments().toArray()));
    return given;
  }

  /** The file as it came: whoever reads the report reads what proves it. */
  void download(Context ctx) {
    Piece piece = piece(ctx);
    files.original(ctx, piece.file(), piece.name());
  }

  /** A copy of a picture without its metadata, to be looked at. */
  void picture(Context ctx) {
    files.picture(ctx, piece(ctx).file());
  }

  private Piece piece(Context ctx) {
    long piece = PathId.of(ctx, "evidence");
    String number = CommitmentPages.number(ctx);
    return db.as(
        Reader.of(ctx).viewer(), tx -> histories.file(tx, commitments.fetch(tx, number), piece));
  }
}
