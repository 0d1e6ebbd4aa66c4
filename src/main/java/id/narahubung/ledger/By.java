package id.narahubung.ledger;

import id.narahubung.access.Permission;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.text.Words;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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

  /** Who acts now, in the role that lets them, as the other side may know it. */
  public static By of(PersonViewer viewer, Permission needed) {
    return new By(
        viewer.side().name().toLowerCase(Locale.ROOT),
        viewer.roleFor(needed).code(),
        viewer.code(),
        Optional.empty(),
        viewer.lentFor(needed).map(lent -> new Lent(lent.role().code(), lent.lenderCode())));
  }

  /**
   * Whether who did this and who acts now are not two pairs of eyes: the same person, or one for
   * whom the other acts or acted under a lent role.
   *
   * @param needed what the act of now takes
   */
  public boolean sharesHandWith(PersonViewer viewer, Permission needed) {
    Set<Integer> then = codes(code, lent.map(Lent::code));
    Set<Integer> now =
        codes(viewer.code(), viewer.lentFor(needed).map(PersonViewer.Lent::lenderCode));
    return side.equalsIgnoreCase(viewer.side().name()) && !Collections.disjoint(then, now);
  }

  private static Set<Integer> codes(int own, Optional<Integer> lenders) {
    return lenders.filter(code -> code != own).map(code -> Set.of(own, code)).orElse(Set.of(own));
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
