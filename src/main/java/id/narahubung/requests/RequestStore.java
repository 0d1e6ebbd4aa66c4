package id.narahubung.requests;

import static id.narahubung.data.Kept.value;
import static id.narahubung.db.Tables.CATEGORY;
import static id.narahubung.db.Tables.EVIDENCE;
import static id.narahubung.db.Tables.EVIDENCE_REMOVAL;
import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.NUMBER_COUNTER;
import static id.narahubung.db.Tables.PLATFORM;
import static id.narahubung.db.Tables.REQUEST;
import static id.narahubung.db.Tables.REQUEST_DRAFT;
import static id.narahubung.db.Tables.REQUEST_LEGAL_BASIS;
import static id.narahubung.db.Tables.REQUEST_OVERRIDE;
import static id.narahubung.db.Tables.STORED_FILE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.access.Stale;
import id.narahubung.data.Kept;
import id.narahubung.data.Tx;
import id.narahubung.db.Routines;
import id.narahubung.db.tables.records.RequestRecord;
import id.narahubung.evidence.FileKind;
import id.narahubung.ledger.NumberStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;

/** Requests, their drafts, authors and numbers. */
public final class RequestStore {

  private static final Kept FETCH = new Kept();

  private static final Field<List<String>> BASES =
      multiset(
              select(REQUEST_LEGAL_BASIS.BASIS_CODE)
                  .from(REQUEST_LEGAL_BASIS)
                  .where(REQUEST_LEGAL_BASIS.REQUEST_ID.eq(REQUEST.ID))
                  .orderBy(REQUEST_LEGAL_BASIS.BASIS_CODE))
          .convertFrom(rows -> rows.map(row -> row.value1()));

  private static final Field<List<OverrideGiven>> OVERRIDES =
      multiset(
              select(REQUEST_OVERRIDE.NEED, REQUEST_OVERRIDE.REASON)
                  .from(REQUEST_OVERRIDE)
                  .where(REQUEST_OVERRIDE.REQUEST_ID.eq(REQUEST.ID))
                  .orderBy(REQUEST_OVERRIDE.NEED))
          .convertFrom(rows -> rows.map(mapping(OverrideGiven::new)));

  private static final Field<Restriction> RESTRICTION =
      field(
          row(
                  field(
                      select(CATEGORY.RESTRICTED)
                          .from(CATEGORY)
                          .where(
                              CATEGORY.RULE_SET_ID.eq(REQUEST.RULE_SET_ID),
                              CATEGORY.CODE.eq(REQUEST.CATEGORY_CODE))),
                  field(
                      exists(
                          selectOne()
                              .from(ITEM)
                              .where(
                                  ITEM.REQUEST_ID.eq(REQUEST.ID),
                                  ITEM.RESTRICTED.isTrue(),
                                  ITEM.DESCRIBED.isFalse()))))
              .convertFrom(r -> new Restriction(r.value1(), r.value2())));

  private static final Field<Boolean> ILLUSTRATED =
      field(
          exists(
              selectOne()
                  .from(EVIDENCE)
                  .join(STORED_FILE)
                  .on(STORED_FILE.ID.eq(EVIDENCE.FILE_ID))
                  .where(
                      EVIDENCE.REQUEST_ID.eq(REQUEST.ID),
                      EVIDENCE.OWNER_SIDE.eq(inline(Side.MINISTRY, EVIDENCE.OWNER_SIDE)),
                      EVIDENCE.PRIVATE.isFalse(),
                      STORED_FILE.KIND.in(
                          Stream.of(FileKind.PNG, FileKind.JPEG, FileKind.PDF)
                              .map(kind -> inline(kind, STORED_FILE.KIND))
                              .toList()),
                      notExists(
                          selectOne()
                              .from(EVIDENCE_REMOVAL)
                              .where(EVIDENCE_REMOVAL.EVIDENCE_ID.eq(EVIDENCE.ID))))));

  /** The request of an id; NotFound when there is none the viewer can see. */
  public TakedownRequest fetch(Tx tx, long id) {
    return find(tx, "id", id, REQUEST.ID.eq(value("id", id)))
        .orElseThrow(() -> new NotFound("request " + id));
  }

  /** The request of a number ('PA-2026-000128'). */
  public TakedownRequest fetch(Tx tx, String number) {
    return find(tx, "number", number, REQUEST.NUMBER.eq(value("number", number)))
        .orElseThrow(() -> new NotFound(number));
  }

  /**
   * The request of an id for one who may do what is needed: nobody else changes it until the
   * transaction ends. Locks go request first, then items. NotFound when the viewer cannot see it,
   * NotAllowed when they may not: in this order, so that nobody learns of what is not theirs.
   */
  public TakedownRequest lock(Tx tx, long id, Permission needed) {
    fetch(tx, id);
    tx.viewer().require(needed);
    tx.sql().select(REQUEST.ID).from(REQUEST).where(REQUEST.ID.eq(id)).forUpdate().fetch();
    return fetch(tx, id);
  }

