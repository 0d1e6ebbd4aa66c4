package id.narahubung.verification;

import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.evidence.FileFault;
import id.narahubung.evidence.FileKind;
import id.narahubung.evidence.FileStore;
import id.narahubung.evidence.ReceivedFile;
import id.narahubung.sheets.BadSheet;
import id.narahubung.sheets.Sheet;
import id.narahubung.sheets.SheetFault;
import id.narahubung.web.Form;
import id.narahubung.web.Reader;
import id.narahubung.web.Upload;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How the list is closed that a sample is drawn from. */
public final class PopulationPages {

  private final Database db;
  private final VerificationStore steps;
  private final PopulationStore populations;
  private final FileStore stored;
  private final CloseList close;
  private final SamplePages samples;

  PopulationPages(
      Database db,
      VerificationStore steps,
      PopulationStore populations,
      FileStore stored,
      CloseList close,
      SamplePages samples) {
    this.db = db;
    this.steps = steps;
    this.populations = populations;
    this.stored = stored;
    this.close = close;
    this.samples = samples;
  }

  void close(Context ctx) {
    String number = VerificationPages.number(ctx);
    Form form = Form.of(ctx);
    switch (form.text("source")) {
      case PopulationForm.REQUESTS ->
          run(
              ctx,
              form,
              PopulationForm.requests(form)
                  .map(typed -> tx -> close.ofRequests(tx, form.act(), number, typed)));
      case PopulationForm.ADDRESSES ->
          run(
              ctx,
              form,
              PopulationForm.addresses(form)
                  .map(typed -> tx -> close.ofAddresses(tx, form.act(), number, typed)));
      case PopulationForm.FILE -> ofFile(ctx, form, number);
      case PopulationForm.EVIDENCE -> run(ctx, form, ofEvidence(ctx, form, number));
      default -> run(ctx, form, Optional.of(tx -> close.again(tx, form.act(), number)));
    }
  }

  private void run(Context ctx, Form form, Optional<Consumer<Tx>> work) {
    samples.run(ctx, form, work, "sample.closed.done");
  }

  private void ofFile(Context ctx, Form form, String number) {
    Optional<Upload> sent = Upload.of(ctx, PopulationForm.FILE);
    if (sent.isEmpty()) {
      form.refuse(PopulationForm.FILE, "upload.fault.file");
      run(ctx, form, Optional.empty());
      return;
    }
    try (InputStream content = sent.get().open();
        ReceivedFile received = ReceivedFile.of(content, sent.get().name())) {
      Optional<List<String>> addresses =
          fits(form, PopulationForm.FILE, received.size())
              ? addresses(
                  form, PopulationForm.FILE, Files.readAllBytes(received.path()), received.kind())
              : Optional.empty();
      run(
          ctx,
          form,
          addresses.map(list -> tx -> close.ofFile(tx, form.act(), number, list, received)));
    } catch (FileFault e) {
      // Of the kinds that are taken as evidence a list has but three.
      form.refuse(
          PopulationForm.FILE,
          e.key().equals("evidence.fault.kind") ? "sample.fault.list.kind" : e.key(),
          ReceivedFile.MOST_MEGABYTES);
      run(ctx, form, Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a list is small enough to be read; said in the form where it is not. */
  private static boolean fits(Form form, String field, long size) {
    if (size > Sheet.MOST_BYTES) {
      form.refuse(field, SheetFault.TOO_LARGE.key(), Sheet.limits().toArray());
    }
    return size <= Sheet.MOST_BYTES;
  }

  /** The addresses of a list; empty, and said in the form, where there are none. */
  private static Optional<List<String>> addresses(
      Form form, String field, byte[] bytes, FileKind kind) {
    if (kind == FileKind.PDF || kind.isPicture()) {
      form.refuse(field, "sample.fault.list.kind");
      return Optional.empty();
    }
    try {
      return PopulationForm.addresses(form, field, AddressList.read(bytes, kind == FileKind.TXT));
    } catch (BadSheet e) {
      form.refuse(field, e.fault().key(), Sheet.limits().toArray());
      return Optional.empty();
    }
  }

  private Optional<Consumer<Tx>> ofEvidence(Context ctx, Form form, String number) {
    String chosen = form.text(PopulationForm.EVIDENCE);
    return db.as(
        Reader.of(ctx).viewer(),
        tx -> {
          VerificationStep step = steps.fetch(tx, number);
          if (chosen.equals(PopulationForm.PROMISE)) {
            Optional<String> items = populations.items(tx, step);
            if (items.isEmpty()) {
              form.refuse(PopulationForm.EVIDENCE, "sample.fault.evidence");
            }
            return items.map(text -> promised(form, step, text));
          }
          Optional<PopulationStore.Evidence> evidence =
              populations.evidence(tx, step).stream()
                  .filter(each -> Long.toString(each.id()).equals(chosen))
                  .findFirst();
          if (evidence.isEmpty()) {
            form.refuse(PopulationForm.EVIDENCE, "sample.fault.evidence");
          }
          return evidence.flatMap(each -> proven(tx, form, number, each));
        });
  }

  private Consumer<Tx> promised(Form form, VerificationStep step, String text) {
    List<String> addresses = AddressList.addresses(text);
    Sample.Origin origin =
        new Sample.Origin(
            Sample.Origin.Kind.PROMISE,
            step.number(),
            ReceivedFile.sha256(text.getBytes(StandardCharsets.UTF_8)));
    return tx -> close.ofAddresses(tx, form.act(), step.number(), addresses, Optional.of(origin));
  }

  private Optional<Consumer<Tx>> proven(
      Tx reading, Form form, String number, PopulationStore.Evidence evidence) {
    if (!fits(form, PopulationForm.EVIDENCE, evidence.file().size())) {
      return Optional.empty();
    }
    byte[] bytes = stored.bytes(reading, evidence.file());
    Sample.Origin origin =
        new Sample.Origin(Sample.Origin.Kind.EVIDENCE, evidence.name(), evidence.file().sha256());
    return addresses(form, PopulationForm.EVIDENCE, bytes, evidence.file().kind())
        .map(list -> tx -> close.ofAddresses(tx, form.act(), number, list, Optional.of(origin)));
  }
}
