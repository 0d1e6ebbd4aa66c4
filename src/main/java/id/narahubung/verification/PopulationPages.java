package id.narahubung.verification;

import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.evidence.FileFault;
import id.narahubung.evidence.FileKind;
import id.narahubung.evidence.FileStore;
import id.narahubung.evidence.ReceivedFile;
import id.narahubung.sheets.BadSheet;
import id.narahubung.sheets.Sheet;
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
import java.util.stream.Collectors;

/** How the list is closed that a sample is drawn from. */
public final class PopulationPages {

  private static final int FAULTS_SHOWN = 10;

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
          received.size() > Sheet.MOST_BYTES
              ? addresses(
                  form, PopulationForm.FILE, new byte[Sheet.MOST_BYTES + 1], received.kind())
              : addresses(
                  form, PopulationForm.FILE, Files.readAllBytes(received.path()), received.kind());
      run(
          ctx,
          form,
          addresses.map(list -> tx -> close.ofFile(tx, form.act(), number, list, received)));
    } catch (FileFault e) {
      form.refuse(PopulationForm.FILE, "sample.fault.list.kind");
      run(ctx, form, Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The addresses of a list; empty, and said in the form, where there are none. */
  private static Optional<List<String>> addresses(
      Form form, String field, byte[] bytes, FileKind kind) {
    if (kind == FileKind.PDF || kind.isPicture()) {
      form.refuse(field, "sample.fault.list.kind");
      return Optional.empty();
    }
    try {
      AddressList list = AddressList.read(bytes, kind == FileKind.TXT);
      if (!list.wrong().isEmpty() && !list.addresses().isEmpty()) {
        form.refuse(
            field,
            "sample.fault.list.lines",
            list.wrong().size(),
            list.wrong().stream()
                .limit(FAULTS_SHOWN)
                .map(String::valueOf)
                .collect(Collectors.joining(", ")));
      } else if (list.addresses().isEmpty()) {
        form.refuse(field, "sample.fault.list.none");
      }
      return form.isGood() ? Optional.of(list.addresses()) : Optional.empty();
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
    byte[] bytes =
        evidence.file().size() > Sheet.MOST_BYTES
            ? new byte[Sheet.MOST_BYTES + 1]
            : stored.bytes(reading, evidence.file());
    Sample.Origin origin =
        new Sample.Origin(Sample.Origin.Kind.EVIDENCE, evidence.name(), evidence.file().sha256());
    return addresses(form, PopulationForm.EVIDENCE, bytes, evidence.file().kind())
        .map(list -> tx -> close.ofAddresses(tx, form.act(), number, list, Optional.of(origin)));
  }
}
