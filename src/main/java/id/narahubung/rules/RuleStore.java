package id.narahubung.rules;

import static id.narahubung.db.Tables.ANSWER_FIELD;
import static id.narahubung.db.Tables.ANSWER_TYPE;
import static id.narahubung.db.Tables.CATEGORY;
import static id.narahubung.db.Tables.CATEGORY_LEGAL_BASIS;
import static id.narahubung.db.Tables.CATEGORY_STANDARD;
import static id.narahubung.db.Tables.CHECKLIST_ENTRY;
import static id.narahubung.db.Tables.CHECK_METHOD;
import static id.narahubung.db.Tables.COMMITMENT_FIELD;
import static id.narahubung.db.Tables.COMMITMENT_KIND;
import static id.narahubung.db.Tables.COMPANY_SCALE;
import static id.narahubung.db.Tables.DECISION_KIND;
import static id.narahubung.db.Tables.FINE;
import static id.narahubung.db.Tables.FULFILMENT;
import static id.narahubung.db.Tables.HOLIDAY;
import static id.narahubung.db.Tables.LEGAL_BASIS;
import static id.narahubung.db.Tables.LETTER_STAGE;
import static id.narahubung.db.Tables.MEASURE;
import static id.narahubung.db.Tables.REFUSAL_GROUND;
import static id.narahubung.db.Tables.REQUIREMENT;
import static id.narahubung.db.Tables.RULE_SET;
import static id.narahubung.db.Tables.URGENCY;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import id.narahubung.data.Kept;
import id.narahubung.data.Tx;
import id.narahubung.text.Label;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.SelectField;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * Reads rule sets. Released versions are kept whole, by id, for as long as the program runs: they
 * are never changed, a change is a new version with a later 'in force from'. A draft is read anew.
 */
public final class RuleStore {

  private static final Kept IN_FORCE = new Kept();

  private final Map<Long, RuleSet> known = new ConcurrentHashMap<>();

  /** The version in force at the transaction's instant: the newest that has begun. */
  public RuleSet inForce(Tx tx) {
    long id =
        IN_FORCE
            .fetch(
                tx,
                Map.of(),
                () ->
                    tx.sql()
                        .select(RULE_SET.ID)
                        .from(RULE_SET)
                        .where(RULE_SET.IN_FORCE_FROM.le(Kept.now(tx)))
                        .orderBy(RULE_SET.IN_FORCE_FROM.desc())
                        .limit(inline(1)))
            .stream()
            .findFirst()
            .map(row -> row.get(RULE_SET.ID))
            .orElseThrow(
                () -> new NoSuchElementException("no rule set is in force at " + tx.now()));
    return fetch(tx, id);
  }

  /** The version that a request's row names. */
  public RuleSet fetch(Tx tx, long id) {
    RuleSet kept = known.get(id);
    if (kept != null) {
      return kept;
    }
    // Two may read it at once; both read the same.
    RuleSet read = read(tx, id);
    if (read.inForceFrom().isPresent()) {
      known.put(id, read);
    }
    return read;
  }

  private static RuleSet read(Tx tx, long id) {
    return find(tx, id).orElseThrow(() -> new NoSuchElementException("no rule set " + id));
  }

  /** A version that may be gone meanwhile, as drafts may. */
  static Optional<RuleSet> find(Tx tx, long id) {
    return tx.sql()
        .select(
            RULE_SET.ID,
            RULE_SET.CODE,
            RULE_SET.VERSION,
            row(RULE_SET.IN_FORCE_FROM).mapping(Optional::ofNullable),
            label(RULE_SET.LABEL_ID, RULE_SET.LABEL_EN),
            limits(),
            urgencies(),
            categories(),
            legalBases(),
            row(measures(), answerTypes(), refusalGrounds()).mapping(Answering::new),
            requirements(),
            row(RULE_SET.CONFIRM_SENDING_MINUTES, RULE_SET.NOTICE_MINUTES)
                .mapping(
                    (confirm, notice) -> new Sending(optionalSpan(confirm), optionalSpan(notice))),
            row(letters(), fine()).mapping(Warnings::new),
            row(commitmentKinds(), checkMethods(), checklists()).mapping(Checking::new),
            decisionKinds(),
            holidays())
        .from(RULE_SET)
        .where(RULE_SET.ID.eq(id))
        .fetchOptional(mapping(RuleSet::new));
  }

