package id.narahubung.requests;

import static id.narahubung.data.Kept.value;
import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.MESSAGE;

import id.narahubung.access.Share;
import id.narahubung.data.Kept;
import id.narahubung.data.Tx;
import id.narahubung.ledger.By;
import id.narahubung.ledger.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.Records;

/** A request's conversation, and each side's own notes. */
public final class MessageStore {

  private static final Kept OF_REQUEST = new Kept();

  /** A message, and who reads it. */
  public record Message(Share share, String text, Instant writtenAt, By by) {}

  public void insert(Tx tx, long event, TakedownRequest request, Share share, String text) {
    tx.sql()
        .insertInto(MESSAGE)
        .set(MESSAGE.REQUEST_ID, request.id())
        .set(MESSAGE.COMPANY_ID, request.companyId())
        .set(MESSAGE.SIDE, share)
        .set(MESSAGE.EVENT_ID, event)
        .set(MESSAGE.TEXT, text)
        .set(MESSAGE.WRITTEN_AT, tx.now())
        .execute();
  }

  /** What the viewer may read, oldest first. */
  public List<Message> list(Tx tx, long request) {
    return OF_REQUEST
        .fetch(
            tx,
            Map.of("request", request),
            () ->
                tx.sql()
                    .select(MESSAGE.SIDE, MESSAGE.TEXT, MESSAGE.WRITTEN_AT, Ledger.BY)
                    .from(MESSAGE)
                    .join(EVENT)
                    .on(EVENT.ID.eq(MESSAGE.EVENT_ID))
                    .where(MESSAGE.REQUEST_ID.eq(value("request", request)))
                    .orderBy(MESSAGE.ID))
        .map(Records.mapping(Message::new));
  }
}