  private static Optional<TakedownRequest> find(Tx tx, String name, Object value, Condition which) {
    return FETCH.fetch(tx, Map.of(name, value), () -> all(tx).where(which)).stream()
        .findFirst()
        .map(RequestStore::toRequest);
  }

  private static SelectJoinStep<Record> all(Tx tx) {
    return tx.sql()
        .select(REQUEST.fields())
        .select(BASES, OVERRIDES, RESTRICTION, ILLUSTRATED)
        .from(REQUEST);
  }

  /** Adds an empty draft and gives its id; its content follows by save. */
  public long insert(Tx tx, long ruleSetId, RequestContent content) {
    RequestRecord row = tx.sql().newRecord(REQUEST);
    row.setSide(Share.MINISTRY);
    row.setStage(Stage.DRAFT);
    row.setCreatedAt(tx.now());
    write(tx, row, ruleSetId, content);
    row.insert();
    return row.getId();
  }

  /** Writes a draft's content; Stale when somebody saved since this version was read. */
  public void save(
      Tx tx, TakedownRequest draft, int version, long ruleSetId, RequestContent content) {
    RequestRecord row = tx.sql().newRecord(REQUEST);
    write(tx, row, ruleSetId, content);
    row.setVersion(version + 1);
    // The bases carry the company and the rule set in their keys: they go before either changes.
    tx.sql()
        .deleteFrom(REQUEST_LEGAL_BASIS)
        .where(REQUEST_LEGAL_BASIS.REQUEST_ID.eq(draft.id()))
        .execute();
    change(tx, draft.id(), version, row);
  }

  private static void write(Tx tx, RequestRecord row, long ruleSetId, RequestContent content) {
    row.setPlatformId(content.platformId());
    row.setCompanyId(companyOf(tx, content.platformId()));
    row.setRuleSetId(ruleSetId);
    row.setSubject(content.subject());
    row.setCategoryCode(content.categoryCode());
    row.setUrgencyCode(content.urgencyCode());
    row.setUrgencyReason(content.urgencyReason());
    row.setRequesterKind(content.requesterKind());
    row.setRequesterBody(content.requesterBody());
    row.setRequesterContact(content.requesterContact());
    row.setOrigin(content.origin());
    row.setLetterNumber(content.letterNumber());
    row.setLetterDate(content.letterDate().orElse(null));
    row.setAnalysis(content.analysis());
    row.setMeasureCode(content.measureCode());
    row.setScope(content.scope());
    row.setUploaderMayBeTold(content.uploaderMayBeTold());
    row.setRedress(content.redress());
    row.setEnglishSummary(content.englishSummary());
    row.setChangedAt(tx.now());
  }

  /** Writes the legal bases of a draft's content. */
  void saveBases(Tx tx, TakedownRequest draft, long ruleSetId, List<String> codes) {
    for (String basis : codes) {
      tx.sql()
          .insertInto(REQUEST_LEGAL_BASIS)
          .set(REQUEST_LEGAL_BASIS.REQUEST_ID, draft.id())
          .set(REQUEST_LEGAL_BASIS.COMPANY_ID, draft.companyId())
          .set(REQUEST_LEGAL_BASIS.SIDE, Share.MINISTRY)
          .set(REQUEST_LEGAL_BASIS.RULE_SET_ID, ruleSetId)
          .set(REQUEST_LEGAL_BASIS.BASIS_CODE, basis)
          .execute();
    }
  }

  /** Whether a draft has evidence that is, or could hold, a picture. */
  boolean hasPictures(Tx tx, long id) {
    return tx.sql()
        .fetchExists(
            select(EVIDENCE.ID)
                .from(EVIDENCE)
                .join(STORED_FILE)
                .on(STORED_FILE.ID.eq(EVIDENCE.FILE_ID))
                .where(
                    EVIDENCE.REQUEST_ID.eq(id),
                    STORED_FILE.KIND.notIn(FileKind.TXT, FileKind.CSV)));
  }

  /** Lets the draft go without what is needed, for a reason; no reason takes that back. */
  public void override(
      Tx tx, TakedownRequest draft, int version, String need, Optional<String> reason) {
    RequestRecord row = tx.sql().newRecord(REQUEST);
    row.setChangedAt(tx.now());
    row.setVersion(version + 1);
    change(tx, draft.id(), version, row);
    tx.sql()
        .deleteFrom(REQUEST_OVERRIDE)
        .where(REQUEST_OVERRIDE.REQUEST_ID.eq(draft.id()), REQUEST_OVERRIDE.NEED.eq(need))
        .execute();
    reason.ifPresent(
        why ->
            tx.sql()
                .insertInto(REQUEST_OVERRIDE)
                .set(REQUEST_OVERRIDE.REQUEST_ID, draft.id())
                .set(REQUEST_OVERRIDE.COMPANY_ID, draft.companyId())
                .set(REQUEST_OVERRIDE.SIDE, Share.MINISTRY)
                .set(REQUEST_OVERRIDE.NEED, need)
                .set(REQUEST_OVERRIDE.REASON, why)
                .execute());
  }

