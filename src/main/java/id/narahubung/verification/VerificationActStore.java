package id.narahubung.verification;

import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.VERIFICATION_CHECK;
import static id.narahubung.db.Tables.VERIFICATION_COUNTER;
import static id.narahubung.db.Tables.VERIFICATION_FIELD;
import static id.narahubung.db.Tables.VERIFICATION_LINE;
import static id.narahubung.db.Tables.VERIFICATION_RECORDER;
import static id.narahubung.db.Tables.VERIFICATION_RESULT;
import static id.narahubung.db.Tables.VERIFICATION_STEP;

import id.narahubung.access.Share;
import id.narahubung.access.Stale;
import id.narahubung.data.Tx;
import id.narahubung.db.tables.records.VerificationCheckRecord;
import id.narahubung.db.tables.records.VerificationFieldRecord;
import id.narahubung.db.tables.records.VerificationLineRecord;
import id.narahubung.db.tables.records.VerificationResultRecord;
import id.narahubung.db.tables.records.VerificationStepRecord;
import id.narahubung.ledger.NumberStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.impl.DSL;

/** Writes steps and what is done to them. */
final class VerificationActStore {

  /** The next of the year; see {@link NumberStore}. */
  String number(Tx tx) {
    return NumberStore.next(
        tx, VERIFICATION_COUNTER, VERIFICATION_COUNTER.YEAR, VERIFICATION_COUNTER.LAST, "VR", 4);
  }

  /** What is written of a new step beside what was given. */
  record New(
      String number,
      long company,
      long ruleSet,
      Optional<Long> commitment,
      Optional<Long> request,
      Optional<Long> again) {}

  void insert(Tx tx, long event, New step, PlanGiven given) {
    VerificationStepRecord row = tx.sql().newRecord(VERIFICATION_STEP);
    row.setCompanyId(step.company());
    row.setSide(Share.MINISTRY);
    row.setPlatformId(given.from().platformId());
    row.setNumber(step.number());
    row.setEventId(event);
    row.setRuleSetId(step.ruleSet());
    row.setMethodCode(given.methodCode());
    step.commitment().ifPresent(row::setCommitmentId);
    step.request().ifPresent(row::setRequestId);
    given.from().decision().ifPresent(row::setDecisionId);
    step.again().ifPresent(row::setAgainOf);
    row.setClaim(given.claim());
    row.setPlannedOn(given.when().on());
    row.setPlannedAt(given.when().at().orElse(null));
    row.setPlace(given.when().place());
    row.setOfficerId(given.when().officer());
    row.setStage(VerificationStage.PLANNED);
    row.insert();
  }

  void plan(Tx tx, VerificationStep step, PlanGiven.When when) {
    VerificationStepRecord row = tx.sql().newRecord(VERIFICATION_STEP);
    row.setPlannedOn(when.on());
    row.setPlannedAt(when.at().orElse(null));
    row.setPlace(when.place());
    row.setOfficerId(when.officer());
    change(tx, step, row);
  }

  /** Writes what was recorded in place of what was before, and who had a hand in it. */
  void record(Tx tx, long event, VerificationStep step, Recorded given) {
    VerificationStepRecord row = tx.sql().newRecord(VERIFICATION_STEP);
    row.setStage(VerificationStage.RECORDED);
    row.setCarriedOutOn(given.carriedOutOn());
    row.setPlace(given.place());
    row.setNetwork(given.network());
    row.setNotes(given.notes());
    change(tx, step, row);
    replaceFields(tx, step, given.fields());
    replaceLines(tx, step, given.lines());
    replaceChecks(tx, step, given.checks());
    addRecorder(tx, event, step);
  }

