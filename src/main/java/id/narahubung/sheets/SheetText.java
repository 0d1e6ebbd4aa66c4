package id.narahubung.sheets;

import static id.narahubung.sheets.SheetReader.begins;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file without a word about its encoding. A byte order mark decides; else it is
 * UTF-8; else, when every byte is a character of Windows-1252, that (what Excel saves as "CSV");
 * else it is refused. A list of that order is short enough to be told to people.
 */
record SheetText(String text, boolean guessed) {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  static SheetText of(byte[] bytes) throws BadSheet {
    if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
      return unicode(bytes, 3, StandardCharsets.UTF_8);
    }
    if (begins(bytes, 0xFF, 0xFE)) {
      return unicode(bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (begins(bytes, 0xFE, 0xFF)) {
      return unicode(bytes, 2, StandardCharsets.UTF_16BE);
    }
    refuseBinary(bytes);
    try {
      return new SheetText(decode(bytes, 0, StandardCharsets.UTF_8), false);
    } catch (CharacterCodingException e) {
      return windows(bytes);
    }
  }

  private static SheetText unicode(byte[] bytes, int from, Charset charset) throws BadSheet {
    try {
      return new SheetText(decode(bytes, from, charset), false);
    } catch (CharacterCodingException e) {
      throw new BadSheet(SheetFault.ENCODING, e);
    }
  }

  /** Pictures, programs, PDF, and UTF-16 without its mark all hold bytes that no text does. */
  private static void refuseBinary(byte[] bytes) throws BadSheet {
    for (byte b : bytes) {
      if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
        throw new BadSheet(SheetFault.NO_TABLE);
      }
    }
  }

  private static SheetText windows(byte[] bytes) throws BadSheet {
    for (byte b : bytes) {
      switch (b & 0xFF) {
        case 0x81, 0x8D, 0x8F, 0x90, 0x9D -> throw new BadSheet(SheetFault.ENCODING);
        default -> {}
      }
    }
    return new SheetText(new String(bytes, WINDOWS), true);
  }

  private static String decode(byte[] bytes, int from, Charset charset)
      throws CharacterCodingException {
    return charset
        .newDecoder()
        .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
        .toString();
  }
}
