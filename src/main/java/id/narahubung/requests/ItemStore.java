package id.narahubung.requests;

import static id.narahubung.data.Kept.value;
import static id.narahubung.db.Tables.ANSWER;
import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.ITEM_CHECK;
import static id.narahubung.db.Tables.REQUEST;

import id.narahubung.access.Share;
import id.narahubung.addresses.Canonicaliser;
import id.narahubung.addresses.FoundAddress;
import id.narahubung.addresses.ItemKind;
import id.narahubung.data.Kept;
import id.narahubung.data.Tx;
import id.narahubung.db.tables.records.ItemRecord;
import id.narahubung.db.tables.records.RestrictedItemRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;

/** Items as rows: what was filed, and the columns lists sort by. */
public final class ItemStore {

  /** What an item is read from. */
  static final List<SelectField<?>> FIELDS =
      List.of(
          ITEM.ID,
          ITEM.REQUEST_ID,
          ITEM.COMPANY_ID,
          ITEM.ORDINAL,
          ITEM.URL_GIVEN,
          ITEM.SCHEME_ADDED,
          ITEM.URL,
          ITEM.KIND,
          ITEM.RESTRICTED,
          ITEM.DESCRIBED,
          ITEM.VERSION,
          ITEM.STANDING,
          ITEM.DUE_AT);

  /** Of what the answer that stands says is gone, something was seen. */
  private static final Condition FOUND_UP =
      DSL.exists(
          DSL.selectOne()
              .from(ITEM_CHECK)
              .where(
                  ITEM_CHECK.ITEM_ID.eq(ITEM.ID),
                  ITEM_CHECK.VERDICT.in(
                      DSL.inline(Verdict.STILL_UP, ITEM_CHECK.VERDICT),
                      DSL.inline(Verdict.PARTLY, ITEM_CHECK.VERDICT)),
                  ITEM_CHECK.ANSWER_ID.eq(
                      DSL.select(DSL.max(ANSWER.ID))
                          .from(ANSWER)
                          .where(ANSWER.ITEM_ID.eq(ITEM.ID), AnswerStore.STANDS))));

  private static final Kept LIST = new Kept();
  private static final Kept NEXT_DUE = new Kept();
  private static final Kept COUNT = new Kept();
  private static final Kept STILL_UP = new Kept();

  private static final Field<Map<String, String>> IDENTIFIERS =
      ITEM.IDENTIFIERS.convertFrom(Details::read);

  private final RestrictedStore restricted = new RestrictedStore();

  /** These with what identifies them, where they are restricted: that needs the permission. */
  List<Item> opened(Tx tx, List<Item> items) {
    return restricted.opened(tx, items);
  }

  /**
   * A draft's items are written anew at each save: nothing hangs on them yet. What is known about
   * an address stays with it as long as the address stays, whatever else changes in the paste.
   *
   * @param restricted whether what identifies them is put away, apart from them
   * @param told what is said about addresses, by their canonical form; goes before what was known
   */
  void replaceDraft(
      Tx tx,
      long requestId,
      long companyId,
      boolean restricted,
      List<FoundAddress> found,
      Map<String, ItemAbout> told) {
    Map<String, ItemAbout> known = new HashMap<>(about(tx, requestId));
    known.putAll(told);
    tx.sql().deleteFrom(ITEM).where(ITEM.REQUEST_ID.eq(requestId)).execute();
    List<ItemRecord> rows = new ArrayList<>();
    List<RestrictedItemRecord> apart = new ArrayList<>();
    for (FoundAddress address : found) {
      ItemRecord row = tx.sql().newRecord(ITEM);
      row.setRequestId(requestId);
      row.setCompanyId(companyId);
      row.setSide(Share.MINISTRY);
      row.setOrdinal(rows.size() + 1);
      row.setSchemeAdded(address.schemeAdded());
      row.setUrlHash(address.address().sha256());
      row.setCanonicaliser(Canonicaliser.VERSION);
      row.setKind(address.kind());
      String url = address.address().canonical();
      ItemAbout about =
          known.getOrDefault(url, ItemAbout.NOTHING).identifiedBy(address.identifiers());
      row.setRestricted(restricted);
      row.setUrlGiven(restricted ? "" : address.given());
      row.setUrl(restricted ? "" : url);
      if (restricted) {
        row.setDescribed(about.finding().isWritten());
        row.insert();
        apart.add(RestrictedStore.row(tx, row.getId(), companyId, address.given(), url, about));
      } else {
        row.setIdentifiers(Details.write(about.identifiers()));
        row.setNote(about.note());
        row.setAccount(about.account());
        row.setContentTime(about.time());
      }
      rows.add(row);
    }
    if (restricted) {
      tx.insert(apart);
    } else {
      tx.insert(rows);
    }
  }

