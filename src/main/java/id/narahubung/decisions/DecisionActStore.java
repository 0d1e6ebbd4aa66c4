package id.narahubung.decisions;

import static id.narahubung.db.Tables.ACCESS_DECISION;
import static id.narahubung.db.Tables.DECISION_BODY;
import static id.narahubung.db.Tables.DECISION_CELL;
import static id.narahubung.db.Tables.DECISION_CHECK;
import static id.narahubung.db.Tables.DECISION_COUNTER;
import static id.narahubung.db.Tables.DECISION_DOSSIER;
import static id.narahubung.db.Tables.DECISION_EXECUTION;
import static id.narahubung.db.Tables.DECISION_HAND;
import static id.narahubung.db.Tables.DECISION_LINK;
import static id.narahubung.db.Tables.DECISION_QUESTION;
import static id.narahubung.db.Tables.DECISION_REPLY;
import static id.narahubung.db.Tables.DECISION_REVIEW;
import static id.narahubung.db.Tables.DECISION_TARGET;
import static id.narahubung.db.Tables.DECISION_VISIT;
import static id.narahubung.db.Tables.DECISION_WAIVER;
import static id.narahubung.db.Tables.DECISION_WAIVER_SECOND;
import static id.narahubung.db.Tables.DECISION_WATCH;
import static id.narahubung.db.Tables.DECISION_WITHDRAWAL;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.when;

import id.narahubung.access.Permission;
import id.narahubung.access.Share;
import id.narahubung.access.Stale;
import id.narahubung.data.Tx;
import id.narahubung.db.tables.records.AccessDecisionRecord;
import id.narahubung.db.tables.records.DecisionBodyRecord;
import id.narahubung.db.tables.records.DecisionCellRecord;
import id.narahubung.db.tables.records.DecisionCheckRecord;
import id.narahubung.db.tables.records.DecisionLinkRecord;
import id.narahubung.db.tables.records.DecisionTargetRecord;
import id.narahubung.db.tables.records.DecisionWatchRecord;
import id.narahubung.ledger.NumberStore;
import id.narahubung.platforms.Platform;
import id.narahubung.requests.VisitStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.InsertSetMoreStep;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableRecord;

/** Writes decisions and what is done to them: an act is a row that is only added. */
final class DecisionActStore {

  /** The next of the year; see {@link NumberStore}. */
  String number(Tx tx) {
    return NumberStore.next(
        tx, DECISION_COUNTER, DECISION_COUNTER.YEAR, DECISION_COUNTER.LAST, "KA", 4);
  }

  long insert(Tx tx, Platform platform, long ruleSet, DecisionContent content) {
    AccessDecisionRecord row = tx.sql().newRecord(ACCESS_DECISION);
    row.setPlatformId(platform.id());
    row.setCompanyId(platform.companyId());
    row.setSide(Share.MINISTRY);
    row.setRuleSetId(ruleSet);
    row.setStage(DecisionStage.PREPARED);
    row.setPreparedRole(tx.person().roleFor(Permission.PREPARE_DECISIONS).code());
    row.setPreparedCode(tx.person().code());
    row.setPreparedAt(tx.now());
    write(row, content);
    row.insert();
    children(tx, row.getId(), platform.companyId(), content);
    return row.getId();
  }

  private static void write(AccessDecisionRecord row, DecisionContent content) {
    row.setKindCode(content.kindCode());
    row.setRecommendation(content.recommendation());
    row.setBasis(content.basis());
    row.setGrounds(content.grounds());
    row.setReasonsConsidered(content.reasons());
    row.setPublicStatement(content.statement());
    row.setScope(content.scope());
    row.setStartsAt(content.startsAt().orElse(null));
    row.setEndsAt(content.endsAt().orElse(null));
  }

  /** Writes what it says anew; Stale when somebody saved since this version was read. */
  void save(Tx tx, Decision decision, int version, DecisionContent content) {
    AccessDecisionRecord row = tx.sql().newRecord(ACCESS_DECISION);
    write(row, content);
    change(tx, decision, version, row);
    remove(tx, DECISION_TARGET, DECISION_TARGET.DECISION_ID, decision);
    remove(tx, DECISION_BODY, DECISION_BODY.DECISION_ID, decision);
    remove(tx, DECISION_LINK, DECISION_LINK.DECISION_ID, decision);
    remove(tx, DECISION_CHECK, DECISION_CHECK.DECISION_ID, decision);
    remove(tx, DECISION_WATCH, DECISION_WATCH.DECISION_ID, decision);
    children(tx, decision.id(), decision.of().companyId(), content);
  }

