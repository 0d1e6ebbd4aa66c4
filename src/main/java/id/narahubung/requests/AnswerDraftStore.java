package id.narahubung.requests;

import static id.narahubung.data.Kept.value;
import static id.narahubung.db.Tables.ANSWER_DRAFT;
import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.EVENT_ITEM;
import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.REQUEST;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import id.narahubung.access.Permission;
import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.companies.ReleaseRuleStore;
import id.narahubung.data.Kept;
import id.narahubung.data.Tx;
import id.narahubung.db.tables.records.AnswerDraftRecord;
import id.narahubung.ledger.Ledger;
import id.narahubung.requests.AnswerDraft.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;

/**
 * A company's drafts of answers. PostgreSQL shows the viewer's own company only, and the ministry
 * may not even ask. Whoever changes one holds the lock of its request.
 */
public final class AnswerDraftStore {

  private static final Kept COUNT = new Kept();
  private static final Kept LIVE_OF = new Kept();

  private static final Field<Optional<AnswerDraft.Return>> RETURNED =
      multiset(
              select(ANSWER_DRAFT.RETURN_REASON, Ledger.BY, EVENT.AT)
                  .from(EVENT)
                  .where(EVENT.ID.eq(ANSWER_DRAFT.RETURN_EVENT_ID)))
          .convertFrom(rows -> rows.map(mapping(AnswerDraft.Return::new)).stream().findFirst());

  private static final Field<Optional<AnswerDraft.Step>> ENDED =
      multiset(
              select(Ledger.BY, EVENT.AT).from(EVENT).where(EVENT.ID.eq(ANSWER_DRAFT.END_EVENT_ID)))
          .convertFrom(rows -> rows.map(mapping(AnswerDraft.Step::new)).stream().findFirst());

  private static final Field<Boolean> REQUIRED = field(DSL.name("required"), Boolean.class);

  private static final Condition LIVE =
      ANSWER_DRAFT.STATE.in(
          inline(State.OPEN, ANSWER_DRAFT.STATE), inline(State.RETURNED, ANSWER_DRAFT.STATE));

  /** Of items that are settled nothing waits: such a draft stays beside its item. */
  private static final Condition UNSETTLED =
      ItemRowStore.stands(
          Arrays.stream(Standing.values()).filter(standing -> !standing.isSettled()).toList());

  /**
   * How many drafts of a company's are not sent, and how many were returned.
   *
   * @param required whether a lead must release what a responder answers
   */
  record DraftCounts(int open, int returned, boolean required) {

    /** Whether there are any of the kind that this person works on, whoever wrote them. */
    boolean isFor(PersonViewer viewer) {
      return viewer.may(Permission.RELEASE_ANSWERS) ? open > 0 : returned > 0;
    }

    boolean isWorthTelling() {
      return required || open + returned > 0;
    }
  }

  /** Which live drafts a list shows: in this state, of one request or writer where named. */
  record Which(State state, Optional<String> request, Optional<Long> writer) {

    private Condition toCondition() {
      return ANSWER_DRAFT
          .STATE
          .eq(state)
          .and(UNSETTLED)
          .and(
              request
                  .map(
                      number ->
                          ITEM.REQUEST_ID.in(
                              select(REQUEST.ID).from(REQUEST).where(REQUEST.NUMBER.eq(number))))
                  .orElse(noCondition()))
          .and(writer.map(ANSWER_DRAFT.PERSON_ID::eq).orElse(noCondition()));
    }
  }

  /** Whose drafts about which request: what a list shows together. */
  record Together(long request, long person) {

    static Together of(AnswerDraft draft) {
      return new Together(draft.requestId(), draft.person());
    }
  }

  /**
   * A page of a list.
   *
   * @param together how many there are of each writer about each request, on all pages
   * @param more whether there is a page behind it
   */
  record Listing(List<AnswerDraft> drafts, Map<Together, Integer> together, boolean more) {

    /** Whether this page is all there is. */
    boolean isWhole() {
      return together.values().stream().mapToInt(Integer::intValue).sum() == drafts.size();
    }
  }

