package id.narahubung.papers;

import static id.narahubung.db.Tables.ORDER_OF_CODE;
import static id.narahubung.db.Tables.ORDER_PAPER;

import id.narahubung.data.Tx;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jooq.Records;

/** Orders as they were printed. */
public final class OrderPaperStore {

  /** A printed order. */
  public record Kept(String number, String code, String sha256) {}

  /** What the public page may say. */
  public record Confirmed(
      String number,
      Instant sentAt,
      String addressee,
      String sha256,
      Optional<Instant> withdrawnAt) {}

  /** The order of a request that the viewer can see, if it was printed. */
  public Optional<Kept> find(Tx tx, String number) {
    return tx.sql()
        .select(
            ORDER_PAPER.NUMBER,
            ORDER_PAPER.CODE,
            ORDER_PAPER.SHA256.convertFrom(HexFormat.of()::formatHex))
        .from(ORDER_PAPER)
        .where(ORDER_PAPER.NUMBER.eq(number))
        .fetchOptional(Records.mapping(Kept::new));
  }

  /** Its bytes. */
  byte[] pdf(Tx tx, String number) {
    return tx.sql()
        .select(ORDER_PAPER.PDF)
        .from(ORDER_PAPER)
        .where(ORDER_PAPER.NUMBER.eq(number))
        .fetchSingle()
        .value1();
  }

  /** Keeps the first one printed; another that comes at the same time is dropped. */
  void insert(Tx tx, Confirmed order, String code, byte[] pdf) {
    tx.sql()
        .insertInto(ORDER_PAPER)
        .set(ORDER_PAPER.NUMBER, order.number())
        .set(ORDER_PAPER.CODE, code)
        .set(ORDER_PAPER.SENT_AT, order.sentAt())
        .set(ORDER_PAPER.ADDRESSEE, order.addressee())
        .set(ORDER_PAPER.SHA256, HexFormat.of().parseHex(order.sha256()))
        .set(ORDER_PAPER.PDF, pdf)
        .set(ORDER_PAPER.MADE_AT, tx.now())
        .onConflictDoNothing()
        .execute();
  }

  /** The one question the public page may ask. */
  Optional<Confirmed> confirm(Tx tx, String code) {
    var order = ORDER_OF_CODE.call(code);
    return tx.sql()
        .select(
            order.NUMBER,
            order.SENT_AT,
            order.ADDRESSEE,
            order.SHA256.convertFrom(HexFormat.of()::formatHex),
            order.WITHDRAWN_AT.convertFrom(Optional::ofNullable))
        .from(order)
        .fetchOptional(Records.mapping(Confirmed::new));
  }
}
