package id.narahubung.verification;

import id.narahubung.addresses.ContentAddress;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.evidence.FileFault;
import id.narahubung.evidence.FileKind;
import id.narahubung.evidence.FileStore;
import id.narahubung.evidence.ReceivedFile;
import id.narahubung.evidence.StoredFile;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.sheets.BadSheet;
import id.narahubung.sheets.Sheet;
import id.narahubung.sheets.SheetFault;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Controls;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage;
import id.narahubung.web.FormPage.Hidden;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import id.narahubung.web.Upload;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How the list is closed that a sample is drawn from. It is never opened again: so whoever chose it
 * first reads how much is on it, what comes first and what last, and closes it with a second press.
 */
public final class PopulationPages {

  private static final String SURE = "sure";

  private final Database db;
  private final Pages pages;
  private final VerificationStore steps;
  private final PlatformStore platforms;
  private final PopulationStore populations;
  private final VerificationFileStore files;
  private final FileStore stored;
  private final CloseList close;
  private final AddVerificationFiles keep;
  private final SamplePages samples;

  PopulationPages(
      Database db,
      Pages pages,
      VerificationStore steps,
      PlatformStore platforms,
      PopulationStore populations,
      VerificationFileStore files,
      FileStore stored,
      CloseList close,
      AddVerificationFiles keep,
      SamplePages samples) {
    this.db = db;
    this.pages = pages;
    this.steps = steps;
    this.platforms = platforms;
    this.populations = populations;
    this.files = files;
    this.stored = stored;
    this.close = close;
    this.keep = keep;
    this.samples = samples;
  }

  /** Of a file that is kept with the step. Whatever the address says, nothing is closed by it. */
  void ask(Context ctx) {
    Form form = Form.ofQuery(ctx);
    Optional<Chosen> chosen = ofKept(ctx, form, VerificationPages.number(ctx));
    if (chosen.filter(Chosen::isAsked).isPresent()) {
      confirm(ctx, form, chosen.get());
      return;
    }
    if (chosen.isPresent()) {
      form.refuse(PopulationForm.FILE, "sample.refused.too_many", CloseList.MOST);
    }
    samples.refuse(ctx, form);
  }

  void close(Context ctx) {
    String number = VerificationPages.number(ctx);
    Form form = Form.of(ctx);
    switch (form.text("source")) {
      case PopulationForm.REQUESTS -> close(ctx, form, ofRequests(ctx, form, number));
      case PopulationForm.ADDRESSES -> close(ctx, form, pasted(form, number));
      case PopulationForm.FILE -> keep(ctx, form, number);
      case PopulationForm.KEPT -> close(ctx, form, ofKept(ctx, form, number));
      case PopulationForm.EVIDENCE -> close(ctx, form, ofEvidence(ctx, form, number));
      default -> close(ctx, form, ofAgain(ctx, form, number));
    }
  }

  /**
   * Once what is on it was read; before that it is shown. Whether it is still that list the command
   * says, but for what was pasted: it may have been mended on the page itself.
   */
  private void close(Context ctx, Form form, Optional<Chosen> chosen) {
    Optional<Chosen> unread =
        chosen
            .filter(Chosen::isAsked)
            .filter(
                each ->
                    !form.has(SURE) || (isPasted(form) && !each.sure().equals(form.text(SURE))));
    if (unread.isPresent()) {
      confirm(ctx, form, unread.get());
    } else {
      samples.run(ctx, form, chosen.map(Chosen::work), "sample.closed.done");
    }
  }

  private static boolean isPasted(Form form) {
    return form.text("source").equals(PopulationForm.ADDRESSES);
  }

  /** By what was read the command knows it; of what was not read it closes none. */
  private static Optional<String> read(Form form) {
    return Optional.of(form.text(SURE));
  }

