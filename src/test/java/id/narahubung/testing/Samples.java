package id.narahubung.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as people send them, and as nobody should. */
public final class Samples {

  /** What a camera writes into a picture, and no reader of evidence may see. */
  public static final String PLACE = "GPS 6.2088S 106.8456E Kamera Budi";

  private Samples() {}

  public static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] pdf() {
    return text("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");
  }

  public static byte[] png(int width, int height) {
    return picture("png", width, height);
  }

  /** A JPEG with an APP1 segment as cameras write it. */
  public static byte[] jpeg(int width, int height) {
    byte[] plain = picture("jpeg", width, height);
    byte[] exif = text("Exif\0\0" + PLACE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, 2);
    out.write(0xff);
    out.write(0xe1);
    out.write((exif.length + 2) >> 8);
    out.write(exif.length + 2);
    out.writeBytes(exif);
    out.write(plain, 2, plain.length - 2);
    return out.toByteArray();
  }

  private static byte[] picture(String format, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, (x * 7919 + y * 104_729) & 0xffffff);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Little on disk and in the air, huge once decoded: one colour, so many pixels. */
  public static byte[] bomb(int width, int height) {
    Deflater deflater = new Deflater(9);
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    byte[] row = new byte[1 + width / 8];
    byte[] packed = new byte[64 * 1024];
    for (int y = 0; y < height; y++) {
      deflater.setInput(row);
      while (!deflater.needsInput()) {
        pixels.write(packed, 0, deflater.deflate(packed));
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      pixels.write(packed, 0, deflater.deflate(packed));
    }
    deflater.end();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    try (DataOutputStream head = new DataOutputStream(header)) {
      head.writeInt(width);
      head.writeInt(height);
      head.write(new byte[] {1, 0, 0, 0, 0});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    chunk(out, "IHDR", header.toByteArray());
    chunk(out, "IDAT", pixels.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    CRC32 crc = new CRC32();
    crc.update(text(type));
    crc.update(data);
    try (DataOutputStream chunk = new DataOutputStream(out)) {
      chunk.writeInt(data.length);
      chunk.write(text(type));
      chunk.write(data);
      chunk.writeInt((int) crc.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An archive with empty entries of these names. */
  public static byte[] zip(String... entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(text("<x/>"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static byte[] workbook() {
    return zip("[Content_Types].xml", "xl/workbook.xml");
  }

  /** One file behind another, as polyglots are made. */
  public static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(first);
    out.writeBytes(second);
    return out.toByteArray();
  }
}
