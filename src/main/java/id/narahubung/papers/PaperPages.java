package id.narahubung.papers;

import id.narahubung.access.NotFound;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Papers handed out as files. */
public final class PaperPages {

  private final PrintOrder print;
  private final PrintLetter letters;
  private final PrintDecision decisions;
  private final ProofPack proofs;

  PaperPages(PrintOrder print, PrintLetter letters, PrintDecision decisions, ProofPack proofs) {
    this.print = print;
    this.letters = letters;
    this.decisions = decisions;
    this.proofs = proofs;
  }

  void order(Context ctx) {
    String number = number(ctx.pathParam("number"), "PA");
    byte[] order = print.pdf(Reader.of(ctx).viewer(), number);
    attach(ctx, "application/pdf", number + ".pdf");
    ctx.result(order);
  }

  void letter(Context ctx) {
    String number = number(ctx.pathParam("letter"), "ST");
    byte[] letter = letters.pdf(Reader.of(ctx).viewer(), number);
    attach(ctx, "application/pdf", number + ".pdf");
    ctx.result(letter);
  }

  void decision(Context ctx) {
    String number = decided(ctx);
    byte[] decision = decisions.pdf(Reader.of(ctx).viewer(), number);
    attach(ctx, "application/pdf", number + ".pdf");
    ctx.result(decision);
  }

  void dossier(Context ctx) {
    String open = ctx.pathParam("decision");
    if (open.matches("\\d{1,18}")) {
      byte[] draft = decisions.draft(Reader.of(ctx).viewer(), Long.parseLong(open));
      attach(ctx, "application/pdf", "draft-" + open + ".pdf");
      ctx.result(draft);
      return;
    }
    String number = decided(ctx);
    byte[] dossier = decisions.dossier(Reader.of(ctx).viewer(), number);
    attach(ctx, "application/pdf", number + "-B.pdf");
    ctx.result(dossier);
  }

  /** Signed decisions alone are printed: those without a number are none. */
  private static String decided(Context ctx) {
    return number(ctx.pathParam("decision"), "KA");
  }

  void proof(Context ctx) {
    String number = number(ctx.pathParam("number"), "PA");
    Reader reader = Reader.of(ctx);
    ProofPack.Made pack = proofs.prepare(reader.viewer(), number, reader.words());
    attach(ctx, "application/zip", number + ".zip");
    try {
      pack.writeTo(ctx.outputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void attach(Context ctx, String type, String name) {
    ctx.contentType(type)
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  private static String number(String number, String kind) {
    if (!number.matches(kind + "-\\d{4}-\\d{4,9}")) {
      throw new NotFound("paper");
    }
    return number;
  }
}
