package id.narahubung.papers;

import static id.narahubung.db.Tables.PAPER;
import static id.narahubung.db.Tables.PAPER_OF_CODE;

import id.narahubung.data.Tx;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jooq.Records;

/** Papers as they were printed. */
public final class PaperStore {

  /** A printed paper. */
  public record Kept(String number, String code, String sha256) {}

  /** What the public page may say. */
  public record Confirmed(
      String number,
      Instant sentAt,
      String addressee,
      String sha256,
      Optional<Instant> withdrawnAt) {

    /** What it is, as it stands in message keys. */
    String kind() {
      return switch (number.substring(0, 2)) {
        case "ST" -> "letter";
        case "KA" -> number.endsWith(PrintDecision.DOSSIER) ? "dossier" : "decision";
        default -> "order";
      };
    }
  }

  /** The paper of a number that the viewer can see, if it was printed. */
  public Optional<Kept> find(Tx tx, String number) {
    return tx.sql()
        .select(PAPER.NUMBER, PAPER.CODE, PAPER.SHA256.convertFrom(HexFormat.of()::formatHex))
        .from(PAPER)
        .where(PAPER.NUMBER.eq(number))
        .fetchOptional(Records.mapping(Kept::new));
  }

  /** Its bytes. */
  byte[] pdf(Tx tx, String number) {
    return tx.sql()
        .select(PAPER.PDF)
        .from(PAPER)
        .where(PAPER.NUMBER.eq(number))
        .fetchSingle()
        .value1();
  }

  /** Keeps the first one printed; another that comes at the same time is dropped. */
  void insert(Tx tx, Confirmed paper, String code, byte[] pdf) {
    tx.sql()
        .insertInto(PAPER)
        .set(PAPER.NUMBER, paper.number())
        .set(PAPER.CODE, code)
        .set(PAPER.SENT_AT, paper.sentAt())
        .set(PAPER.ADDRESSEE, paper.addressee())
        .set(PAPER.SHA256, HexFormat.of().parseHex(paper.sha256()))
        .set(PAPER.PDF, pdf)
        .set(PAPER.MADE_AT, tx.now())
        .onConflictDoNothing()
        .execute();
  }

  /** The one question the public page may ask. */
  Optional<Confirmed> confirm(Tx tx, String code) {
    var paper = PAPER_OF_CODE.call(code);
    return tx.sql()
        .select(
            paper.NUMBER,
            paper.SENT_AT,
            paper.ADDRESSEE,
            paper.SHA256.convertFrom(HexFormat.of()::formatHex),
            paper.WITHDRAWN_AT.convertFrom(Optional::ofNullable))
        .from(paper)
        .fetchOptional(Records.mapping(Confirmed::new));
  }
}
