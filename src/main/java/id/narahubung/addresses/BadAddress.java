package id.narahubung.addresses;

/**
 * Something in a pasted text that was meant as a content address and cannot be one.
 *
 * @param line the line of the text, from 1
 * @param given what stands in the text, without invisible characters, however long it is
 */
public record BadAddress(int line, String given, Fault fault) {

  private static final int SHOWN = 300;

  /** Its beginning: as much as tells which one it is. */
  public String shown() {
    if (given.length() <= SHOWN) {
      return given;
    }
    int end = Character.isHighSurrogate(given.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    return given.substring(0, end) + "…";
  }
}