  private static void remove(Tx tx, Table<?> rows, Field<Long> of, Decision decision) {
    tx.sql().deleteFrom(rows).where(of.eq(decision.id())).execute();
  }

  /** Moves it on; Stale when somebody did since this version was read. */
  void move(Tx tx, Decision decision, int version, DecisionStage stage) {
    AccessDecisionRecord row = tx.sql().newRecord(ACCESS_DECISION);
    row.setStage(stage);
    change(tx, decision, version, row);
  }

  private static void change(Tx tx, Decision decision, int version, AccessDecisionRecord row) {
    row.setVersion(version + 1);
    int saved =
        tx.sql()
            .update(ACCESS_DECISION)
            .set(row)
            .where(ACCESS_DECISION.ID.eq(decision.id()), ACCESS_DECISION.VERSION.eq(version))
            .execute();
    if (saved == 0) {
      throw new Stale("decision " + decision.id());
    }
  }

  private static void children(Tx tx, long decision, long company, DecisionContent content) {
    int at = 0;
    List<DecisionTargetRecord> targets = new ArrayList<>();
    for (Target each : content.targets()) {
      DecisionTargetRecord row = of(tx, DECISION_TARGET, decision, company);
      row.setOrdinal(++at);
      row.setKind(each.kind());
      row.setValue(each.value());
      targets.add(row);
    }
    tx.insert(targets);
    List<DecisionBodyRecord> bodies = new ArrayList<>();
    for (DecisionContent.Body each : content.bodies()) {
      DecisionBodyRecord row = of(tx, DECISION_BODY, decision, company);
      row.setOrdinal(++at);
      row.setName(each.name());
      row.setOpinion(each.opinion());
      row.setNote(each.note());
      bodies.add(row);
    }
    tx.insert(bodies);
    List<DecisionLinkRecord> links = new ArrayList<>();
    for (String each : content.links()) {
      DecisionLinkRecord row = of(tx, DECISION_LINK, decision, company);
      row.setOrdinal(++at);
      row.setNumber(each);
      links.add(row);
    }
    tx.insert(links);
    List<DecisionCheckRecord> checks = new ArrayList<>();
    for (Map.Entry<String, DecisionContent.Said> each : content.checks().entrySet()) {
      DecisionCheckRecord row = of(tx, DECISION_CHECK, decision, company);
      row.setEntryCode(each.getKey());
      row.setAnswer(each.getValue().yes().orElse(null));
      row.setNote(each.getValue().note());
      checks.add(row);
    }
    tx.insert(checks);
    watch(tx, decision, company, content.watch());
  }

  private static void watch(Tx tx, long decision, long company, List<DecisionContent.Watch> watch) {
    int at = 0;
    List<DecisionWatchRecord> rows = new ArrayList<>();
    for (DecisionContent.Watch each : watch) {
      DecisionWatchRecord row = of(tx, DECISION_WATCH, decision, company);
      row.setOrdinal(++at);
      row.setOnDay(each.on());
      row.setWhat(each.what());
      rows.add(row);
    }
    tx.insert(rows);
  }

  /** A row of a decision that is not signed yet. */
  private static <R extends TableRecord<R>> R of(
      Tx tx, Table<R> table, long decision, long company) {
    R row = tx.sql().newRecord(table);
    row.set(same(table, DECISION_TARGET.DECISION_ID), decision);
    row.set(same(table, DECISION_TARGET.COMPANY_ID), company);
    row.set(same(table, DECISION_TARGET.SIDE), Share.MINISTRY);
    return row;
  }

  /** The column that has this one's name: what hangs on a decision has them all. */
  private static <T> Field<T> same(Table<?> table, Field<T> field) {
    return Objects.requireNonNull(table.field(field));
  }

  /** That who acts has a hand in it now, and does not sign it. */
  void addHand(Tx tx, long event, long decision, long company) {
    tx.sql()
        .insertInto(DECISION_HAND)
        .set(DECISION_HAND.DECISION_ID, decision)
        .set(DECISION_HAND.COMPANY_ID, company)
        .set(DECISION_HAND.SIDE, Share.MINISTRY)
        .set(DECISION_HAND.EVENT_ID, event)
        .execute();
  }

