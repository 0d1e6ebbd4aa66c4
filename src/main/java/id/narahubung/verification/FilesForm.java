package id.narahubung.verification;

import id.narahubung.evidence.FileFault;
import id.narahubung.evidence.ReceivedFile;
import id.narahubung.web.Form;
import id.narahubung.web.Upload;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The files that came with a form, on disk until it is closed. */
record FilesForm(List<ReceivedFile> files) implements AutoCloseable {

  static final String FIELD = "files";
  private static final int MOST_AT_ONCE = 20;

  /** Takes in what was sent, or says in the form why it does not; nothing where the form is bad. */
  static FilesForm of(Context ctx, Form form) {
    List<Upload> sent = Upload.all(ctx, FIELD);
    if (sent.size() > MOST_AT_ONCE) {
      form.refuse(FIELD, "verification.fault.files", MOST_AT_ONCE);
    }
    FilesForm received = new FilesForm(new ArrayList<>());
    for (Upload each : sent) {
      if (form.isGood()) {
        received.take(each, form);
      }
    }
    return received;
  }

  private void take(Upload sent, Form form) {
    try (InputStream content = sent.open()) {
      files.add(ReceivedFile.of(content, sent.name()));
    } catch (FileFault e) {
      form.refuse(FIELD, e.key(), ReceivedFile.MOST_MEGABYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    files.forEach(ReceivedFile::close);
  }
}
