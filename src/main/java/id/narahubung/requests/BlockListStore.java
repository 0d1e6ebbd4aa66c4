package id.narahubung.requests;

import static id.narahubung.db.Tables.BLOCK_LIST;

import id.narahubung.data.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Records;

/** Lists of domains that left a draft for the national block list, as they left. */
public final class BlockListStore {

  /** One list: a domain a line. */
  record BlockList(long id, String domains, Instant madeAt) {

    int size() {
      return (int) domains.lines().count();
    }
  }

  void insert(Tx tx, long event, TakedownRequest draft, String domains) {
    tx.sql()
        .insertInto(BLOCK_LIST)
        .set(BLOCK_LIST.REQUEST_ID, draft.id())
        .set(BLOCK_LIST.COMPANY_ID, draft.companyId())
        .set(BLOCK_LIST.EVENT_ID, event)
        .set(BLOCK_LIST.DOMAINS, domains)
        .set(BLOCK_LIST.MADE_AT, tx.now())
        .execute();
  }

  List<BlockList> list(Tx tx, long draft) {
    return tx.sql()
        .select(BLOCK_LIST.ID, BLOCK_LIST.DOMAINS, BLOCK_LIST.MADE_AT)
        .from(BLOCK_LIST)
        .where(BLOCK_LIST.REQUEST_ID.eq(draft))
        .orderBy(BLOCK_LIST.ID)
        .fetch(Records.mapping(BlockList::new));
  }

  Optional<BlockList> find(Tx tx, long draft, long id) {
    return list(tx, draft).stream().filter(each -> each.id() == id).findFirst();
  }
}
