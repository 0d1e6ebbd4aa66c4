package id.narahubung.evidence;

import id.narahubung.access.Share;
import java.util.Optional;

/**
 * The request that evidence hangs on, as far as evidence has to know it.
 *
 * @param number none while it is a draft
 * @param isRestricted whether no picture may be kept of it
 * @param isWaiting whether it awaits approval or was discarded, and so may only be read
 */
public record CaseRef(
    long id,
    long companyId,
    Share share,
    Optional<String> number,
    String subject,
    boolean isWaiting,
    boolean isRestricted) {

  public boolean isDraft() {
    return number.isEmpty();
  }

  /** Where its page is. */
  public String href() {
    return number.map(known -> "/requests/" + known).orElse("/drafts/" + id);
  }
}
