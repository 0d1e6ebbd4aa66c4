package id.narahubung.requests;

import static id.narahubung.db.Tables.OBJECTION;
import static id.narahubung.db.Tables.OBJECTION_DECISION;

import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.db.tables.records.ObjectionDecisionRecord;
import id.narahubung.db.tables.records.ObjectionRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Objections and how they ended. Only added. */
public final class ObjectionStore {

  void insert(Tx tx, long event, List<ItemDesk.Case> cases, String reason, Duration span) {
    List<ObjectionRecord> rows = new ArrayList<>();
    for (ItemDesk.Case inHand : cases) {
      ObjectionRecord row = tx.sql().newRecord(OBJECTION);
      row.setAnswerId(inHand.facts().contestable().orElseThrow().answerId());
      row.setItemId(inHand.item().id());
      row.setCompanyId(inHand.item().companyId());
      row.setSide(Share.BOTH);
      row.setEventId(event);
      row.setReason(reason);
      row.setFiledAt(tx.now());
      row.setDueAt(tx.now().plus(span));
      rows.add(row);
    }
    tx.insert(rows);
  }

  void decide(
      Tx tx, long event, List<ItemDesk.Case> cases, ObjectionOutcome outcome, String reason) {
    List<ObjectionDecisionRecord> rows = new ArrayList<>();
    for (ItemDesk.Case inHand : cases) {
      ObjectionDecisionRecord row = tx.sql().newRecord(OBJECTION_DECISION);
      row.setAnswerId(inHand.facts().openObjection().orElseThrow().answerId());
      row.setItemId(inHand.item().id());
      row.setCompanyId(inHand.item().companyId());
      row.setSide(Share.BOTH);
      row.setEventId(event);
      row.setOutcome(outcome);
      row.setReason(reason);
      row.setDecidedAt(tx.now());
      rows.add(row);
    }
    tx.insert(rows);
  }
}
