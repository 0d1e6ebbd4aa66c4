package id.narahubung.web;

import id.narahubung.access.BadInput;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form that was sent, ready to be sent again as it was, under its old act id: if it had been done
 * after all, nothing happens twice.
 */
public record SentAgain(String path, List<FormEncoding.Pair> fields) {

  /** Another session's token in place of the one the form was sent with. */
  SentAgain withToken(String formToken) {
    return new SentAgain(
        path,
        fields.stream()
            .map(
                pair ->
                    pair.name().equals("token") ? new FormEncoding.Pair("token", formToken) : pair)
            .toList());
  }

  /**
   * The form of this request with some of its fields changed and without its act id: not the same
   * act again, but a page that shows what was typed.
   */
  public static SentAgain changed(Context ctx, Map<String, List<String>> changes) {
    List<FormEncoding.Pair> fields = new ArrayList<>();
    for (FormEncoding.Pair pair : FormEncoding.read(ctx.bodyAsBytes())) {
      if (!pair.name().equals("act") && !changes.containsKey(pair.name())) {
        fields.add(pair);
      }
    }
    changes.forEach(
        (name, values) -> values.forEach(value -> fields.add(new FormEncoding.Pair(name, value))));
    return new SentAgain(ctx.path(), fields);
  }

  /**
   * The form of this request; none for a page that was only asked for, for what we would not accept
   * anyway, and never a password.
   */
  static Optional<SentAgain> of(Context ctx) {
    if (!CrossSite.isUnsafe(ctx)) {
      return Optional.empty();
    }
    try {
      // Nothing may have looked at it yet: the database can be away before the form is checked.
      List<FormEncoding.Pair> fields = fields(ctx);
      return FormEncoding.withoutPasswords(fields)
          .filter(kept -> !kept.isEmpty())
          .map(kept -> new SentAgain(ctx.path(), kept));
    } catch (BadInput | HttpResponseException e) {
      return Optional.empty();
    }
  }

  /** A form with a file goes again without it: its page asks for the file once more. */
  private static List<FormEncoding.Pair> fields(Context ctx) {
    if (Upload.isTaken(ctx)) {
      return Upload.typed(ctx);
    }
    CrossSite.checkBody(ctx);
    return FormEncoding.read(ctx.bodyAsBytes());
  }
}
