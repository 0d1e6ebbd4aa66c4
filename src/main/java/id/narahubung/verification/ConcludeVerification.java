package id.narahubung.verification;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.Commitment;
import id.narahubung.commitments.CommitmentStage;
import id.narahubung.commitments.CommitmentStore;
import id.narahubung.commitments.FindingGiven;
import id.narahubung.commitments.FindingResult;
import id.narahubung.commitments.RecordFinding;
import id.narahubung.data.Tx;
import id.narahubung.ledger.By;
import id.narahubung.ledger.EventKind;
import id.narahubung.meetings.Meeting;
import id.narahubung.meetings.MeetingStore;
import id.narahubung.rules.CheckMethod;
import id.narahubung.rules.ChecklistEntry;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.RuleStore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Concludes a step and tells both sides what it came to. Refused when the viewer may not, before
 * anything was recorded, once it is concluded or called off, when somebody changed it meanwhile, by
 * one who recorded it where the rules ask for a second person, without findings, without what
 * follows where it did not pass, or why nothing does, with a new due date that is not to come,
 * valid until before it was carried out, and of no commitment valid where it did not pass, or for
 * longer than the rules have a proof hold; of a sample, before all of it was looked at (but for
 * 'could not be checked'), as passed where it did not pass or more may be wrong than was promised,
 * and as passed without what follows where urgent items failed; of a share that was promised, as
 * passed where less is proven or a list of hashes was loaded later than promised, and as passed or
 * of a value where it is to be counted and was not; of persons that were promised by role, as
 * passed or of a value by a visit that counted none, and of more than it counted; as passed with
 * entries of the checklist that nobody answered, by a record that bears nothing out (a visit that
 * met nobody, a call nobody made), and by a visit whose minutes both sides have not signed where
 * the rules ask for that; of a commitment, as RecordFinding refuses it. What was seen at items that
 * were drawn is recorded as their check.
 */
public final class ConcludeVerification {

  /** Names the entries by their codes; pages name them in words. */
  static final String UNANSWERED = "verification.refused.unanswered";

  private final VerificationStore steps;
  private final VerificationActStore store;
  private final VerificationActs acts;
  private final RuleStore rules;
  private final SampleStore samples;
  private final PopulationStore populations;
  private final SettleSample settle;
  private final CommitmentStore commitments;
  private final RecordFinding findings;
  private final MeetingStore meetings;

  ConcludeVerification(
      VerificationStore steps,
      VerificationActStore store,
      VerificationActs acts,
      RuleStore rules,
      SampleStore samples,
      PopulationStore populations,
      SettleSample settle,
      CommitmentStore commitments,
      RecordFinding findings,
      MeetingStore meetings) {
    this.steps = steps;
    this.store = store;
    this.acts = acts;
    this.rules = rules;
    this.samples = samples;
    this.populations = populations;
    this.settle = settle;
    this.commitments = commitments;
    this.findings = findings;
    this.meetings = meetings;
  }

  public void run(Tx tx, UUID act, String number, int version, ConclusionGiven typed) {
    VerificationStep step = steps.lock(tx, number, Permission.CONCLUDE_VERIFICATIONS);
    step.requireOpen(version);
    RuleSet set = rules.fetch(tx, step.ruleSetId());
    Optional<Sample> sample = samples.find(tx, step);
    requireConcluder(set, step, sample, steps.recorders(tx, step), tx.person());
    Optional<Commitment> promised =
        step.of().commitmentId().map(commitment -> commitments.fetch(tx, commitment));
    requireTold(typed, VerificationActs.today(tx));
    requireDay(set, step, promised, typed);
    Optional<Recorded> recorded = steps.recorded(tx, step);
    requireChecked(tx, set, step, sample, recorded, typed);
    ConclusionGiven given = counted(set, promised, step, sample, recorded, typed);
    long event =
        acts.tellBoth(
            tx,
            act,
            EventKind.VERIFICATION_CONCLUDED,
            step,
            Map.of("result", given.outcome().code()));
    int settled = sample.map(each -> settle.run(tx, act, step, given)).orElse(0);
    // What a pass of a commitment is good for, its kind says where nobody does.
    Optional<LocalDate> until =
        step.of()
            .commitmentId()
            .flatMap(commitment -> findings.run(tx, event, commitment, finding(step, given)))
            .or(given::validUntil);
    store.conclude(tx, event, step, given.until(until), counted(sample, recorded, given), settled);
  }

  /** A sample counts what it looked at, however it ends; a test that was none counts nothing. */
  private static Optional<Counted> counted(
      Optional<Sample> sample, Optional<Recorded> recorded, ConclusionGiven given) {
    if (sample.isPresent()) {
      return sample.flatMap(Sample::result).map(each -> each);
    }
    return given.outcome() == VerificationOutcome.UNCHECKED
        ? Optional.empty()
        : recorded.flatMap(Recorded::uploads).map(each -> each);
  }

