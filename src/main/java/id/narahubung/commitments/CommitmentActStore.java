package id.narahubung.commitments;

import static id.narahubung.db.Tables.COMMITMENT;
import static id.narahubung.db.Tables.COMMITMENT_CANCEL;
import static id.narahubung.db.Tables.COMMITMENT_CANCEL_TAKEN_BACK;
import static id.narahubung.db.Tables.COMMITMENT_EVIDENCE;
import static id.narahubung.db.Tables.COMMITMENT_FINDING;
import static id.narahubung.db.Tables.COMMITMENT_MILESTONE;
import static id.narahubung.db.Tables.COMMITMENT_OWNER;
import static id.narahubung.db.Tables.COMMITMENT_REFUSAL;
import static id.narahubung.db.Tables.COMMITMENT_REPORT;
import static id.narahubung.db.Tables.COMMITMENT_SIGNATURE;
import static id.narahubung.db.Tables.COMMITMENT_VERSION;
import static id.narahubung.db.Tables.COMMITMENT_VERSION_FIELD;

import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.access.Stale;
import id.narahubung.data.Tx;
import id.narahubung.db.Routines;
import id.narahubung.db.tables.records.CommitmentMilestoneRecord;
import id.narahubung.db.tables.records.CommitmentVersionFieldRecord;
import id.narahubung.evidence.StoredFile;
import id.narahubung.ledger.By;
import id.narahubung.platforms.Platform;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.InsertSetMoreStep;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Writes commitments and what is done to them: a row an act, only added. */
final class CommitmentActStore {

  /**
   * Gives the next number of the year, by WIB. The counter's row is locked from here to the commit.
   */
  String number(Tx tx) {
    return tx.sql()
        .fetchSingle("select take_commitment_number(?::timestamptz)", tx.now().toString())
        .into(String.class);
  }

  long insert(
      Tx tx, long event, Platform platform, String number, ProposalGiven given, long rules) {
    return tx.sql()
        .insertInto(COMMITMENT)
        .set(COMMITMENT.PLATFORM_ID, platform.id())
        .set(COMMITMENT.COMPANY_ID, platform.companyId())
        .set(COMMITMENT.SIDE, Share.BOTH)
        .set(COMMITMENT.EVENT_ID, event)
        .set(COMMITMENT.NUMBER, number)
        .set(COMMITMENT.RULE_SET_ID, rules)
        .set(COMMITMENT.KIND_CODE, given.kindCode())
        .set(COMMITMENT.PROPOSED_BY_SIDE, tx.person().side())
        .set(COMMITMENT.SOURCE, given.source())
        .set(COMMITMENT.SOURCE_TEXT, given.sourceText())
        .set(COMMITMENT.MEETING_ID, of(given, CommitmentSource.MEETING))
        .set(COMMITMENT.LETTER_ID, of(given, CommitmentSource.LETTER))
        .set(COMMITMENT.DECISION_ID, of(given, CommitmentSource.DECISION))
        .returningResult(COMMITMENT.ID)
        .fetchSingle()
        .value1();
  }

  private static @Nullable Long of(ProposalGiven given, CommitmentSource source) {
    return given.source() == source ? given.sourceId().orElse(null) : null;
  }

  /** Raises its version, which holds it until the transaction ends. */
  void hold(Tx tx, Commitment of) {
    tx.sql()
        .update(COMMITMENT)
        .set(COMMITMENT.VERSION, COMMITMENT.VERSION.plus(1))
        .where(COMMITMENT.ID.eq(of.id()))
        .execute();
  }

  /** The same where nobody did anything to it since the form was opened; Stale otherwise. */
  void hold(Tx tx, Commitment of, int version) {
    int changed =
        tx.sql()
            .update(COMMITMENT)
            .set(COMMITMENT.VERSION, COMMITMENT.VERSION.plus(1))
            .where(COMMITMENT.ID.eq(of.id()), COMMITMENT.VERSION.eq(version))
            .execute();
    if (changed == 0) {
      throw new Stale(of.number());
    }
  }

  /** Of a version: which, and behind which wall. */
  record Key(long commitment, int version, long company) {

