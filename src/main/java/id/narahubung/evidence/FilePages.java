package id.narahubung.evidence;

import id.narahubung.access.NotFound;
import id.narahubung.data.Database;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Stored files as answers; whether somebody may have one is settled before. */
public final class FilePages {

  /** What is handed out may do nothing, wherever it is opened. */
  private static final String SANDBOX = "default-src 'none'; sandbox";

  private final Database db;
  private final FileStore files;

  public FilePages(Database db, FileStore files) {
    this.db = db;
    this.files = files;
  }

  /** The original, as a file that no browser runs. */
  public void original(Context ctx, StoredFile file, String given) {
    String name = file.kind().named(given);
    ctx.header("Content-Security-Policy", SANDBOX)
        .header(
            "Content-Disposition",
            "attachment; filename=\""
                + name.replaceAll("[^A-Za-z0-9._ -]", "_")
                + "\"; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
        .contentType(file.kind().contentType())
        .result(stream(ctx, file));
  }

  /** The picture as it may be shown: its pixels alone. */
  public void picture(Context ctx, StoredFile file) {
    if (!file.kind().isPicture()) {
      throw new NotFound("picture");
    }
    try (InputStream original = stream(ctx, file)) {
      ctx.header("Content-Security-Policy", SANDBOX)
          .header("Content-Disposition", "inline")
          .header("Cross-Origin-Resource-Policy", "same-origin")
          .contentType("image/jpeg")
          .result(Picture.shown(original, file.kind()));
    } catch (FileFault e) {
      throw new NotFound("picture");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InputStream stream(Context ctx, StoredFile file) {
    return new ChunkStream(db, files, Reader.of(ctx).viewer(), file);
  }
}
