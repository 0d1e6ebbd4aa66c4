package id.narahubung.requests;

/**
 * What a sample says of all it was drawn from: the two-sided 95 per cent interval of a share, by
 * Wilson's score. It stays between 0 and 1, and does not shrink to nothing where nothing was found.
 */
record Wilson(double low, double high) {

  private static final double Z = 1.959964;

  /** Of so many that were looked at, at least one. */
  static Wilson of(int found, int looked) {
    if (looked < 1 || found < 0 || found > looked) {
      throw new IllegalArgumentException(found + " of " + looked);
    }
    double share = (double) found / looked;
    double square = Z * Z / looked;
    double middle = share + square / 2;
    double reach = Z * Math.sqrt(share * (1 - share) / looked + square / (4 * looked));
    return new Wilson(
        found == 0 ? 0 : (middle - reach) / (1 + square),
        found == looked ? 1 : (middle + reach) / (1 + square));
  }
}
