package id.narahubung.decisions;

import static java.util.Objects.requireNonNull;

import id.narahubung.access.Permission;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.MadeHere;
import id.narahubung.ledger.By;
import id.narahubung.rules.RuleSet;
import id.narahubung.text.Label;
import id.narahubung.text.Words;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage.Link;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words a decision: from what was read of it to what its page shows. */
final class DecisionPageMaker {

  private static final int MOST_UNFOLDED = 3;

  private final Words words;
  private final DecisionWording wording;

  DecisionPageMaker(Words words) {
    this.words = words;
    this.wording = new DecisionWording(words);
  }

  /**
   * What was read for the page, in one transaction.
   *
   * @param dossier as it is now, or as the signer saw it
   * @param sha256 of what the signer saw; empty before it is signed
   * @param last the look that this one is compared with, while it is open
   * @param tasks of the breaks that the reader may look into
   * @param proposers who proposed the waivers that wait, with the loans they went by
   * @param turn when access comes to stand otherwise by itself
   * @param asked the request to open again that waits for it, while it is open
   * @param checks the steps that were planned from it, as far as the reader sees them
   * @param commitments that it led to
   * @param beside others of the platform that are open, or signed and still to begin
   * @param superseded by what it stands no more, or never began
   * @param contested what the company says against it
   * @param asOf when it was signed, or now
   * @param readAt now, whenever it was signed
   */
  record Read(
      Decision decision,
      RuleSet rules,
      Dossier dossier,
      String sha256,
      Snapshot now,
      Optional<DecisionStore.Seen> last,
      List<Reviews.Task> tasks,
      Map<Long, By> proposers,
      Optional<AccessHistory.Turn> turn,
      Optional<Normalisation> asked,
      List<String> checks,
      List<MadeHere> commitments,
      List<Beside> beside,
      Optional<Superseded> superseded,
      ObjectionAct.Case contested,
      Instant asOf,
      Instant readAt) {}

  /**
   * The decision that came instead.
   *
   * @param since when it took the place; empty where it did before there was a place to take
   */
  record Superseded(String number, Optional<Instant> since) {}

  /** Another decision about the platform. */
  record Beside(DecisionRowStore.Row row, Label kind) {}

  DecisionPage make(Read read, PersonViewer viewer, Optional<Form> typed, String refusal) {
    Decision decision = read.decision();
    RuleSet set = read.rules();
    Dossier dossier = read.dossier();
    CarriedOut carriedOut = new CarriedOut(words, decision.executions());
    boolean open = decision.stage().isOpen();
    LocalDate today = LocalDate.ofInstant(read.asOf(), Words.WIB);
    Optional<DecisionPage.SignForm> sign =
        SigningForm.draw(words, viewer, set, decision, dossier, read.now().sha256(), typed);
    return new DecisionPage(
        title(set, decision),
        new Link("/platforms/" + decision.of().platformId(), decision.of().platform()),
        standing(decision, dossier),
        wording.stage(decision.stage()),
        refusal,
        open ? missing(dossier) : List.of(),
        open ? atAnyTime(set, decision) : "",
        words.say(
            decision.signature().isPresent()
                ? "decision.recommendation.prepared"
                : "decision.form.recommendation"),
        decision.content().recommendation(),
        open
            ? new IfNobodySigns(words)
                .sentence(dossier.status(), read.turn(), read.asked(), read.asOf())
            : "",
        changed(read, viewer),
        read.beside().stream().map(this::beside).toList(),
        read.superseded().map(this::superseded),
        wording.table(set.decisionKind(decision.content().kindCode()), open),
        cells(viewer, set, decision, dossier, today),
        open ? toSecond(read, viewer, today) : List.of(),
        new DecisionFacts(words).of(set, decision, UnaryOperator.identity()),
        Stream.concat(
                decision.content().links().stream().map(n -> new Link(Links.path(n), n)),
                read.checks().stream().map(n -> new Link("/verifications/" + n, n)))
            .toList(),
        dossier.words().stream()
            .map(
                each ->
                    new DecisionPage.Said(
                        each.about(), wording.signed(each.at(), each.by()), each.text()))
            .toList(),
        next(read),
        dossier.earlier().stream()
            .map(
                each ->
                    new DecisionPage.Earlier(
                        "/decisions/" + each.number(),
                        each.number(),
                        words.label(each.kind()) + ", " + words.instant(each.startsAt())))
            .toList(),
        words.say("decision.blocks", dossier.blocks()),
        WeeksPlot.of(words, dossier.weeks()),
        courses(dossier, today),
        read.commitments(),
        new ObjectionCard(words, viewer, read.contested()).draw(),
        questions(decision),
        carriedOut.all(),
        carriedOut.count(),
        read.tasks().stream().map(task -> task(decision, task)).toList(),
        Stream.concat(
                actions(viewer, decision).stream(),
                new ObjectionCard(words, viewer, read.contested()).offer().stream())
            .toList(),
        sign,
        typed.filter(form -> sign.isEmpty()).map(form -> form.text("note")).orElse(""),
        read.sha256());
  }

