package id.narahubung.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that somebody sent, on disk until it is closed: looked at, measured and hashed. The hash
 * must be known before the first row is written, for it decides whether there is one to write; so
 * it waits on disk, and the transaction that stores it stays short.
 *
 * @param sha256 in hexadecimal
 */
public record ReceivedFile(Path path, String name, FileKind kind, long size, String sha256)
    implements AutoCloseable {

  public static final int MOST_BYTES = 25 * 1024 * 1024;
  public static final int MOST_MEGABYTES = 25;

  private static final int LONGEST_NAME = 150;

  /** Takes a file in, or says why it is not taken. */
  public static ReceivedFile of(InputStream content, String name) throws FileFault {
    try {
      Path path = Files.createTempFile("narahubung-", ".upload");
      try {
        return read(path, content, clean(name));
      } catch (IOException | FileFault | RuntimeException e) {
        Files.deleteIfExists(path);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReceivedFile read(Path path, InputStream content, String name)
      throws IOException, FileFault {
    MessageDigest digest = digest();
    long size = 0;
    try (OutputStream out = Files.newOutputStream(path)) {
      byte[] buffer = new byte[64 * 1024];
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        size += read;
        if (size > MOST_BYTES) {
          throw new FileFault("evidence.fault.too_large");
        }
        digest.update(buffer, 0, read);
        out.write(buffer, 0, read);
      }
    }
    if (size == 0) {
      throw new FileFault("evidence.fault.empty");
    }
    FileKind kind =
        FileSignature.of(path, name).orElseThrow(() -> new FileFault("evidence.fault.kind"));
    if (kind.isPicture()) {
      try (InputStream picture = Files.newInputStream(path)) {
        Picture.check(picture, kind);
      }
    }
    String known = name.isEmpty() ? kind.named("file") : name;
    return new ReceivedFile(path, known, kind, size, HexFormat.of().formatHex(digest.digest()));
  }

  /** Without a path, without what would not print or turns the writing round, and not too long. */
  static String clean(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String printed = last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]", "").strip();
    return printed.length() <= LONGEST_NAME
        ? printed
        : printed.substring(printed.length() - LONGEST_NAME);
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The hash of what is no file, as a file's is told. */
  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