    static Key of(Commitment of, int version) {
      return new Key(of.id(), version, of.of().companyId());
    }
  }

  void write(Tx tx, long event, Key key, Terms terms, String reason) {
    tx.sql()
        .insertInto(COMMITMENT_VERSION)
        .set(COMMITMENT_VERSION.COMMITMENT_ID, key.commitment())
        .set(COMMITMENT_VERSION.NUMBER, key.version())
        .set(COMMITMENT_VERSION.COMPANY_ID, key.company())
        .set(COMMITMENT_VERSION.SIDE, Share.BOTH)
        .set(COMMITMENT_VERSION.OF_SIDE, tx.person().side())
        .set(COMMITMENT_VERSION.EVENT_ID, event)
        .set(COMMITMENT_VERSION.TEXT, terms.text())
        .set(COMMITMENT_VERSION.BASELINE, terms.baseline().orElse(null))
        .set(COMMITMENT_VERSION.TARGET, terms.target().orElse(null))
        .set(COMMITMENT_VERSION.DUE_ON, terms.dueOn())
        .set(COMMITMENT_VERSION.GRACE_DAYS, terms.graceDays())
        .set(COMMITMENT_VERSION.CONDITION, terms.condition())
        .set(COMMITMENT_VERSION.REASON, reason)
        .execute();
    List<CommitmentVersionFieldRecord> fields = new ArrayList<>();
    for (Map.Entry<String, String> each : terms.fields().entrySet()) {
      CommitmentVersionFieldRecord row = tx.sql().newRecord(COMMITMENT_VERSION_FIELD);
      row.setCommitmentId(key.commitment());
      row.setVersion(key.version());
      row.setCompanyId(key.company());
      row.setSide(Share.BOTH);
      row.setCode(each.getKey());
      row.setValue(each.getValue());
      fields.add(row);
    }
    tx.insert(fields);
    List<CommitmentMilestoneRecord> milestones = new ArrayList<>();
    for (Terms.Milestone each : terms.milestones()) {
      CommitmentMilestoneRecord row = tx.sql().newRecord(COMMITMENT_MILESTONE);
      row.setCommitmentId(key.commitment());
      row.setVersion(key.version());
      row.setCompanyId(key.company());
      row.setSide(Share.BOTH);
      row.setOnDay(each.onDay());
      row.setValue(each.value());
      milestones.add(row);
    }
    tx.insert(milestones);
    PromisedRowStore.write(tx, key, terms.rows());
  }

  /**
   * Signs a version for one's side.
   *
   * @param hand the first of the side to sign it, or the second
   */
  void sign(Tx tx, long event, Commitment of, int version, int hand) {
    on(tx, COMMITMENT_SIGNATURE, of, event)
        .set(COMMITMENT_SIGNATURE.VERSION, version)
        .set(COMMITMENT_SIGNATURE.HAND, hand)
        .set(COMMITMENT_SIGNATURE.OF_SIDE, tx.person().side())
        .execute();
  }

  void refuse(Tx tx, long event, Commitment of, int version, String reason) {
    on(tx, COMMITMENT_REFUSAL, of, event)
        .set(COMMITMENT_REFUSAL.VERSION, version)
        .set(COMMITMENT_REFUSAL.OF_SIDE, tx.person().side())
        .set(COMMITMENT_REFUSAL.REASON, reason)
        .execute();
  }

  void cancel(Tx tx, long event, Commitment of, String reason) {
    on(tx, COMMITMENT_CANCEL, of, event)
        .set(COMMITMENT_CANCEL.OF_SIDE, tx.person().side())
        .set(COMMITMENT_CANCEL.REASON, reason)
        .execute();
  }

  void takeBackCancel(Tx tx, long event, Commitment of) {
    on(tx, COMMITMENT_CANCEL_TAKEN_BACK, of, event)
        .set(COMMITMENT_CANCEL_TAKEN_BACK.OF_SIDE, tx.person().side())
        .execute();
  }