  /** Turns it joint, with what the signer saw; what hangs on it follows. */
  void sign(
      Tx tx,
      long event,
      Decision decision,
      int version,
      Decision signed,
      Dossier dossier,
      String content) {
    tx.sql()
        .deleteFrom(DECISION_WATCH)
        .where(DECISION_WATCH.DECISION_ID.eq(decision.id()))
        .execute();
    watch(tx, decision.id(), decision.of().companyId(), signed.content().watch());
    List<DecisionCellRecord> cells = new ArrayList<>();
    for (Cell each : dossier.cells()) {
      DecisionCellRecord row = of(tx, DECISION_CELL, decision.id(), decision.of().companyId());
      row.setCell(each.key().toString());
      row.setState(each.row().state());
      row.setFound(each.row().found());
      cells.add(row);
    }
    tx.insert(cells);
    tx.sql()
        .insertInto(DECISION_DOSSIER)
        .set(DECISION_DOSSIER.DECISION_ID, decision.id())
        .set(DECISION_DOSSIER.COMPANY_ID, decision.of().companyId())
        .set(DECISION_DOSSIER.SIDE, Share.MINISTRY)
        .set(DECISION_DOSSIER.CONTENT, content)
        .set(DECISION_DOSSIER.SHA256, Frozen.hash(content))
        .execute();
    AccessDecisionRecord row = tx.sql().newRecord(ACCESS_DECISION);
    row.setSide(Share.BOTH);
    row.setStage(DecisionStage.SIGNED);
    row.setNumber(signed.number().orElseThrow());
    row.setKindCode(signed.content().kindCode());
    row.setStartsAt(signed.content().startsAt().orElseThrow());
    row.setEndsAt(signed.content().endsAt().orElse(null));
    row.setSignedAt(tx.now());
    row.setSignedEventId(event);
    row.setSignerNote(signed.signerNote());
    row.setDespiteBlocks(signed.despiteBlocks());
    change(tx, decision, version, row);
  }

  void ask(Tx tx, long event, Decision decision, String question, Snapshot seen) {
    kept(tx, DECISION_QUESTION, decision, event)
        .set(DECISION_QUESTION.QUESTION, question)
        .set(DECISION_QUESTION.SEEN, Frozen.write(seen))
        .set(DECISION_QUESTION.ASKED_AT, tx.now())
        .execute();
  }

  void reply(Tx tx, long event, Decision decision, long question, String reply) {
    kept(tx, DECISION_REPLY, decision, event)
        .set(DECISION_REPLY.QUESTION_ID, question)
        .set(DECISION_REPLY.REPLY, reply)
        .set(DECISION_REPLY.REPLIED_AT, tx.now())
        .execute();
  }

  void withdraw(Tx tx, long event, Decision decision, String reason) {
    kept(tx, DECISION_WITHDRAWAL, decision, event)
        .set(DECISION_WITHDRAWAL.REASON, reason)
        .set(DECISION_WITHDRAWAL.WITHDRAWN_AT, tx.now())
        .execute();
  }

  void review(Tx tx, long event, Decision decision, String broken, String outcome) {
    kept(tx, DECISION_REVIEW, decision, event)
        .set(DECISION_REVIEW.BROKEN, broken)
        .set(DECISION_REVIEW.OUTCOME, outcome)
        .set(DECISION_REVIEW.REVIEWED_AT, tx.now())
        .execute();
  }

  /** A row that the ministry keeps to itself, with the event it came with. */
  private static <R extends Record> InsertSetMoreStep<R> kept(
      Tx tx, Table<R> table, Decision decision, long event) {
    return tx.sql()
        .insertInto(table)
        .set(same(table, DECISION_QUESTION.DECISION_ID), decision.id())
        .set(same(table, DECISION_QUESTION.COMPANY_ID), decision.of().companyId())
        .set(same(table, DECISION_QUESTION.SIDE), Share.MINISTRY)
        .set(same(table, DECISION_QUESTION.EVENT_ID), event);
  }

