package id.narahubung.sampling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Draws from a closed list: within each stratum the first ones in the order of the SHA-256 of seed
 * and number, so that whoever has the seed draws the same again.
 */
public final class Draw {

  private Draw() {}

  /** What can be drawn: a number of its own, and what it is drawn among. */
  public record Entry(String number, String stratum) {}

  /** How many of each stratum are drawn: its share of the whole, the largest remainders up. */
  public static Map<String, Integer> quotas(Map<String, Integer> sizes, int n) {
    int list = sizes.values().stream().mapToInt(Integer::intValue).sum();
    if (n < 0 || n > list) {
      throw new IllegalArgumentException(n + " of " + list);
    }
    Map<String, Integer> quotas = new TreeMap<>();
    sizes.forEach((stratum, size) -> quotas.put(stratum, (int) ((long) n * size / list)));
    int left = n - quotas.values().stream().mapToInt(Integer::intValue).sum();
    sizes.entrySet().stream()
        .sorted(
            Comparator.comparingLong(
                    (Map.Entry<String, Integer> each) -> -((long) n * each.getValue() % list))
                .thenComparing(Map.Entry::getKey))
        .limit(left)
        .forEach(each -> quotas.merge(each.getKey(), 1, Integer::sum));
    return quotas;
  }

  /** Those drawn, in the order in which they are looked at: by the value that placed them. */
  public static List<Entry> run(UUID seed, List<Entry> list, Map<String, Integer> quotas) {
    List<Entry> drawn = new ArrayList<>();
    list.stream()
        .collect(Collectors.groupingBy(Entry::stratum, TreeMap::new, Collectors.toList()))
        .forEach(
            (stratum, entries) ->
                entries.stream()
                    .sorted(order(seed))
                    .limit(quotas.getOrDefault(stratum, 0))
                    .forEach(drawn::add));
    drawn.sort(order(seed));
    return drawn;
  }

  private static Comparator<Entry> order(UUID seed) {
    Function<Entry, String> place = entry -> hash(seed, entry.number());
    return Comparator.comparing(place).thenComparing(Entry::number);
  }

  /** The value that places a number, in hexadecimal digits. */
  public static String hash(UUID seed, String number) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest((seed + "/" + number).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
