package id.narahubung.requests;

import static id.narahubung.requests.Standing.ACCEPTED;
import static id.narahubung.requests.Standing.ASKED;
import static id.narahubung.requests.Standing.CLAIMED;
import static id.narahubung.requests.Standing.CONFIRMED;
import static id.narahubung.requests.Standing.CONTESTED;
import static id.narahubung.requests.Standing.DRAFT;
import static id.narahubung.requests.Standing.OPEN;
import static id.narahubung.requests.Standing.SAMPLED;
import static id.narahubung.requests.Standing.WITHDRAWN;

import id.narahubung.ledger.By;
import id.narahubung.rules.AnswerClass;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Everything people did to an item since it was sent, each list oldest first, and what follows from
 * it. Pure: the same facts always stand the same.
 */
public record ItemFacts(
    long itemId,
    List<Round> rounds,
    List<Answer> answers,
    List<Check> checks,
    List<Ruling> rulings,
    List<Clarification> clarifications,
    List<Objection> objections,
    List<Extension> extensions,
    List<Credit> credits,
    List<SampleAcceptance> acceptances,
    Optional<Withdrawal> withdrawal) {

  public ItemFacts {
    rounds = List.copyOf(rounds);
    answers = List.copyOf(answers);
    checks = List.copyOf(checks);
    rulings = List.copyOf(rulings);
    clarifications = List.copyOf(clarifications);
    objections = List.copyOf(objections);
    extensions = List.copyOf(extensions);
    credits = List.copyOf(credits);
    acceptances = List.copyOf(acceptances);
  }

  /** Of an item to which nothing happened. */
  static ItemFacts none(long item) {
    return new ItemFacts(
        item,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  /**
   * The same as they were known at an instant: without what was done then or later. What figures
   * count in SQL follows from it, too.
   */
  public ItemFacts asOf(Instant instant) {
    return new ItemFacts(
        itemId,
        before(instant, rounds, Round::startedAt),
        before(instant, answers, Answer::answeredAt).stream()
            .map(answer -> answer.asOf(instant))
            .toList(),
        before(instant, checks, Check::checkedAt),
        before(instant, rulings, Ruling::ruledAt),
        before(instant, clarifications, Clarification::repliedAt),
        before(instant, objections, Objection::filedAt).stream()
            .map(objection -> objection.asOf(instant))
            .toList(),
        before(instant, extensions, Extension::grantedAt),
        before(instant, credits, Credit::grantedAt),
        before(instant, acceptances, SampleAcceptance::acceptedAt),
        withdrawal.filter(gone -> gone.withdrawnAt().isBefore(instant)));
  }

  private static <T> List<T> before(Instant instant, List<T> facts, Function<T, Instant> at) {
    return facts.stream().filter(fact -> at.apply(fact).isBefore(instant)).toList();
  }

  public Standing standing() {
    if (rounds.isEmpty()) {
      return DRAFT;
    }
    if (withdrawal.isPresent()) {
      return WITHDRAWN;
    }
    return standsBy().map(this::standing).orElse(OPEN);
  }

  /** The answer that decides where the item stands: what the ministry finds is found of it. */
  public Optional<Answer> standsBy() {
    return latestAnswer().map(answer -> settledBefore(answer).orElse(answer));
  }

  /**
   * The answer that an accepted objection speaks of, where the company only asked or announced
   * something since: what it says then is not taken from it by that.
   */
  private Optional<Answer> settledBefore(Answer latest) {
    return latestFinalAnswer()
        .filter(answer -> !latest.type().isFinal())
        .filter(
            answer ->
                objectionTo(answer)
                    .filter(Objection::isAccepted)
                    .flatMap(Objection::decision)
                    .filter(end -> !end.decidedAt().isBefore(latest.answeredAt()))
                    .isPresent());
  }

  private Standing standing(Answer answer) {
    if (answer.type() == AnswerClass.ASKS) {
      return clarificationOf(answer).isPresent() ? OPEN : ASKED;
    }
    if (!answer.type().isFinal()) {
      return OPEN;
    }
    Optional<Ruling> ruling = rulingOn(answer);
    if (ruling.isPresent()) {
      return ruling.get().outcome() == RulingOutcome.ACCEPTED || isSetAside(answer)
          ? ACCEPTED
          : OPEN;
    }
    Optional<Check> check = verdictOn(answer);
    if (check.isPresent()) {
      return check.get().verdict() == Verdict.DOWN ? CONFIRMED : OPEN;
    }
    if (acceptanceOf(answer).isPresent()) {
      return SAMPLED;
    }
    return answer.type().isCheckable() ? CLAIMED : CONTESTED;
  }

  /** The deadline of the current round; paused while a question waits for its reply. */
  public Deadline deadline() {
    return deadline(rounds.getLast());
  }

  /** The deadline of the round in which an answer was given, as it stands with all its pauses. */
  public Deadline deadlineOf(Answer answer) {
    return deadline(roundOf(answer));
  }

  private Round roundOf(Answer answer) {
    return rounds.stream()
        .filter(round -> !round.startedAt().isAfter(answer.answeredAt()))
        .reduce((earlier, later) -> later)
        .orElse(rounds.getFirst());
  }

  /**
   * The answer that says whether this one came in time: the first final one since its round began
   * and since anything was said against the item. Who corrects what was said in time is not late.
   */
  public Answer firstOfTurn(Answer answer) {
    Answer first = answer;
    List<Answer> before =
        standingAnswers().stream()
            .filter(each -> each.type().isFinal() && each.id() < answer.id())
            .toList();
    for (Answer each : before.reversed()) {
      if (!roundOf(each).equals(roundOf(answer)) || against(each).isPresent()) {
        break;
      }
      first = each;
    }
    return first;
  }

  /**
   * Whether a credit for an outage would move a due time of it, one of an earlier round included.
   * What was answered before, and not opened again until it was over, lost nothing.
   */
  boolean isHitBy(Outage outage) {
    List<Outage> more = Stream.concat(credited(), Stream.of(outage)).toList();
    return withdrawal.isEmpty()
        && !isAnsweredThroughout(outage)
        && rounds.stream()
            .anyMatch(round -> deadline(round, more).due().isAfter(deadline(round).due()));
  }

  /** The deadline of the current round as a credit for an outage would make it. */
  Deadline deadlineWith(Outage outage) {
    return deadline(rounds.getLast(), Stream.concat(credited(), Stream.of(outage)).toList());
  }

  private boolean isAnsweredThroughout(Outage outage) {
    return standingAnswers().stream()
        .filter(answer -> answer.type().isFinal())
        .filter(answer -> !answer.answeredAt().isAfter(outage.from()))
        .reduce((earlier, later) -> later)
        .filter(answer -> against(answer).filter(said -> said.at().isBefore(outage.to())).isEmpty())
        .isPresent();
  }

  private Stream<Outage> credited() {
    return credits.stream().map(Credit::outage);
  }

  private Deadline deadline(Round round) {
    return deadline(round, credited().toList());
  }

  private Deadline deadline(Round round, List<Outage> credited) {
    Optional<Instant> next =
        rounds.stream()
            .filter(other -> other.number() == round.number() + 1)
            .map(Round::startedAt)
            .findFirst();
    List<Pause> pauses =
        standingAnswers().stream()
            .filter(answer -> answer.type() == AnswerClass.ASKS)
            .filter(answer -> next.filter(answer.answeredAt()::isAfter).isEmpty())
            .map(answer -> new Pause(answer.answeredAt(), endOfPause(answer)))
            .filter(pause -> pause.to().filter(end -> !end.isAfter(round.startedAt())).isEmpty())
            .toList();
    return Deadline.of(
        round,
        pauses,
        extensions.stream().filter(each -> countsIn(each, round)).toList(),
        credited.stream().filter(outage -> next.filter(outage.from()::isAfter).isEmpty()).toList());
  }

  /**
   * More time counts in the round it was granted in, and in those that a reply to a question starts
   * after it: asking must not cost what was granted.
   */
  private boolean countsIn(Extension extension, Round round) {
    return extension.round() <= round.number()
        && rounds.stream()
            .filter(other -> other.number() > extension.round())
            .filter(other -> other.number() <= round.number())
            .allMatch(other -> other.cause() == RoundCause.CLARIFIED);
  }

  /**
   * A question ends with its reply, or with what the company said next: another question goes on
   * pausing.
   */
  private Optional<Instant> endOfPause(Answer question) {
    Optional<Instant> reply = clarificationOf(question).map(Clarification::repliedAt);
    Optional<Instant> next =
        standingAnswers().stream()
            .filter(answer -> answer.id() > question.id())
            .map(Answer::answeredAt)
            .findFirst();
    return reply.isPresent() && (next.isEmpty() || reply.get().isBefore(next.get())) ? reply : next;
  }

  /** The answers that count: those that were not taken back. */
  public List<Answer> standingAnswers() {
    return answers.stream().filter(answer -> answer.takenBack().isEmpty()).toList();
  }

  /** How often the company asked about it. */
  long questions() {
    return standingAnswers().stream().filter(answer -> answer.type() == AnswerClass.ASKS).count();
  }

  /** Since when a question waits for its reply. */
  Optional<Instant> askedAt() {
    return standing() == ASKED ? latestAnswer().map(Answer::answeredAt) : Optional.empty();
  }

  public Optional<Answer> latestAnswer() {
    return standingAnswers().stream().reduce((earlier, later) -> later);
  }

  /** Whether the ministry said anything about an answer: from then on it stays said. */
  boolean isJudged(Answer answer) {
    return checks.stream().anyMatch(check -> check.answerId() == answer.id())
        || rulingOn(answer).isPresent()
        || acceptanceOf(answer).isPresent()
        || clarificationOf(answer).isPresent();
  }

  /**
   * The latest verdict on an answer. 'Could not be checked' is none: the item stays to be checked.
   */
  public Optional<Check> verdictOn(Answer answer) {
    return checks.stream()
        .filter(check -> check.answerId() == answer.id() && check.verdict() != Verdict.UNCHECKED)
        .filter(check -> !check.again())
        .filter(check -> !isSetAside(check))
        .reduce((earlier, later) -> later);
  }

  public Optional<Ruling> rulingOn(Answer answer) {
    return rulings.stream().filter(ruling -> ruling.answerId() == answer.id()).findFirst();
  }

  /** What the ministry said against an answer, by whom and when. */
  public record Said(long answerId, By by, Instant at) {}

  /** What may be contested: said against the latest final answer, and not contested before. */
  public Optional<Said> contestable() {
    return latestFinalAnswer()
        .filter(answer -> objectionTo(answer).isEmpty())
        .flatMap(this::against);
  }

  /** What the open objection contests. */
  public Optional<Said> contested() {
    return openObjection()
        .flatMap(
            objection ->
                answers.stream().filter(answer -> answer.id() == objection.answerId()).findFirst())
        .flatMap(this::against);
  }

  private Optional<Said> against(Answer answer) {
    Optional<Said> ruling =
        rulingOn(answer)
            .filter(said -> said.outcome() == RulingOutcome.UPHELD)
            .map(said -> new Said(answer.id(), said.by(), said.ruledAt()));
    return ruling.isPresent()
        ? ruling
        : verdictOn(answer)
            .filter(check -> check.verdict() != Verdict.DOWN)
            .map(check -> new Said(answer.id(), check.by(), check.checkedAt()));
  }

  Optional<Objection> objectionTo(Answer answer) {
    return objections.stream().filter(each -> each.answerId() == answer.id()).findFirst();
  }

  /** The one that waits to be decided; a settled item leaves nothing to decide. */
  public Optional<Objection> openObjection() {
    return objections.stream()
        .filter(Objection::isOpen)
        .filter(objection -> !standing().isSettled())
        .findFirst();
  }

  private boolean isSetAside(Answer answer) {
    return objectionTo(answer).filter(Objection::isAccepted).isPresent();
  }

  /** A check does not count that an objection was accepted to. */
  private boolean isSetAside(Check check) {
    return objections.stream()
        .filter(Objection::isAccepted)
        .anyMatch(
            each ->
                each.answerId() == check.answerId() && !check.checkedAt().isAfter(each.filedAt()));
  }

  /** That an answer was accepted on a sample; a look at the item goes before it. */
  public Optional<SampleAcceptance> acceptanceOf(Answer answer) {
    return acceptances.stream().filter(each -> each.answerId() == answer.id()).findFirst();
  }

  public Optional<Clarification> clarificationOf(Answer answer) {
    return clarifications.stream().filter(reply -> reply.answerId() == answer.id()).findFirst();
  }

  /** The latest check, whatever answer it judged; it is stale when a newer answer stands. */
  public Optional<Check> latestCheck() {
    return latest(false);
  }

  /** The latest look at content that had been found down. */
  public Optional<Check> latestRecheck() {
    return latest(true);
  }

  private Optional<Check> latest(boolean again) {
    return checks.stream()
        .filter(check -> check.again() == again)
        .reduce((earlier, later) -> later);
  }

  /** The check that settled it. */
  public Optional<Check> confirmation() {
    return standing() == CONFIRMED
        ? latestFinalAnswer().flatMap(this::verdictOn)
        : Optional.empty();
  }

  /** Who did something to it, and when. */
  public record Move(By by, Instant at) {}

  /** The latest thing anybody did to it since it was sent. */
  public Optional<Move> lastMove() {
    Stream<Move> moves =
        Stream.of(
                answers.stream().map(answer -> new Move(answer.by(), answer.answeredAt())),
                answers.stream()
                    .flatMap(answer -> answer.takenBack().stream())
                    .map(back -> new Move(back.by(), back.at())),
                checks.stream().map(check -> new Move(check.by(), check.checkedAt())),
                objections.stream().map(each -> new Move(each.by(), each.filedAt())),
                objections.stream()
                    .flatMap(each -> each.decision().stream())
                    .map(end -> new Move(end.by(), end.decidedAt())),
                rulings.stream().map(ruling -> new Move(ruling.by(), ruling.ruledAt())),
                clarifications.stream().map(reply -> new Move(reply.by(), reply.repliedAt())),
                extensions.stream().map(more -> new Move(more.by(), more.grantedAt())),
                credits.stream().map(credit -> new Move(credit.by(), credit.grantedAt())),
                acceptances.stream().map(each -> new Move(each.by(), each.acceptedAt())),
                withdrawal.stream().map(gone -> new Move(gone.by(), gone.withdrawnAt())))
            .flatMap(each -> each);
    return moves.max(Comparator.comparing(Move::at));
  }

  /** The latest that says what was done or why not. */
  Optional<Answer> latestFinalAnswer() {
    return standingAnswers().stream()
        .filter(answer -> answer.type().isFinal())
        .reduce((earlier, later) -> later);
  }

  /** Whether a question would wait again if this act's answers were taken back. */
  boolean asksAgainWithout(Collection<Long> events) {
    return standingAnswers().stream()
        .filter(answer -> !events.contains(answer.event()))
        .reduce((earlier, later) -> later)
        .filter(answer -> answer.type() == AnswerClass.ASKS)
        .filter(answer -> clarificationOf(answer).isEmpty())
        .isPresent();
  }

  public Optional<Answer> firstFinalAnswer() {
    return standingAnswers().stream().filter(answer -> answer.type().isFinal()).findFirst();
  }
}
