package id.narahubung.decisions;

import static id.narahubung.db.Routines.lockNormalisation;
import static id.narahubung.db.Routines.takeNormalisationNumber;
import static id.narahubung.db.Tables.ACCESS_DECISION;
import static id.narahubung.db.Tables.CHECKLIST_ENTRY;
import static id.narahubung.db.Tables.DECISION_KIND;
import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.NORMALISATION_LACK;
import static id.narahubung.db.Tables.NORMALISATION_PAPER;
import static id.narahubung.db.Tables.NORMALISATION_REQUEST;
import static id.narahubung.db.Tables.NORMALISATION_WITHDRAWAL;
import static id.narahubung.db.Tables.PLATFORM;
import static id.narahubung.db.Tables.RULE_SET;
import static id.narahubung.db.Tables.STORED_FILE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.evidence.FileStore;
import id.narahubung.evidence.StoredFile;
import id.narahubung.ledger.Ledger;
import id.narahubung.platforms.Platform;
import id.narahubung.rules.ChecklistEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.SelectConditionStep;

/** Requests to open again, with their papers. */
public final class NormalisationStore {

  private static final Field<List<Normalisation.Paper>> PAPERS =
      multiset(
              select(
                      NORMALISATION_PAPER.ID,
                      NORMALISATION_PAPER.EVENT_ID,
                      NORMALISATION_PAPER.ENTRY_CODE,
                      NORMALISATION_PAPER.TEXT,
                      NORMALISATION_PAPER.FILE_ID,
                      NORMALISATION_PAPER.NAME,
                      NORMALISATION_PAPER.ADDED_AT,
                      Ledger.BY)
                  .from(NORMALISATION_PAPER)
                  .join(EVENT)
                  .on(EVENT.ID.eq(NORMALISATION_PAPER.EVENT_ID))
                  .where(NORMALISATION_PAPER.NORMALISATION_ID.eq(NORMALISATION_REQUEST.ID))
                  .orderBy(NORMALISATION_PAPER.ID))
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new Normalisation.Paper(
                              r.value1(),
                              r.value2(),
                              r.value3(),
                              r.value4(),
                              Optional.ofNullable(r.value5())
                                  .map(file -> new Normalisation.File(file, r.value6())),
                              r.value7(),
                              r.value8())));

  private static final Field<List<Normalisation.Lack>> LACKS =
      multiset(
              select(
                      NORMALISATION_LACK.EVENT_ID,
                      NORMALISATION_LACK.ENTRY_CODE,
                      NORMALISATION_LACK.REASON,
                      NORMALISATION_LACK.CALLED_AT,
                      Ledger.BY)
                  .from(NORMALISATION_LACK)
                  .join(EVENT)
                  .on(EVENT.ID.eq(NORMALISATION_LACK.EVENT_ID))
                  .where(NORMALISATION_LACK.NORMALISATION_ID.eq(NORMALISATION_REQUEST.ID))
                  .orderBy(NORMALISATION_LACK.ID))
          .convertFrom(rows -> rows.map(Records.mapping(Normalisation.Lack::new)));

  private static final Field<List<Normalisation.Withdrawal>> WITHDRAWALS =
      multiset(
              select(
                      NORMALISATION_WITHDRAWAL.REASON,
                      NORMALISATION_WITHDRAWAL.WITHDRAWN_AT,
                      Ledger.BY)
                  .from(NORMALISATION_WITHDRAWAL)
                  .join(EVENT)
                  .on(EVENT.ID.eq(NORMALISATION_WITHDRAWAL.EVENT_ID))
                  .where(NORMALISATION_WITHDRAWAL.NORMALISATION_ID.eq(NORMALISATION_REQUEST.ID)))
          .convertFrom(rows -> rows.map(Records.mapping(Normalisation.Withdrawal::new)));

  private static final Condition TAKEN_BACK =
      exists(
          select(NORMALISATION_WITHDRAWAL.EVENT_ID)
              .from(NORMALISATION_WITHDRAWAL)
              .where(NORMALISATION_WITHDRAWAL.NORMALISATION_ID.eq(NORMALISATION_REQUEST.ID)));

  private static final Field<List<String>> ASKED =
      multiset(
              select(CHECKLIST_ENTRY.CODE)
                  .from(CHECKLIST_ENTRY)
                  .where(
                      CHECKLIST_ENTRY.RULE_SET_ID.eq(NORMALISATION_REQUEST.RULE_SET_ID),
                      CHECKLIST_ENTRY.LIST.eq(ChecklistEntry.NORMALISATION))
                  .orderBy(CHECKLIST_ENTRY.POSITION))
          .convertFrom(rows -> rows.map(row -> row.value1()));

  /**
   * The first decision since that opens, or refuses to: it answers the request, unless that was
   * taken back.
   */
  private static final Field<String> CLOSED_BY =
      field(
          select(ACCESS_DECISION.NUMBER)
              .from(ACCESS_DECISION)
              .join(DECISION_KIND)
              .on(
                  DECISION_KIND.RULE_SET_ID.eq(ACCESS_DECISION.RULE_SET_ID),
                  DECISION_KIND.CODE.eq(ACCESS_DECISION.KIND_CODE),
                  DECISION_KIND.EFFECT.in("restore", "refusal"))
              .where(
                  ACCESS_DECISION.PLATFORM_ID.eq(NORMALISATION_REQUEST.PLATFORM_ID),
                  ACCESS_DECISION.SIGNED_AT.ge(NORMALISATION_REQUEST.FILED_AT),
                  not(TAKEN_BACK))
              .orderBy(ACCESS_DECISION.SIGNED_AT, ACCESS_DECISION.ID)
              .limit(1));

  private static final Field<Duration> WITHIN =
      field(
              select(RULE_SET.NORMALISATION_HOURS)
                  .from(RULE_SET)
                  .where(RULE_SET.ID.eq(NORMALISATION_REQUEST.RULE_SET_ID)))
          .convertFrom(Duration::ofHours);

  private static final Field<Boolean> OVERRAN =
      field("coalesce({0} < interval '0', false)", Boolean.class, NORMALISATION_REQUEST.TIME_LEFT);

  private static final Condition WAITS = CLOSED_BY.isNull().and(not(TAKEN_BACK));

  Normalisation fetch(Tx tx, String number) {
    return query(tx, NORMALISATION_REQUEST.NUMBER.eq(number))
        .fetchOptional(NormalisationStore::normalisation)
        .orElseThrow(() -> new NotFound(number));
  }

  /**
   * The same for one who may do what is needed: nobody else adds to it or signs what it asks for
   * until the transaction ends. NotFound comes before NotAllowed.
   */
  Normalisation lock(Tx tx, String number, Permission needed) {
    long platform = fetch(tx, number).platformId();
    tx.viewer().require(needed);
    AccessFactStore.holdAccess(tx, platform);
    tx.sql().select(lockNormalisation(number)).fetch();
    return fetch(tx, number);
  }

  /** The one of a platform that waits for a decision, if there is one. */
  Optional<Normalisation> open(Tx tx, long platform) {
    return query(tx, NORMALISATION_REQUEST.PLATFORM_ID.eq(platform).and(WAITS))
        .orderBy(NORMALISATION_REQUEST.ID.desc())
        .limit(1)
        .fetchOptional(NormalisationStore::normalisation);
  }

  /**
   * The one that an opening rests on: the one that waits, else the last that was asked since the
   * block where a restore with an end answered it and left the block to come back. What was refused
   * is to be asked anew.
   */
  Optional<Normalisation> since(Tx tx, long platform, Optional<Instant> blockedAt) {
    return open(tx, platform)
        .or(
            () ->
                ofPlatform(tx, platform).stream()
                    .filter(each -> each.withdrawal().isEmpty())
                    .filter(
                        each -> blockedAt.filter(at -> !each.filedAt().isBefore(at)).isPresent())
                    .findFirst()
                    .filter(each -> each.closedBy().filter(by -> ends(tx, by)).isPresent()));
  }

  private static boolean ends(Tx tx, String decision) {
    return tx.sql()
        .fetchExists(
            ACCESS_DECISION,
            ACCESS_DECISION.NUMBER.eq(decision),
            ACCESS_DECISION.ENDS_AT.isNotNull());
  }

  /** All that wait, the one due first before the others. */
  List<Normalisation> open(Tx tx) {
    return query(tx, WAITS)
        .orderBy(NORMALISATION_REQUEST.DUE_AT.asc().nullsLast(), NORMALISATION_REQUEST.ID)
        .fetch(NormalisationStore::normalisation);
  }

  List<Normalisation> ofPlatform(Tx tx, long platform) {
    return query(tx, NORMALISATION_REQUEST.PLATFORM_ID.eq(platform))
        .orderBy(NORMALISATION_REQUEST.ID.desc())
        .fetch(NormalisationStore::normalisation);
  }

  private static SelectConditionStep<Record> query(Tx tx, Condition which) {
    return tx.sql()
        .select(NORMALISATION_REQUEST.fields())
        .select(
            PLATFORM.NAME, WITHIN, OVERRAN, PAPERS, LACKS, WITHDRAWALS, ASKED, CLOSED_BY, Ledger.BY)
        .from(NORMALISATION_REQUEST)
        .join(PLATFORM)
        .on(PLATFORM.ID.eq(NORMALISATION_REQUEST.PLATFORM_ID))
        .join(EVENT)
        .on(EVENT.ID.eq(NORMALISATION_REQUEST.EVENT_ID))
        .where(which);
  }

  private static Normalisation normalisation(Record r) {
    List<Normalisation.Paper> papers = r.get(PAPERS);
    List<Normalisation.Lack> lacks = r.get(LACKS);
    return new Normalisation(
        r.get(NORMALISATION_REQUEST.ID),
        r.get(NORMALISATION_REQUEST.COMPANY_ID),
        r.get(NORMALISATION_REQUEST.PLATFORM_ID),
        r.get(PLATFORM.NAME),
        r.get(NORMALISATION_REQUEST.RULE_SET_ID),
        r.get(NORMALISATION_REQUEST.NUMBER),
        r.get(NORMALISATION_REQUEST.STATEMENT),
        r.get(NORMALISATION_REQUEST.FILED_AT),
        r.get(Ledger.BY),
        Optional.ofNullable(r.get(NORMALISATION_REQUEST.COMPLETE_AT)),
        Optional.ofNullable(r.get(NORMALISATION_REQUEST.DUE_AT)),
        r.get(WITHIN),
        r.get(OVERRAN),
        papers,
        lacks,
        Completeness.of(r.get(ASKED), steps(papers, lacks)),
        Optional.ofNullable(r.get(CLOSED_BY)),
        r.get(WITHDRAWALS).stream().findFirst());
  }

  /** In the order of the acts: each took the request for itself. */
  private static List<Completeness.Step> steps(
      List<Normalisation.Paper> papers, List<Normalisation.Lack> lacks) {
    NavigableMap<Long, List<Completeness.Step>> acts = new TreeMap<>();
    for (Normalisation.Paper each : papers) {
      acts.computeIfAbsent(each.event(), act -> new ArrayList<>())
          .add(new Completeness.Step(each.entryCode(), true, each.at()));
    }
    for (Normalisation.Lack each : lacks) {
      acts.computeIfAbsent(each.event(), act -> new ArrayList<>())
          .add(new Completeness.Step(each.entryCode(), false, each.at()));
    }
    return acts.values().stream().flatMap(List::stream).toList();
  }

  /** The number of the one that an act filed. */
  String of(Tx tx, long event) {
    return tx.sql()
        .select(NORMALISATION_REQUEST.NUMBER)
        .from(NORMALISATION_REQUEST)
        .where(NORMALISATION_REQUEST.EVENT_ID.eq(event))
        .fetchSingle()
        .value1();
  }

  /** Numbers without gaps; neither side may write the counter. */
  String number(Tx tx) {
    return Objects.requireNonNull(
        tx.sql().select(takeNormalisationNumber(tx.now())).fetchSingle().value1());
  }

  void insert(Tx tx, long event, String number, Platform platform, long ruleSet, String statement) {
    tx.sql()
        .insertInto(NORMALISATION_REQUEST)
        .set(NORMALISATION_REQUEST.PLATFORM_ID, platform.id())
        .set(NORMALISATION_REQUEST.COMPANY_ID, platform.companyId())
        .set(NORMALISATION_REQUEST.SIDE, Share.BOTH)
        .set(NORMALISATION_REQUEST.EVENT_ID, event)
        .set(NORMALISATION_REQUEST.NUMBER, number)
        .set(NORMALISATION_REQUEST.RULE_SET_ID, ruleSet)
        .set(NORMALISATION_REQUEST.STATEMENT, statement)
        .set(NORMALISATION_REQUEST.FILED_AT, tx.now())
        .execute();
  }

  /** A paper's file: whoever reads the request reads it. */
  StoredFile file(Tx tx, Normalisation of, long paper) {
    return tx.sql()
        .select(FileStore.FILE)
        .from(NORMALISATION_PAPER)
        .join(STORED_FILE)
        .on(STORED_FILE.ID.eq(NORMALISATION_PAPER.FILE_ID))
        .where(NORMALISATION_PAPER.ID.eq(paper), NORMALISATION_PAPER.NORMALISATION_ID.eq(of.id()))
        .fetchOptional(FileStore.FILE)
        .orElseThrow(() -> new NotFound("paper " + paper));
  }

  void call(Tx tx, long event, Normalisation of, String entry, String reason) {
    tx.sql()
        .insertInto(NORMALISATION_LACK)
        .set(NORMALISATION_LACK.NORMALISATION_ID, of.id())
        .set(NORMALISATION_LACK.COMPANY_ID, of.companyId())
        .set(NORMALISATION_LACK.SIDE, Share.BOTH)
        .set(NORMALISATION_LACK.EVENT_ID, event)
        .set(NORMALISATION_LACK.ENTRY_CODE, entry)
        .set(NORMALISATION_LACK.REASON, reason)
        .set(NORMALISATION_LACK.CALLED_AT, tx.now())
        .execute();
  }

  void withdraw(Tx tx, long event, Normalisation of, String reason) {
    tx.sql()
        .insertInto(NORMALISATION_WITHDRAWAL)
        .set(NORMALISATION_WITHDRAWAL.NORMALISATION_ID, of.id())
        .set(NORMALISATION_WITHDRAWAL.COMPANY_ID, of.companyId())
        .set(NORMALISATION_WITHDRAWAL.SIDE, Share.BOTH)
        .set(NORMALISATION_WITHDRAWAL.EVENT_ID, event)
        .set(NORMALISATION_WITHDRAWAL.REASON, reason)
        .set(NORMALISATION_WITHDRAWAL.WITHDRAWN_AT, tx.now())
        .execute();
  }

  void add(
      Tx tx, long event, Normalisation to, PaperGiven paper, Optional<Normalisation.File> file) {
    tx.sql()
        .insertInto(NORMALISATION_PAPER)
        .set(NORMALISATION_PAPER.NORMALISATION_ID, to.id())
        .set(NORMALISATION_PAPER.COMPANY_ID, tx.person().organisationId())
        .set(NORMALISATION_PAPER.SIDE, Share.BOTH)
        .set(NORMALISATION_PAPER.EVENT_ID, event)
        .set(NORMALISATION_PAPER.ENTRY_CODE, paper.entryCode())
        .set(NORMALISATION_PAPER.TEXT, paper.told())
        .set(NORMALISATION_PAPER.FILE_ID, file.map(Normalisation.File::id).orElse(null))
        .set(NORMALISATION_PAPER.NAME, file.map(Normalisation.File::name).orElse(null))
        .set(NORMALISATION_PAPER.ADDED_AT, tx.now())
        .execute();
  }
}
