package id.narahubung.accounts;

import id.narahubung.text.Language;
import id.narahubung.text.Words;
import id.narahubung.text.Zones;
import id.narahubung.web.Field;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Form;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** The fields of the account page. */
final class AccountForm {

  private AccountForm() {}

  static Field language(Language chosen, Words words) {
    return new Field(
        "language",
        words.say("account.language"),
        "",
        chosen.code(),
        "",
        true,
        Arrays.stream(Language.values())
            .map(
                each ->
                    new Choice(
                        each.code(), words.say("language." + each.code()), "", each == chosen))
            .toList());
  }

  static Field zone(ZoneId chosen, Instant now, Words words) {
    return new Field(
        "zone",
        words.say("account.zone"),
        words.say("account.zone_hint"),
        chosen.getId(),
        "",
        true,
        Zones.with(chosen).stream()
            .map(
                each ->
                    new Choice(
                        each.getId(), Zones.label(each, now, words), "", each.equals(chosen)))
            .toList());
  }

  static Field oldPassword(Form form, Words words) {
    return secret("old_password", "account.old_password", "", form, words);
  }

  static Field newPassword(Form form, Words words) {
    return secret(
        "password",
        "account.new_password",
        words.say("account.password_hint", Passwords.LEAST_LENGTH),
        form,
        words);
  }

  private static Field secret(String name, String label, String hint, Form form, Words words) {
    return new Field(name, words.say(label), hint, "", form.error(name, words), true, List.of());
  }
}
