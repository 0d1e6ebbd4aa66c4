package id.narahubung.evidence;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Pictures as they may be shown: decoded and written anew, so that nothing but the pixels is left –
 * no place, no camera, no second file behind the picture. The original stays as it came.
 */
public final class Picture {

  /** More pixels than any telephone takes; refused before a single one is decoded. */
  static final long MOST_PIXELS = 50_000_000;

  private static final int MOST_A_SIDE = 30_000;
  private static final int SHOWN = 1_600;

  /** Decoding is the one thing here that needs memory: two at a time. */
  private static final Semaphore TURNS = new Semaphore(2);

  private Picture() {}

  /** Refuses what cannot be decoded, is cut off, or is larger than anybody needs. */
  static void check(InputStream picture, FileKind kind) throws FileFault {
    shown(picture, kind);
  }

  /** A JPEG of the pixels alone, at most 1600 a side. */
  public static byte[] shown(InputStream picture, FileKind kind) throws FileFault {
    TURNS.acquireUninterruptibly();
    try (ImageInputStream in = new MemoryCacheImageInputStream(picture)) {
      return encode(flat(decode(in, kind)));
    } catch (IOException | RuntimeException e) {
      // The decoders answer broken files with many kinds of exceptions.
      throw new FileFault("evidence.fault.picture");
    } finally {
      TURNS.release();
    }
  }

  private static BufferedImage decode(ImageInputStream in, FileKind kind)
      throws IOException, FileFault {
    Iterator<ImageReader> readers =
        ImageIO.getImageReadersByFormatName(kind == FileKind.PNG ? "png" : "jpeg");
    ImageReader reader = readers.next();
    AtomicBoolean cut = new AtomicBoolean();
    try {
      reader.addIIOReadWarningListener(
          (source, warning) -> {
            if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
              cut.set(true);
            }
          });
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (width > MOST_A_SIDE || height > MOST_A_SIDE || (long) width * height > MOST_PIXELS) {
        throw new FileFault("evidence.fault.pixels");
      }
      ImageReadParam smaller = reader.getDefaultReadParam();
      int every = Math.max(1, Math.ceilDiv(Math.max(width, height), SHOWN));
      smaller.setSourceSubsampling(every, every, 0, 0);
      BufferedImage decoded = reader.read(0, smaller);
      if (cut.get()) {
        throw new FileFault("evidence.fault.picture");
      }
      return decoded;
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage flat(BufferedImage decoded) {
    BufferedImage flat =
        new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = flat.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, flat.getWidth(), flat.getHeight());
    pen.drawImage(decoded, 0, 0, null);
    pen.dispose();
    return flat;
  }

  private static byte[] encode(BufferedImage picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam quality = writer.getDefaultWriteParam();
      quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      quality.setCompressionQuality(0.85f);
      writer.write(null, new IIOImage(picture, null, null), quality);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
