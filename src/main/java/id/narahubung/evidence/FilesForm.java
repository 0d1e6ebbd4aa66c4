package id.narahubung.evidence;

import id.narahubung.web.Form;
import id.narahubung.web.Upload;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The files that came with a form, on disk until it is closed. */
public record FilesForm(List<ReceivedFile> files) implements AutoCloseable {

  /** The field that takes them. */
  public static final String FIELD = "files";

  /**
   * Takes in what was sent, or says in the form why it does not; nothing where the form is bad.
   *
   * @param most how many at once
   * @param tooMany what is said of more, with that number
   */
  public static FilesForm of(Context ctx, Form form, int most, String tooMany) {
    List<Upload> sent = Upload.all(ctx, FIELD);
    if (sent.size() > most) {
      form.refuse(FIELD, tooMany, most);
    }
    FilesForm received = new FilesForm(new ArrayList<>());
    try {
      for (Upload each : sent) {
        if (form.isGood()) {
          received.take(each, form);
        }
      }
      return received;
    } catch (RuntimeException e) {
      received.close();
      throw e;
    }
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