  /** What was pasted can be mended here: it is then shown once more. */
  private void confirm(Context ctx, Form form, Chosen chosen) {
    Words words = Reader.of(ctx).words();
    String number = VerificationPages.number(ctx);
    String sample = "/verifications/" + number + "/sample";
    List<String> rows = chosen.rows();
    pages.show(
        ctx,
        HttpStatus.OK,
        "form",
        new FormPage(
            words.say("sample.confirm.title", number),
            new Link(sample, words.say("sample.title", number)),
            chosen.told(words, hosts(ctx, number)),
            words.say(
                chosen.from().isEmpty() ? "sample.confirm.rows" : "sample.confirm.rows.of",
                rows.getFirst(),
                rows.getLast(),
                chosen.from()),
            "",
            sample + "/list",
            "",
            Optional.empty(),
            chosen.hidden(SURE),
            isPasted(form)
                ? List.of(
                    new Controls(words, form, "sample.form.")
                        .of(Control.Kind.LINES, PopulationForm.ADDRESSES, true))
                : List.of(),
            words.say("sample.confirm.save"),
            form.errors(words)));
  }

  private List<String> hosts(Context ctx, String number) {
    return db.as(
        Reader.of(ctx).viewer(),
        tx -> platforms.hosts(tx, steps.fetch(tx, number).of().platformId()));
  }

  private static Chosen of(
      List<String> addresses, String from, List<Hidden> kept, Consumer<Tx> work) {
    return new Chosen(
        CloseList.listed(addresses),
        addresses.stream().map(ContentAddress::read).toList(),
        from,
        kept,
        work);
  }

  private Optional<Chosen> pasted(Form form, String number) {
    List<Hidden> kept = List.of(new Hidden("source", PopulationForm.ADDRESSES));
    return PopulationForm.addresses(form)
        .map(
            typed ->
                of(
                    typed,
                    "",
                    kept,
                    tx ->
                        close.ofAddresses(
                            tx, form.act(), number, typed, Optional.empty(), read(form))));
  }

  private Optional<Chosen> ofRequests(Context ctx, Form form, String number) {
    return PopulationForm.requests(form)
        .map(
            typed ->
                db.as(
                    Reader.of(ctx).viewer(),
                    tx ->
                        new Chosen(
                            close.answered(tx, steps.fetch(tx, number), typed),
                            List.of(),
                            "",
                            List.of(
                                new Hidden("source", PopulationForm.REQUESTS),
                                new Hidden(PopulationForm.REQUESTS, String.join("\n", typed))),
                            work ->
                                close.ofRequests(work, form.act(), number, typed, read(form)))));
  }

  private Optional<Chosen> ofAgain(Context ctx, Form form, String number) {
    return Optional.of(
        db.as(
            Reader.of(ctx).viewer(),
            tx ->
                new Chosen(
                    close.listedBefore(tx, steps.fetch(tx, number)),
                    List.of(),
                    "",
                    List.of(new Hidden("source", PopulationForm.AGAIN)),
                    work -> close.again(work, form.act(), number, read(form)))));
  }

