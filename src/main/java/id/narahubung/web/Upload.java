package id.narahubung.web;

import id.narahubung.access.BadInput;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A file that came with a form. Its name is only ever shown; what it is its bytes say. */
public final class Upload {

  /**
   * Room for a file of 25 MB, for what is typed beside it, and for saying so kindly if it is
   * larger.
   */
  static final int MOST_MEGABYTES = 40;

  private static final String TYPE = "multipart/form-data";
  private static final int LONGEST_NAME = 300;

  private final UploadedFile file;

  private Upload(UploadedFile file) {
    this.file = file;
  }

  /** The file of this field; none where nobody chose one. */
  public static Optional<Upload> of(Context ctx, String field) {
    return isMultipart(ctx)
        ? Optional.ofNullable(ctx.uploadedFile(field))
            .filter(file -> !file.filename().isEmpty())
            .map(Upload::new)
        : Optional.empty();
  }

  /** The files of this field, in the order they were chosen. */
  public static List<Upload> all(Context ctx, String field) {
    return isMultipart(ctx)
        ? ctx.uploadedFiles(field).stream()
            .filter(file -> !file.filename().isEmpty())
            .map(Upload::new)
            .toList()
        : List.of();
  }

  /** Without the folders that some browsers send with it. */
  public String name() {
    String name = file.filename().replaceAll("\\p{Cntrl}", "");
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return last.length() > LONGEST_NAME ? last.substring(0, LONGEST_NAME) : last;
  }

  public long size() {
    return file.size();
  }

  public InputStream open() {
    return file.content();
  }

  /** The bytes, at most one more than wanted, so that 'too large' can be told. */
  public byte[] bytes(int most) {
    try (InputStream in = open()) {
      return in.readNBytes(most + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the request is a form in parts, and its route takes one. */
  static boolean isTaken(Context ctx) {
    return ctx.routeRoles().contains(Body.FILE) && isMultipart(ctx);
  }

  private static boolean isMultipart(Context ctx) {
    String type = Optional.ofNullable(ctx.contentType()).orElse("");
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(TYPE);
  }

  /** Reads the parts, which the server limits; afterwards the fields are those of any form. */
  static void check(Context ctx) {
    try {
      ctx.formParamMap();
    } catch (Exception e) {
      // Jetty's own exceptions differ from one kind of bad form to the next, and most are checked.
      throw ctx.req().getContentLengthLong() > 1024L * 1024 * MOST_MEGABYTES
          ? new HttpResponseException(HttpStatus.CONTENT_TOO_LARGE.getCode(), "too large")
          : new BadInput("no form in parts");
    }
  }

  /** What was typed beside the file, as a plain form would have sent it. */
  static List<FormEncoding.Pair> typed(Context ctx) {
    check(ctx);
    List<FormEncoding.Pair> pairs = new ArrayList<>();
    ctx.formParamMap()
        .forEach(
            (name, values) ->
                values.forEach(value -> pairs.add(new FormEncoding.Pair(name, value))));
    return pairs;
  }
}
