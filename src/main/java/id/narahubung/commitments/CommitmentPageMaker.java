package id.narahubung.commitments;

import id.narahubung.access.Permission;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.Commitment.History;
import id.narahubung.commitments.Commitment.Signature;
import id.narahubung.commitments.Commitment.Version;
import id.narahubung.commitments.CommitmentState.Mark;
import id.narahubung.commitments.CommitmentState.Word;
import id.narahubung.evidence.EvidenceCard;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.text.Words;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.FormPage.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the page of a commitment into words for one who looks at it. */
final class CommitmentPageMaker {

  private final Words words;
  private final PersonViewer viewer;
  private final CommitmentRead read;
  private final Commitment of;
  private final History history;
  private final CommitmentKind rules;
  private final CommitmentWording wording;

  CommitmentPageMaker(Words words, PersonViewer viewer, CommitmentRead read) {
    this.words = words;
    this.viewer = viewer;
    this.read = read;
    this.of = read.of();
    this.history = read.history();
    this.rules = read.rules();
    this.wording = new CommitmentWording(words);
  }

  CommitmentPage page(String refusal) {
    CommitmentState state = of.state(read.today());
    Version counts = read.counts();
    return new CommitmentPage(
        words.label(of.kind().label()) + " – " + of.of().platform(),
        of.number(),
        new Link(
            "/platforms/" + of.of().platformId() + "/commitments",
            words.say("commitments.set.title", of.of().platform())),
        read.origin().map(each -> new Link(each.href(), wording.origin(each))),
        refusal,
        wording.word(state),
        wording.marks(state),
        next(state),
        mayTakeOn(),
        minders(),
        mayTakeBackCancel(),
        actions(state),
        open(),
        history.inForce().isPresent() || history.open().isEmpty(),
        words.say(
            history.inForce().isPresent() ? "commitment.in_force" : "commitment.not_in_force",
            counts.number()),
        counts.terms().text(),
        wording.facts(of.kind(), rules, counts.terms()),
        Breakdown.of(words, rules, counts.terms()),
        standing(),
        Course.of(counts, read.series())
            .map(course -> CommitmentPlot.of(words, of.kind().label(), of.kind().unit(), course)),
        read.reports().stream().map(this::report).toList(),
        read.reported() > read.reports().size()
            ? words.say("commitment.reports.some", read.reports().size(), read.reported())
            : "",
        read.hasOlder()
            ? "/commitments/" + of.number() + "?before=" + read.reports().getLast().id()
            : "",
        read.findings().reversed().stream().map(this::found).toList(),
        history.versions().size() > 1
            ? Optional.of(new CommitmentVersions(words, of, history, rules).page())
            : Optional.empty(),
        new CommitmentTimeline(words, read).entries());
  }