  private static void replaceFields(Tx tx, VerificationStep step, Map<String, String> fields) {
    tx.sql()
        .deleteFrom(VERIFICATION_FIELD)
        .where(VERIFICATION_FIELD.STEP_ID.eq(step.id()))
        .execute();
    List<VerificationFieldRecord> rows = new ArrayList<>();
    fields.forEach(
        (code, value) -> {
          VerificationFieldRecord row = tx.sql().newRecord(VERIFICATION_FIELD);
          row.setStepId(step.id());
          row.setCompanyId(step.of().companyId());
          row.setSide(Share.MINISTRY);
          row.setCode(code);
          row.setValue(value);
          rows.add(row);
        });
    tx.insert(rows);
  }

  private static void replaceLines(Tx tx, VerificationStep step, List<Line> lines) {
    tx.sql().deleteFrom(VERIFICATION_LINE).where(VERIFICATION_LINE.STEP_ID.eq(step.id())).execute();
    Map<Line.Kind, Integer> ordinals = new EnumMap<>(Line.Kind.class);
    List<VerificationLineRecord> rows = new ArrayList<>();
    for (Line line : lines) {
      VerificationLineRecord row = tx.sql().newRecord(VERIFICATION_LINE);
      row.setStepId(step.id());
      row.setCompanyId(step.of().companyId());
      row.setSide(Share.MINISTRY);
      row.setKind(line.kind());
      row.setOrdinal(ordinals.merge(line.kind(), 1, Integer::sum));
      row.setLabel(line.label());
      row.setDetail(line.detail());
      row.setAmount(line.amount().orElse(null));
      row.setRungAt(line.rungAt().orElse(null));
      row.setAnsweredAt(line.answeredAt().orElse(null));
      rows.add(row);
    }
    tx.insert(rows);
  }

  private static void replaceChecks(Tx tx, VerificationStep step, List<Recorded.Checked> checks) {
    tx.sql()
        .deleteFrom(VERIFICATION_CHECK)
        .where(VERIFICATION_CHECK.STEP_ID.eq(step.id()))
        .execute();
    List<VerificationCheckRecord> rows = new ArrayList<>();
    for (Recorded.Checked check : checks) {
      VerificationCheckRecord row = tx.sql().newRecord(VERIFICATION_CHECK);
      row.setStepId(step.id());
      row.setCompanyId(step.of().companyId());
      row.setSide(Share.MINISTRY);
      row.setEntryCode(check.entry());
      row.setAnswer(check.answer());
      row.setNote(check.note());
      rows.add(row);
    }
    tx.insert(rows);
  }

  /** Keeps that somebody looked at what was drawn: with the first look the step is carried out. */
  void look(Tx tx, long event, VerificationStep step, LocalDate today) {
    if (step.stage() == VerificationStage.PLANNED) {
      VerificationStepRecord row = tx.sql().newRecord(VERIFICATION_STEP);
      row.setStage(VerificationStage.RECORDED);
      row.setCarriedOutOn(today);
      change(tx, step, row);
    } else {
      touch(tx, step);
    }
    keepHand(tx, event, step);
  }

  /** Keeps that whoever acts now had a hand in what is recorded, once. */
  void keepHand(Tx tx, long event, VerificationStep step) {
    if (!hasHand(tx, event, step)) {
      addRecorder(tx, event, step);
    }
  }

  /** Whether the one who acts now, by the same role, is kept already. */
  private static boolean hasHand(Tx tx, long event, VerificationStep step) {
    var now = EVENT.as("act");
    return tx.sql()
        .fetchExists(
            DSL.selectOne()
                .from(VERIFICATION_RECORDER)
                .join(EVENT)
                .on(EVENT.ID.eq(VERIFICATION_RECORDER.EVENT_ID))
                .join(now)
                .on(now.ID.eq(event))
                .where(
                    VERIFICATION_RECORDER.STEP_ID.eq(step.id()),
                    EVENT.ACTOR_ID.eq(now.ACTOR_ID),
                    EVENT.LOAN_ID.isNotDistinctFrom(now.LOAN_ID)));
  }

