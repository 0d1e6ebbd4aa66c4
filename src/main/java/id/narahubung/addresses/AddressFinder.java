package id.narahubung.addresses;

import id.narahubung.addresses.LineScanner.Kind;
import id.narahubung.addresses.LineScanner.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the content addresses in pasted mail, table, list or plain text.
 *
 * <p>Never throws, whatever the text, and takes time in proportion to it. Rather leaves out a word
 * that might be a host than files a word that is none; what has a scheme is always either found or
 * reported as bad, so that nothing meant as an address is lost in silence.
 */
public final class AddressFinder {
  private final Map<String, Canonicaliser.Outcome> outcomes = new HashMap<>();
  private final Map<String, FoundAddress> byCanonical = new HashMap<>();
  private final List<FoundAddress> good = new ArrayList<>();
  private final List<RepeatedAddress> repeated = new ArrayList<>();
  private final List<BadAddress> bad = new ArrayList<>();

  private AddressFinder() {}

  /**
   * Reads a text as one paste: repetitions and the separators of a table are judged over it all.
   */
  public static Found in(String text) {
    AddressFinder finder = new AddressFinder();
    List<String> lines = text.lines().toList();
    Separators separators = Separators.of(lines);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      PastedLine line = PastedLine.of(lines.get(i));
      if (finder.takeKind(i + 1, line)) {
        continue;
      }
      for (Mark mark : LineScanner.marks(line.text(), separators)) {
        finder.take(i + 1, line, mark);
      }
    }
    return new Found(finder.good, finder.repeated, finder.bad);
  }

  /**
   * The text without every occurrence of these addresses, in their canonical form, and without what
   * cannot be an address where that is wanted. A line of which no letter or digit is left goes too.
   */
  public static String without(String text, Set<String> canonical, boolean bad) {
    List<String> lines = text.lines().toList();
    Separators separators = Separators.of(lines);
    List<String> rest = new ArrayList<>();
    for (String line : lines) {
      PastedLine pasted = PastedLine.of(line);
      AddressFinder whole = new AddressFinder();
      if (whole.takeKind(1, pasted)) {
        if (!whole.leaves(canonical, bad)) {
          rest.add(line);
        }
        continue;
      }
      List<Mark> leaving =
          LineScanner.marks(pasted.text(), separators).stream()
              .filter(mark -> leaves(pasted, mark, canonical, bad))
              .toList();
      String left = leaving.isEmpty() ? line : pasted.givenWithout(leaving);
      if (leaving.isEmpty() || left.chars().anyMatch(Character::isLetterOrDigit)) {
        rest.add(left);
      }
    }
    return String.join("\n", rest);
  }

  private static boolean leaves(PastedLine pasted, Mark mark, Set<String> canonical, boolean bad) {
    AddressFinder one = new AddressFinder();
    one.take(1, pasted, mark);
    return one.leaves(canonical, bad);
  }

  private boolean leaves(Set<String> canonical, boolean bad) {
    return good.stream().anyMatch(found -> canonical.contains(found.address().canonical()))
        || (bad && !this.bad.isEmpty());
  }

  /**
   * Takes a line that says itself what kind of item it is. One that cannot be read so, and holds
   * addresses, is left to be read for those.
   */
  private boolean takeKind(int at, PastedLine line) {
    Optional<KindLine> named = KindLine.of(line);
    if (named.isEmpty()) {
      return false;
    }
    String given = line.given().strip();
    switch (Identification.of(named.get())) {
      case Identification.Known known -> {
        boolean fits = given.length() <= Canonicaliser.MAX_LENGTH;
        if (fits) {
          accept(
              new FoundAddress(
                  at, given, known.address(), false, named.get().kind(), known.identifiers()));
        } else {
          refuse(at, given, Fault.TOO_LONG);
        }
      }
      case Identification.Unknown unknown -> {
        if (!LineScanner.marks(line.text(), Separators.NONE).isEmpty()) {
          return false;
        }
        refuse(at, given, unknown.fault());
      }
    }
    return true;
  }

  private void take(int line, PastedLine pasted, Mark mark) {
    String given = pasted.givenBetween(mark.start(), mark.end());
    switch (mark.kind()) {
      case OTHER_SCHEME -> refuse(line, given, Fault.NOT_HTTP);
      case BARE_PRIVATE -> refuse(line, given, Fault.PRIVATE);
      case BARE_BROKEN -> refuse(line, given, Fault.MALFORMED);
      case BARE, WITH_SCHEME -> {
        boolean bare = mark.kind() == Kind.BARE;
        String meant = pasted.text().substring(mark.start(), mark.end());
        switch (outcome(bare ? "https://" + meant : meant)) {
          case Canonicaliser.Canonical(ContentAddress address) ->
              accept(new FoundAddress(line, given, address, bare));
          case Canonicaliser.Refused(Fault fault) -> {
            // "begins with https:// and …" speaks about addresses and is none.
            boolean onlyScheme = Scheme.hostAfter(meant, 0) == meant.length();
            if (!onlyScheme || mark.alone()) {
              refuse(line, given, fault);
            }
          }
        }
      }
    }
  }

  /** Lists repeat themselves, and an international host takes long to read. */
  private Canonicaliser.Outcome outcome(String meant) {
    return outcomes.computeIfAbsent(meant, Canonicaliser::canonicalise);
  }

  private void accept(FoundAddress found) {
    FoundAddress first = byCanonical.putIfAbsent(found.address().canonical(), found);
    if (first == null) {
      good.add(found);
    } else {
      repeated.add(new RepeatedAddress(found.line(), found.given(), first));
    }
  }

  private void refuse(int line, String given, Fault fault) {
    bad.add(new BadAddress(line, given, fault));
  }
}