  /** The draft this one was split off from, and those that were split off from it. */
  public List<TakedownRequest> linked(Tx tx, long id) {
    return all(tx)
        .join(REQUEST_DRAFT)
        .on(REQUEST_DRAFT.REQUEST_ID.eq(REQUEST.ID))
        .where(
            REQUEST_DRAFT
                .SPLIT_FROM
                .eq(id)
                .or(
                    REQUEST.ID.eq(
                        select(REQUEST_DRAFT.SPLIT_FROM)
                            .from(REQUEST_DRAFT)
                            .where(REQUEST_DRAFT.REQUEST_ID.eq(id)))))
        .orderBy(REQUEST.ID)
        .fetch(RequestStore::toRequest);
  }

  public void moveTo(Tx tx, TakedownRequest request, int version, Stage stage) {
    RequestRecord row = tx.sql().newRecord(REQUEST);
    row.setStage(stage);
    row.setChangedAt(tx.now());
    row.setVersion(version + 1);
    if (stage == Stage.WITHDRAWN) {
      row.setWithdrawnAt(tx.now());
    }
    change(tx, request.id(), version, row);
  }

  private static void change(Tx tx, long id, int version, RequestRecord row) {
    int changed =
        tx.sql()
            .update(REQUEST)
            .set(row)
            .where(REQUEST.ID.eq(id), REQUEST.VERSION.eq(version))
            .execute();
    if (changed == 0) {
      throw new Stale("request " + id);
    }
  }

  /** Makes a draft joint and sent; its items turn with it. The number follows as the last step. */
  public void send(Tx tx, TakedownRequest request, int version) {
    RequestRecord row = tx.sql().newRecord(REQUEST);
    row.setStage(Stage.SENT);
    row.setSide(Share.BOTH);
    row.setSentAt(tx.now());
    row.setSentBy(tx.person().personId());
    row.setChangedAt(tx.now());
    row.setVersion(version + 1);
    change(tx, request.id(), version, row);
  }

  /**
   * Gives a request the next number of the year, by WIB. Must be the transaction's last statement:
   * the counter's row is locked from here to the commit, and a number taken is used.
   */
  public String number(Tx tx, long id) {
    String number =
        NumberStore.next(tx, NUMBER_COUNTER, NUMBER_COUNTER.YEAR, NUMBER_COUNTER.LAST, "PA", 6);
    tx.sql().update(REQUEST).set(REQUEST.NUMBER, number).where(REQUEST.ID.eq(id)).execute();
    return number;
  }

  /** Whether somebody at the company could answer: the one question the ministry may ask. */
  public boolean isStaffed(Tx tx, long company) {
    return Boolean.TRUE.equals(
        tx.sql().select(Routines.companyIsStaffed(val(company))).fetchSingle().value1());
  }

  private static long companyOf(Tx tx, long platform) {
    return tx.sql()
        .select(PLATFORM.COMPANY_ID)
        .from(PLATFORM)
        .where(PLATFORM.ID.eq(platform))
        .fetchOptional(PLATFORM.COMPANY_ID)
        .orElseThrow(() -> new NotFound("platform " + platform));
  }

  private static TakedownRequest toRequest(Record row) {
    RequestRecord r = row.into(REQUEST);
    return new TakedownRequest(
        r.getId(),
        r.getCompanyId(),
        r.getRuleSetId(),
        r.getStage(),
        Optional.ofNullable(r.getNumber()),
        r.getVersion(),
        new RequestContent(
            r.getPlatformId(),
            r.getSubject(),
            r.getCategoryCode(),
            r.getUrgencyCode(),
            r.getUrgencyReason(),
            r.getRequesterKind(),
            r.getRequesterBody(),
            r.getRequesterContact(),
            r.getOrigin(),
            r.getLetterNumber(),
            Optional.ofNullable(r.getLetterDate()),
            row.get(BASES),
            r.getAnalysis(),
            r.getMeasureCode(),
            r.getScope(),
            r.getUploaderMayBeTold(),
            r.getRedress(),
            r.getEnglishSummary()),
        row.get(OVERRIDES),
        row.get(RESTRICTION),
        row.get(ILLUSTRATED),
        new Counts(
            r.getItemCount(),
            r.getOpenCount(),
            r.getAskedCount(),
            r.getClaimedCount(),
            r.getContestedCount(),
            r.getSettledCount(),
            Optional.ofNullable(r.getNextDueAt()),
            r.getNextDueCount()),
        r.getCreatedAt(),
        r.getChangedAt(),
        Optional.ofNullable(r.getSentAt()),
        Optional.ofNullable(r.getAcknowledgedAt()),
        Optional.ofNullable(r.getWithdrawnAt()));
  }
}
