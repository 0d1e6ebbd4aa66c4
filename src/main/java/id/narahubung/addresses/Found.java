package id.narahubung.addresses;

import java.util.List;

/**
 * What a pasted text holds, each list in the order of the text.
 *
 * <p>Repetitions have a list of their own, so that nobody who files {@code good} can file an
 * address twice.
 *
 * @param good each canonical address once, where it came first
 * @param repeated further occurrences of addresses that are in {@code good}
 */
public record Found(List<FoundAddress> good, List<RepeatedAddress> repeated, List<BadAddress> bad) {
  public Found {
    good = List.copyOf(good);
    repeated = List.copyOf(repeated);
    bad = List.copyOf(bad);
  }
}
