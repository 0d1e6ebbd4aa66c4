package id.narahubung.verification;

import static id.narahubung.db.Tables.ACCESS_DECISION;
import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.ORGANISATION;
import static id.narahubung.db.Tables.PERSON;
import static id.narahubung.db.Tables.PERSON_ROLE;
import static id.narahubung.db.Tables.PLATFORM;
import static id.narahubung.db.Tables.REQUEST;
import static id.narahubung.db.Tables.VERIFICATION_CHECK;
import static id.narahubung.db.Tables.VERIFICATION_FIELD;
import static id.narahubung.db.Tables.VERIFICATION_LINE;
import static id.narahubung.db.Tables.VERIFICATION_RECORDER;
import static id.narahubung.db.Tables.VERIFICATION_RESULT;
import static id.narahubung.db.Tables.VERIFICATION_STEP;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.data.Tx;
import id.narahubung.db.Routines;
import id.narahubung.ledger.By;
import id.narahubung.ledger.Ledger;
import id.narahubung.rules.CheckMethod;
import id.narahubung.verification.VerificationResult.Sampled;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;

/** Steps, what was recorded of them, and what they came to. */
public final class VerificationStore {

  private static final id.narahubung.db.tables.VerificationStep EARLIER =
      VERIFICATION_STEP.as("earlier");

  private static final Field<Optional<String>> AGAIN =
      field(select(EARLIER.NUMBER).from(EARLIER).where(EARLIER.ID.eq(VERIFICATION_STEP.AGAIN_OF)))
          .convertFrom(Optional::ofNullable);

  private static final Field<CheckMethod.Form> LOOKS_AS =
      Routines.formOfCheck(VERIFICATION_STEP.ID)
          .convertFrom(form -> CheckMethod.Form.valueOf(form.toUpperCase(Locale.ROOT)));

  /** As addresses have it. */
  private static final Field<String> DECISION =
      DSL.coalesce(ACCESS_DECISION.NUMBER, ACCESS_DECISION.ID.cast(String.class));

  private static final Field<VerificationStep.Of> OF =
      field(
          row(
                  VERIFICATION_STEP.PLATFORM_ID,
                  PLATFORM.NAME,
                  VERIFICATION_STEP.COMPANY_ID,
                  ORGANISATION.NAME,
                  VERIFICATION_STEP.COMMITMENT_ID,
                  VERIFICATION_STEP.REQUEST_ID,
                  REQUEST.NUMBER,
                  VERIFICATION_STEP.DECISION_ID,
                  DECISION)
              .convertFrom(
                  r ->
                      new VerificationStep.Of(
                          r.value1(),
                          r.value2(),
                          r.value3(),
                          r.value4(),
                          Optional.ofNullable(r.value5()),
                          Optional.ofNullable(r.value6()),
                          Optional.ofNullable(r.value7()),
                          Optional.ofNullable(r.value8()),
                          Optional.ofNullable(r.value9()))));

  private static final Field<VerificationStep.Plan> PLAN =
      field(
          row(
                  VERIFICATION_STEP.PLANNED_ON,
                  VERIFICATION_STEP.PLANNED_AT,
                  VERIFICATION_STEP.PLACE,
                  VERIFICATION_STEP.OFFICER_ID,
                  PERSON.NAME)
              .convertFrom(
                  r ->
                      new VerificationStep.Plan(
                          r.value1(),
                          Optional.ofNullable(r.value2()),
                          r.value3(),
                          r.value4(),
                          r.value5())));

  /** The step of a number; NotFound when there is none the viewer can see. */
  public VerificationStep fetch(Tx tx, String number) {
    return steps(tx)
        .where(VERIFICATION_STEP.NUMBER.eq(number))
        .fetchOptional(VerificationStore::toStep)
        .orElseThrow(() -> new NotFound(number));
  }

  /** A decision a step may be planned from, as addresses have it. */
  record Decided(long id, String path, long platformId) {}

  /** The decision of an id, or of a number; NotFound when there is none the viewer can see. */
  Decided decision(Tx tx, String path) {
    return tx.sql()
        .select(ACCESS_DECISION.ID, DECISION, ACCESS_DECISION.PLATFORM_ID)
        .from(ACCESS_DECISION)
        .where(DECISION.eq(path).or(ACCESS_DECISION.ID.cast(String.class).eq(path)))
        .fetchOptional(mapping(Decided::new))
        .orElseThrow(() -> new NotFound("decision " + path));
  }

