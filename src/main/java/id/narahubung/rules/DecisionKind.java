package id.narahubung.rules;

import id.narahubung.text.Label;

/**
 * What may be decided about a platform's access.
 *
 * @param isReblock whether it blocks again what was opened
 * @param needsEnd whether it ends by itself, on a day it names
 * @param needsConditions whether it holds on conditions
 * @param needsWatch whether it needs a plan to watch what follows
 */
public record DecisionKind(
    String code,
    Label label,
    Effect effect,
    boolean isReblock,
    boolean needsEnd,
    boolean needsConditions,
    boolean needsWatch) {

  /** What becomes of the access. */
  public enum Effect {
    /** Of some names or features. */
    PARTIAL_BLOCK,
    FULL_BLOCK,
    /** The service stays, its app leaves the stores. */
    APP_REMOVAL,
    /** The registration rests, the service stays open. */
    FREEZE,
    RESTORE,
    /** Closed it stays. */
    REFUSAL,
    /** The registration ends. */
    REVOCATION
  }
}