  private static FindingGiven finding(VerificationStep step, ConclusionGiven given) {
    return new FindingGiven(
        FindingResult.valueOf(given.outcome().name()),
        given.value(),
        step.carriedOutOn().orElseThrow(),
        given.validUntil(),
        given.findings(),
        Optional.of(step.number()));
  }

  /** The value of a share that was promised is what was counted, and passes only where proven. */
  private static ConclusionGiven counted(
      RuleSet rules,
      Optional<Commitment> promised,
      VerificationStep step,
      Optional<Sample> sample,
      Optional<Recorded> recorded,
      ConclusionGiven given) {
    CheckMethod.Form form = rules.checkMethod(step.methodCode()).form();
    promised
        .flatMap(each -> HeadCount.of(rules, each, step.looksAs(), recorded))
        .ifPresent(heads -> heads.require(given.outcome(), given.value()));
    Optional<CountedShare> counted =
        given.outcome() == VerificationOutcome.UNCHECKED
            ? Optional.empty()
            : promised.flatMap(each -> CountedShare.of(each, sample, recorded));
    counted.ifPresent(
        share -> {
          if (given.outcome() == VerificationOutcome.PASS
              && promised.flatMap(Commitment::target).filter(share::proves).isEmpty()) {
            throw new RuleBroken(
                "verification.refused.not_proven",
                share.found(),
                share.proven(),
                promised.flatMap(Commitment::target).orElse(BigDecimal.valueOf(100)));
          }
        });
    if (counted.isEmpty()
        && (given.outcome() == VerificationOutcome.PASS || given.value().isPresent())
        && promised
            .filter(each -> CountedShare.isToBeCounted(rules, each, form, sample))
            .isPresent()) {
      throw new RuleBroken(CountedShare.uncounted(form));
    }
    return counted.map(share -> given.counted(share.found())).orElse(given);
  }

  /** Refuses what was not looked at to its end, and a pass that nothing bears out. */
  private void requireChecked(
      Tx tx,
      RuleSet rules,
      VerificationStep step,
      Optional<Sample> sample,
      Optional<Recorded> recorded,
      ConclusionGiven given) {
    boolean checked = given.outcome() != VerificationOutcome.UNCHECKED;
    if (checked && (sample.isPresent() ? !sample.get().isComplete() : draws(tx, rules, step))) {
      throw new RuleBroken("sample.refused.open");
    }
    if (given.outcome() != VerificationOutcome.PASS) {
      return;
    }
    if (sample.flatMap(Sample::result).filter(each -> !each.isPassed()).isPresent()) {
      throw new RuleBroken("sample.refused.not_passed");
    }
    Prevalence.of(populations.prevalence(tx, step), sample)
        .filter(each -> !each.isKept())
        .ifPresent(
            each -> {
              throw new RuleBroken("verification.refused.prevalence", each.most(), each.promised());
            });
    requireWhole(rules, step, sample, recorded);
    HoursToLoad.of(populations.hoursToLoad(tx, step), recorded).ifPresent(HoursToLoad::requireKept);
    if (asksForMinutes(rules, step) && !isSigned(meetings.ofVisit(tx, step.number()))) {
      throw new RuleBroken("verification.refused.minutes");
    }
    if (given.followUp().filter(each -> each != FollowUp.NONE).isEmpty()
        && sample.flatMap(Sample::result).filter(each -> each.urgentFailed() > 0).isPresent()) {
      throw new RuleBroken("verification.refused.urgent");
    }
  }

  /** Nothing is found true by a check that was not carried out. */
  private static void requireWhole(
      RuleSet rules, VerificationStep step, Optional<Sample> sample, Optional<Recorded> recorded) {
    List<ChecklistEntry> open = Recorded.unanswered(rules.checklist(step.methodCode()), recorded);
    if (!open.isEmpty()) {
      throw new RuleBroken(
          UNANSWERED, open.stream().map(ChecklistEntry::code).collect(Collectors.joining(", ")));
    }
    Optional<String> lacks =
        sample.isPresent()
            ? Optional.empty()
            : Recorded.lacks(rules.checkMethod(step.methodCode()).form(), step.looksAs(), recorded);
    if (lacks.isPresent()) {
      throw new RuleBroken(lacks.get());
    }
  }

  /**
   * Whether the step is a visit, or repeats one, that does not pass before both sides signed its
   * minutes. Of a re-check the list says nothing of them; that of any visit speaks for it.
   */
  static boolean asksForMinutes(RuleSet rules, VerificationStep step) {
    return step.looksAs() == CheckMethod.Form.VISIT
        && rules.checking().methods().stream()
            .filter(method -> method.form() == CheckMethod.Form.VISIT)
            .filter(
                method ->
                    method.code().equals(step.methodCode())
                        || rules.checkMethod(step.methodCode()).form() != CheckMethod.Form.VISIT)
            .flatMap(method -> rules.checklist(method.code()).stream())
            .anyMatch(ChecklistEntry::isOfMinutes);
  }