  /** The numbers of the steps that were planned from a decision, as far as the viewer sees them. */
  public List<String> ofDecision(Tx tx, long decision) {
    return tx.person().side() == Side.MINISTRY
        ? tx.sql()
            .select(VERIFICATION_STEP.NUMBER)
            .from(VERIFICATION_STEP)
            .where(VERIFICATION_STEP.DECISION_ID.eq(decision))
            .orderBy(VERIFICATION_STEP.ID)
            .fetch(VERIFICATION_STEP.NUMBER)
        : tx.sql()
            .select(VERIFICATION_RESULT.STEP_NUMBER)
            .from(VERIFICATION_RESULT)
            .where(RESULT_DECISION.eq(decision))
            .orderBy(VERIFICATION_RESULT.ID)
            .fetch(VERIFICATION_RESULT.STEP_NUMBER);
  }

  /** The number of the step that an act planned. */
  String ofEvent(Tx tx, long event) {
    return tx.sql()
        .select(VERIFICATION_STEP.NUMBER)
        .from(VERIFICATION_STEP)
        .where(VERIFICATION_STEP.EVENT_ID.eq(event))
        .fetchOptional(VERIFICATION_STEP.NUMBER)
        .orElseThrow(() -> new NotFound("verification"));
  }

  /** The step of a number, held until the transaction ends, for one who may do what is needed. */
  VerificationStep lock(Tx tx, String number, Permission needed) {
    fetch(tx, number);
    tx.viewer().require(needed);
    tx.sql()
        .select(VERIFICATION_STEP.ID)
        .from(VERIFICATION_STEP)
        .where(VERIFICATION_STEP.NUMBER.eq(number))
        .forUpdate()
        .fetch();
    return fetch(tx, number);
  }

  static SelectJoinStep<Record> steps(Tx tx) {
    return tx.sql()
        .select(VERIFICATION_STEP.fields())
        .select(OF, PLAN, AGAIN, LOOKS_AS)
        .from(VERIFICATION_STEP)
        .join(PLATFORM)
        .on(PLATFORM.ID.eq(VERIFICATION_STEP.PLATFORM_ID))
        .join(ORGANISATION)
        .on(ORGANISATION.ID.eq(VERIFICATION_STEP.COMPANY_ID))
        .join(PERSON)
        .on(PERSON.ID.eq(VERIFICATION_STEP.OFFICER_ID))
        .leftJoin(REQUEST)
        .on(REQUEST.ID.eq(VERIFICATION_STEP.REQUEST_ID))
        .leftJoin(ACCESS_DECISION)
        .on(ACCESS_DECISION.ID.eq(VERIFICATION_STEP.DECISION_ID));
  }

  static VerificationStep toStep(Record r) {
    return new VerificationStep(
        r.get(VERIFICATION_STEP.ID),
        r.get(VERIFICATION_STEP.NUMBER),
        r.get(OF),
        r.get(VERIFICATION_STEP.RULE_SET_ID),
        r.get(VERIFICATION_STEP.METHOD_CODE),
        r.get(LOOKS_AS),
        r.get(VERIFICATION_STEP.CLAIM),
        r.get(PLAN),
        r.get(AGAIN),
        r.get(VERIFICATION_STEP.STAGE),
        Optional.ofNullable(r.get(VERIFICATION_STEP.CARRIED_OUT_ON)),
        r.get(VERIFICATION_STEP.NETWORK),
        r.get(VERIFICATION_STEP.NOTES),
        r.get(VERIFICATION_STEP.CALL_OFF_REASON),
        r.get(VERIFICATION_STEP.VERSION));
  }

  /** What was recorded of a step; none before anything was. */
  Optional<Recorded> recorded(Tx tx, VerificationStep step) {
    return step.carriedOutOn()
        .map(
            day ->
                new Recorded(
                    day,
                    step.plan().place(),
                    step.network(),
                    step.notes(),
                    fields(tx, step),
                    lines(tx, step),
                    checks(tx, step)));
  }

  private static Map<String, String> fields(Tx tx, VerificationStep step) {
    return tx.sql()
        .select(VERIFICATION_FIELD.CODE, VERIFICATION_FIELD.VALUE)
        .from(VERIFICATION_FIELD)
        .where(VERIFICATION_FIELD.STEP_ID.eq(step.id()))
        .fetchMap(VERIFICATION_FIELD.CODE, VERIFICATION_FIELD.VALUE);
  }

