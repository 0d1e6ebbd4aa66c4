package id.narahubung.ledger;

import id.narahubung.text.Words;
import java.util.Locale;
import java.util.Optional;

/**
 * Who did something: a role and a fixed code ('officer 07'), which is all the other side may know.
 *
 * @param name only where the wall lets the viewer read it: a colleague's
 */
public record By(String side, String role, int code, Optional<String> name) {

  /** The same without a name: as the other side may know it. */
  public By withoutName() {
    return new By(side, role, code, Optional.empty());
  }

  /** 'officer 07', and a colleague's name behind it. */
  public String told(Words words) {
    if (side.equals("system")) {
      return words.say("by.system");
    }
    String office = words.say("by." + role);
    String number = String.format(Locale.ROOT, "%02d", code);
    return name.map(known -> words.say("by.name", office, number, known))
        .orElseGet(() -> words.say("by.code", office, number));
  }
}
