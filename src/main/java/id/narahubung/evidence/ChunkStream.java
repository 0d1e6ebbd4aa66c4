package id.narahubung.evidence;

import id.narahubung.access.Viewer;
import id.narahubung.data.Database;
import java.io.InputStream;
import java.util.Objects;

/**
 * Reads a stored file chunk by chunk, each in a short transaction of its own: a slow reader holds
 * neither memory nor a connection, and the wall is asked at every step.
 */
public final class ChunkStream extends InputStream {

  private final Database db;
  private final FileStore files;
  private final Viewer viewer;
  private final StoredFile file;
  private byte[] chunk = new byte[0];
  private int at;
  private int next;

  public ChunkStream(Database db, FileStore files, Viewer viewer, StoredFile file) {
    this.db = db;
    this.files = files;
    this.viewer = viewer;
    this.file = file;
  }

  @Override
  public int read() {
    return fill() ? chunk[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int read = Math.min(length, chunk.length - at);
    System.arraycopy(chunk, at, into, offset, read);
    at += read;
    return read;
  }

  /** Whether there is a byte to read. */
  private boolean fill() {
    if (at == chunk.length && next < file.chunks()) {
      int number = next++;
      chunk = db.as(viewer, tx -> files.chunk(tx, file.id(), number));
      at = 0;
    }
    return at < chunk.length;
  }
}
