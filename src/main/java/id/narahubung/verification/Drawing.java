package id.narahubung.verification;

import java.util.List;
import java.util.UUID;

/**
 * How a sample was drawn, as both sides may hold it against its result.
 *
 * @param sha256 of the lines of the list, in its order: number, stratum and address, between tabs
 * @param numbers of the company's items that were drawn at random, in their order; none of pasted
 *     addresses
 */
record Drawing(UUID seed, int listSize, String sha256, List<String> numbers) {

  Drawing {
    numbers = List.copyOf(numbers);
  }
}