  void propose(Tx tx, long event, Decision decision, TruthTable.Row row, WaiverGiven given) {
    tx.sql()
        .insertInto(DECISION_WAIVER)
        .set(DECISION_WAIVER.DECISION_ID, decision.id())
        .set(DECISION_WAIVER.COMPANY_ID, decision.of().companyId())
        .set(DECISION_WAIVER.SIDE, Share.MINISTRY)
        .set(DECISION_WAIVER.EVENT_ID, event)
        .set(DECISION_WAIVER.CELL, given.cell().toString())
        .set(DECISION_WAIVER.FOUND, row.found())
        .set(DECISION_WAIVER.VERSION, row.version())
        .set(DECISION_WAIVER.REASON, given.reason())
        .set(DECISION_WAIVER.UNTIL, given.until())
        .set(DECISION_WAIVER.OWNER, given.owner())
        .set(DECISION_WAIVER.PROPOSED_ROLE, role(tx))
        .set(DECISION_WAIVER.PROPOSED_CODE, tx.person().code())
        .set(DECISION_WAIVER.PROPOSED_AT, tx.now())
        .execute();
  }

  void second(Tx tx, long event, Decision decision, long waiver) {
    tx.sql()
        .insertInto(DECISION_WAIVER_SECOND)
        .set(DECISION_WAIVER_SECOND.WAIVER_ID, waiver)
        .set(DECISION_WAIVER_SECOND.DECISION_ID, decision.id())
        .set(DECISION_WAIVER_SECOND.COMPANY_ID, decision.of().companyId())
        .set(DECISION_WAIVER_SECOND.SIDE, Share.MINISTRY)
        .set(DECISION_WAIVER_SECOND.EVENT_ID, event)
        .set(DECISION_WAIVER_SECOND.SECOND_ROLE, role(tx))
        .set(DECISION_WAIVER_SECOND.SECOND_CODE, tx.person().code())
        .set(DECISION_WAIVER_SECOND.SECONDED_AT, tx.now())
        .execute();
  }

  private static String role(Tx tx) {
    return tx.person().roleFor(Permission.WAIVE_CONDITIONS).code();
  }

  void execute(Tx tx, long event, Decision decision, ExecutionGiven given) {
    tx.sql()
        .insertInto(DECISION_EXECUTION)
        .set(DECISION_EXECUTION.DECISION_ID, decision.id())
        .set(DECISION_EXECUTION.COMPANY_ID, decision.of().companyId())
        .set(DECISION_EXECUTION.SIDE, Share.BOTH)
        .set(DECISION_EXECUTION.EVENT_ID, event)
        .set(DECISION_EXECUTION.PROVIDER, given.provider())
        .set(DECISION_EXECUTION.STATE, given.state())
        .set(DECISION_EXECUTION.HAPPENED_AT, given.happenedAt())
        .set(DECISION_EXECUTION.NOTE, given.note())
        .execute();
  }

  /**
   * Notes a look, and gives what this one is compared with: the last of the visit before, or the
   * first where there was none. A page that is opened again within a visit marks the same.
   */
  DecisionStore.Seen see(Tx tx, Decision decision, Snapshot seen) {
    String now = Frozen.write(seen);
    Condition another = DECISION_VISIT.SEEN_AT.lt(tx.now().minus(VisitStore.ONE_VISIT));
    return tx.sql()
        .insertInto(DECISION_VISIT)
        .set(DECISION_VISIT.DECISION_ID, decision.id())
        .set(DECISION_VISIT.PERSON_ID, tx.person().personId())
        .set(DECISION_VISIT.COMPANY_ID, decision.of().companyId())
        .set(DECISION_VISIT.SIDE, Share.MINISTRY)
        .set(DECISION_VISIT.SEEN_AT, tx.now())
        .set(DECISION_VISIT.SEEN, now)
        .set(DECISION_VISIT.PREVIOUS_AT, tx.now())
        .set(DECISION_VISIT.PREVIOUS, now)
        .onConflict(DECISION_VISIT.DECISION_ID, DECISION_VISIT.PERSON_ID)
        .doUpdate()
        .set(
            DECISION_VISIT.PREVIOUS_AT,
            when(another, DECISION_VISIT.SEEN_AT).otherwise(DECISION_VISIT.PREVIOUS_AT))
        .set(
            DECISION_VISIT.PREVIOUS,
            when(another, DECISION_VISIT.SEEN).otherwise(DECISION_VISIT.PREVIOUS))
        .set(DECISION_VISIT.SEEN_AT, tx.now())
        .set(DECISION_VISIT.SEEN, now)
        .returningResult(
            DECISION_VISIT.PREVIOUS_AT, DECISION_VISIT.PREVIOUS.convertFrom(Frozen::readSnapshot))
        .fetchSingle(mapping(DecisionStore.Seen::new));
  }
}
