package id.narahubung.evidence;

import static id.narahubung.db.Tables.CATEGORY;
import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.EVIDENCE;
import static id.narahubung.db.Tables.EVIDENCE_REMOVAL;
import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.PERSON;
import static id.narahubung.db.Tables.REQUEST;
import static id.narahubung.db.Tables.REQUEST_AUTHOR;
import static id.narahubung.db.Tables.STORED_FILE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.data.Tx;
import id.narahubung.ledger.By;
import id.narahubung.ledger.Ledger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.DSL;

/** Evidence as rows: only added, but for a draft's. */
public final class EvidenceStore {

  /** A name only where the wall lets the viewer see both the event and the colleague. */
  private static final Field<By> BY =
      field(
          row(
                  EVIDENCE.OWNER_SIDE,
                  EVIDENCE.ACTOR_ROLE,
                  EVIDENCE.ACTOR_CODE,
                  field(
                      select(PERSON.NAME)
                          .from(EVENT)
                          .join(PERSON)
                          .on(PERSON.ID.eq(EVENT.ACTOR_ID))
                          .where(
                              EVENT.ID.eq(EVIDENCE.EVENT_ID),
                              PERSON.ORGANISATION_ID.eq(EVIDENCE.ORGANISATION_ID))))
              .convertFrom(
                  row ->
                      new By(
                          row.value1().name().toLowerCase(Locale.ROOT),
                          row.value2(),
                          row.value3(),
                          Optional.ofNullable(row.value4()))));

  private static final Field<Optional<Evidence.Removal>> REMOVAL =
      DSL.multiset(
              select(EVIDENCE_REMOVAL.REASON, EVIDENCE_REMOVAL.REMOVED_AT, Ledger.BY)
                  .from(EVIDENCE_REMOVAL)
                  .join(EVENT)
                  .on(EVENT.ID.eq(EVIDENCE_REMOVAL.EVENT_ID))
                  .where(EVIDENCE_REMOVAL.EVIDENCE_ID.eq(EVIDENCE.ID)))
          .convertFrom(
              rows -> rows.map(Records.mapping(Evidence.Removal::new)).stream().findFirst());

  /** The request of a number; NotFound when there is none the viewer can see. */
  public CaseRef request(Tx tx, String number) {
    return find(tx, REQUEST.NUMBER.eq(number)).orElseThrow(() -> new NotFound(number));
  }

  /** A draft; NotFound once it was sent: its evidence is found under its number. */
  public CaseRef draft(Tx tx, long id) {
    return find(tx, REQUEST.ID.eq(id).and(REQUEST.NUMBER.isNull()))
        .orElseThrow(() -> new NotFound("draft " + id));
  }

  /** The same as it stands, held until the transaction ends: a draft may just be submitted. */
  CaseRef lock(Tx tx, CaseRef ref) {
    tx.sql().select(REQUEST.ID).from(REQUEST).where(REQUEST.ID.eq(ref.id())).forUpdate().fetch();
    return find(tx, REQUEST.ID.eq(ref.id())).orElseThrow(() -> new NotFound("request"));
  }

  private static Optional<CaseRef> find(Tx tx, Condition which) {
    return tx.sql()
        .select(
            REQUEST.ID,
            REQUEST.COMPANY_ID,
            REQUEST.SIDE,
            REQUEST.NUMBER.convertFrom(Optional::ofNullable),
            REQUEST.SUBJECT,
            field(REQUEST.STAGE.cast(String.class).in("awaiting_approval", "discarded")),
            field(
                select(CATEGORY.RESTRICTED)
                    .from(CATEGORY)
                    .where(
                        CATEGORY.RULE_SET_ID.eq(REQUEST.RULE_SET_ID),
                        CATEGORY.CODE.eq(REQUEST.CATEGORY_CODE))))
        .from(REQUEST)
        .where(which)
        .fetchOptional(Records.mapping(CaseRef::new));
  }

  /** The id of an item of a sent request. */
  public long item(Tx tx, CaseRef request, int ordinal) {
    return tx.sql()
        .select(ITEM.ID)
        .from(ITEM)
        .where(ITEM.REQUEST_ID.eq(request.id()), ITEM.ORDINAL.eq(ordinal))
        .fetchOptional(ITEM.ID)
        .filter(id -> !request.isDraft())
        .orElseThrow(() -> new NotFound("item " + ordinal));
  }

