package id.narahubung.status;

import id.narahubung.text.Language;
import java.util.Optional;

/**
 * An office without an account that gets the ministry's week.
 *
 * @param active whether it is still written to
 */
record OutsideRecipient(long id, Content content, boolean active, int version) {

  private static final int LONGEST_ADDRESS = 254;
  private static final int LONGEST_OFFICE = 120;

  /**
   * What an administrator writes of it.
   *
   * @param office whose address it is, by function, never a person's name
   */
  record Content(String address, String office, Language language) {

    Content {
      address = address.strip();
      office = office.strip();
    }

    /** What is wrong with it, as the key of a sentence. */
    Optional<String> fault() {
      if (address.length() > LONGEST_ADDRESS
          || !address.matches("[^@\\s<>]+@[^@\\s<>]+\\.[^@\\s<>]+")) {
        return Optional.of("status_recipient.address_needed");
      }
      if (office.isEmpty() || office.length() > LONGEST_OFFICE) {
        return Optional.of("status_recipient.office_needed");
      }
      return Optional.empty();
    }
  }
}
