package id.narahubung.ledger;

import id.narahubung.text.Words;
import java.util.Locale;
import java.util.Optional;

/**
 * Who did something: a role and a fixed code ('officer 07'), which is all the other side may know.
 *
 * @param name only where the wall lets the viewer read it: a colleague's
 * @param lent for whom it was done, where the act went by a role that was lent
 */
public record By(String side, String role, int code, Optional<String> name, Optional<Lent> lent) {

  /** Whose role it was: the role and the code of who lent it. */
  public record Lent(String role, int code) {}

  /** Somebody who acts in a role of one's own. */
  public By(String side, String role, int code, Optional<String> name) {
    this(side, role, code, name, Optional.empty());
  }

  /** The same without a name: as the other side may know it. */
  public By withoutName() {
    return new By(side, role, code, Optional.empty(), lent);
  }

  /** 'officer 07', a colleague's name behind it, and 'for supervisor 02' under a lent role. */
  public String told(Words words) {
    if (side.equals("system")) {
      return words.say("by.system");
    }
    return lent.map(
            of ->
                words.say(
                    "by.for",
                    person(words),
                    words.say(
                        "by.code",
                        words.say("by." + of.role()),
                        String.format(Locale.ROOT, "%02d", of.code()))))
        .orElseGet(() -> person(words));
  }

  private String person(Words words) {
    String office = words.say("by." + role);
    String number = String.format(Locale.ROOT, "%02d", code);
    return name.map(known -> words.say("by.name", office, number, known))
        .orElseGet(() -> words.say("by.code", office, number));
  }
}
