package id.narahubung.sampling;

/**
 * What a sample says of all it was drawn from: the two-sided interval of a share, by Wilson's
 * score. It stays between 0 and 1, and does not shrink to nothing where nothing was found. It takes
 * the list for large, which of a small one promises too little rather than too much.
 */
public record Wilson(double low, double high) {

  /** Of so many that were looked at, at least one; 95 per cent sure. */
  public static Wilson of(int found, int looked) {
    return of(found, looked, Confidence.NINETY_FIVE);
  }

  public static Wilson of(int found, int looked, Confidence confidence) {
    if (looked < 1 || found < 0 || found > looked) {
      throw new IllegalArgumentException(found + " of " + looked);
    }
    double z = confidence.z();
    double share = (double) found / looked;
    double square = z * z / looked;
    double middle = share + square / 2;
    double reach = z * Math.sqrt(share * (1 - share) / looked + square / (4 * looked));
    return new Wilson(
        found == 0 ? 0 : (middle - reach) / (1 + square),
        found == looked ? 1 : (middle + reach) / (1 + square));
  }
}