  void own(Tx tx, long event, Commitment of, long person, By who) {
    on(tx, COMMITMENT_OWNER, of, event)
        .set(COMMITMENT_OWNER.OF_SIDE, Side.valueOf(who.side().toUpperCase(Locale.ROOT)))
        .set(COMMITMENT_OWNER.PERSON_ID, person)
        .set(COMMITMENT_OWNER.ROLE, who.role())
        .set(COMMITMENT_OWNER.CODE, who.code())
        .execute();
  }

  long report(Tx tx, long event, Commitment of, int version, ReportGiven given) {
    return on(tx, COMMITMENT_REPORT, of, event)
        .set(COMMITMENT_REPORT.VERSION, version)
        .set(COMMITMENT_REPORT.VALUE, given.value().orElse(null))
        .set(COMMITMENT_REPORT.AS_OF, given.asOf())
        .set(COMMITMENT_REPORT.NOTE, given.note())
        .set(COMMITMENT_REPORT.CLAIMS_MET, given.claimsMet())
        .set(COMMITMENT_REPORT.EVIDENCE_ON, given.evidenceOn().orElse(null))
        .set(COMMITMENT_REPORT.EVIDENCE_UNTIL, given.evidenceUntil().orElse(null))
        .returningResult(COMMITMENT_REPORT.ID)
        .fetchSingle()
        .value1();
  }

  void prove(Tx tx, Commitment of, long report, StoredFile file, String name) {
    tx.sql()
        .insertInto(COMMITMENT_EVIDENCE)
        .set(COMMITMENT_EVIDENCE.REPORT_ID, report)
        .set(COMMITMENT_EVIDENCE.COMMITMENT_ID, of.id())
        .set(COMMITMENT_EVIDENCE.COMPANY_ID, of.of().companyId())
        .set(COMMITMENT_EVIDENCE.SIDE, Share.BOTH)
        .set(COMMITMENT_EVIDENCE.FILE_ID, file.id())
        .set(COMMITMENT_EVIDENCE.NAME, name)
        .onConflict(COMMITMENT_EVIDENCE.REPORT_ID, COMMITMENT_EVIDENCE.FILE_ID)
        .doNothing()
        .execute();
  }

  /** The last day of the evidence that a check of this day stands on, where that lapses. */
  Optional<LocalDate> evidenceHoldsUntil(
      Tx tx, long event, Commitment of, int version, LocalDate asOf) {
    return Optional.ofNullable(
        tx.sql()
            .select(Routines.evidenceHoldsUntil(of.id(), version, asOf, event))
            .fetchSingle()
            .value1());
  }

  /** Adds what was found and gives the last day on which it holds, where it lapses. */
  Optional<LocalDate> find(Tx tx, long event, Commitment of, int version, FindingGiven given) {
    return on(tx, COMMITMENT_FINDING, of, event)
        .set(COMMITMENT_FINDING.VERSION, version)
        .set(COMMITMENT_FINDING.RESULT, given.result())
        .set(COMMITMENT_FINDING.VALUE, given.value().orElse(null))
        .set(COMMITMENT_FINDING.AS_OF, given.asOf())
        .set(COMMITMENT_FINDING.VALID_UNTIL, given.validUntil().orElse(null))
        .set(COMMITMENT_FINDING.FINDINGS, given.findings())
        .set(COMMITMENT_FINDING.VERIFICATION_NUMBER, given.verificationNumber().orElse(null))
        .returningResult(COMMITMENT_FINDING.VALID_UNTIL)
        .fetchSingle(row -> Optional.ofNullable(row.value1()));
  }

  /** A row that hangs on a commitment and on the event it came with, as all of these do. */
  private static <R extends Record> InsertSetMoreStep<R> on(
      Tx tx, Table<R> table, Commitment of, long event) {
    return tx.sql()
        .insertInto(table)
        .set(table.field(COMMITMENT_SIGNATURE.COMMITMENT_ID), of.id())
        .set(table.field(COMMITMENT_SIGNATURE.COMPANY_ID), of.of().companyId())
        .set(table.field(COMMITMENT_SIGNATURE.SIDE), Share.BOTH)
        .set(table.field(COMMITMENT_SIGNATURE.EVENT_ID), event);
  }
}
