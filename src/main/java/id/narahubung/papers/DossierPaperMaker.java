package id.narahubung.papers;

import static java.util.stream.Collectors.joining;

import id.narahubung.commitments.CommitmentPlot;
import id.narahubung.commitments.Course;
import id.narahubung.decisions.Cell;
import id.narahubung.decisions.Decision;
import id.narahubung.decisions.DecisionWording;
import id.narahubung.decisions.Dossier;
import id.narahubung.decisions.Weeks;
import id.narahubung.decisions.WeeksPlot;
import id.narahubung.rules.DecisionKind;
import id.narahubung.rules.RuleSet;
import id.narahubung.text.Words;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes what a signer saw as it is printed, from the text that was kept and nothing since; before
 * that, what a signer would see now.
 */
final class DossierPaperMaker {

  private final Twice.Both words;
  private final URI publicUrl;

  DossierPaperMaker(Twice.Both words, URI publicUrl) {
    this.words = words;
    this.publicUrl = publicUrl;
  }

  /** What was read of a decision that can still be signed, and when. */
  record Open(String ministry, Decision decision, RuleSet rules, Dossier dossier, Instant asOf) {}

  DossierPaper make(DecisionPaperMaker.Read read, String paper, String code) {
    return paper(
        read.ministry(),
        new Heading(
            words.id().say("paper.dossier.title", paper),
            words.say("paper.dossier"),
            paper,
            Optional.empty(),
            words.say("decision.table.signed")),
        facts(read),
        read.saw().dossier(),
        read.signedAt(),
        Optional.of(
            new DossierPaper.Check(
                words.say("paper.decision.check"),
                CheckCode.printed(code),
                publicUrl.resolve("/verify").toString())));
  }

  /** The same before it is signed, which every page says: without a number, without a code. */
  DossierPaper draft(Open read) {
    Twice asOf = words.of(each -> each.say("paper.dossier.open", each.instant(read.asOf())));
    DecisionKind kind = read.rules().decisionKind(read.decision().content().kindCode());
    return paper(
        read.ministry(),
        new Heading(
            words.id().say("paper.dossier.open.title", words.id().label(kind.label())),
            words.say("paper.dossier.open.heading"),
            "",
            Optional.of(asOf),
            words.of(each -> new DecisionWording(each).table(kind, true))),
        facts(read),
        read.dossier(),
        read.asOf(),
        Optional.empty());
  }

  /** What a paper is called, and what each page says of it. */
  private record Heading(
      String title, Twice heading, String number, Optional<Twice> draft, Twice table) {}

  private DossierPaper paper(
      String ministry,
      Heading heading,
      List<OrderPaper.Fact> facts,
      Dossier dossier,
      Instant asOf,
      Optional<DossierPaper.Check> check) {
    LocalDate day = LocalDate.ofInstant(asOf, Words.WIB);
    return new DossierPaper(
        heading.title(),
        ministry,
        heading.heading(),
        heading.number(),
        heading.draft(),
        facts,
        heading.table(),
        words.say("decision.column.condition"),
        words.say("decision.column.value"),
        words.say("decision.column.met"),
        dossier.cells().stream().map(cell -> cell(cell, day)).toList(),
        words.say("decision.words"),
        dossier.words().stream().map(this::said).toList(),
        words.say("decision.earlier"),
        dossier.earlier().stream().map(this::earlier).toList(),
        words.say("commitment.plot"),
        words.say("decision.courses.key"),
        dossier.cells().stream().flatMap(cell -> course(dossier, cell, day)).toList(),
        weeks(dossier.weeks()),
        check);
  }

  private Stream<DossierPaper.Course> course(Dossier dossier, Cell cell, LocalDate day) {
    return Optional.ofNullable(dossier.courses().get(cell.key().code())).stream()
        .map(course -> course(cell, course, day));
  }

  private DossierPaper.Course course(Cell cell, Course course, LocalDate day) {
    CommitmentPlot plot = new DecisionWording(words.id()).plot(cell, course);
    return new DossierPaper.Course(
        words.of(each -> each.label(cell.label())),
        cell.key().code(),
        words.of(each -> new DecisionWording(each).line(cell, day).mark()),
        plot.label(),
        lines(plot),
        plot.top(),
        plot.bottom(),
        plot.from(),
        plot.until(),
        Stream.of("promised", "reported", "verified")
            .map(
                kind ->
                    new OrderPaper.Fact(
                        words.say("commitment.plot.kind." + kind),
                        words.of(each -> values(each, cell, course, kind))))
            .toList());
  }

  private static DossierPaper.Lines lines(CommitmentPlot plot) {
    return new DossierPaper.Lines(
        plot.grid().stream().map(CommitmentPlot.Line::y).collect(joining(" ")),
        plot.promised(),
        plot.level(),
        plot.reported(),
        dots(plot.reports()),
        dots(plot.findings()));
  }

  private static String dots(List<CommitmentPlot.Dot> dots) {
    return dots.stream().map(dot -> dot.x() + "," + dot.y()).collect(joining(" "));
  }

  /** A line of the table behind it. */
  private static String values(Words words, Cell cell, Course course, String kind) {
    String name = words.say("commitment.plot.kind." + kind);
    String said =
        new DecisionWording(words)
            .plot(cell, course).rows().stream()
                .filter(row -> row.kind().equals(name))
                .map(row -> row.day() + ": " + row.value())
                .collect(joining("; "));
    return said.isEmpty() ? "–" : said;
  }

