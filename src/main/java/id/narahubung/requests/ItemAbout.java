package id.narahubung.requests;

import java.util.Map;

/**
 * What the ministry says about an item besides what identifies it; each part may be empty.
 *
 * @param identifiers its kind's further identifiers, by their codes
 * @param finding what stands in the place of a picture, for a restricted item
 */
record ItemAbout(
    String note,
    String account,
    String time,
    Map<String, String> identifiers,
    WrittenFinding finding) {

  public ItemAbout {
    identifiers = Map.copyOf(identifiers);
  }

  /** What a table says of it. */
  ItemAbout(String note, String account, String time) {
    this(note, account, time, Map.of(), WrittenFinding.NONE);
  }

  static final ItemAbout NOTHING = new ItemAbout("", "", "");

  static final int MOST_NOTE = 5_000;
  static final int MOST_ACCOUNT = 500;
  static final int MOST_TIME = 100;

  ItemAbout identifiedBy(Map<String, String> known) {
    return new ItemAbout(note, account, time, known, finding);
  }

  boolean isEmpty() {
    return equals(NOTHING);
  }

  /** Whether an item can hold it. */
  boolean fits() {
    return note.length() <= MOST_NOTE
        && account.length() <= MOST_ACCOUNT
        && time.length() <= MOST_TIME;
  }

  /** Both, where an address stands in a table twice; what does not fit any more is left out. */
  ItemAbout and(ItemAbout more) {
    return new ItemAbout(
        both(note, more.note, MOST_NOTE),
        both(account, more.account, MOST_ACCOUNT),
        both(time, more.time, MOST_TIME),
        identifiers,
        finding.isWritten() ? finding : more.finding);
  }

  private static String both(String first, String second, int most) {
    if (first.isEmpty() || first.equals(second)) {
      return second;
    }
    String both = second.isEmpty() ? first : first + "; " + second;
    return both.length() <= most ? both : first;
  }
}