  private static List<Line> lines(Tx tx, VerificationStep step) {
    return tx.sql()
        .select(
            VERIFICATION_LINE.KIND,
            VERIFICATION_LINE.LABEL,
            VERIFICATION_LINE.DETAIL,
            VERIFICATION_LINE.AMOUNT.convertFrom(Optional::ofNullable),
            VERIFICATION_LINE.RUNG_AT.convertFrom(Optional::ofNullable),
            VERIFICATION_LINE.ANSWERED_AT.convertFrom(Optional::ofNullable))
        .from(VERIFICATION_LINE)
        .where(VERIFICATION_LINE.STEP_ID.eq(step.id()))
        .orderBy(VERIFICATION_LINE.KIND, VERIFICATION_LINE.ORDINAL)
        .fetch(mapping(Line::new));
  }

  private static List<Recorded.Checked> checks(Tx tx, VerificationStep step) {
    return tx.sql()
        .select(VERIFICATION_CHECK.ENTRY_CODE, VERIFICATION_CHECK.ANSWER, VERIFICATION_CHECK.NOTE)
        .from(VERIFICATION_CHECK)
        .where(VERIFICATION_CHECK.STEP_ID.eq(step.id()))
        .fetch(mapping(Recorded.Checked::new));
  }

  /** Who had a hand in what was recorded, the latest first. */
  List<By> recorders(Tx tx, VerificationStep step) {
    return tx.sql()
        .select(Ledger.BY)
        .from(VERIFICATION_RECORDER)
        .join(EVENT)
        .on(EVENT.ID.eq(VERIFICATION_RECORDER.EVENT_ID))
        .where(VERIFICATION_RECORDER.STEP_ID.eq(step.id()))
        .orderBy(EVENT.ID.desc())
        .fetch(Ledger.BY);
  }

  /** Somebody of the ministry who may go. */
  record Officer(long id, String name) {}

  /** Those who may record steps, by name. */
  List<Officer> officers(Tx tx) {
    return tx.sql()
        .select(PERSON.ID, PERSON.NAME)
        .from(PERSON)
        .where(
            PERSON.SIDE.eq(Side.MINISTRY),
            PERSON.ACTIVE.isTrue(),
            DSL.exists(
                selectOne()
                    .from(PERSON_ROLE)
                    .where(
                        PERSON_ROLE.PERSON_ID.eq(PERSON.ID),
                        PERSON_ROLE.ROLE.in(Role.holding(Permission.RECORD_VERIFICATIONS)))))
        .orderBy(PERSON.NAME, PERSON.ID)
        .fetch(mapping(Officer::new));
  }

  /** Of the step it came from: as far as the viewer may know of it, which PostgreSQL says. */
  private static final Field<Long> RESULT_DECISION =
      Routines.decisionOfCheck(VERIFICATION_RESULT.STEP_NUMBER);

  private static final Field<VerificationStep.Of> RESULT_OF =
      field(
          row(
                  VERIFICATION_RESULT.PLATFORM_ID,
                  PLATFORM.NAME,
                  VERIFICATION_RESULT.COMPANY_ID,
                  ORGANISATION.NAME,
                  VERIFICATION_RESULT.COMMITMENT_ID,
                  VERIFICATION_RESULT.REQUEST_ID,
                  REQUEST.NUMBER,
                  RESULT_DECISION,
                  DECISION)
              .convertFrom(
                  r ->
                      new VerificationStep.Of(
                          r.value1(),
                          r.value2(),
                          r.value3(),
                          r.value4(),
                          Optional.ofNullable(r.value5()),
                          Optional.ofNullable(r.value6()),
                          Optional.ofNullable(r.value7()),
                          Optional.ofNullable(r.value8()),
                          Optional.ofNullable(r.value9()))));

  /** What a step came to; none before it is concluded. */
  public Optional<VerificationResult> findResult(Tx tx, String number) {
    return results(tx)
        .where(VERIFICATION_RESULT.STEP_NUMBER.eq(number))
        .fetchOptional(VerificationStore::toResult);
  }

