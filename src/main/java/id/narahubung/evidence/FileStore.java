package id.narahubung.evidence;

import static id.narahubung.db.Tables.FILE_CHUNK;
import static id.narahubung.db.Tables.STORED_FILE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;

import id.narahubung.access.NotFound;
import id.narahubung.data.Tx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Records;

/** Files in chunks: one is in memory at a time, on the way in and on the way out. */
public final class FileStore {

  static final int CHUNK = 256 * 1024;

  static final Field<String> SHA256 = STORED_FILE.SHA256.convertFrom(HexFormat.of()::formatHex);

  /** A stored file, read beside the row that hangs it on something. */
  public static final Field<StoredFile> FILE =
      field(row(STORED_FILE.ID, STORED_FILE.KIND, STORED_FILE.SIZE, SHA256, STORED_FILE.CHUNKS))
          .convertFrom(Records.mapping(StoredFile::new));

  /** Stores a file for the viewer's organisation, or finds the one it has with the same bytes. */
  public StoredFile store(Tx tx, ReceivedFile file) {
    Optional<Long> added =
        tx.sql()
            .insertInto(STORED_FILE)
            .set(STORED_FILE.ORGANISATION_ID, tx.person().organisationId())
            .set(STORED_FILE.SHA256, HexFormat.of().parseHex(file.sha256()))
            .set(STORED_FILE.SIZE, file.size())
            .set(STORED_FILE.CHUNKS, chunks(file))
            .set(STORED_FILE.KIND, file.kind())
            .set(STORED_FILE.STORED_AT, tx.now())
            .onConflict(STORED_FILE.ORGANISATION_ID, STORED_FILE.SHA256)
            .doNothing()
            .returningResult(STORED_FILE.ID)
            .fetchOptional(STORED_FILE.ID);
    added.ifPresent(id -> write(tx, id, file));
    return find(tx, file.sha256()).orElseThrow();
  }

  private static int chunks(ReceivedFile file) {
    return Math.toIntExact(Math.ceilDiv(file.size(), CHUNK));
  }

  private static void write(Tx tx, long id, ReceivedFile file) {
    try (InputStream in = Files.newInputStream(file.path())) {
      int number = 0;
      for (byte[] bytes = in.readNBytes(CHUNK); bytes.length > 0; bytes = in.readNBytes(CHUNK)) {
        tx.sql()
            .insertInto(FILE_CHUNK)
            .set(FILE_CHUNK.FILE_ID, id)
            .set(FILE_CHUNK.CHUNKS, chunks(file))
            .set(FILE_CHUNK.NUMBER, number++)
            .set(FILE_CHUNK.BYTES, bytes)
            .execute();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<StoredFile> find(Tx tx, String sha256) {
    return tx.sql()
        .select(STORED_FILE.ID, STORED_FILE.KIND, STORED_FILE.SIZE, SHA256, STORED_FILE.CHUNKS)
        .from(STORED_FILE)
        .where(
            STORED_FILE.ORGANISATION_ID.eq(tx.person().organisationId()),
            STORED_FILE.SHA256.eq(HexFormat.of().parseHex(sha256)))
        .fetchOptional(Records.mapping(StoredFile::new));
  }

  /** All of a file that the viewer may read: only of those that are small enough to be a table. */
  public byte[] bytes(Tx tx, StoredFile file) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int number = 0; number < file.chunks(); number++) {
      all.writeBytes(chunk(tx, file.id(), number));
    }
    return all.toByteArray();
  }

  /** A part of a file that the viewer may read. */
  public byte[] chunk(Tx tx, long file, int number) {
    return tx.sql()
        .select(FILE_CHUNK.BYTES)
        .from(FILE_CHUNK)
        .where(FILE_CHUNK.FILE_ID.eq(file), FILE_CHUNK.NUMBER.eq(number))
        .fetchOptional(FILE_CHUNK.BYTES)
        .orElseThrow(() -> new NotFound("file " + file));
  }
}
