package id.narahubung.accounts;

import id.narahubung.text.Words;
import id.narahubung.web.Field;
import id.narahubung.web.Form;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Mail address and password, as typed. */
record SignInForm(Form form) {

  static SignInForm of(Context ctx) {
    Form form = Form.of(ctx);
    if (!form.has("email")) {
      form.refuse("email", "sign_in.email_needed");
    }
    if (secret(form, "password").isEmpty()) {
      form.refuse("password", "sign_in.password_needed");
    }
    return new SignInForm(form);
  }

  /** A password counts to its last blank. */
  static String secret(Form form, String name) {
    List<String> all = form.all(name);
    return all.isEmpty() ? "" : all.getFirst();
  }

  String back() {
    return form.text("back");
  }

  SignIn.Credentials credentials(Context ctx, Optional<String> oldToken) {
    return new SignIn.Credentials(
        form.text("email"),
        secret(form, "password"),
        ctx.ip(),
        Optional.ofNullable(ctx.userAgent()).orElse(""),
        oldToken.orElse(""));
  }

  Field email(Words words) {
    return new Field(
        "email",
        words.say("sign_in.email"),
        "",
        form.text("email"),
        form.error("email", words),
        true,
        List.of());
  }

  Field password(Words words) {
    return new Field(
        "password",
        words.say("sign_in.password"),
        "",
        "",
        form.error("password", words),
        true,
        List.of());
  }
}