  private static SelectField<Limits> limits() {
    return row(
            RULE_SET.OBJECT_MINUTES.convertFrom(Duration::ofMinutes),
            RULE_SET.DECIDE_OBJECTION_MINUTES.convertFrom(Duration::ofMinutes),
            RULE_SET.QUESTIONS_PER_ITEM,
            RULE_SET.RECHECK_SAMPLE,
            RULE_SET.RECHECK_SAMPLE_DAYS,
            RULE_SET.MAX_BLOCKS,
            RULE_SET.NORMALISATION_HOURS.convertFrom(Duration::ofHours),
            RULE_SET.COMMITMENT_SOON_DAYS,
            RULE_SET.WAIVER_DAYS,
            RULE_SET.CONTEST_DAYS,
            RULE_SET.ANSWER_CONTEST_DAYS)
        .mapping(Limits::new);
  }

  private static Field<List<Urgency>> urgencies() {
    return multiset(
            select(
                    URGENCY.CODE,
                    URGENCY.MINUTES.convertFrom(Duration::ofMinutes),
                    URGENCY.ACKNOWLEDGE_MINUTES.convertFrom(Duration::ofMinutes),
                    URGENCY.CLARIFICATION_RESTARTS,
                    URGENCY.APPROVE_MINUTES.convertFrom(Duration::ofMinutes),
                    URGENCY.REPLY_MINUTES.convertFrom(Duration::ofMinutes),
                    URGENCY.CHECK_MINUTES.convertFrom(Duration::ofMinutes),
                    URGENCY.DECIDE_MINUTES.convertFrom(Duration::ofMinutes),
                    URGENCY.RECHECK_MINUTES.convertFrom(RuleStore::durations),
                    URGENCY.MARK,
                    label(URGENCY.ARTICLE_ID, URGENCY.ARTICLE_EN),
                    label(URGENCY.LABEL_ID, URGENCY.LABEL_EN))
                .from(URGENCY)
                .where(URGENCY.RULE_SET_ID.eq(RULE_SET.ID))
                .orderBy(URGENCY.ORDINAL))
        .convertFrom(rows -> rows.map(mapping(Urgency::new)));
  }

  private static List<Duration> durations(Integer[] minutes) {
    return Arrays.stream(minutes).map(Duration::ofMinutes).toList();
  }

  private static Field<List<Category>> categories() {
    Field<List<String>> bases =
        multiset(
                select(CATEGORY_LEGAL_BASIS.BASIS_CODE)
                    .from(CATEGORY_LEGAL_BASIS)
                    .join(LEGAL_BASIS)
                    .on(LEGAL_BASIS.RULE_SET_ID.eq(CATEGORY_LEGAL_BASIS.RULE_SET_ID))
                    .and(LEGAL_BASIS.CODE.eq(CATEGORY_LEGAL_BASIS.BASIS_CODE))
                    .where(CATEGORY_LEGAL_BASIS.RULE_SET_ID.eq(CATEGORY.RULE_SET_ID))
                    .and(CATEGORY_LEGAL_BASIS.CATEGORY_CODE.eq(CATEGORY.CODE))
                    .orderBy(LEGAL_BASIS.ORDINAL))
            .convertFrom(rows -> rows.map(row -> row.value1()));
    Field<Optional<Standard>> standard =
        multiset(
                select(
                        CATEGORY_STANDARD.MEASURE_CODE,
                        CATEGORY_STANDARD.ANALYSIS,
                        CATEGORY_STANDARD.REDRESS)
                    .from(CATEGORY_STANDARD)
                    .where(CATEGORY_STANDARD.RULE_SET_ID.eq(CATEGORY.RULE_SET_ID))
                    .and(CATEGORY_STANDARD.CATEGORY_CODE.eq(CATEGORY.CODE)))
            .convertFrom(rows -> rows.map(mapping(Standard::new)).stream().findFirst());
    return multiset(
            select(
                    CATEGORY.CODE,
                    CATEGORY.URGENCY_CODE,
                    label(CATEGORY.LABEL_ID, CATEGORY.LABEL_EN),
                    bases,
                    standard,
                    CATEGORY.FINE_PERCENT,
                    CATEGORY.RESTRICTED)
                .from(CATEGORY)
                .where(CATEGORY.RULE_SET_ID.eq(RULE_SET.ID))
                .orderBy(CATEGORY.ORDINAL))
        .convertFrom(rows -> rows.map(mapping(Category::new)));
  }