  /** A page of drafts behind that place, what falls due first at the top. */
  Listing list(Tx tx, Which which, Optional<Cursor> after, int limit) {
    List<AnswerDraft> drafts = behind(tx, which, after, limit + 1);
    Map<Together, Integer> together =
        tx.sql()
            .select(ITEM.REQUEST_ID, ANSWER_DRAFT.PERSON_ID, DSL.count())
            .from(ANSWER_DRAFT)
            .join(ITEM)
            .on(ITEM.ID.eq(ANSWER_DRAFT.ITEM_ID))
            .where(which.toCondition())
            .groupBy(ITEM.REQUEST_ID, ANSWER_DRAFT.PERSON_ID)
            .fetchMap(row -> new Together(row.value1(), row.value2()), row -> row.value3());
    boolean more = drafts.size() > limit;
    return new Listing(more ? drafts.subList(0, limit) : drafts, together, more);
  }

  /** The drafts behind that place, what falls due first at the top. */
  List<AnswerDraft> behind(Tx tx, Which which, Optional<Cursor> after, int limit) {
    return drafts(tx)
        .where(which.toCondition())
        .and(
            after
                .flatMap(
                    place -> place.due().map(due -> row(ITEM.DUE_AT, ITEM.ID).gt(due, place.id())))
                .orElse(noCondition()))
        .orderBy(ITEM.DUE_AT, ITEM.ID)
        .limit(limit)
        .fetch(AnswerDraftStore::toDraft);
  }

  DraftCounts count(Tx tx) {
    return COUNT
        .fetch(
            tx,
            Map.of(),
            () ->
                tx.sql()
                    .select(
                        inState(State.OPEN),
                        inState(State.RETURNED),
                        field(ReleaseRuleStore.required(tx)))
                    .from(ANSWER_DRAFT)
                    .join(ITEM)
                    .on(ITEM.ID.eq(ANSWER_DRAFT.ITEM_ID))
                    .where(LIVE, UNSETTLED))
        .map(
            row ->
                new DraftCounts(
                    row.get(0, int.class), row.get(1, int.class), row.get(2, boolean.class)))
        .getFirst();
  }

  private static Field<Integer> inState(State state) {
    return DSL.count().filterWhere(ANSWER_DRAFT.STATE.eq(inline(state, ANSWER_DRAFT.STATE)));
  }

  /** The live draft of each of these items that has one; to the ministry there are none. */
  Map<Long, AnswerDraft> live(Tx tx, Collection<Long> items) {
    if (tx.person().side() != Side.COMPANY || items.isEmpty()) {
      return Map.of();
    }
    Long[] ids = items.toArray(Long[]::new);
    return LIVE_OF
        .fetch(
            tx,
            Map.of("items", ids),
            () -> drafts(tx).where(ANSWER_DRAFT.ITEM_ID.eq(any(value("items", ids))), LIVE))
        .intoMap(ANSWER_DRAFT.ITEM_ID, AnswerDraftStore::toDraft);
  }

  /** All that were ever written about an item, oldest first; to the ministry there are none. */
  List<AnswerDraft> ofItem(Tx tx, long item) {
    if (tx.person().side() != Side.COMPANY) {
      return List.of();
    }
    return drafts(tx)
        .where(ANSWER_DRAFT.ITEM_ID.eq(item))
        .orderBy(ANSWER_DRAFT.ID)
        .fetch(AnswerDraftStore::toDraft);
  }

  /** Those of these ids that the viewer can see, what falls due first at the top. */
  List<AnswerDraft> fetch(Tx tx, Collection<Long> ids) {
    return drafts(tx)
        .where(ANSWER_DRAFT.ID.eq(any(ids.toArray(Long[]::new))))
        .orderBy(ITEM.DUE_AT, ITEM.ID, ANSWER_DRAFT.ID)
        .fetch(AnswerDraftStore::toDraft);
  }

  /** Writes one for each item, in place of the one that lived. */
  void insert(Tx tx, long event, List<Item> items, long ruleSetId, AnswerGiven given) {
    end(tx, items, State.REPLACED, event, Share.COMPANY);
    String details = Details.write(given.details());
    List<AnswerDraftRecord> rows = new ArrayList<>();
    for (Item item : items) {
      AnswerDraftRecord row = tx.sql().newRecord(ANSWER_DRAFT);
      row.setItemId(item.id());
      row.setCompanyId(item.companyId());
      row.setEventId(event);
      row.setPersonId(tx.person().personId());
      row.setItemVersion(item.version());
      row.setRuleSetId(ruleSetId);
      row.setTypeCode(given.typeCode());
      row.setGroundCode(given.ground().orElse(null));
      row.setDetails(details);
      row.setWrittenAt(tx.now());
      row.setState(State.OPEN);
      rows.add(row);
    }
    tx.insert(rows);
    tell(tx, event, items.stream().map(Item::id).toList());
  }