  private Optional<DossierPaper.Weeks> weeks(Weeks weeks) {
    return weeks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DossierPaper.Weeks(
                words.say("decision.weeks"),
                words.say("decision.weeks.about"),
                words.say("decision.weeks.key"),
                weeks.rows().stream().map(this::bars).toList(),
                Stream.of("week", "due", "answered", "checked", "removed")
                    .map(column -> words.say("decision.weeks." + column))
                    .toList(),
                weeks.rows().stream().map(this::week).toList()));
  }

  /** Neither bar of a week in which there was nothing to count. */
  private DossierPaper.Bars bars(Weeks.Week week) {
    return new DossierPaper.Bars(
        words.id().date(week.monday()),
        bar(week.inTime(), week.due()),
        bar(week.gone(), week.checked()));
  }

  private Optional<DossierPaper.Bar> bar(int good, int of) {
    if (of == 0) {
      return Optional.empty();
    }
    int percent = Weeks.percent(good, of);
    return Optional.of(
        new DossierPaper.Bar(
            "p" + Math.round(percent / 5.0) * 5,
            words.id().say("decision.weeks.percent", percent)));
  }

  private List<OrderPaper.Fact> facts(Open read) {
    Decision decision = read.decision();
    List<OrderPaper.Fact> facts = new ArrayList<>();
    add(
        facts,
        "column.platform",
        new Twice(decision.of().platform() + " – " + decision.of().company(), ""));
    add(facts, "decision.form.recommendation", new Twice(decision.content().recommendation(), ""));
    // No other paper tells of it yet, as the signed decision will.
    facts.addAll(DecisionPaperMaker.content(words, read.rules(), decision));
    add(facts, "platforms.access", words.of(each -> standing(each, read.dossier())));
    add(
        facts,
        "platforms.blocks",
        words.of(each -> each.say("decision.blocks", read.dossier().blocks())));
    return facts;
  }

  private List<OrderPaper.Fact> facts(DecisionPaperMaker.Read read) {
    Dossier dossier = read.saw().dossier();
    List<OrderPaper.Fact> facts = new ArrayList<>();
    add(facts, "paper.to", new Twice(read.addressee(), ""));
    add(
        facts,
        "paper.dossier.of",
        words.of(each -> read.number() + ", " + DecisionPaperMaker.kind(each, read)));
    add(
        facts,
        "decision.form.recommendation",
        new Twice(read.decision().content().recommendation(), ""));
    add(facts, "paper.dossier.before", words.of(each -> standing(each, dossier)));
    add(facts, "platforms.blocks", words.of(each -> each.say("decision.blocks", dossier.blocks())));
    add(facts, "paper.dossier.signed", words.of(each -> each.instant(read.signedAt())));
    add(facts, "paper.decision.dossier", new Twice(read.saw().sha256(), ""));
    return facts;
  }

  private static String standing(Words each, Dossier dossier) {
    String status = new DecisionWording(each).status(dossier.status());
    return dossier
        .since()
        .map(at -> status + ", " + each.say("decision.since", each.instant(at)))
        .orElse(status);
  }

  private void add(List<OrderPaper.Fact> facts, String key, Twice value) {
    facts.add(new OrderPaper.Fact(words.say(key), value));
  }

  private DossierPaper.Cell cell(Cell cell, LocalDate day) {
    DecisionWording.Line id = new DecisionWording(words.id()).line(cell, day);
    DecisionWording.Line en = new DecisionWording(words.en()).line(cell, day);
    List<Twice> under = new ArrayList<>();
    if (!id.counted().isEmpty()) {
      under.add(new Twice(id.counted(), en.counted()));
    }
    add(under, "decision.column.target", id.target(), en.target());
    add(under, "decision.column.by", by(id), by(en));
    add(under, "decision.column.age", id.age(), en.age());
    if (!id.byUnder().isEmpty()) {
      under.add(new Twice(id.byUnder(), en.byUnder()));
    }
    return new DossierPaper.Cell(
        new Twice(id.label(), en.label()),
        cell.text(),
        new Twice(joined(id), joined(en)),
        under,
        new Twice(id.mark(), en.mark()));
  }

  private void add(List<Twice> under, String key, String id, String en) {
    if (!id.equals("–")) {
      under.add(new Twice(words.id().say(key) + ": " + id, words.en().say(key) + ": " + en));
    }
  }

  private static String by(DecisionWording.Line line) {
    return line.step().isEmpty() ? line.by() : line.step() + ", " + line.by();
  }

  private static String joined(DecisionWording.Line line) {
    return line.valueUnder().isEmpty() ? line.value() : line.value() + "; " + line.valueUnder();
  }

  private List<String> week(Weeks.Week week) {
    WeeksPlot.Row row = WeeksPlot.row(words.id(), week);
    return List.of(row.week(), row.due(), row.inTime(), row.checked(), row.gone());
  }

  private DossierPaper.Said said(Dossier.Word word) {
    return new DossierPaper.Said(
        word.about(),
        words.of(each -> new DecisionWording(each).signed(word.at(), word.by())),
        word.text());
  }

  private OrderPaper.Fact earlier(Dossier.Earlier each) {
    return new OrderPaper.Fact(
        new Twice(each.number(), ""),
        words.of(in -> in.label(each.kind()) + ", " + in.instant(each.startsAt())));
  }
}
