package id.narahubung.papers;

import id.narahubung.web.Field;
import java.util.Optional;

/**
 * All that verify/show.html may see.
 *
 * @param unknown that no paper has the code; empty before one was asked for
 */
record CheckPage(String title, Field code, String unknown, Optional<Order> order) {

  /**
   * A paper that is real, and nothing else of it.
   *
   * @param withdrawn that it was withdrawn, and when; empty where it was not
   */
  public record Order(
      String heading,
      String number,
      String date,
      String addressee,
      String sha256,
      String withdrawn) {}
}
