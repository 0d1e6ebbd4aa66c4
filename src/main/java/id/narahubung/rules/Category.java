package id.narahubung.rules;

import id.narahubung.text.Label;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with the content.
 *
 * @param urgencyCode the urgency it has where the request gives no reason for another
 * @param basisCodes the legal bases usually cited for it: offered first, never forced
 * @param standard what an order of it usually says, where the rule set has that
 * @param finePercent what it makes of a fine's base amount
 * @param restricted whether what identifies its items is shown only to those given the permission
 */
public record Category(
    String code,
    String urgencyCode,
    Label label,
    List<String> basisCodes,
    Optional<Standard> standard,
    int finePercent,
    boolean restricted) {

  public Category {
    basisCodes = List.copyOf(basisCodes);
  }
}