  private List<DecisionPage.Row> cells(
      PersonViewer viewer, RuleSet set, Decision decision, Dossier dossier, LocalDate today) {
    Supplies supplies = new Supplies(words, viewer, decision, set);
    return dossier.cells().stream()
        .map(cell -> new DecisionPage.Row(wording.line(cell, today), supplies.of(cell)))
        .toList();
  }

  /**
   * Unfolded is what was found not met, let be or not, or the first; more at once nobody compares.
   */
  private List<DecisionPage.Course> courses(Dossier dossier, LocalDate today) {
    List<Cell> drawn =
        dossier.cells().stream()
            .filter(cell -> dossier.courses().containsKey(cell.key().code()))
            .toList();
    List<Cell> unmet = drawn.stream().filter(cell -> cell.row().found() != CellState.MET).toList();
    List<Cell> open =
        unmet.isEmpty()
            ? drawn.stream().limit(1).toList()
            : unmet.stream().limit(MOST_UNFOLDED).toList();
    return drawn.stream()
        .map(
            cell ->
                new DecisionPage.Course(
                    cell.key().code(),
                    words.label(cell.label()),
                    wording.line(cell, today).mark(),
                    open.contains(cell),
                    wording.plot(cell, requireNonNull(dossier.courses().get(cell.key().code())))))
        .toList();
  }

  private Link beside(Beside each) {
    String kind = words.label(each.kind());
    return new Link(
        each.row().path(),
        each.row()
            .number()
            .map(
                number ->
                    words.say(
                        "decision.beside.to_come",
                        number,
                        kind,
                        each.row().startsAt().map(words::instant).orElse("")))
            .orElseGet(
                () ->
                    words.say(
                        "decision.beside.open", kind, words.instant(each.row().preparedAt()))));
  }

  private Link task(Decision decision, Reviews.Task task) {
    return new Link(
        decision.path() + "/reviews?broken=" + task.broken(),
        words.say(
            "decision.broken." + task.how(),
            words.label(task.kind()),
            task.commitment(),
            words.date(task.since())));
  }

  private String title(RuleSet set, Decision decision) {
    String kind = wording.kind(set, decision.content().kindCode());
    return decision
        .number()
        .map(number -> number + " " + kind)
        .orElseGet(() -> words.say("decision.title", kind));
  }

  /** A dossier that was signed says how access stood then. */
  private String standing(Decision decision, Dossier dossier) {
    String key =
        decision.signature().isPresent() ? "decision.standing.signed" : "decision.standing";
    String status = wording.status(dossier.status());
    return dossier
        .since()
        .map(at -> words.say(key + ".since", status, words.instant(at), dossier.blocks()))
        .orElseGet(() -> words.say(key, status));
  }

  /** Nobody refuses a block: it is withdrawn. */
  private String atAnyTime(RuleSet set, Decision decision) {
    return words.say(
        DecisionRule.closes(set.decisionKind(decision.content().kindCode()))
            ? "decision.shut.withdraw"
            : "decision.shut.refuse");
  }