  private static Field<List<LegalBasis>> legalBases() {
    return multiset(
            select(
                    LEGAL_BASIS.CODE,
                    label(LEGAL_BASIS.LABEL_ID, LEGAL_BASIS.LABEL_EN),
                    row(LEGAL_BASIS.VALID_UNTIL).mapping(Optional::ofNullable))
                .from(LEGAL_BASIS)
                .where(LEGAL_BASIS.RULE_SET_ID.eq(RULE_SET.ID))
                .orderBy(LEGAL_BASIS.ORDINAL))
        .convertFrom(rows -> rows.map(mapping(LegalBasis::new)));
  }

  private static Field<List<Measure>> measures() {
    Field<Map<String, Extent>> fulfilledBy =
        multiset(
                select(FULFILMENT.ANSWER_CODE, coded(FULFILMENT.EXTENT, Extent.class))
                    .from(FULFILMENT)
                    .where(FULFILMENT.RULE_SET_ID.eq(MEASURE.RULE_SET_ID))
                    .and(FULFILMENT.MEASURE_CODE.eq(MEASURE.CODE)))
            .convertFrom(rows -> rows.collect(Records.intoMap()));
    return multiset(
            select(MEASURE.CODE, label(MEASURE.LABEL_ID, MEASURE.LABEL_EN), fulfilledBy)
                .from(MEASURE)
                .where(MEASURE.RULE_SET_ID.eq(RULE_SET.ID))
                .orderBy(MEASURE.ORDINAL))
        .convertFrom(rows -> rows.map(mapping(Measure::new)));
  }

  private static Field<List<AnswerType>> answerTypes() {
    Field<List<AnswerField>> fields =
        multiset(
                select(
                        ANSWER_FIELD.CODE,
                        coded(ANSWER_FIELD.INPUT, AnswerField.Input.class),
                        ANSWER_FIELD.REQUIRED,
                        ANSWER_FIELD.OPTIONS.convertFrom(AnswerOption::parse),
                        label(ANSWER_FIELD.LABEL_ID, ANSWER_FIELD.LABEL_EN))
                    .from(ANSWER_FIELD)
                    .where(ANSWER_FIELD.RULE_SET_ID.eq(ANSWER_TYPE.RULE_SET_ID))
                    .and(ANSWER_FIELD.ANSWER_CODE.eq(ANSWER_TYPE.CODE))
                    .orderBy(ANSWER_FIELD.ORDINAL))
            .convertFrom(rows -> rows.map(mapping(AnswerField::new)));
    return multiset(
            select(
                    ANSWER_TYPE.CODE,
                    ANSWER_TYPE.CLASS,
                    label(ANSWER_TYPE.LABEL_ID, ANSWER_TYPE.LABEL_EN),
                    label(ANSWER_TYPE.HINT_ID, ANSWER_TYPE.HINT_EN),
                    fields)
                .from(ANSWER_TYPE)
                .where(ANSWER_TYPE.RULE_SET_ID.eq(RULE_SET.ID))
                .orderBy(ANSWER_TYPE.ORDINAL))
        .convertFrom(rows -> rows.map(mapping(AnswerType::new)));
  }

  private static Field<List<RefusalGround>> refusalGrounds() {
    return multiset(
            select(REFUSAL_GROUND.CODE, label(REFUSAL_GROUND.LABEL_ID, REFUSAL_GROUND.LABEL_EN))
                .from(REFUSAL_GROUND)
                .where(REFUSAL_GROUND.RULE_SET_ID.eq(RULE_SET.ID))
                .orderBy(REFUSAL_GROUND.ORDINAL))
        .convertFrom(rows -> rows.map(mapping(RefusalGround::new)));
  }

  private static Field<List<Requirement>> requirements() {
    return multiset(
            select(
                    REQUIREMENT.NEED,
                    REQUIREMENT.OVERRIDABLE,
                    label(REQUIREMENT.ARTICLE_ID, REQUIREMENT.ARTICLE_EN))
                .from(REQUIREMENT)
                .where(REQUIREMENT.RULE_SET_ID.eq(RULE_SET.ID))
                .orderBy(REQUIREMENT.ORDINAL))
        .convertFrom(rows -> rows.map(mapping(Requirement::new)));
  }

