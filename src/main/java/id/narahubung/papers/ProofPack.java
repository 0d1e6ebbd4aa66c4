package id.narahubung.papers;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Database;
import id.narahubung.text.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The proof pack of a request: one archive with the order and its letters as they were printed, a
 * report, the same for programs, and the hashes of all. It holds what the one who asks may see, and
 * no more; names of people are left out, for packs travel. NotFound when the viewer cannot see the
 * request.
 */
public final class ProofPack {

  static final String ORDER = "order.pdf";
  static final String REPORT = "report.pdf";
  static final String JSON = "proof.json";
  static final String SUMS = "SHA256SUMS";

  private final Database db;
  private final CaseReader cases;
  private final PrintOrder print;
  private final PrintLetter letters;
  private final PaperPress press;

  ProofPack(
      Database db, CaseReader cases, PrintOrder print, PrintLetter letters, PaperPress press) {
    this.db = db;
    this.cases = cases;
    this.print = print;
    this.letters = letters;
    this.press = press;
  }

  /** Reads the case and prints what has to be printed; after that nothing can be refused. */
  public Made prepare(PersonViewer viewer, String number, Words words) {
    PaperStore.Kept order = print.run(viewer, number);
    byte[] orderPdf = print.pdf(viewer, number);
    Map<String, byte[]> letterPdfs = new LinkedHashMap<>();
    for (String letter : db.as(viewer, tx -> cases.letters(tx, number))) {
      letterPdfs.put(letter + ".pdf", letters.pdf(viewer, letter));
    }
    return press.inTurn(
        printer -> {
          Proof proof = db.as(viewer, tx -> cases.proof(tx, number));
          byte[] report =
              printer.print("report", new ProofPageMaker(words, proof.madeAt()).make(proof));
          return out -> write(out, orderPdf, letterPdfs, report, new ProofJson(proof), order);
        });
  }

  /** A pack that is ready to be written. */
  @FunctionalInterface
  public interface Made {
    void writeTo(OutputStream out) throws IOException;
  }

  private static void write(
      OutputStream out,
      byte[] order,
      Map<String, byte[]> letters,
      byte[] report,
      ProofJson json,
      PaperStore.Kept kept)
      throws IOException {
    StringBuilder sums = new StringBuilder();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      sums.append(entry(zip, ORDER, entry -> entry.write(order)));
      for (Map.Entry<String, byte[]> letter : letters.entrySet()) {
        sums.append(entry(zip, letter.getKey(), entry -> entry.write(letter.getValue())));
      }
      sums.append(entry(zip, REPORT, entry -> entry.write(report)));
      sums.append(entry(zip, JSON, entry -> json.write(entry, kept)));
      entry(zip, SUMS, entry -> entry.write(sums.toString().getBytes(StandardCharsets.UTF_8)));
    }
  }

  /** Writes an entry and gives its line for the list of hashes. */
  private static String entry(ZipOutputStream zip, String name, Made content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    DigestOutputStream digest = new DigestOutputStream(zip, sha256());
    content.writeTo(digest);
    digest.flush();
    zip.closeEntry();
    return HexFormat.of().formatHex(digest.getMessageDigest().digest()) + "  " + name + "\n";
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