  /** What happens next; nobody is told to do something by a day that has passed. */
  private String next(CommitmentState state) {
    boolean overdue =
        state.is(Mark.LATE) && (state.word() == Word.AGREED || state.word() == Word.RUNNING);
    String which = overdue ? "late" : state.word().code();
    List<Side> missing =
        state.word() == Word.PROPOSED
            ? history.open().stream()
                .flatMap(open -> Stream.of(Side.values()).filter(side -> !open.isSignedFor(side)))
                .toList()
            : List.of();
    return words.say(
        "commitment.next."
            + which
            + (missing.size() == 1 ? "." + missing.getFirst().name().toLowerCase(Locale.ROOT) : ""),
        words.deadline(of.standing().dueOn()),
        wording.date(of.standing().validUntil()));
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

  /** Whoever minds it already is not offered. */
  private List<Choice> minders() {
    return read.minders().stream()
        .filter(
            each ->
                history
                    .ownerOf(viewer.side())
                    .filter(owner -> owner.personId() == each.personId())
                    .isEmpty())
        .map(each -> new Choice(Long.toString(each.personId()), each.who().told(words), "", false))
        .toList();
  }

  private String owner(Commitment.Owner owner) {
    String who = owner.who().told(words);
    return owner.closed() ? words.say("commitment.owner.closed", who) : who;
  }

  private List<Link> actions(CommitmentState state) {
    List<Link> actions = new ArrayList<>();
    boolean agreed = of.standing().stage() == CommitmentStage.AGREED;
    if (agreed && viewer.may(Permission.REPORT_PROGRESS)) {
      actions.add(link("reports/new", "report"));
    }
    if (agreed && viewer.may(Permission.RECORD_VERIFICATIONS)) {
      actions.add(
          new Link(
              "/verifications/new?commitment=" + of.number(),
              words.say(
                  state.word() == Word.EXPIRED ? "verifications.again" : "verifications.offer")));
    }
    if (!isCancelled() && viewer.may(Permission.PROPOSE_COMMITMENTS)) {
      actions.add(link("versions/new", "revise"));
    }
    if (viewer.may(Permission.SIGN_COMMITMENTS)) {
      if (history.open().isPresent() && !isCancelled()) {
        actions.add(link(EndAct.REFUSE.path(), EndAct.REFUSE.code()));
      }
      if (agreed && mayStillCancel()) {
        actions.add(link(EndAct.CANCEL.path(), EndAct.CANCEL.code()));
      }
    }
    return actions;
  }

  private boolean mayStillCancel() {
    return !history.isCancelledFor(viewer.side()) && !history.hasCancelled(viewer);
  }

  private boolean mayTakeBackCancel() {
    return of.standing().stage() == CommitmentStage.AGREED
        && viewer.may(Permission.SIGN_COMMITMENTS)
        && !history.cancelsOf(viewer.side()).isEmpty();
  }

  private Link link(String path, String key) {
    return new Link(
        "/commitments/" + of.number() + "/" + path, words.say("commitment." + key + ".link"));
  }

  private Optional<CommitmentPage.Open> open() {
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
                    Breakdown.of(words, rules, version.terms()),
                    history
                        .version(version.number() - 1)
                        .map(last -> wording.changes(of.kind(), rules, last, version))
                        .orElse(List.of()),
                    version.reason(),
                    Stream.of(Side.values()).map(side -> signature(version, side)).toList(),
                    version.twoHands() ? words.say("commitment.two_hands") : "",
                    mayStillSign(version),
                    wording.side(viewer.side())));
  }

  private Fact signature(Version version, Side side) {
    return new Fact(
        wording.side(side),
        version.signaturesOf(side).isEmpty()
            ? words.say("commitment.unsigned")
            : signatures(version, side));
  }

  private String signatures(Version version, Side side) {
    String signed =
        version.signaturesOf(side).stream()
            .map(each -> each.by().told(words) + ", " + words.instant(each.at()))
            .collect(Collectors.joining("; "));
    return version.isSignedFor(side)
        ? signed
        : signed + "; " + words.say("commitment.unsigned.second");
  }

  /** Whether the viewer's side is to sign it, by another hand than those that have. */
  private boolean mayStillSign(Version version) {
    if (!viewer.may(Permission.SIGN_COMMITMENTS) || version.isSignedFor(viewer.side())) {
      return false;
    }
    return viewer.side() == Side.COMPANY
        || Stream.concat(
                Stream.of(version.by()),
                version.signaturesOf(Side.MINISTRY).stream().map(Signature::by))
            .noneMatch(by -> by.sharesHandWith(viewer, Permission.SIGN_COMMITMENTS));
  }

  private List<Fact> standing() {
    Standing standing = of.standing();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.say("commitment.source"), wording.source(of, read.origin())));
    facts.add(
        new Fact(
            words.say("commitment.reported"),
            standing
                .reported()
                .map(each -> wording.valueOf(each.value(), each.asOf(), of.kind().unit()))
                .orElseGet(() -> words.say("commitment.reported.none"))));
    facts.add(
        new Fact(
            words.say("commitment.verified"),
            standing
                .verifiedOn()
                .map(on -> wording.valueOf(standing.verifiedValue(), on, of.kind().unit()))
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
                  .map(this::owner)
                  .orElseGet(() -> words.say("commitment.owner.none"))));
    }
    addCancels(facts);
    read.measure().ifPresent(last -> addMeasured(facts, last));
    return facts;
  }

  /** Who says that it should be cancelled, while it is not. */
  private void addCancels(List<Fact> facts) {
    if (of.standing().stage() != CommitmentStage.AGREED) {
      return;
    }
    for (Side side : Side.values()) {
      history
          .cancelsOf(side)
          .forEach(
              each ->
                  facts.add(
                      new Fact(
                          words.say("commitment.cancelling"),
                          wording.told(side, each.by(), each.at()) + ": " + each.reason())));
      if (!history.cancelsOf(side).isEmpty() && !history.isCancelledFor(side)) {
        facts.add(
            new Fact(
                words.say("commitment.cancelling"), words.say("commitment.cancelling.second")));
      }
    }
  }

  private void addMeasured(List<Fact> facts, Commitment.Measure last) {
    facts.add(
        new Fact(
            words.say("commitment.measured"),
            words.say(
                "commitment.measured.share",
                wording.value(last.value(), of.kind().unit()),
                last.numerator(),
                last.denominator(),
                words.date(last.onDay()))));
    last.medianHours()
        .ifPresent(
            hours ->
                facts.add(
                    new Fact(
                        words.say("commitment.measured.median"),
                        words.say(
                            "commitment.measured.median.hours", Quantity.say(words, hours)))));
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

  private CommitmentPage.Report report(Commitment.Report each) {
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
                        EvidenceCard.about(words, file.file()),
                        file.file().kind().isPicture() ? piece(file) + "/picture" : ""))
            .toList());
  }

  private String piece(Commitment.Piece file) {
    return "/commitments/" + of.number() + "/evidence/" + file.id();
  }

  private CommitmentPage.Found found(Commitment.Found each) {
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
        each.verificationNumber()
            .flatMap(number -> Optional.ofNullable(read.counted().get(number)))
            .orElse(""),
        each.findings(),
        wording.date(each.validUntil()),
        each.verificationNumber().map(number -> new Link("/verifications/" + number, number)),
        Stream.of(each.by().told(words), words.instant(each.at()))
            .filter(part -> !part.isEmpty())
            .reduce((a, b) -> a + ", " + b)
            .orElseThrow());
  }
}
