package id.narahubung.web;

import id.narahubung.access.BadInput;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Forms with files: only where the path ends in /uploads; everywhere else a form is only text. */
public final class Uploads {

  /**
   * One file of 25 MB with room for what is typed beside it, and for saying so kindly if larger.
   */
  static final int MOST_MEGABYTES = 40;

  private static final String PATHS = "/uploads";

  private Uploads() {}

  static boolean isOne(Context ctx) {
    String type = Optional.ofNullable(ctx.contentType()).orElse("");
    return ctx.path().endsWith(PATHS)
        && type.split(";", 2)[0].strip().equalsIgnoreCase("multipart/form-data");
  }

  /** The file sent under a name; none where nothing was chosen. */
  public static Optional<UploadedFile> file(Context ctx, String name) {
    if (!isOne(ctx)) {
      return Optional.empty();
    }
    return Optional.ofNullable(ctx.uploadedFile(name))
        .filter(file -> !file.filename().isEmpty() || file.size() > 0);
  }

  /**
   * One field of a form; empty where it has none. The first look reads all parts: what is too large
   * or no form at all is refused here.
   */
  static String field(Context ctx, String name) {
    if (!isOne(ctx)) {
      return Optional.ofNullable(ctx.formParam(name)).orElse("");
    }
    try {
      return Optional.ofNullable(ctx.formParam(name)).orElse("");
    } catch (Exception e) {
      // Jetty's own exceptions differ from one kind of bad form to the next, and most are checked.
      throw ctx.req().getContentLengthLong() > 1024L * 1024 * MOST_MEGABYTES
          ? new HttpResponseException(HttpStatus.CONTENT_TOO_LARGE.getCode(), "too large")
          : new BadInput("no form in parts");
    }
  }

  /** What was typed beside the files, as a plain form would have sent it. */
  static List<FormEncoding.Pair> typed(Context ctx) {
    List<FormEncoding.Pair> pairs = new ArrayList<>();
    for (Map.Entry<String, List<String>> field : ctx.formParamMap().entrySet()) {
      field.getValue().forEach(value -> pairs.add(new FormEncoding.Pair(field.getKey(), value)));
    }
    return pairs;
  }

  static String encoded(List<FormEncoding.Pair> pairs) {
    return String.join(
        "&", pairs.stream().map(pair -> encode(pair.name()) + "=" + encode(pair.value())).toList());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
