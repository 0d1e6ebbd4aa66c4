package id.narahubung.requests;

import static id.narahubung.db.Tables.REQUEST_AUTHOR;
import static id.narahubung.db.Tables.REQUEST_DRAFT;
import static id.narahubung.db.Tables.RESTRICTED_DRAFT;
import static id.narahubung.db.Tables.ROLE_LOAN;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.select;

import id.narahubung.access.Permission;
import id.narahubung.data.Tx;
import java.util.Optional;

/** What a draft has beside its request: what was pasted, where it comes from, who wrote it. */
public final class DraftStore {

  /** Notes where a draft comes from, once, and that the viewer had a hand in it. */
  void start(Tx tx, TakedownRequest draft, SaveDraft.Target target) {
    tx.sql()
        .insertInto(REQUEST_DRAFT)
        .set(REQUEST_DRAFT.REQUEST_ID, draft.id())
        .set(REQUEST_DRAFT.COMPANY_ID, draft.companyId())
        .set(REQUEST_DRAFT.PASTED, "")
        .set(REQUEST_DRAFT.STARTED_FROM, target.startedFrom().orElse(null))
        .set(REQUEST_DRAFT.SPLIT_FROM, target.splitFrom().orElse(null))
        .onConflictDoNothing()
        .execute();
    addAuthor(tx, draft);
  }

  /** Keeps what was pasted into a draft; apart from it, where its category is restricted. */
  void paste(Tx tx, TakedownRequest draft, String pasted) {
    boolean apart = draft.restriction().restricted();
    tx.sql()
        .update(REQUEST_DRAFT)
        .set(REQUEST_DRAFT.PASTED, apart ? "" : pasted)
        .where(REQUEST_DRAFT.REQUEST_ID.eq(draft.id()))
        .execute();
    tx.sql()
        .deleteFrom(RESTRICTED_DRAFT)
        .where(RESTRICTED_DRAFT.REQUEST_ID.eq(draft.id()))
        .execute();
    if (apart) {
      tx.sql()
          .insertInto(RESTRICTED_DRAFT)
          .set(RESTRICTED_DRAFT.REQUEST_ID, draft.id())
          .set(RESTRICTED_DRAFT.COMPANY_ID, draft.companyId())
          .set(RESTRICTED_DRAFT.PASTED, pasted)
          .execute();
    }
  }

  /**
   * What was pasted into a draft, good and bad rows alike; nothing of a restricted one without the
   * permission.
   */
  public String pasted(Tx tx, long id) {
    return tx.sql()
        .select(coalesce(RESTRICTED_DRAFT.PASTED, REQUEST_DRAFT.PASTED))
        .from(REQUEST_DRAFT)
        .leftJoin(RESTRICTED_DRAFT)
        .on(RESTRICTED_DRAFT.REQUEST_ID.eq(REQUEST_DRAFT.REQUEST_ID))
        .where(REQUEST_DRAFT.REQUEST_ID.eq(id))
        .fetchOptional(row -> row.value1())
        .orElse("");
  }

  /** Notes that the viewer had a hand in the draft: writing or submitting it. */
  void addAuthor(Tx tx, TakedownRequest draft) {
    tx.sql()
        .insertInto(REQUEST_AUTHOR)
        .set(REQUEST_AUTHOR.REQUEST_ID, draft.id())
        .set(REQUEST_AUTHOR.PERSON_ID, tx.person().personId())
        .set(REQUEST_AUTHOR.COMPANY_ID, draft.companyId())
        .onConflictDoNothing()
        .execute();
  }

  /** Whether the viewer had a hand in the draft, and so may not approve it. */
  public boolean isAuthor(Tx tx, long id) {
    return tx.sql()
        .fetchExists(
            REQUEST_AUTHOR,
            REQUEST_AUTHOR.REQUEST_ID.eq(id),
            REQUEST_AUTHOR.PERSON_ID.eq(tx.person().personId()));
  }

  /** Whether who lent the viewer the role that this act goes by had a hand in it. */
  boolean isLendersOwn(Tx tx, long id) {
    return tx.person()
        .lentFor(Permission.SEND_REQUESTS)
        .filter(
            lent ->
                tx.sql()
                    .fetchExists(
                        select(REQUEST_AUTHOR.PERSON_ID)
                            .from(REQUEST_AUTHOR)
                            .join(ROLE_LOAN)
                            .on(ROLE_LOAN.LENDER_ID.eq(REQUEST_AUTHOR.PERSON_ID))
                            .where(REQUEST_AUTHOR.REQUEST_ID.eq(id), ROLE_LOAN.ID.eq(lent.loan()))))
        .isPresent();
  }

  /** The draft this one was split off from. */
  Optional<Long> splitFrom(Tx tx, long id) {
    return tx.sql()
        .select(REQUEST_DRAFT.SPLIT_FROM)
        .from(REQUEST_DRAFT)
        .where(REQUEST_DRAFT.REQUEST_ID.eq(id))
        .fetchOptional(REQUEST_DRAFT.SPLIT_FROM);
  }
}
