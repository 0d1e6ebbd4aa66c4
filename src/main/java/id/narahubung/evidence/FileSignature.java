package id.narahubung.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipFile;

/**
 * Tells what a file is from its bytes. A name only tells two kinds of text apart, which bytes
 * cannot.
 */
final class FileSignature {

  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private FileSignature() {}

  /** The kind of a file; none where it is none of ours. */
  static Optional<FileKind> of(Path file, String name) throws IOException {
    byte[] head = head(file);
    if (starts(head, PDF)) {
      return Optional.of(FileKind.PDF);
    }
    if (starts(head, PNG)) {
      return Optional.of(FileKind.PNG);
    }
    if (starts(head, JPEG)) {
      return Optional.of(FileKind.JPEG);
    }
    if (starts(head, ZIP)) {
      return isWorkbook(file) ? Optional.of(FileKind.XLSX) : Optional.empty();
    }
    if (!isText(file, charset(head))) {
      return Optional.empty();
    }
    boolean table = name.toLowerCase(Locale.ROOT).endsWith(".csv");
    return Optional.of(table ? FileKind.CSV : FileKind.TXT);
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(8);
    }
  }

  private static boolean starts(byte[] head, byte[] signature) {
    return head.length >= signature.length
        && Arrays.equals(head, 0, signature.length, signature, 0, signature.length);
  }

  /** A workbook without macros: only the list of its entries is read, nothing is inflated. */
  private static boolean isWorkbook(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getEntry("[Content_Types].xml") != null
          && zip.getEntry("xl/workbook.xml") != null
          && zip.getEntry("xl/vbaProject.bin") == null;
    } catch (IOException e) {
      // Not the archive that its first bytes promise.
      return false;
    }
  }

  private static Charset charset(byte[] head) {
    boolean utf16 =
        head.length >= 2
            && ((head[0] == (byte) 0xff && head[1] == (byte) 0xfe)
                || (head[0] == (byte) 0xfe && head[1] == (byte) 0xff));
    return utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  private static boolean isText(Path file, Charset charset) throws IOException {
    try (Reader reader =
        new InputStreamReader(
            Files.newInputStream(file),
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT))) {
      char[] buffer = new char[8192];
      for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
        for (int at = 0; at < read; at++) {
          char c = buffer[at];
          if (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') {
            return false;
          }
        }
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