  private List<Link> missing(Dossier dossier) {
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

  /** What the reader saw before: when it was, what stood in it, and the key of the sentence. */
  private record Before(Instant at, Snapshot what, String key) {}

  /**
   * The last question of the reader's own, however often they look until it is signed; of who asked
   * nothing the look that this one is compared with.
   */
  private static Optional<Before> before(Read read, PersonViewer viewer) {
    return read.decision().questions().reversed().stream()
        .filter(asked -> asked.by().sharesHandWith(viewer, DecisionAct.ASK.permission()))
        .findFirst()
        .map(asked -> new Before(asked.at(), asked.seen(), "decision.changed.question"))
        .or(() -> read.last().map(seen -> new Before(seen.at(), seen.what(), "decision.changed")));
  }

  private Optional<DecisionPage.Changed> changed(Read read, PersonViewer viewer) {
    return read.decision().stage().isOpen()
        ? before(read, viewer)
            .map(before -> changed(read, before))
            .filter(each -> !each.parts().isEmpty())
        : Optional.empty();
  }

  private DecisionPage.Changed changed(Read read, Before before) {
    return new DecisionPage.Changed(
        words.say(before.key(), words.instant(before.at())),
        read.now().changedSince(before.what()).stream()
            .map(
                name ->
                    CellKey.read(name)
                        .map(key -> wording.label(read.rules(), read.decision(), key))
                        .orElseGet(() -> words.say("decision.form." + name)))
            .toList());
  }

  private List<DecisionPage.WaiverToSecond> toSecond(
      Read read, PersonViewer viewer, LocalDate today) {
    Decision decision = read.decision();
    TruthTable table = read.dossier().table();
    return decision.waivers().stream()
        .filter(each -> table.waits(each.toTable(), today))
        .map(
            each ->
                new DecisionPage.WaiverToSecond(
                    Long.toString(each.id()),
                    wording.label(read.rules(), decision, each.cell()),
                    wording.waiver(Cell.Waiver.of(each)),
                    decision.path() + "/waivers/" + each.id() + "/second",
                    DecisionAct.WAIVE.isOffered(decision, viewer)
                        && !read.proposers()
                            .getOrDefault(each.id(), each.by())
                            .sharesHandWith(viewer, DecisionAct.WAIVE.permission())))
        .toList();
  }

  private DecisionPage.Superseded superseded(Superseded by) {
    return new DecisionPage.Superseded(
        by.since()
            .map(at -> words.say("decision.followed", words.instant(at)))
            .orElseGet(() -> words.say("decision.superseded")),
        by.number());
  }

  /**
   * When it ends, what is still looked at, and what is let be until when; of a decision that
   * another has followed nothing but that.
   */
  private List<String> next(Read read) {
    if (read.superseded().isPresent()) {
      DecisionPage.Superseded by = superseded(read.superseded().get());
      return List.of(by.text() + " " + by.number());
    }
    DecisionContent content = read.decision().content();
    LocalDate today = LocalDate.ofInstant(read.readAt(), Words.WIB);
    List<String> next = new ArrayList<>();
    boolean signed = read.decision().stage() == DecisionStage.SIGNED;
    content
        .endsAt()
        // One that was never signed has not ended: it never began.
        .filter(end -> signed || end.isAfter(read.readAt()))
        .ifPresent(
            end ->
                next.add(
                    end.isAfter(read.readAt())
                        ? words.say("decision.next.ends", words.deadline(end))
                        : words.say("decision.next.ended", words.instant(end))));
    AccessNext.toWatch(content, today).map(wording::watch).forEach(next::add);
    AccessNext.waived(read.dossier().cells(), today)
        .forEach(
            cell ->
                cell.waiver()
                    .ifPresent(
                        waiver ->
                            next.add(
                                words.say(
                                    "decision.next.waiver",
                                    words.deadline(waiver.until()),
                                    waiver.owner(),
                                    wording.label(read.rules(), read.decision(), cell.key())))));
    next.add(words.say("platforms.next.who"));
    return next;
  }

  private List<DecisionPage.Said> questions(Decision decision) {
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

  private List<Link> actions(PersonViewer viewer, Decision decision) {
    List<Link> links = new ArrayList<>();
    if (decision.number().isPresent()) {
      links.add(new Link(decision.path() + "/decision.pdf", words.say("paper.decision.download")));
      links.add(new Link(decision.path() + "/dossier.pdf", words.say("paper.dossier.download")));
    }
    if (decision.stage().isOpen()) {
      links.add(
          new Link(decision.path() + "/dossier.pdf", words.say("paper.dossier.open.download")));
    }
    Arrays.stream(DecisionAct.values())
        .filter(act -> act != DecisionAct.SIGN && act != DecisionAct.REVIEW)
        .filter(act -> act.isOffered(decision, viewer))
        .forEach(
            act ->
                links.add(
                    new Link(
                        decision.path() + "/" + act.path(),
                        words.say("decision." + act.code() + ".link"))));
    if (viewer.may(Permission.RECORD_VERIFICATIONS)) {
      links.add(
          new Link(
              "/verifications/new?decision=" + decision.id(), words.say("verifications.offer")));
    }
    return links;
  }
}
