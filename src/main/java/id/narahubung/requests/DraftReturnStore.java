package id.narahubung.requests;

import static id.narahubung.db.Tables.DRAFT_RETURN;

import id.narahubung.data.Tx;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What drafts said when they were returned: the form's fields, each as text. */
public final class DraftReturnStore {

  void insert(Tx tx, long event, TakedownRequest draft, Map<String, String> content) {
    tx.sql()
        .insertInto(DRAFT_RETURN)
        .set(DRAFT_RETURN.EVENT_ID, event)
        .set(DRAFT_RETURN.REQUEST_ID, draft.id())
        .set(DRAFT_RETURN.COMPANY_ID, draft.companyId())
        .set(DRAFT_RETURN.CONTENT, Details.write(content))
        .set(DRAFT_RETURN.RETURNED_AT, tx.now())
        .execute();
  }

  /** Blanks what was pasted into a draft whenever it was returned: it turned restricted. */
  void forgetPasted(Tx tx, long draft) {
    tx.sql()
        .select(DRAFT_RETURN.EVENT_ID, DRAFT_RETURN.CONTENT)
        .from(DRAFT_RETURN)
        .where(DRAFT_RETURN.REQUEST_ID.eq(draft))
        .forEach(
            row -> {
              Map<String, String> content = new HashMap<>(Details.read(row.value2()));
              if (!content.getOrDefault(DraftText.PASTED, "").isEmpty()) {
                content.put(DraftText.PASTED, "");
                tx.sql()
                    .update(DRAFT_RETURN)
                    .set(DRAFT_RETURN.CONTENT, Details.write(content))
                    .where(DRAFT_RETURN.EVENT_ID.eq(row.value1()))
                    .execute();
              }
            });
  }

  /** As it was returned last, if it was. */
  Optional<Map<String, String>> latest(Tx tx, long draft) {
    return tx.sql()
        .select(DRAFT_RETURN.CONTENT)
        .from(DRAFT_RETURN)
        .where(DRAFT_RETURN.REQUEST_ID.eq(draft))
        .orderBy(DRAFT_RETURN.EVENT_ID.desc())
        .limit(1)
        .fetchOptional(DRAFT_RETURN.CONTENT)
        .map(Details::read);
  }
}
