package id.narahubung.requests;

import static id.narahubung.db.Tables.ANSWER;

import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.db.tables.records.AnswerRecord;
import id.narahubung.rules.AnswerType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What the company says. Only added. */
public final class AnswerStore {

  public void insert(
      Tx tx,
      long event,
      Collection<Item> items,
      AnswerType type,
      long ruleSetId,
      AnswerGiven given) {
    String details = Details.write(given.details());
    List<AnswerRecord> rows = new ArrayList<>();
    for (Item item : items) {
      AnswerRecord row = tx.sql().newRecord(ANSWER);
      row.setItemId(item.id());
      row.setCompanyId(item.companyId());
      row.setSide(Share.BOTH);
      row.setEventId(event);
      row.setRuleSetId(ruleSetId);
      row.setTypeCode(type.code());
      row.setClass_(type.answerClass());
      row.setGroundCode(given.ground().orElse(null));
      row.setDetails(details);
      row.setAnsweredAt(tx.now());
      rows.add(row);
    }
    tx.sql().batchInsert(rows).execute();
  }
}