  /** Ends what lives of these items: released where it became the answer, else replaced. */
  void end(Tx tx, Collection<Item> items, State state, long event, Share share) {
    tx.sql()
        .update(ANSWER_DRAFT)
        .set(ANSWER_DRAFT.STATE, state)
        .set(ANSWER_DRAFT.END_EVENT_ID, event)
        .set(ANSWER_DRAFT.END_SIDE, share)
        .where(
            ANSWER_DRAFT.ITEM_ID.eq(any(items.stream().map(Item::id).toArray(Long[]::new))), LIVE)
        .execute();
  }

  void drop(Tx tx, long event, List<AnswerDraft> drafts) {
    tx.sql()
        .update(ANSWER_DRAFT)
        .set(ANSWER_DRAFT.STATE, State.DROPPED)
        .set(ANSWER_DRAFT.END_EVENT_ID, event)
        .set(ANSWER_DRAFT.END_SIDE, Share.COMPANY)
        .where(these(drafts))
        .execute();
    tell(tx, event, drafts.stream().map(AnswerDraft::itemId).toList());
  }

  void giveBack(Tx tx, long event, List<AnswerDraft> drafts, String reason) {
    tx.sql()
        .update(ANSWER_DRAFT)
        .set(ANSWER_DRAFT.STATE, State.RETURNED)
        .set(ANSWER_DRAFT.RETURN_EVENT_ID, event)
        .set(ANSWER_DRAFT.RETURN_REASON, reason)
        .where(these(drafts))
        .execute();
    tell(tx, event, drafts.stream().map(AnswerDraft::itemId).toList());
  }

  private static Condition these(List<AnswerDraft> drafts) {
    return ANSWER_DRAFT.ID.eq(any(drafts.stream().map(AnswerDraft::id).toArray(Long[]::new)));
  }

  /** Which items an act of the company's own was about. No due time moves by it. */
  private static void tell(Tx tx, long event, Collection<Long> items) {
    tx.sql()
        .insertInto(
            EVENT_ITEM,
            EVENT_ITEM.EVENT_ID,
            EVENT_ITEM.ITEM_ID,
            EVENT_ITEM.COMPANY_ID,
            EVENT_ITEM.SIDE)
        .select(
            select(val(event), ITEM.ID, ITEM.COMPANY_ID, val(Share.COMPANY, EVENT_ITEM.SIDE))
                .from(ITEM)
                .where(ITEM.ID.eq(any(items.toArray(Long[]::new)))))
        .execute();
  }

  private static SelectOnConditionStep<Record> drafts(Tx tx) {
    return tx.sql()
        .select(
            ANSWER_DRAFT.ID,
            ANSWER_DRAFT.ITEM_ID,
            ITEM.REQUEST_ID,
            ANSWER_DRAFT.ITEM_VERSION,
            ANSWER_DRAFT.TYPE_CODE,
            ANSWER_DRAFT.GROUND_CODE,
            ANSWER_DRAFT.DETAILS,
            ANSWER_DRAFT.PERSON_ID,
            Ledger.BY,
            ANSWER_DRAFT.WRITTEN_AT,
            ANSWER_DRAFT.STATE,
            field(ReleaseRuleStore.required(tx)).as(REQUIRED))
        .select(RETURNED, ENDED)
        .from(ANSWER_DRAFT)
        .join(ITEM)
        .on(ITEM.ID.eq(ANSWER_DRAFT.ITEM_ID))
        .join(EVENT)
        .on(EVENT.ID.eq(ANSWER_DRAFT.EVENT_ID));
  }

  private static AnswerDraft toDraft(Record r) {
    return new AnswerDraft(
        r.get(ANSWER_DRAFT.ID),
        r.get(ANSWER_DRAFT.ITEM_ID),
        r.get(ITEM.REQUEST_ID),
        r.get(ANSWER_DRAFT.ITEM_VERSION),
        new AnswerGiven(
            r.get(ANSWER_DRAFT.TYPE_CODE),
            Optional.ofNullable(r.get(ANSWER_DRAFT.GROUND_CODE)),
            Details.read(r.get(ANSWER_DRAFT.DETAILS))),
        r.get(ANSWER_DRAFT.PERSON_ID),
        r.get(Ledger.BY),
        r.get(ANSWER_DRAFT.WRITTEN_AT),
        r.get(ANSWER_DRAFT.STATE),
        r.get(REQUIRED),
        r.get(RETURNED),
        r.get(ENDED));
  }
}
