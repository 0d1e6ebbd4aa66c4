package id.narahubung.rules;

import id.narahubung.text.Label;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * One version of a set of rules; its lists are in the order of the form. A request keeps the
 * version in force when it was sent.
 *
 * <p>The {@code find…} methods are for codes that somebody typed or sent. The methods named like a
 * thing are for codes that this version itself has or that a row with its foreign key holds: for
 * others they throw {@link NoSuchElementException}.
 */
public record RuleSet(
    long id,
    String code,
    String version,
    Optional<Instant> inForceFrom,
    Label label,
    Limits limits,
    List<Urgency> urgencies,
    List<Category> categories,
    List<LegalBasis> legalBases,
    Answering answering,
    List<Requirement> requirements,
    Sending sending,
    Warnings warnings,
    Checking checking,
    List<DecisionKind> decisionKinds,
    List<Holiday> holidays) {

  public RuleSet {
    urgencies = List.copyOf(urgencies);
    categories = List.copyOf(categories);
    legalBases = List.copyOf(legalBases);
    requirements = List.copyOf(requirements);
    decisionKinds = List.copyOf(decisionKinds);
    holidays = List.copyOf(holidays);
  }

  public Urgency urgency(String urgencyCode) {
    return known(findUrgency(urgencyCode), "urgency", urgencyCode);
  }

  public Optional<Urgency> findUrgency(String urgencyCode) {
    return find(urgencies, Urgency::code, urgencyCode);
  }

  public Category category(String categoryCode) {
    return known(findCategory(categoryCode), "category", categoryCode);
  }

  public Optional<Category> findCategory(String categoryCode) {
    return find(categories, Category::code, categoryCode);
  }

  /** The urgency a category has where the request gives no reason for another. */
  public Urgency urgencyOf(String categoryCode) {
    return urgency(category(categoryCode).urgencyCode());
  }

  public LegalBasis basis(String basisCode) {
    return known(findBasis(basisCode), "legal basis", basisCode);
  }

  public Optional<LegalBasis> findBasis(String basisCode) {
    return find(legalBases, LegalBasis::code, basisCode);
  }

  /** The codes of the categories that usually cite a basis: it is offered first, never forced. */
  public List<String> citing(String basisCode) {
    return categories.stream()
        .filter(category -> category.basisCodes().contains(basisCode))
        .map(Category::code)
        .toList();
  }

  public Measure measure(String measureCode) {
    return known(findMeasure(measureCode), "measure", measureCode);
  }

  public Optional<Measure> findMeasure(String measureCode) {
    return find(answering.measures(), Measure::code, measureCode);
  }

  public AnswerType answerType(String answerCode) {
    return known(findAnswerType(answerCode), "answer type", answerCode);
  }

  public Optional<AnswerType> findAnswerType(String answerCode) {
    return find(answering.answerTypes(), AnswerType::code, answerCode);
  }

  public RefusalGround ground(String groundCode) {
    return known(findGround(groundCode), "refusal ground", groundCode);
  }

  public Optional<RefusalGround> findGround(String groundCode) {
    return find(answering.refusalGrounds(), RefusalGround::code, groundCode);
  }

  /** What the set asks for under this name, if it does. */
  public Optional<Requirement> findRequirement(String need) {
    return find(requirements, Requirement::need, need);
  }

  /** The letter that follows so many others, if the ladder goes on. */
  public Optional<LetterStage> letterAfter(int sent) {
    return warnings.letters().stream().filter(letter -> letter.ordinal() > sent).findFirst();
  }

  public CommitmentKind commitmentKind(String kindCode) {
    return known(findCommitmentKind(kindCode), "kind of commitment", kindCode);
  }

  public Optional<CommitmentKind> findCommitmentKind(String kindCode) {
    return find(checking.commitmentKinds(), CommitmentKind::code, kindCode);
  }

  public CheckMethod checkMethod(String methodCode) {
    return known(findCheckMethod(methodCode), "method of checking", methodCode);
  }

  public Optional<CheckMethod> findCheckMethod(String methodCode) {
    return find(checking.methods(), CheckMethod::code, methodCode);
  }

  /** The entries of a list: one of {@link ChecklistEntry}'s, or a method's own. */
  public List<ChecklistEntry> checklist(String list) {
    return checking.checklists().stream().filter(entry -> entry.list().equals(list)).toList();
  }

  public DecisionKind decisionKind(String kindCode) {
    return known(findDecisionKind(kindCode), "kind of decision", kindCode);
  }

  public Optional<DecisionKind> findDecisionKind(String kindCode) {
    return find(decisionKinds, DecisionKind::code, kindCode);
  }

  public WorkingDays workingDays() {
    return WorkingDays.without(holidays);
  }

  /** How far an answer of this type does what the measure asks for. */
  public Extent fulfilment(String measureCode, String answerCode) {
    return measure(measureCode).fulfilment(answerType(answerCode).code());
  }

  private static <T> Optional<T> find(List<T> all, Function<T, String> codeOf, String wanted) {
    return all.stream().filter(each -> codeOf.apply(each).equals(wanted)).findFirst();
  }

  private <T> T known(Optional<T> found, String what, String wanted) {
    return found.orElseThrow(
        () ->
            new NoSuchElementException(
                "rule set " + code + " " + version + " has no " + what + " '" + wanted + "'"));
  }
}