  /** A good list is kept with the step, so that nobody chooses it again to close it. */
  private void keep(Context ctx, Form form, String number) {
    Optional<Upload> sent = Upload.of(ctx, PopulationForm.FILE);
    if (sent.isEmpty()) {
      form.refuse(PopulationForm.FILE, "upload.fault.file");
      close(ctx, form, Optional.empty());
      return;
    }
    try (InputStream content = sent.get().open();
        ReceivedFile received = ReceivedFile.of(content, sent.get().name())) {
      Optional<List<String>> addresses =
          fits(form, PopulationForm.FILE, received.size())
              ? addresses(
                  form, PopulationForm.FILE, Files.readAllBytes(received.path()), received.kind())
              : Optional.empty();
      Optional<Consumer<Tx>> work =
          addresses.map(
              list ->
                  tx -> {
                    close.require(tx, number);
                    keep.run(tx, form.act(), number, List.of(received), "");
                  });
      if (samples.succeeds(ctx, form, work)) {
        ctx.redirect(
            "/verifications/" + number + "/sample/list?kept=" + kept(ctx, number, received),
            HttpStatus.SEE_OTHER);
      }
    } catch (FileFault e) {
      // Of the kinds that are taken as evidence a list has but three.
      form.refuse(
          PopulationForm.FILE,
          e.key().equals("evidence.fault.kind") ? "sample.fault.list.kind" : e.key(),
          ReceivedFile.MOST_MEGABYTES);
      close(ctx, form, Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one that was kept last of those that hold the same. */
  private long kept(Context ctx, String number, ReceivedFile received) {
    return db.as(
        Reader.of(ctx).viewer(),
        tx ->
            files.list(tx, steps.fetch(tx, number)).stream()
                .filter(each -> each.file().sha256().equals(received.sha256()))
                .mapToLong(VerificationFile::id)
                .max()
                .orElseThrow());
  }

  private Optional<Chosen> ofKept(Context ctx, Form form, String number) {
    long id = form.id(PopulationForm.KEPT);
    return db.as(
        Reader.of(ctx).viewer(),
        tx -> {
          VerificationFile file = files.fetch(tx, steps.fetch(tx, number), id);
          List<Hidden> kept =
              List.of(
                  new Hidden("source", PopulationForm.KEPT),
                  new Hidden(PopulationForm.KEPT, Long.toString(id)));
          return read(
              tx,
              form,
              number,
              PopulationForm.FILE,
              file.file(),
              new Sample.Origin(Sample.Origin.Kind.FILE, file.name(), file.file().sha256()),
              kept);
        });
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

  private Optional<Chosen> ofEvidence(Context ctx, Form form, String number) {
    String chosen = form.text(PopulationForm.EVIDENCE);
    List<Hidden> kept =
        List.of(
            new Hidden("source", PopulationForm.EVIDENCE),
            new Hidden(PopulationForm.EVIDENCE, chosen));
    return db.as(
        Reader.of(ctx).viewer(),
        tx -> {
          VerificationStep step = steps.fetch(tx, number);
          if (chosen.equals(PopulationForm.PROMISE)) {
            Optional<String> items = populations.items(tx, step);
            if (items.isEmpty()) {
              form.refuse(PopulationForm.EVIDENCE, "sample.fault.evidence");
            }
            return items.map(text -> promised(form, step, text, kept));
          }
          Optional<PopulationStore.Evidence> evidence =
              populations.evidence(tx, step).stream()
                  .filter(each -> Long.toString(each.id()).equals(chosen))
                  .findFirst();
          if (evidence.isEmpty()) {
            form.refuse(PopulationForm.EVIDENCE, "sample.fault.evidence");
          }
          return evidence.flatMap(
              each ->
                  read(
                      tx,
                      form,
                      number,
                      PopulationForm.EVIDENCE,
                      each.file(),
                      new Sample.Origin(
                          Sample.Origin.Kind.EVIDENCE, each.name(), each.file().sha256()),
                      kept));
        });
  }

  private Chosen promised(Form form, VerificationStep step, String text, List<Hidden> kept) {
    List<String> addresses = AddressList.addresses(text);
    Sample.Origin origin =
        new Sample.Origin(
            Sample.Origin.Kind.PROMISE,
            step.number(),
            ReceivedFile.sha256(text.getBytes(StandardCharsets.UTF_8)));
    return of(
        addresses,
        "",
        kept,
        tx ->
            close.ofAddresses(
                tx, form.act(), step.number(), addresses, Optional.of(origin), read(form)));
  }

  /** The list in a file that is stored. */
  private Optional<Chosen> read(
      Tx reading,
      Form form,
      String number,
      String field,
      StoredFile file,
      Sample.Origin origin,
      List<Hidden> kept) {
    if (!fits(form, field, file.size())) {
      return Optional.empty();
    }
    return addresses(form, field, stored.bytes(reading, file), file.kind())
        .map(
            list ->
                of(
                    list,
                    origin.name(),
                    kept,
                    tx ->
                        close.ofAddresses(
                            tx, form.act(), number, list, Optional.of(origin), read(form))));
  }
}