  /** Keeps that an act had a hand in what was recorded. */
  private static void addRecorder(Tx tx, long event, VerificationStep step) {
    tx.sql()
        .insertInto(VERIFICATION_RECORDER)
        .set(VERIFICATION_RECORDER.STEP_ID, step.id())
        .set(VERIFICATION_RECORDER.COMPANY_ID, step.of().companyId())
        .set(VERIFICATION_RECORDER.SIDE, Share.MINISTRY)
        .set(VERIFICATION_RECORDER.EVENT_ID, event)
        .execute();
  }

  void callOff(Tx tx, VerificationStep step, String reason) {
    VerificationStepRecord row = tx.sql().newRecord(VERIFICATION_STEP);
    row.setStage(VerificationStage.CALLED_OFF);
    row.setCallOffReason(reason);
    change(tx, step, row);
  }

  /** Closes the step and writes what both sides read. */
  void conclude(
      Tx tx,
      long event,
      VerificationStep step,
      ConclusionGiven given,
      Optional<Counted> counted,
      int settled) {
    VerificationStepRecord row = tx.sql().newRecord(VERIFICATION_STEP);
    row.setStage(VerificationStage.CONCLUDED);
    change(tx, step, row);
    VerificationResultRecord result = tx.sql().newRecord(VERIFICATION_RESULT);
    result.setStepNumber(step.number());
    result.setCompanyId(step.of().companyId());
    result.setSide(Share.BOTH);
    result.setEventId(event);
    result.setPlatformId(step.of().platformId());
    result.setRuleSetId(step.ruleSetId());
    result.setMethodCode(step.methodCode());
    step.of().commitmentId().ifPresent(result::setCommitmentId);
    step.of().requestId().ifPresent(result::setRequestId);
    result.setClaim(given.told().map(ConclusionGiven.Told::claim).orElse(step.claim()));
    result.setCarriedOutOn(step.carriedOutOn().orElseThrow());
    result.setPlace(given.told().map(ConclusionGiven.Told::place).orElse(step.plan().place()));
    result.setResult(given.outcome());
    result.setValue(given.value().orElse(null));
    result.setFindings(given.findings());
    result.setFollowUp(given.followUp().orElse(null));
    result.setNewDueOn(given.newDueOn().orElse(null));
    result.setNothingBecause(given.nothingBecause());
    result.setValidUntil(given.validUntil().orElse(null));
    counted.ifPresent(each -> write(result, each));
    result.setSettled(settled);
    result.setConcludedAt(tx.now());
    result.insert();
  }

  private static void write(VerificationResultRecord result, Counted counted) {
    switch (counted) {
      case VerificationResult.Sampled sampled -> write(result, sampled);
      case Recorded.Uploads uploads -> {
        result.setUploaded(uploads.uploaded());
        result.setCaught(uploads.caught());
      }
    }
  }

  private static void write(VerificationResultRecord result, VerificationResult.Sampled sampled) {
    result.setListSize(sampled.random().list());
    result.setSampleSize(sampled.random().n());
    result.setFailed(sampled.random().failed());
    result.setUnchecked(sampled.random().unchecked());
    result.setUrgent(sampled.urgent());
    result.setUrgentFailed(sampled.urgentFailed());
    result.setUrgentUnchecked(sampled.urgentUnchecked());
    result.setUnlooked(sampled.random().left());
    result.setUrgentUnlooked(sampled.urgentLeft());
    result.setBoundPercent(sampled.random().proof().percent());
    result.setConfidence(sampled.random().proof().confidence().percent());
  }

  /** Raises the version of a step beside what is changed. */
  void touch(Tx tx, VerificationStep step) {
    change(tx, step, tx.sql().newRecord(VERIFICATION_STEP));
  }

  private static void change(Tx tx, VerificationStep step, VerificationStepRecord row) {
    row.setVersion(step.version() + 1);
    int changed =
        tx.sql()
            .update(VERIFICATION_STEP)
            .set(row)
            .where(VERIFICATION_STEP.ID.eq(step.id()), VERIFICATION_STEP.VERSION.eq(step.version()))
            .execute();
    if (changed == 0) {
      throw new Stale("verification " + step.number());
    }
  }
}