  /** What steps counted, by their numbers; nothing of those that counted nothing. */
  public Map<String, Counted> counted(Tx tx, Collection<String> numbers) {
    if (numbers.isEmpty()) {
      return Map.of();
    }
    Map<String, Counted> counted = new HashMap<>();
    for (VerificationResult each :
        results(tx)
            .where(VERIFICATION_RESULT.STEP_NUMBER.in(numbers))
            .fetch(VerificationStore::toResult)) {
      each.counted().ifPresent(found -> counted.put(each.number(), found));
    }
    return counted;
  }

  /** The latest results that the viewer sees, behind the last one of the page before. */
  List<VerificationResult> results(Tx tx, Optional<Long> before, int most) {
    return results(tx)
        .where(before.map(VERIFICATION_RESULT.ID::lt).orElse(noCondition()))
        .orderBy(VERIFICATION_RESULT.ID.desc())
        .limit(most)
        .fetch(VerificationStore::toResult);
  }

  /** Results, with what else is read beside them. */
  static SelectJoinStep<Record> results(Tx tx, Field<?>... more) {
    return tx.sql()
        .select(VERIFICATION_RESULT.fields())
        .select(RESULT_OF, Ledger.BY)
        .select(more)
        .from(VERIFICATION_RESULT)
        .join(EVENT)
        .on(EVENT.ID.eq(VERIFICATION_RESULT.EVENT_ID))
        .join(PLATFORM)
        .on(PLATFORM.ID.eq(VERIFICATION_RESULT.PLATFORM_ID))
        .join(ORGANISATION)
        .on(ORGANISATION.ID.eq(VERIFICATION_RESULT.COMPANY_ID))
        .leftJoin(REQUEST)
        .on(REQUEST.ID.eq(VERIFICATION_RESULT.REQUEST_ID))
        .leftJoin(ACCESS_DECISION)
        .on(ACCESS_DECISION.ID.eq(RESULT_DECISION));
  }

  static VerificationResult toResult(Record r) {
    return new VerificationResult(
        r.get(VERIFICATION_RESULT.ID),
        r.get(VERIFICATION_RESULT.STEP_NUMBER),
        r.get(RESULT_OF),
        r.get(VERIFICATION_RESULT.RULE_SET_ID),
        r.get(VERIFICATION_RESULT.METHOD_CODE),
        r.get(VERIFICATION_RESULT.CLAIM),
        r.get(VERIFICATION_RESULT.CARRIED_OUT_ON),
        r.get(VERIFICATION_RESULT.PLACE),
        r.get(VERIFICATION_RESULT.RESULT),
        Optional.ofNullable(r.get(VERIFICATION_RESULT.VALUE)),
        r.get(VERIFICATION_RESULT.FINDINGS),
        Optional.ofNullable(r.get(VERIFICATION_RESULT.FOLLOW_UP)),
        Optional.ofNullable(r.get(VERIFICATION_RESULT.NEW_DUE_ON)),
        r.get(VERIFICATION_RESULT.NOTHING_BECAUSE),
        Optional.ofNullable(r.get(VERIFICATION_RESULT.VALID_UNTIL)),
        Optional.ofNullable(r.get(VERIFICATION_RESULT.LIST_SIZE)).map(list -> sampled(r, list)),
        Optional.ofNullable(r.get(VERIFICATION_RESULT.UPLOADED))
            .map(uploaded -> new Recorded.Uploads(uploaded, r.get(VERIFICATION_RESULT.CAUGHT))),
        r.get(VERIFICATION_RESULT.SETTLED),
        r.get(Ledger.BY),
        r.get(VERIFICATION_RESULT.CONCLUDED_AT));
  }

  private static Sampled sampled(Record r, int list) {
    return Sampled.of(
        list,
        r.get(VERIFICATION_RESULT.SAMPLE_SIZE),
        r.get(VERIFICATION_RESULT.FAILED),
        r.get(VERIFICATION_RESULT.UNCHECKED),
        r.get(VERIFICATION_RESULT.UNLOOKED),
        r.get(VERIFICATION_RESULT.URGENT),
        r.get(VERIFICATION_RESULT.URGENT_FAILED),
        r.get(VERIFICATION_RESULT.URGENT_UNCHECKED),
        r.get(VERIFICATION_RESULT.URGENT_UNLOOKED),
        r.get(VERIFICATION_RESULT.BOUND_PERCENT),
        r.get(VERIFICATION_RESULT.CONFIDENCE));
  }
}
