package id.narahubung.platforms;

import id.narahubung.access.Side;
import id.narahubung.text.Language;
import java.util.Optional;

/**
 * An organisation as those see it who keep it.
 *
 * @param tdpse the number of its registration as an operator, where it has one
 * @param language the one orders to it need a summary in, besides Indonesian
 * @param accounts how many of them are open
 */
public record KeptOrganisation(
    long id,
    Side side,
    String name,
    Optional<String> legalEntity,
    Optional<String> tdpse,
    Language language,
    int version,
    int platforms,
    int accounts) {

  public Organisation organisation() {
    return new Organisation(id, side, name);
  }
}