  private static Field<List<LetterStage>> letters() {
    return multiset(
            select(
                    LETTER_STAGE.CODE,
                    LETTER_STAGE.ORDINAL,
                    LETTER_STAGE.PROPOSE_MINUTES.convertFrom(Duration::ofMinutes),
                    row(LETTER_STAGE.DUE_MINUTES, LETTER_STAGE.DUE_WORKING_DAYS).mapping(Term::of),
                    LETTER_STAGE.FINED,
                    LETTER_STAGE.FINE_PERCENT,
                    LETTER_STAGE.ASKS_TO_PAY,
                    label(LETTER_STAGE.ARTICLE_ID, LETTER_STAGE.ARTICLE_EN),
                    label(LETTER_STAGE.LABEL_ID, LETTER_STAGE.LABEL_EN))
                .from(LETTER_STAGE)
                .where(LETTER_STAGE.RULE_SET_ID.eq(RULE_SET.ID))
                .orderBy(LETTER_STAGE.ORDINAL))
        .convertFrom(rows -> rows.map(mapping(LetterStage::new)));
  }

  private static Field<Optional<Fine>> fine() {
    Field<List<Fine.CompanyScale>> scales =
        multiset(
                select(
                        COMPANY_SCALE.CODE,
                        COMPANY_SCALE.FINE_PERCENT,
                        label(COMPANY_SCALE.LABEL_ID, COMPANY_SCALE.LABEL_EN))
                    .from(COMPANY_SCALE)
                    .where(COMPANY_SCALE.RULE_SET_ID.eq(FINE.RULE_SET_ID))
                    .orderBy(COMPANY_SCALE.ORDINAL))
            .convertFrom(rows -> rows.map(mapping(Fine.CompanyScale::new)));
    return multiset(
            select(
                    row(FINE.BASE).mapping(Optional::ofNullable),
                    FINE.MOST,
                    FINE.ADDS_UP,
                    label(FINE.ARTICLE_ID, FINE.ARTICLE_EN),
                    scales)
                .from(FINE)
                .where(FINE.RULE_SET_ID.eq(RULE_SET.ID)))
        .convertFrom(rows -> rows.map(mapping(Fine::new)).stream().findFirst());
  }

  private static Field<List<CommitmentKind>> commitmentKinds() {
    Field<List<CommitmentField>> fields =
        multiset(
                select(
                        COMMITMENT_FIELD.CODE,
                        label(COMMITMENT_FIELD.LABEL_ID, COMMITMENT_FIELD.LABEL_EN),
                        coded(COMMITMENT_FIELD.TYPE, CommitmentField.Type.class),
                        COMMITMENT_FIELD.REQUIRED,
                        bounds(COMMITMENT_FIELD.MIN_VALUE, COMMITMENT_FIELD.MAX_VALUE),
                        COMMITMENT_FIELD.PER_ROW)
                    .from(COMMITMENT_FIELD)
                    .where(COMMITMENT_FIELD.RULE_SET_ID.eq(COMMITMENT_KIND.RULE_SET_ID))
                    .and(COMMITMENT_FIELD.KIND_CODE.eq(COMMITMENT_KIND.CODE))
                    .orderBy(COMMITMENT_FIELD.POSITION))
            .convertFrom(rows -> rows.map(mapping(CommitmentField::new)));
    return multiset(
            select(
                    COMMITMENT_KIND.CODE,
                    label(COMMITMENT_KIND.LABEL_ID, COMMITMENT_KIND.LABEL_EN),
                    row(COMMITMENT_KIND.UNIT_ID, COMMITMENT_KIND.UNIT_EN)
                        .mapping(RuleStore::optionalLabel),
                    coded(COMMITMENT_KIND.DIRECTION, CommitmentKind.Direction.class),
                    label(COMMITMENT_KIND.PROOF_ID, COMMITMENT_KIND.PROOF_EN),
                    COMMITMENT_KIND.METHOD_CODE,
                    row(COMMITMENT_KIND.CHECK_EVERY_DAYS).mapping(Optional::ofNullable),
                    row(COMMITMENT_KIND.PROOF_VALID_DAYS).mapping(Optional::ofNullable),
                    COMMITMENT_KIND.SELF_MEASURED,
                    bounds(COMMITMENT_KIND.MIN_VALUE, COMMITMENT_KIND.MAX_VALUE),
                    fields)
                .from(COMMITMENT_KIND)
                .where(COMMITMENT_KIND.RULE_SET_ID.eq(RULE_SET.ID))
                .orderBy(COMMITMENT_KIND.POSITION))
        .convertFrom(rows -> rows.map(mapping(CommitmentKind::new)));
  }

