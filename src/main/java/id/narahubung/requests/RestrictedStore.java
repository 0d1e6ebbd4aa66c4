package id.narahubung.requests;

import static id.narahubung.db.Tables.EVENT_ITEM;
import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.RESTRICTED_ITEM;

import id.narahubung.access.Permission;
import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.db.tables.records.EventItemRecord;
import id.narahubung.db.tables.records.RestrictedItemRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * What identifies restricted items, and their findings: rows apart, which PostgreSQL shows only to
 * whoever was given the permission. Items as they are read elsewhere have nothing of it.
 */
public final class RestrictedStore {

  /** An item with what identifies it. */
  record Opened(Item item, ItemAbout about) {}

  /** These items with what identifies them, where they are restricted; needs the permission. */
  List<Item> opened(Tx tx, List<Item> items) {
    if (items.stream().noneMatch(Item::restricted)) {
      return items;
    }
    Map<Long, Opened> opened = read(tx, items);
    return items.stream()
        .map(item -> Optional.ofNullable(opened.get(item.id())).map(Opened::item).orElse(item))
        .toList();
  }

  /** The restricted ones of these items, by their ids; needs the permission. */
  Map<Long, Opened> read(Tx tx, List<Item> items) {
    tx.viewer().require(Permission.SEE_RESTRICTED);
    Map<Long, Item> closed =
        items.stream()
            .filter(Item::restricted)
            .collect(Collectors.toMap(Item::id, Function.identity()));
    return tx.sql()
        .select(RESTRICTED_ITEM.fields())
        .from(RESTRICTED_ITEM)
        .where(RESTRICTED_ITEM.ITEM_ID.eq(DSL.any(closed.keySet().toArray(Long[]::new))))
        .fetchMap(
            RESTRICTED_ITEM.ITEM_ID,
            row ->
                new Opened(
                    Objects.requireNonNull(closed.get(row.get(RESTRICTED_ITEM.ITEM_ID)))
                        .opened(row.get(RESTRICTED_ITEM.URL_GIVEN), row.get(RESTRICTED_ITEM.URL)),
                    about(row)));
  }

  /** What is known of a draft's items, by what identifies them; nothing without the permission. */
  Map<String, ItemAbout> about(Tx tx, long requestId) {
    return tx.sql()
        .select(RESTRICTED_ITEM.fields())
        .from(RESTRICTED_ITEM)
        .join(ITEM)
        .on(ITEM.ID.eq(RESTRICTED_ITEM.ITEM_ID))
        .where(ITEM.REQUEST_ID.eq(requestId))
        .fetchMap(RESTRICTED_ITEM.URL, RestrictedStore::about);
  }

  private static ItemAbout about(Record row) {
    RestrictedItemRecord r = row.into(RESTRICTED_ITEM);
    return new ItemAbout(
        r.getNote(),
        r.getAccount(),
        r.getContentTime(),
        Details.read(r.getIdentifiers()),
        new WrittenFinding(
            r.getWhat(), r.getPlace(), r.getFoundBy(), r.getContentHash(), r.getCaseNumber()));
  }

  /** Puts away what identifies an item of a draft, with what is known of it. */
  static RestrictedItemRecord row(
      Tx tx, long item, long company, String given, String url, ItemAbout about) {
    RestrictedItemRecord row = tx.sql().newRecord(RESTRICTED_ITEM);
    row.setItemId(item);
    row.setCompanyId(company);
    row.setSide(Share.MINISTRY);
    row.setUrlGiven(given);
    row.setUrl(url);
    row.setIdentifiers(Details.write(about.identifiers()));
    row.setNote(about.note());
    row.setAccount(about.account());
    row.setContentTime(about.time());
    write(row, about.finding());
    return row;
  }

  private static void write(RestrictedItemRecord row, WrittenFinding finding) {
    row.setWhat(finding.what());
    row.setPlace(finding.place());
    row.setFoundBy(finding.foundBy());
    row.setContentHash(finding.hash());
    row.setCaseNumber(finding.caseNumber());
  }

  /** Writes the finding of these items of a draft, in place of what was written before. */
  void describe(Tx tx, Collection<Item> items, WrittenFinding finding) {
    tx.viewer().require(Permission.SEE_RESTRICTED);
    Long[] ids = items.stream().map(Item::id).toArray(Long[]::new);
    RestrictedItemRecord row = tx.sql().newRecord(RESTRICTED_ITEM);
    write(row, finding);
    tx.sql()
        .update(RESTRICTED_ITEM)
        .set(row)
        .where(RESTRICTED_ITEM.ITEM_ID.eq(DSL.any(ids)))
        .execute();
    tx.sql()
        .update(ITEM)
        .set(ITEM.DESCRIBED, finding.isWritten())
        .where(ITEM.ID.eq(DSL.any(ids)))
        .execute();
  }

  /** Hangs the items of a sent request on the event that tells of their showing. */
  void tell(Tx tx, long event, Share share, Collection<Item> items) {
    List<EventItemRecord> rows = new ArrayList<>();
    for (Item item : items) {
      EventItemRecord row = tx.sql().newRecord(EVENT_ITEM);
      row.setEventId(event);
      row.setItemId(item.id());
      row.setCompanyId(item.companyId());
      row.setSide(share);
      rows.add(row);
    }
    tx.insert(rows);
  }
}
