package id.narahubung.decisions;

import java.util.Locale;
import java.util.Optional;

/**
 * What a cell of a truth table is about: a commitment by its number, or a checklist's entry by its
 * code.
 */
public record CellKey(Kind kind, String code) {

  /** The two things a decision hangs on. */
  public enum Kind {
    COMMITMENT,
    CHECK
  }

  public static CellKey commitment(String number) {
    return new CellKey(Kind.COMMITMENT, number);
  }

  public static CellKey check(String entryCode) {
    return new CellKey(Kind.CHECK, entryCode);
  }

  /** 'check:items_checked', as rows, forms and addresses have it. */
  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + ":" + code;
  }

  /** Reads it back; empty where it is none. */
  public static Optional<CellKey> read(String text) {
    for (Kind kind : Kind.values()) {
      String prefix = kind.name().toLowerCase(Locale.ROOT) + ":";
      if (text.startsWith(prefix) && text.length() > prefix.length()) {
        return Optional.of(new CellKey(kind, text.substring(prefix.length())));
      }
    }
    return Optional.empty();
  }
}
