package id.narahubung.verification;

import id.narahubung.commitments.Commitment;
import id.narahubung.ledger.By;
import id.narahubung.meetings.Meeting;
import id.narahubung.rules.CheckMethod;
import id.narahubung.rules.ChecklistEntry;
import id.narahubung.rules.RuleSet;
import id.narahubung.text.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was read of a step for a form of its own, in one transaction. */
record StepRead(
    VerificationStep step,
    RuleSet rules,
    Optional<Recorded> recorded,
    List<By> recorders,
    Optional<Sample> sample,
    Optional<Prevalence> prevalence,
    Optional<HoursToLoad> hours,
    Optional<Commitment> promised,
    Optional<Meeting> minutes,
    LocalDate today) {

  /** What was counted of a share that was promised: its value is not typed. */
  Optional<CountedShare> counted() {
    return promised.flatMap(each -> CountedShare.of(each, sample, recorded));
  }

  /** Whether it is a sample of answered items that it would settle. */
  boolean maySettle() {
    return sample
        .filter(each -> each.source() == Sample.Source.ITEMS)
        .flatMap(Sample::result)
        .filter(VerificationResult.Sampled::isPassed)
        .isPresent();
  }

  CheckMethod method() {
    return rules.checkMethod(step.methodCode());
  }

  /** What nobody answered of the checklist, in words; empty where all of it was. */
  String unanswered(Words words) {
    return Recorded.unanswered(checklist(), recorded).stream()
        .map(entry -> words.label(entry.label()))
        .collect(Collectors.joining("; "));
  }

  /** Whether it is a visit that cannot pass yet, for both sides have not signed its minutes. */
  boolean lacksMinutes() {
    return ConcludeVerification.asksForMinutes(rules, step)
        && !ConcludeVerification.isSigned(minutes);
  }

  /** What the company itself reported last, where it told a value. */
  Optional<Said> said() {
    return promised
        .flatMap(each -> each.standing().reported())
        .flatMap(last -> last.value().map(value -> new Said(value, last.asOf())));
  }

  /** What it reported, where more is found of what should rise, or less of what should fall. */
  Optional<Said> surpassed(BigDecimal found) {
    return said().filter(last -> isBetter(found.compareTo(last.value())));
  }

  private boolean isBetter(int difference) {
    return switch (promised.orElseThrow().kind().direction()) {
      case RISE -> difference > 0;
      case FALL -> difference < 0;
      case DONE -> false;
    };
  }

  List<ChecklistEntry> checklist() {
    return rules.checklist(step.methodCode());
  }

  /** Whether its value is told by nothing but what is counted. */
  boolean isToBeCounted() {
    return promised
        .filter(each -> CountedShare.isToBeCounted(rules, each, method().form(), sample))
        .isPresent();
  }

  /** The heads of a visit where persons were promised. */
  Optional<HeadCount> heads() {
    return promised.flatMap(each -> HeadCount.of(rules, each, step.looksAs(), recorded));
  }

  /** What a company said of its promise, and as of when. */
  record Said(BigDecimal value, LocalDate asOf) {}
}