  private static SelectField<Bounds> bounds(Field<Integer> least, Field<Integer> most) {
    return row(least, most)
        .mapping((low, high) -> new Bounds(Optional.ofNullable(low), Optional.ofNullable(high)));
  }

  private static Field<List<CheckMethod>> checkMethods() {
    return multiset(
            select(
                    CHECK_METHOD.CODE,
                    label(CHECK_METHOD.LABEL_ID, CHECK_METHOD.LABEL_EN),
                    coded(CHECK_METHOD.FORM, CheckMethod.Form.class),
                    CHECK_METHOD.SECOND_PERSON)
                .from(CHECK_METHOD)
                .where(CHECK_METHOD.RULE_SET_ID.eq(RULE_SET.ID))
                .orderBy(CHECK_METHOD.POSITION))
        .convertFrom(rows -> rows.map(mapping(CheckMethod::new)));
  }

  private static Field<List<ChecklistEntry>> checklists() {
    return multiset(
            select(
                    CHECKLIST_ENTRY.LIST,
                    CHECKLIST_ENTRY.CODE,
                    label(CHECKLIST_ENTRY.LABEL_ID, CHECKLIST_ENTRY.LABEL_EN),
                    row(CHECKLIST_ENTRY.EVIDENCE)
                        .mapping(
                            code ->
                                Optional.ofNullable(code)
                                    .map(known -> named(known, ChecklistEntry.Evidence.class))),
                    CHECKLIST_ENTRY.NEEDS_FILE,
                    CHECKLIST_ENTRY.LEAST_LENGTH.convertFrom(Optional::ofNullable))
                .from(CHECKLIST_ENTRY)
                .where(CHECKLIST_ENTRY.RULE_SET_ID.eq(RULE_SET.ID))
                .orderBy(CHECKLIST_ENTRY.POSITION))
        .convertFrom(rows -> rows.map(mapping(ChecklistEntry::new)));
  }

  private static Field<List<DecisionKind>> decisionKinds() {
    return multiset(
            select(
                    DECISION_KIND.CODE,
                    label(DECISION_KIND.LABEL_ID, DECISION_KIND.LABEL_EN),
                    coded(DECISION_KIND.EFFECT, DecisionKind.Effect.class),
                    DECISION_KIND.IS_REBLOCK,
                    DECISION_KIND.NEEDS_END,
                    DECISION_KIND.NEEDS_CONDITIONS,
                    DECISION_KIND.NEEDS_WATCH)
                .from(DECISION_KIND)
                .where(DECISION_KIND.RULE_SET_ID.eq(RULE_SET.ID))
                .orderBy(DECISION_KIND.POSITION))
        .convertFrom(rows -> rows.map(mapping(DecisionKind::new)));
  }

  private static Field<List<Holiday>> holidays() {
    return multiset(
            select(
                    HOLIDAY.DAY,
                    HOLIDAY.KIND,
                    HOLIDAY.PROVISIONAL,
                    label(HOLIDAY.LABEL_ID, HOLIDAY.LABEL_EN))
                .from(HOLIDAY)
                .where(HOLIDAY.RULE_SET_ID.eq(RULE_SET.ID))
                .orderBy(HOLIDAY.DAY))
        .convertFrom(rows -> rows.map(mapping(Holiday::new)));
  }

  private static <E extends Enum<E>> Field<E> coded(TableField<?, String> code, Class<E> type) {
    return code.convertFrom(stored -> named(stored, type));
  }

  private static <E extends Enum<E>> E named(String code, Class<E> type) {
    return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
  }

  private static Optional<Label> optionalLabel(@Nullable String id, @Nullable String en) {
    return id == null || en == null ? Optional.empty() : Optional.of(new Label(id, en));
  }

  private static Optional<Duration> optionalSpan(@Nullable Integer minutes) {
    return Optional.ofNullable(minutes).map(Duration::ofMinutes);
  }

  private static SelectField<Label> label(TableField<?, String> id, TableField<?, String> en) {
    return row(id, en).mapping(Label::new);
  }
}
