package id.narahubung.access;

/** Who reads a walled row: one side alone, or both. */
public enum Share {
  MINISTRY,
  COMPANY,
  BOTH;

  /** The share of a row that one side keeps to itself. */
  public static Share only(Side side) {
    return switch (side) {
      case MINISTRY -> MINISTRY;
      case COMPANY -> COMPANY;
    };
  }
}