  /** What is mended later leaves the version in force that both signed. */
  static boolean isSigned(Optional<Meeting> visit) {
    return visit.flatMap(Meeting::inForce).isPresent();
  }

  /** Whether it comes to nothing without a sample: by its method, or by what it repeats. */
  private boolean draws(Tx tx, RuleSet rules, VerificationStep step) {
    return switch (rules.checkMethod(step.methodCode()).form()) {
      case SAMPLE -> true;
      case RECHECK ->
          step.again()
              .map(number -> steps.fetch(tx, number))
              .flatMap(again -> samples.find(tx, again))
              .isPresent();
      case DOCUMENT, VISIT, DEVICE, LINK, BLIND, CALL, THIRD_PARTY -> false;
    };
  }

  /** Refuses whom the step does not let conclude it, whatever is typed. */
  static void requireConcluder(
      RuleSet rules,
      VerificationStep step,
      Optional<Sample> sample,
      List<By> recorders,
      PersonViewer viewer) {
    step.requireOpen();
    if (step.stage() != VerificationStage.RECORDED) {
      throw new RuleBroken("verification.refused.not_recorded");
    }
    if (isOwn(rules, step, sample, recorders, viewer)) {
      throw new RuleBroken("verification.refused.second_person");
    }
  }

  /** Whether somebody else must conclude it, and the viewer recorded it. */
  static boolean isOwn(
      RuleSet rules,
      VerificationStep step,
      Optional<Sample> sample,
      List<By> recorders,
      PersonViewer viewer) {
    return methods(rules, step, sample).anyMatch(CheckMethod::secondPerson)
        && recorders.stream()
            .anyMatch(by -> by.sharesHandWith(viewer, Permission.CONCLUDE_VERIFICATIONS));
  }

  /** Those whose rows speak of it: its own, and that of samples where it draws one once more. */
  private static Stream<CheckMethod> methods(
      RuleSet rules, VerificationStep step, Optional<Sample> sample) {
    return rules.checking().methods().stream()
        .filter(
            each ->
                each.code().equals(step.methodCode())
                    || (sample.isPresent() && each.form() == CheckMethod.Form.SAMPLE));
  }

  private static void requireTold(ConclusionGiven given, LocalDate today) {
    if (given.findings().isEmpty()) {
      throw new RuleBroken("verification.refused.findings");
    }
    if (given.outcome().asksForMore() && given.followUp().isEmpty()) {
      throw new RuleBroken("verification.refused.follow_up");
    }
    boolean nothing = given.followUp().filter(each -> each == FollowUp.NONE).isPresent();
    if (nothing && given.outcome().asksForMore() && given.nothingBecause().isEmpty()) {
      throw new RuleBroken("verification.refused.nothing");
    }
    if (!nothing && !given.nothingBecause().isEmpty()) {
      throw new RuleBroken("verification.refused.something");
    }
    boolean asksForDay = given.followUp().filter(each -> each == FollowUp.NEW_DUE).isPresent();
    if (asksForDay != given.newDueOn().isPresent()
        || given.newDueOn().filter(day -> !day.isAfter(today)).isPresent()) {
      throw new RuleBroken("verification.refused.new_due");
    }
  }

  /** How long a promise is found kept, the rules it was made under say: RecordFinding asks them. */
  private static void requireDay(
      RuleSet rules, VerificationStep step, Optional<Commitment> promised, ConclusionGiven given) {
    if (given.validUntil().isEmpty()) {
      return;
    }
    LocalDate from = step.carriedOutOn().orElseThrow();
    LocalDate until = given.validUntil().get();
    if (!until.isAfter(from)) {
      throw new RuleBroken("verification.refused.valid_until");
    }
    if (promised.filter(ConcludeVerification::isFound).isPresent()) {
      return;
    }
    if (given.outcome() != VerificationOutcome.PASS) {
      throw new RuleBroken("verification.refused.valid_without_pass");
    }
    int longest = longest(rules, step);
    if (ChronoUnit.DAYS.between(from, until) > longest) {
      throw new RuleBroken("verification.refused.valid_too_long", longest);
    }
  }

  /** Whether anything is found of it: of what was cancelled nothing is. */
  private static boolean isFound(Commitment promised) {
    return promised.standing().stage() != CommitmentStage.CANCELLED;
  }

  /** For how many days a pass of no promise holds at most: as long as any proof of its method. */
  private static int longest(RuleSet rules, VerificationStep step) {
    List<CommitmentKind> kinds = rules.checking().commitmentKinds();
    return longest(kinds.stream().filter(k -> k.methodCode().equals(step.methodCode())))
        .or(() -> longest(kinds.stream()))
        .orElse(Integer.MAX_VALUE);
  }

  private static Optional<Integer> longest(Stream<CommitmentKind> kinds) {
    return kinds.flatMap(each -> each.proofValidDays().stream()).max(Integer::compare);
  }
}
