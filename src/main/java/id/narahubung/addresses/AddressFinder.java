package id.narahubung.addresses;

import id.narahubung.addresses.LineScanner.Kind;
import id.narahubung.addresses.LineScanner.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the content addresses in pasted mail, table, list or plain text.
 *
 * <p>Never throws, whatever the text, and takes time in proportion to it. Rather leaves out a word
 * that might be a host than files a word that is none; what has a scheme is always either found or
 * reported as bad, so that nothing meant as an address is lost in silence.
 */
public final class AddressFinder {
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
      for (Mark mark : LineScanner.marks(line.text(), separators)) {
        finder.take(i + 1, line, mark);
      }
    }
    return new Found(finder.good, finder.repeated, finder.bad);
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
        switch (Canonicaliser.canonicalise(bare ? "https://" + meant : meant)) {
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

  private void accept(FoundAddress found) {
    FoundAddress first = byCanonical.putIfAbsent(found.address().canonical(), found);
    if (first == null) {
      good.add(found);
    } else {
      repeated.add(new RepeatedAddress(found.line(), found.given(), first));
    }
  }

  private void refuse(int line, String given, Fault fault) {
    boolean fits = given.length() <= Canonicaliser.MAX_LENGTH;
    bad.add(new BadAddress(line, fits ? given : cut(given), fault));
  }

  private static String cut(String given) {
    int end = Canonicaliser.MAX_LENGTH;
    return given.substring(0, Character.isHighSurrogate(given.charAt(end - 1)) ? end - 1 : end);
  }
}
