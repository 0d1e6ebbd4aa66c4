package id.narahubung.verification;

import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.STORED_FILE;
import static id.narahubung.db.Tables.VERIFICATION_FILE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import id.narahubung.access.NotFound;
import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.evidence.FileStore;
import id.narahubung.evidence.StoredFile;
import id.narahubung.ledger.Ledger;
import java.util.List;
import org.jooq.Condition;

/** Files of steps: only added. */
final class VerificationFileStore {

  /** Those of a step, the oldest first. */
  List<VerificationFile> list(Tx tx, VerificationStep step) {
    return list(tx, step, noCondition());
  }

  /** One of them; NotFound where the viewer does not see it. */
  VerificationFile fetch(Tx tx, VerificationStep step, long id) {
    return list(tx, step, VERIFICATION_FILE.ID.eq(id)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("file " + id + " of " + step.number()));
  }

  private static List<VerificationFile> list(Tx tx, VerificationStep step, Condition which) {
    return tx.sql()
        .select(
            VERIFICATION_FILE.ID,
            FileStore.FILE,
            VERIFICATION_FILE.NAME,
            VERIFICATION_FILE.NOTE,
            VERIFICATION_FILE.ADDED_AT,
            Ledger.BY)
        .from(VERIFICATION_FILE)
        .join(STORED_FILE)
        .on(STORED_FILE.ID.eq(VERIFICATION_FILE.FILE_ID))
        .join(EVENT)
        .on(EVENT.ID.eq(VERIFICATION_FILE.EVENT_ID))
        .where(VERIFICATION_FILE.STEP_ID.eq(step.id()), which)
        .orderBy(VERIFICATION_FILE.ID)
        .fetch(mapping(VerificationFile::new));
  }

  int count(Tx tx, VerificationStep step) {
    return tx.sql().fetchCount(VERIFICATION_FILE, VERIFICATION_FILE.STEP_ID.eq(step.id()));
  }

  /** Whether no picture may be kept of what it is about. */
  boolean isRestricted(Tx tx, VerificationStep step) {
    return tx.sql()
        .select(field("is_restricted_verification({0})", Boolean.class, val(step.id())))
        .fetchSingle()
        .value1();
  }

  void add(Tx tx, long event, VerificationStep step, StoredFile file, String name, String note) {
    tx.sql()
        .insertInto(VERIFICATION_FILE)
        .set(VERIFICATION_FILE.STEP_ID, step.id())
        .set(VERIFICATION_FILE.COMPANY_ID, step.of().companyId())
        .set(VERIFICATION_FILE.SIDE, Share.MINISTRY)
        .set(VERIFICATION_FILE.EVENT_ID, event)
        .set(VERIFICATION_FILE.FILE_ID, file.id())
        .set(VERIFICATION_FILE.NAME, name)
        .set(VERIFICATION_FILE.NOTE, note)
        .set(VERIFICATION_FILE.ADDED_AT, tx.now())
        .execute();
  }
}
