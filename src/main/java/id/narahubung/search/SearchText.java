package id.narahubung.search;

import id.narahubung.addresses.AddressFinder;
import id.narahubung.addresses.FoundAddress;
import java.util.List;

/**
 * What somebody looks for.
 *
 * @param words as typed, blanks collapsed: for the search by words
 * @param piece a piece of an address or number, as such pieces stand in the rows
 */
public record SearchText(String words, String piece) {

  /** The longest text, in characters: more is a pasted document, and would find nothing. */
  public static final int MOST = 200;

  /** The fewest letters and digits: an index of three characters in a row needs three. */
  public static final int LEAST = 3;

  public static SearchText of(String typed) {
    String words = typed.strip().replaceAll("\\s+", " ");
    return new SearchText(words, words.length() > MOST ? "" : piece(words));
  }

  public boolean isEmpty() {
    return words.isEmpty();
  }

  public boolean isTooLong() {
    return words.length() > MOST;
  }

  public boolean isTooShort() {
    return words.codePoints().filter(Character::isLetterOrDigit).count() < LEAST;
  }

  /**
   * An address is looked for in the form in which it was filed, however it was written here, and
   * without its scheme: nobody remembers that.
   */
  private static String piece(String words) {
    List<FoundAddress> found = words.contains(" ") ? List.of() : AddressFinder.in(words).good();
    if (found.size() != 1) {
      return words.replace("[.]", ".");
    }
    if (found.getFirst().address().host().isEmpty()) {
      return found.getFirst().address().canonical();
    }
    String canonical = found.getFirst().address().canonical();
    String host = found.getFirst().address().host();
    String piece = canonical.substring(canonical.indexOf("://") + 3);
    // The slash after a bare host is the canonical form's, not the asker's.
    return piece.equals(host + "/") ? host : piece;
  }
}