  /** What is known about a request's addresses, by their canonical form; most have nothing. */
  public Map<String, ItemAbout> about(Tx tx, long requestId) {
    Map<String, ItemAbout> about = new HashMap<>(restricted.about(tx, requestId));
    about.putAll(unrestricted(tx, requestId));
    return about;
  }

  private static Map<String, ItemAbout> unrestricted(Tx tx, long requestId) {
    return tx.sql()
        .select(ITEM.URL, ITEM.NOTE, ITEM.ACCOUNT, ITEM.CONTENT_TIME, IDENTIFIERS)
        .from(ITEM)
        .where(
            ITEM.REQUEST_ID.eq(requestId),
            ITEM.RESTRICTED.isFalse(),
            ITEM.NOTE
                .ne("")
                .or(ITEM.ACCOUNT.ne(""))
                .or(ITEM.CONTENT_TIME.ne(""))
                .or(ITEM.KIND.ne(ItemKind.URL)))
        .fetchMap(
            ITEM.URL,
            row ->
                new ItemAbout(
                    row.value2(), row.value3(), row.value4(), row.value5(), WrittenFinding.NONE));
  }

  /** What is known about one item. */
  ItemAbout about(Tx tx, Item item) {
    return tx.sql()
        .select(ITEM.NOTE, ITEM.ACCOUNT, ITEM.CONTENT_TIME, IDENTIFIERS)
        .from(ITEM)
        .where(ITEM.ID.eq(item.id()))
        .fetchOptional(
            row ->
                new ItemAbout(
                    row.value1(), row.value2(), row.value3(), row.value4(), WrittenFinding.NONE))
        .orElse(ItemAbout.NOTHING);
  }

  /** The items of a request after an ordinal, at most so many, those that stand so. */
  public List<Item> list(
      Tx tx, long requestId, Optional<List<Standing>> standings, int after, int limit) {
    return LIST.fetch(
            tx,
            standings,
            Map.of("request", requestId, "after", after, "limit", limit),
            () ->
                select(tx)
                    .where(
                        ITEM.REQUEST_ID.eq(value("request", requestId)),
                        ITEM.ORDINAL.gt(value("after", after)),
                        standings.map(ItemRowStore::stands).orElse(DSL.noCondition()))
                    .orderBy(ITEM.ORDINAL)
                    .limit(value("limit", limit)))
        .map(ItemStore::read);
  }

  public Optional<Item> find(Tx tx, long requestId, int ordinal) {
    return fetchOne(tx, ITEM.REQUEST_ID.eq(requestId).and(ITEM.ORDINAL.eq(ordinal)));
  }

  /** The item of a full number ('PA-2026-000128/0031'). */
  public Optional<Item> find(Tx tx, String number) {
    String[] parts = number.split("/", 2);
    return tx.sql()
        .select(REQUEST.ID)
        .from(REQUEST)
        .where(REQUEST.NUMBER.eq(parts[0]))
        .fetchOptional(REQUEST.ID)
        .flatMap(request -> find(tx, request, Integer.parseInt(parts[1])));
  }

  /** The request's open item that falls due first. */
  public Optional<Item> nextDue(Tx tx, long requestId) {
    return NEXT_DUE
        .fetch(
            tx,
            Map.of("request", requestId),
            () ->
                select(tx)
                    .where(
                        ITEM.REQUEST_ID.eq(value("request", requestId)),
                        ItemRowStore.stands(Standing.OPEN))
                    .orderBy(ITEM.DUE_AT, ITEM.ORDINAL)
                    .limit(DSL.inline(1)))
        .stream()
        .findFirst()
        .map(ItemStore::read);
  }

