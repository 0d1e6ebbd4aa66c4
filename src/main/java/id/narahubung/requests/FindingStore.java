package id.narahubung.requests;

import static id.narahubung.db.Tables.CLARIFICATION;
import static id.narahubung.db.Tables.ITEM_CHECK;
import static id.narahubung.db.Tables.ITEM_WITHDRAWAL;
import static id.narahubung.db.Tables.RULING;
import static id.narahubung.db.Tables.SAMPLE_ACCEPTANCE;

import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.db.tables.records.ClarificationRecord;
import id.narahubung.db.tables.records.ItemCheckRecord;
import id.narahubung.db.tables.records.ItemWithdrawalRecord;
import id.narahubung.db.tables.records.RulingRecord;
import id.narahubung.db.tables.records.SampleAcceptanceRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What the ministry found, decided, replied and withdrew. Only added. */
public final class FindingStore {

  /** Writes what was found; 'again' where the content had been found down before. */
  void insertChecks(Tx tx, long event, List<ItemDesk.Case> cases, CheckGiven given, boolean again) {
    List<ItemCheckRecord> rows = new ArrayList<>();
    for (ItemDesk.Case inHand : cases) {
      ItemCheckRecord row = tx.sql().newRecord(ITEM_CHECK);
      row.setItemId(inHand.item().id());
      row.setCompanyId(inHand.item().companyId());
      row.setSide(Share.BOTH);
      row.setEventId(event);
      row.setAnswerId(judged(inHand).id());
      row.setAgain(again);
      row.setVerdict(given.verdict());
      row.setObservedAt(given.observedAt());
      row.setCheckedAt(tx.now());
      row.setNetwork(given.network());
      row.setCountry(given.country());
      row.setSurface(given.surface());
      row.setSignedIn(given.signedIn());
      row.setNote(given.note());
      rows.add(row);
    }
    tx.insert(rows);
  }

  void insertRulings(
      Tx tx, long event, List<ItemDesk.Case> cases, RulingOutcome outcome, String reason) {
    List<RulingRecord> rows = new ArrayList<>();
    for (ItemDesk.Case inHand : cases) {
      RulingRecord row = tx.sql().newRecord(RULING);
      row.setAnswerId(judged(inHand).id());
      row.setItemId(inHand.item().id());
      row.setCompanyId(inHand.item().companyId());
      row.setSide(Share.BOTH);
      row.setEventId(event);
      row.setOutcome(outcome);
      row.setReason(reason);
      row.setRuledAt(tx.now());
      rows.add(row);
    }
    tx.insert(rows);
  }

  void insertAcceptances(Tx tx, long event, List<ItemDesk.Case> cases, String step) {
    List<SampleAcceptanceRecord> rows = new ArrayList<>();
    for (ItemDesk.Case inHand : cases) {
      SampleAcceptanceRecord row = tx.sql().newRecord(SAMPLE_ACCEPTANCE);
      row.setAnswerId(judged(inHand).id());
      row.setItemId(inHand.item().id());
      row.setCompanyId(inHand.item().companyId());
      row.setSide(Share.BOTH);
      row.setEventId(event);
      row.setStepNumber(step);
      row.setAcceptedAt(tx.now());
      rows.add(row);
    }
    tx.insert(rows);
  }

  void insertClarifications(Tx tx, long event, List<ItemDesk.Case> cases, String reply) {
    List<ClarificationRecord> rows = new ArrayList<>();
    for (ItemDesk.Case inHand : cases) {
      ClarificationRecord row = tx.sql().newRecord(CLARIFICATION);
      row.setAnswerId(judged(inHand).id());
      row.setItemId(inHand.item().id());
      row.setCompanyId(inHand.item().companyId());
      row.setSide(Share.BOTH);
      row.setEventId(event);
      row.setReply(reply);
      row.setRepliedAt(tx.now());
      rows.add(row);
    }
    tx.insert(rows);
  }

  void insertWithdrawals(
      Tx tx, long event, Collection<Item> items, boolean ourError, String reason) {
    List<ItemWithdrawalRecord> rows = new ArrayList<>();
    for (Item item : items) {
      ItemWithdrawalRecord row = tx.sql().newRecord(ITEM_WITHDRAWAL);
      row.setItemId(item.id());
      row.setCompanyId(item.companyId());
      row.setSide(Share.BOTH);
      row.setEventId(event);
      row.setOurError(ourError);
      row.setReason(reason);
      row.setWithdrawnAt(tx.now());
      rows.add(row);
    }
    tx.insert(rows);
  }

  private static Answer judged(ItemDesk.Case inHand) {
    return inHand
        .facts()
        .standsBy()
        .orElseThrow(() -> new IllegalStateException("nothing was answered"));
  }
}
