package id.narahubung.verification;

import id.narahubung.requests.Surface;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One of a list that is sampled.
 *
 * @param number what it is drawn by: an item's own, or its place in the list
 * @param address as it was listed; of an item it stands in the item
 * @param stratum what it is drawn among: category and answer
 * @param place its place among those looked at; empty where it was not drawn
 * @param looks how often somebody looked at it; what is recorded says which look it follows
 */
public record Entry(
    int ordinal,
    String number,
    Optional<Long> itemId,
    String address,
    String stratum,
    boolean urgent,
    Optional<Integer> place,
    Optional<Verdict> verdict,
    String note,
    int looks) {

  /** How it was found. */
  public enum Verdict {
    GOOD,
    FAILED,
    UNCHECKED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Verdict> find(String code) {
      return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
  }

  /** From where somebody looks. */
  public record Seen(
      String network, String country, Surface surface, boolean signedIn, Instant at) {}

  /**
   * How one of them was found, as somebody records it.
   *
   * @param looks how often it had been looked at when it was
   */
  public record Found(int ordinal, int looks, Verdict verdict, String note) {

    /** Of one that nobody looked at yet. */
    public Found(int ordinal, Verdict verdict, String note) {
      this(ordinal, 0, verdict, note);
    }

    /** Whether it says of an entry what stands there already. */
    boolean isSame(Entry entry) {
      return entry.verdict().filter(verdict::equals).isPresent() && entry.note().equals(note);
    }
  }

  /** One to be listed. */
  record Listed(
      String number,
      Optional<Long> itemId,
      Optional<Long> answerId,
      String address,
      String stratum,
      boolean urgent) {}
}