  /** The items of these ids that the viewer can see, in order of request and ordinal. */
  public List<Item> fetch(Tx tx, Collection<Long> ids) {
    return select(tx)
        .where(ITEM.ID.eq(DSL.any(ids.toArray(Long[]::new))))
        .orderBy(ITEM.REQUEST_ID, ITEM.ORDINAL)
        .fetch(ItemStore::read);
  }

  /** As fetch, locked in order of id until the transaction ends; the request is locked before. */
  public List<Item> lock(Tx tx, Collection<Long> ids) {
    tx.sql()
        .select(ITEM.ID)
        .from(ITEM)
        .where(ITEM.ID.eq(DSL.any(ids.toArray(Long[]::new))))
        .orderBy(ITEM.ID)
        .forUpdate()
        .fetch();
    return fetch(tx, ids);
  }

  /** How many of a request's items stand where, in the order of the enum; none is left out. */
  public Map<Standing, Integer> count(Tx tx, long requestId) {
    Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
    COUNT
        .fetch(
            tx,
            Map.of("request", requestId),
            () ->
                tx.sql()
                    .select(ITEM.STANDING, DSL.count())
                    .from(ITEM)
                    .where(ITEM.REQUEST_ID.eq(value("request", requestId)))
                    .groupBy(ITEM.STANDING))
        .forEach(row -> counts.put(row.value1(), row.value2()));
    return counts;
  }

  /** How many of a request's open items were answered, looked at, and found still or partly up. */
  public int countStillUp(Tx tx, long requestId) {
    return STILL_UP
        .fetch(
            tx,
            Map.of("request", requestId),
            () ->
                tx.sql()
                    .select(DSL.count())
                    .from(ITEM)
                    .where(
                        ITEM.REQUEST_ID.eq(value("request", requestId)),
                        ItemRowStore.stands(Standing.OPEN),
                        FOUND_UP))
        .getFirst()
        .value1();
  }

  /** The ids of all items of a request that are not settled. */
  public List<Long> unsettled(Tx tx, long requestId) {
    return tx.sql()
        .select(ITEM.ID)
        .from(ITEM)
        .where(ITEM.REQUEST_ID.eq(requestId), ITEM.STANDING.notIn(Standing.settled()))
        .orderBy(ITEM.ID)
        .fetch(ITEM.ID);
  }

  /** The items of sent requests after an id, in order of id: a walk over all of them. */
  List<Item> sentAfter(Tx tx, long id, int most) {
    return select(tx)
        .join(REQUEST)
        .on(REQUEST.ID.eq(ITEM.REQUEST_ID))
        .where(ITEM.ID.gt(id), REQUEST.NUMBER.isNotNull())
        .orderBy(ITEM.ID)
        .limit(most)
        .fetch(ItemStore::read);
  }

  private static Optional<Item> fetchOne(Tx tx, Condition which) {
    return select(tx).where(which).fetchOptional(ItemStore::read);
  }

  private static SelectJoinStep<Record> select(Tx tx) {
    return tx.sql().select(FIELDS).from(ITEM);
  }

  /** The item of a row that has FIELDS among its columns. */
  static Item read(Record row) {
    return new Item(
        row.get(ITEM.ID),
        row.get(ITEM.REQUEST_ID),
        row.get(ITEM.COMPANY_ID),
        row.get(ITEM.ORDINAL),
        row.get(ITEM.URL_GIVEN),
        row.get(ITEM.SCHEME_ADDED),
        row.get(ITEM.URL),
        row.get(ITEM.KIND),
        row.get(ITEM.RESTRICTED),
        row.get(ITEM.DESCRIBED),
        row.get(ITEM.VERSION),
        row.get(ITEM.STANDING),
        Optional.ofNullable(row.get(ITEM.DUE_AT)));
  }
}