  long insert(Tx tx, long event, CaseRef request, Optional<Long> item, NewEvidence given) {
    return tx.sql()
        .insertInto(EVIDENCE)
        .set(EVIDENCE.REQUEST_ID, request.id())
        .set(EVIDENCE.COMPANY_ID, request.companyId())
        .set(EVIDENCE.REQUEST_SIDE, request.share())
        .set(EVIDENCE.ITEM_ID, item.orElse(null))
        .set(EVIDENCE.ORGANISATION_ID, tx.person().organisationId())
        .set(EVIDENCE.OWNER_SIDE, tx.person().side())
        .set(EVIDENCE.PRIVATE, given.isPrivate())
        .set(EVIDENCE.FILE_ID, given.file().id())
        .set(EVIDENCE.EVENT_ID, event)
        .set(EVIDENCE.ACTOR_ROLE, tx.person().roleFor(Permission.ADD_EVIDENCE).code())
        .set(EVIDENCE.ACTOR_CODE, tx.person().code())
        .set(EVIDENCE.NAME, given.name())
        .set(EVIDENCE.NOTE, given.note())
        .set(EVIDENCE.ADDED_AT, tx.now())
        .returningResult(EVIDENCE.ID)
        .fetchSingle()
        .value1();
  }

  /** What is written of a new piece of evidence. */
  record NewEvidence(StoredFile file, String name, String note, boolean isPrivate) {}

  void insertRemoval(Tx tx, long event, CaseRef request, Evidence evidence, String reason) {
    tx.sql()
        .insertInto(EVIDENCE_REMOVAL)
        .set(EVIDENCE_REMOVAL.EVIDENCE_ID, evidence.id())
        .set(EVIDENCE_REMOVAL.COMPANY_ID, request.companyId())
        .set(EVIDENCE_REMOVAL.SIDE, evidence.share())
        .set(EVIDENCE_REMOVAL.EVENT_ID, event)
        .set(EVIDENCE_REMOVAL.REASON, reason)
        .set(EVIDENCE_REMOVAL.REMOVED_AT, tx.now())
        .execute();
  }

  /** A draft's evidence is only prepared: it may go without a trace but its event. */
  void delete(Tx tx, Evidence evidence) {
    tx.sql().deleteFrom(EVIDENCE).where(EVIDENCE.ID.eq(evidence.id())).execute();
  }

  /** Who changes a draft's evidence had a hand in the draft, and may not approve it. */
  void addAuthor(Tx tx, CaseRef draft) {
    tx.sql()
        .insertInto(REQUEST_AUTHOR)
        .set(REQUEST_AUTHOR.REQUEST_ID, draft.id())
        .set(REQUEST_AUTHOR.PERSON_ID, tx.person().personId())
        .set(REQUEST_AUTHOR.COMPANY_ID, draft.companyId())
        .onConflictDoNothing()
        .execute();
  }

  /** All evidence of a request and of its items that the viewer can see, oldest first. */
  public List<Evidence> list(Tx tx, long request, int most) {
    return read(tx, EVIDENCE.REQUEST_ID.eq(request), most);
  }

  /** The evidence of one item. */
  public List<Evidence> ofItem(Tx tx, long item, int most) {
    return read(tx, EVIDENCE.ITEM_ID.eq(item), most);
  }

  /** One piece of a request's evidence. */
  public Evidence fetch(Tx tx, CaseRef request, long id) {
    return read(tx, EVIDENCE.ID.eq(id).and(EVIDENCE.REQUEST_ID.eq(request.id())), 1).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("evidence " + id));
  }

  private static List<Evidence> read(Tx tx, Condition which, int most) {
    return tx.sql()
        .select(
            EVIDENCE.ID,
            EVIDENCE.REQUEST_ID,
            ITEM.ORDINAL.convertFrom(Optional::ofNullable),
            EVIDENCE.OWNER_SIDE,
            EVIDENCE.PRIVATE,
            EVIDENCE.SIDE,
            FileStore.FILE,
            EVIDENCE.NAME,
            EVIDENCE.NOTE,
            EVIDENCE.ADDED_AT,
            BY,
            REMOVAL)
        .from(EVIDENCE)
        .join(STORED_FILE)
        .on(STORED_FILE.ID.eq(EVIDENCE.FILE_ID))
        .leftJoin(ITEM)
        .on(ITEM.ID.eq(EVIDENCE.ITEM_ID))
        .where(which)
        .orderBy(EVIDENCE.ID)
        .limit(most)
        .fetch(Records.mapping(Evidence::new));
  }
}
