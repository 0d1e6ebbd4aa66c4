package id.narahubung.commitments;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.Commitment.History;
import id.narahubung.commitments.Commitment.Version;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.evidence.FileKind;
import id.narahubung.ledger.By;
import id.narahubung.ledger.Once;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.rules.CommitmentField;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.text.Words;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** One commitment as both sides see it, and what is done to it without a long form. */
public final class CommitmentPages {

  private static final int MOST_REASON = 4_000;

  /** So many reports stand on the page; all of them count. */
  private static final int MOST_REPORTS = 50;

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final CommitmentStore commitments;
  private final CommitmentActs acts;
  private final Commands commands;

  /** The acts themselves. */
  record Commands(
      SignCommitment sign,
      TakeOnCommitment takeOn,
      RefuseVersion refuse,
      CancelCommitment cancel) {}

  CommitmentPages(
      Database db,
      Pages pages,
      Once once,
      CommitmentStore commitments,
      CommitmentActs acts,
      Commands commands) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.commitments = commitments;
    this.acts = acts;
    this.commands = commands;
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
    pages.show(
        ctx,
        status,
        "commitments/show",
        db.as(
            reader.viewer(),
            tx -> {
              Commitment of = commitments.fetch(tx, number);
              return new Drawing(
                      reader.words(),
                      reader.viewer(),
                      of,
                      commitments.history(tx, of),
                      acts.kind(tx, of),
                      LocalDate.ofInstant(tx.now(), Words.WIB))
                  .page(refusal);
            }));
  }

  void sign(Context ctx) {
    String number = number(ctx);
    Form form = Form.of(ctx);
    act(
        ctx,
        form,
        tx -> {
          commitments.fetch(tx, number);
          commands.sign().run(tx, form.act(), number, form.version());
        },
        "commitment.sign.done");
  }

  void takeOn(Context ctx) {
    String number = number(ctx);
    Form form = Form.of(ctx);
    act(ctx, form, tx -> commands.takeOn().run(tx, form.act(), number), "commitment.take_on.done");
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

  /** Refuses what cannot be done now before anybody types. */
  void ask(Context ctx, EndAct act) {
    Reader reader = Reader.of(ctx);
    String number = number(ctx);
    History history =
        db.as(reader.viewer(), tx -> commitments.history(tx, commitments.fetch(tx, number)));
    if (act == EndAct.REFUSE && history.open().isEmpty()) {
      throw new RuleBroken("commitment.refused.no_open");
    }
    if (act == EndAct.CANCEL && history.inForce().isEmpty()) {
      throw new RuleBroken("commitment.refused.not_agreed");
    }
    if (act == EndAct.CANCEL && history.cancelOf(reader.viewer().side()).isPresent()) {
      throw new RuleBroken("commitment.refused.cancel_told");
    }
    ask(ctx, OK, act, Form.empty(), "");
  }

  void end(Context ctx, EndAct act) {
    String number = number(ctx);
    Form form = Form.of(ctx);
    form.need("reason", "commitment.fault.reason", MOST_REASON);
    if (!form.isGood()) {
      ask(ctx, UNPROCESSABLE_CONTENT, act, form, "");
      return;
    }
    try {
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> {
            switch (act) {
              case REFUSE -> commands.refuse().run(tx, form.act(), number, form.text("reason"));
              case CANCEL -> commands.cancel().run(tx, form.act(), number, form.text("reason"));
            }
            return true;
          },
          (tx, first) -> true);
    } catch (RuleBroken e) {
      ask(ctx, CONFLICT, act, form, Reader.of(ctx).words().say(e.key(), e.arguments().toArray()));
      return;
    }
    Flash.say(ctx, "commitment." + act.code() + ".done");
    ctx.redirect("/commitments/" + number, SEE_OTHER);
  }

  private void ask(Context ctx, HttpStatus status, EndAct act, Form form, String refusal) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    String number = number(ctx);
    Commitment of = db.as(reader.viewer(), tx -> commitments.fetch(tx, number));
    Controls controls = new Controls(words, form, "commitment.form.");
    pages.show(
        ctx,
        status,
        "commitments/write",
        new WriteCommitmentPage(
            words.say("commitment." + act.code() + ".title", number),
            back(words, number),
            words.say("commitment." + act.code() + ".about"),
            of.text(),
            refusal,
            "/commitments/" + number + "/" + act.path(),
            false,
            false,
            List.of(),
            List.of(controls.of(Kind.AREA, "reason", true)),
            words.say("commitment." + act.code() + ".save"),
            form.errors(words)));
  }

  static Link back(Words words, String number) {
    return new Link("/commitments/" + number, words.say("commitment.back", number));
  }

  /** One page, drawn from what was read. */
  private record Drawing(
      Words words,
      PersonViewer viewer,
      Commitment of,
      History history,
      CommitmentKind rules,
      LocalDate today) {

    CommitmentPage page(String refusal) {
      CommitmentWording wording = new CommitmentWording(words);
      CommitmentState state = of.state(today);
      Version counts = history.inForce().orElseGet(history::latest);
      return new CommitmentPage(
          words.label(of.kind().label()) + " – " + of.of().platform(),
          of.number(),
          new Link(
              "/platforms/" + of.of().platformId() + "/commitments",
              words.say("commitments.set.title", of.of().platform())),
          refusal,
          wording.word(state),
          wording.marks(state),
          words.say("commitment.next." + state.word().code(), words.date(of.standing().dueOn())),
          mayTakeOn(),
          actions(),
          open(wording),
          history.inForce().isPresent() || history.open().isEmpty(),
          words.say(
              history.inForce().isPresent() ? "commitment.in_force" : "commitment.not_in_force",
              counts.number()),
          counts.terms().text(),
          wording.facts(of.kind(), rules, counts.terms()),
          standing(wording),
          CommitmentPlot.of(words, of, history),
          history.reports().reversed().stream()
              .limit(MOST_REPORTS)
              .map(each -> report(wording, each))
              .toList(),
          history.reports().size() > MOST_REPORTS
              ? words.say("commitment.reports.newest", MOST_REPORTS, history.reports().size())
              : "",
          history.findings().reversed().stream().map(each -> found(wording, each)).toList(),
          history.versions().size() > 1 ? Optional.of(versions(wording)) : Optional.empty(),
          timeline(wording));
    }

    private boolean isCancelled() {
      return of.standing().stage() == CommitmentStage.CANCELLED;
    }

    private boolean mayTakeOn() {
      return !isCancelled()
          && viewer.may(Permission.MIND_COMMITMENTS)
          && history
              .ownerOf(viewer.side())
              .filter(owner -> owner.personId() == viewer.personId())
              .isEmpty();
    }

    private List<Link> actions() {
      List<Link> actions = new ArrayList<>();
      boolean agreed = of.standing().stage() == CommitmentStage.AGREED;
      if (agreed && viewer.may(Permission.REPORT_PROGRESS)) {
        actions.add(link("reports/new", "report"));
      }
      if (agreed && viewer.may(Permission.RECORD_VERIFICATIONS)) {
        actions.add(
            new Link(
                "/verifications/new?commitment=" + of.number(), words.say("verifications.offer")));
      }
      if (!isCancelled() && viewer.may(Permission.PROPOSE_COMMITMENTS)) {
        actions.add(link("versions/new", "revise"));
      }
      if (viewer.may(Permission.SIGN_COMMITMENTS)) {
        if (history.open().isPresent() && !isCancelled()) {
          actions.add(link(EndAct.REFUSE.path(), EndAct.REFUSE.code()));
        }
        if (agreed && history.cancelOf(viewer.side()).isEmpty()) {
          actions.add(link(EndAct.CANCEL.path(), EndAct.CANCEL.code()));
        }
      }
      return actions;
    }

    private Link link(String path, String key) {
      return new Link(
          "/commitments/" + of.number() + "/" + path, words.say("commitment." + key + ".link"));
    }

    private Optional<CommitmentPage.Open> open(CommitmentWording wording) {
      return history
          .open()
          .filter(version -> !isCancelled())
          .map(
              version ->
                  new CommitmentPage.Open(
                      version.number(),
                      words.say("commitment.open", version.number()),
                      version.terms().text(),
                      wording.facts(of.kind(), rules, version.terms()),
                      before(version)
                          .map(last -> wording.changes(of.kind(), rules, last, version))
                          .orElse(List.of()),
                      version.reason(),
                      Stream.of(Side.values())
                          .map(side -> signature(wording, version, side))
                          .toList(),
                      version.signatureOf(viewer.side()).isEmpty()
                          && viewer.may(Permission.SIGN_COMMITMENTS)));
    }

    private Optional<Version> before(Version version) {
      return history.versions().stream()
          .filter(each -> each.number() == version.number() - 1)
          .findFirst();
    }

    private Fact signature(CommitmentWording wording, Version version, Side side) {
      return new Fact(
          wording.side(side),
          version
              .signatureOf(side)
              .map(each -> each.by().told(words) + ", " + words.instant(each.at()))
              .orElseGet(() -> words.say("commitment.unsigned")));
    }

    private List<Fact> standing(CommitmentWording wording) {
      Standing standing = of.standing();
      List<Fact> facts = new ArrayList<>();
      facts.add(new Fact(words.say("commitment.source"), wording.source(of)));
      facts.add(
          new Fact(
              words.say("commitment.reported"),
              standing
                  .reported()
                  .map(each -> valueOf(wording, each.value(), each.asOf()))
                  .orElseGet(() -> words.say("commitment.reported.none"))));
      facts.add(
          new Fact(
              words.say("commitment.verified"),
              standing
                  .verifiedOn()
                  .map(on -> valueOf(wording, standing.verifiedValue(), on))
                  .orElseGet(() -> words.say("commitment.verified.none"))));
      standing
          .validUntil()
          .ifPresent(
              until -> facts.add(new Fact(words.say("commitment.valid_until"), words.date(until))));
      facts.add(new Fact(words.say("commitment.evidence"), evidence(standing.evidence())));
      facts.add(new Fact(words.say("commitment.proof"), words.label(rules.proof())));
      for (Side side : Side.values()) {
        facts.add(
            new Fact(
                words.say("commitment.owner." + side.name().toLowerCase(Locale.ROOT)),
                history
                    .ownerOf(side)
                    .map(owner -> owner.who().told(words))
                    .orElseGet(() -> words.say("commitment.owner.none"))));
      }
      if (!history.measures().isEmpty()) {
        Commitment.Measure last = history.measures().getLast();
        facts.add(
            new Fact(
                words.say("commitment.measured"),
                words.say(
                    "commitment.measured.share",
                    wording.value(last.value(), of.kind().unit()),
                    last.numerator(),
                    last.denominator(),
                    words.date(last.onDay()))));
      }
      return facts;
    }

    private String valueOf(CommitmentWording wording, Optional<BigDecimal> value, LocalDate on) {
      return value
          .map(
              each ->
                  words.say(
                      "commitment.value_of", wording.value(each, of.kind().unit()), words.date(on)))
          .orElseGet(() -> words.date(on));
    }

    private String evidence(Standing.Proof proof) {
      if (proof.files() == 0) {
        return words.say("commitment.evidence.none");
      }
      String files = words.say("commitment.evidence.files", proof.files());
      String on =
          proof.on().map(day -> words.say("commitment.evidence.on", words.date(day))).orElse("");
      String until =
          proof
              .until()
              .map(day -> words.say("commitment.evidence.until", words.date(day)))
              .orElse("");
      return Stream.of(files, on, until)
          .filter(each -> !each.isEmpty())
          .reduce((a, b) -> a + ", " + b)
          .orElseThrow();
    }

    private CommitmentPage.Report report(CommitmentWording wording, Commitment.Report each) {
      Standing.Proof proof =
          new Standing.Proof(each.files().size(), each.evidenceOn(), each.evidenceUntil());
      return new CommitmentPage.Report(
          words.date(each.asOf()),
          wording.value(each.value(), of.kind().unit()),
          each.claimsMet(),
          each.note(),
          each.files().isEmpty() ? "" : evidence(proof),
          each.by().told(words) + ", " + words.instant(each.at()),
          each.files().stream()
              .map(
                  file ->
                      new CommitmentPage.File(
                          piece(file) + "/file",
                          file.name(),
                          words.say(
                              "commitment.file.about",
                              file.kind().toUpperCase(Locale.ROOT),
                              (file.size() + 1023) / 1024),
                          FileKind.valueOf(file.kind().toUpperCase(Locale.ROOT)).isPicture()
                              ? piece(file) + "/picture"
                              : ""))
              .toList());
    }

    private String piece(Commitment.Piece file) {
      return "/commitments/" + of.number() + "/evidence/" + file.id();
    }

    private CommitmentPage.Found found(CommitmentWording wording, Commitment.Found each) {
      String css =
          switch (each.result()) {
            case PASS -> "found";
            case PARTLY -> "found partly";
            case FAIL -> "found up";
            case UNCHECKED -> "found unchecked";
          };
      return new CommitmentPage.Found(
          words.date(each.asOf()),
          new Tag(words.say("commitment.result." + each.result().code()), css, ""),
          wording.value(each.value(), of.kind().unit()),
          each.findings(),
          wording.date(each.validUntil()),
          Stream.of(
                  each.verificationNumber().orElse(""),
                  each.by().told(words),
                  words.instant(each.at()))
              .filter(part -> !part.isEmpty())
              .reduce((a, b) -> a + ", " + b)
              .orElseThrow());
    }

    private CommitmentPage.Versions versions(CommitmentWording wording) {
      List<Version> all = history.versions();
      List<CommitmentPage.Column> columns = new ArrayList<>();
      for (Version each : all) {
        columns.add(
            new CommitmentPage.Column(
                words.say("commitment.version", each.number()),
                versionState(each),
                wording.told(each.ofSide(), each.by(), each.at()),
                each.reason(),
                before(each)
                    .map(last -> wording.changes(of.kind(), rules, last, each))
                    .orElse(List.of())));
      }
      List<CommitmentPage.Row> rows = new ArrayList<>();
      rows.add(row("commitment.text", all, version -> version.terms().text()));
      if (of.kind().direction() != CommitmentKind.Direction.DONE) {
        rows.add(
            row(
                "commitment.baseline",
                all,
                version -> wording.value(version.terms().baseline(), of.kind().unit())));
        rows.add(
            row(
                "commitment.target",
                all,
                version -> wording.value(version.terms().target(), of.kind().unit())));
        rows.add(
            row(
                "commitment.milestones",
                all,
                version -> wording.milestones(version.terms(), of.kind().unit())));
      }
      rows.add(row("commitment.due_on", all, version -> words.date(version.terms().dueOn())));
      rows.add(
          row(
              "commitment.grace_days",
              all,
              version -> words.say("commitment.days", version.terms().graceDays())));
      rows.add(
          row("commitment.condition", all, version -> wording.yes(version.terms().condition())));
      for (CommitmentField field : rules.fields()) {
        rows.add(
            new CommitmentPage.Row(
                words.label(field.label()),
                cells(
                    all,
                    version ->
                        Optional.ofNullable(version.terms().fields().get(field.code()))
                            .map(value -> wording.field(field, value))
                            .orElse("–"))));
      }
      return new CommitmentPage.Versions(
          columns,
          rows.stream()
              .filter(row -> row.cells().stream().anyMatch(cell -> !cell.text().equals("–")))
              .toList());
    }

    private Tag versionState(Version each) {
      if (each.refusal().isPresent()) {
        return new Tag(words.say("commitment.version.refused"), "withdrawn", "");
      }
      if (each.isInForce()) {
        boolean counts = of.standing().inForce().filter(now -> now == each.number()).isPresent();
        return counts
            ? new Tag(words.say("commitment.version.in_force"), "good", "")
            : new Tag(words.say("commitment.version.replaced"), "", "");
      }
      return each.number() == of.standing().latest()
          ? new Tag(words.say("commitment.version.open"), "info", "")
          : new Tag(words.say("commitment.version.unsigned"), "", "");
    }

    private CommitmentPage.Row row(
        String key, List<Version> versions, Function<Version, String> says) {
      return new CommitmentPage.Row(words.say(key), cells(versions, says));
    }

    private static List<CommitmentPage.Cell> cells(
        List<Version> versions, Function<Version, String> says) {
      List<CommitmentPage.Cell> cells = new ArrayList<>();
      for (Version each : versions) {
        String said = says.apply(each);
        String text = said.isEmpty() ? "–" : said;
        boolean changed = !cells.isEmpty() && !cells.getLast().text().equals(text);
        cells.add(new CommitmentPage.Cell(text, changed));
      }
      return cells;
    }

    /** A line and when it was, to be sorted. */
    private record Told(Instant at, CommitmentPage.Entry entry) {}

    private List<CommitmentPage.Entry> timeline(CommitmentWording wording) {
      List<Told> told = new ArrayList<>();
      for (Version each : history.versions()) {
        String key = each.number() == 1 ? "proposed" : "revised";
        told.add(told(each.ofSide(), each.by(), each.at(), key, each.number()));
        each.signatures()
            .forEach(s -> told.add(told(s.ofSide(), s.by(), s.at(), "signed", each.number())));
        each.refusal()
            .ifPresent(
                r ->
                    told.add(
                        told(r.ofSide(), r.by(), r.at(), "refused", each.number(), r.reason())));
      }
      history
          .cancels()
          .forEach(c -> told.add(told(c.ofSide(), c.by(), c.at(), "cancelled", 0, c.reason())));
      history.owners().forEach(o -> told.add(told(o.ofSide(), o.by(), o.at(), "taken_on", 0)));
      List<Commitment.Report> newest =
          history
              .reports()
              .subList(
                  Math.max(0, history.reports().size() - MOST_REPORTS), history.reports().size());
      for (Commitment.Report each : newest) {
        told.add(
            told(
                Side.COMPANY,
                each.by(),
                each.at(),
                each.claimsMet() ? "claimed" : "reported",
                0,
                wording.value(each.value(), of.kind().unit())));
      }
      for (Commitment.Found each : history.findings()) {
        told.add(
            told(
                Side.MINISTRY,
                each.by(),
                each.at(),
                "found",
                0,
                words.say("commitment.result." + each.result().code())));
      }
      // Of acts at one instant the later one stands above, too.
      return told.reversed().stream()
          .sorted(Comparator.comparing(Told::at).reversed())
          .map(Told::entry)
          .toList();
    }

    private Told told(Side side, By by, Instant at, String key, int version) {
      return told(side, by, at, key, version, "");
    }

    private Told told(Side side, By by, Instant at, String key, int version, String more) {
      return new Told(
          at,
          new CommitmentPage.Entry(
              side.name().toLowerCase(Locale.ROOT),
              false,
              words.say("commitment.timeline." + key, version, more),
              new CommitmentWording(words).told(side, by, at),
              ""));
    }
  }
}
