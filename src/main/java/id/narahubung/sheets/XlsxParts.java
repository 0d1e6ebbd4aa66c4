package id.narahubung.sheets;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks through a workbook before it is read, because the reader believes what it reads: unpacks no
 * more than {@link #MOST_UNPACKED} bytes whatever the file promises, lets no document type through
 * (entities), no row wider than Excel's. The parts that passed are packed anew, so that the reader
 * sees just what was looked at, however odd the archive.
 */
final class XlsxParts {

  static final int MOST_UNPACKED = 50_000_000;
  private static final String STYLES = "spreadsheetml.styles+xml";
  private static final int MOST_PARTS = 1_000;
  private static final int WIDEST = 16_384;
  private static final int LONGEST = 1_048_576;

  private int unpacked;
  private boolean styled;

  private XlsxParts() {}

  /**
   * @param styled whether formats tell which numbers are dates
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Safe(byte[] bytes, boolean styled) {}

  static Safe repack(byte[] bytes) throws BadSheet {
    try {
      return new XlsxParts().copy(bytes);
    } catch (IOException | XMLStreamException | IllegalArgumentException e) {
      throw new BadSheet(SheetFault.DAMAGED, e);
    }
  }

  private Safe copy(byte[] bytes) throws BadSheet, IOException, XMLStreamException {
    ByteArrayOutputStream copy = new ByteArrayOutputStream(bytes.length);
    Set<String> names = new HashSet<>();
    // Java's own reader refuses archives that were written without knowing their length.
    try (ZipFile in = ZipFile.builder().setByteArray(bytes).get();
        ZipOutputStream out = new ZipOutputStream(copy)) {
      out.setLevel(Deflater.BEST_SPEED);
      for (ZipArchiveEntry part : Collections.list(in.getEntries())) {
        String name = part.getName().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".xml") && !name.endsWith(".rels")) {
          continue;
        }
        if (!names.add(name) || names.size() > MOST_PARTS) {
          throw new BadSheet(SheetFault.DAMAGED);
        }
        byte[] content = content(in.getInputStream(part));
        look(content);
        if (name.equals("[content_types].xml")) {
          styled = new String(content, StandardCharsets.UTF_8).contains(STYLES);
        }
        out.putNextEntry(new ZipEntry(part.getName()));
        out.write(content);
      }
    }
    if (!names.contains("xl/workbook.xml")) {
      throw new BadSheet(names.isEmpty() ? SheetFault.DAMAGED : SheetFault.NO_TABLE);
    }
    return new Safe(copy.toByteArray(), styled);
  }

  private byte[] content(InputStream part) throws BadSheet, IOException {
    byte[] content;
    try (part) {
      content = part.readNBytes(MOST_UNPACKED - unpacked + 1);
    }
    unpacked += content.length;
    if (unpacked > MOST_UNPACKED) {
      throw new BadSheet(SheetFault.TOO_LARGE);
    }
    return content;
  }

  private static void look(byte[] content) throws BadSheet, XMLStreamException {
    XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(content));
    try {
      while (xml.hasNext() && xml.next() != XMLStreamConstants.START_ELEMENT) {
        if (xml.getEventType() == XMLStreamConstants.DTD) {
          throw new BadSheet(SheetFault.DAMAGED);
        }
      }
      if (xml.getLocalName().equals("worksheet")) {
        lookAtRows(xml);
      }
    } finally {
      xml.close();
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private static void lookAtRows(XMLStreamReader xml) throws BadSheet, XMLStreamException {
    int cells = 0;
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      String reference = xml.getAttributeValue(null, "r");
      switch (xml.getLocalName()) {
        case "row" -> {
          cells = 0;
          if (reference != null && number(reference) > LONGEST) {
            throw new BadSheet(SheetFault.DAMAGED);
          }
        }
        case "c" -> {
          cells++;
          if (cells > WIDEST || (reference != null && column(reference) > WIDEST)) {
            throw new BadSheet(SheetFault.TOO_MANY_COLUMNS);
          }
        }
        default -> {}
      }
    }
  }

  private static long number(String digits) throws BadSheet {
    if (!digits.matches("\\d{1,9}")) {
      throw new BadSheet(SheetFault.DAMAGED);
    }
    return Long.parseLong(digits);
  }

  /** The column of a reference such as 'AB12', from 1. */
  private static int column(String reference) throws BadSheet {
    int column = 0;
    int i = 0;
    while (i < reference.length() && Character.isLetter(reference.charAt(i))) {
      column = column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
      i++;
      if (column < 1 || column > WIDEST) {
        throw new BadSheet(SheetFault.TOO_MANY_COLUMNS);
      }
    }
    return column;
  }
}
