package id.narahubung.rules;

import id.narahubung.text.Label;
import java.time.Instant;
import java.util.Optional;

/**
 * A version of the rules as lists name it.
 *
 * @param inForceFrom empty in a draft
 * @param basedOn the version it was copied from; empty in those that came with the portal
 * @param revision counts the changes of a draft
 * @param releasedAt empty in a draft, and in those that came with the portal
 */
public record RuleVersion(
    long id,
    String code,
    String version,
    Label label,
    Optional<Instant> inForceFrom,
    Optional<Long> basedOn,
    int revision,
    Optional<Instant> releasedAt) {

  public boolean isDraft() {
    return inForceFrom.isEmpty();
  }
}
